package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A reply before it is compressed. @param headers without those that every reply has */
record Reply(int status, String contentType, Map<String, String> headers, byte[] body) {

    static final String JSON = "application/json;charset=UTF-8";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Reply json(int status, byte[] body) {
        return new Reply(status, JSON, Map.of(), body);
    }

    static Reply json(int status, JsonNode body) {
        try {
            return json(status, MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    static Reply html(int status, String body) {
        return new Reply(status, "text/html;charset=iso-8859-1", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply empty(int status) {
        return new Reply(status, JSON, Map.of(), new byte[0]);
    }

    /** An error in the usual shape: an array of one object, message first. */
    static Reply error(int status, String errorCode, String message) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        body.addObject().put("message", message).put("errorCode", errorCode);
        return json(status, body);
    }

    /** Nothing is at that path: the code comes first, as recorded. */
    static Reply notFound() {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        body.addObject().put("errorCode", "NOT_FOUND").put("message", "The requested resource does not exist");
        return json(404, body);
    }

    static Reply methodNotAllowed(String method, String allowed) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        body.addObject()
                .put("errorCode", "METHOD_NOT_ALLOWED")
                .put("message", "HTTP Method '" + method + "' not allowed. Allowed are " + allowed);
        return json(405, body);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, more, body);
    }

    Reply withBody(byte[] newBody) {
        return new Reply(status, contentType, headers, newBody);
    }
}
