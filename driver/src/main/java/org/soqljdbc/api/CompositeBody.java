package org.soqljdbc.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.soqljdbc.http.Json;

/** Writes the body of {@code POST /composite} (REST API Developer Guide, "Composite"). */
final class CompositeBody {

    /**
     * One subrequest, a GET.
     *
     * @param url absolute path on the instance, percent-encoded
     * @param referenceId letters, digits, underscore
     * @param headers never Accept, Authorization or Content-Type, which are forbidden
     */
    record Part(String url, String referenceId, Map<String, String> headers) {}

    private CompositeBody() {}

    /** @param parts 1 to {@link ApiLimits#COMPOSITE_SUBREQUESTS} */
    static byte[] of(List<Part> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.factory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeBooleanField("allOrNone", false);
            json.writeArrayFieldStart("compositeRequest");
            for (Part part : parts) {
                json.writeStartObject();
                json.writeStringField("method", "GET");
                json.writeStringField("url", part.url());
                json.writeStringField("referenceId", part.referenceId());
                if (!part.headers().isEmpty()) {
                    json.writeObjectFieldStart("httpHeaders");
                    for (Map.Entry<String, String> header : part.headers().entrySet()) {
                        json.writeStringField(header.getKey(), header.getValue());
                    }
                    json.writeEndObject();
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }
}
