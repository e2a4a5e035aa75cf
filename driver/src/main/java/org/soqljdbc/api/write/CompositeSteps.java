package org.soqljdbc.api.write;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Writes the steps of {@code compositeRequest} (REST API Developer Guide, "Composite", "Composite Graph"). */
final class CompositeSteps {

    /** {@code @{ref.id}} as URLEncoder writes it; references are resolved in the URL's text (same guide, "referenceId"). */
    private static final Pattern ENCODED_REFERENCE = Pattern.compile("%40%7B([A-Za-z0-9_]+)\\.id%7D");

    private static final Carried CARRIED = new Carried();

    private final String base;
    private final WriteOptions options;

    /** @param base {@code /services/data/vNN.0} */
    CompositeSteps(String base, WriteOptions options) {
        this.base = base;
        this.options = options;
    }

    /** Whether a row can be a step: no text in it is taken for a reference, and no bytes are in it. */
    static boolean carries(WriteRecord row) {
        return row.values().stream().allMatch(value -> value.value().accept(CARRIED));
    }

    /** @throws SQLException 0A000 if a row holds what a composite request would misunderstand */
    static void requireCarried(List<CompositeStep> steps) throws SQLException {
        for (CompositeStep step : steps) {
            for (FieldValue value : step.row().values()) {
                if (!value.value().accept(CARRIED)) {
                    throw SqlErrors.of(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            step.row().object() + "." + value.field()
                                    + ": a composite request cannot carry bytes, nor a text with \"@{\", which it takes"
                                    + " for a reference. Write this row by a statement of its own");
                }
            }
        }
    }

    void step(JsonGenerator json, CompositeStep step) throws IOException {
        WriteRecord row = step.row();
        String object = base + "/sobjects/" + RowApi.encoded(row.object());
        json.writeStartObject();
        json.writeStringField("method", method(step.verb()));
        json.writeStringField("url", object + place(step));
        json.writeStringField("referenceId", step.referenceId());
        headers(json);
        if (step.verb() != WriteVerb.DELETE) {
            json.writeObjectFieldStart("body");
            RecordBody.members(json, row, step.key());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    void query(JsonGenerator json, String referenceId, String soql) throws IOException {
        String encoded = URLEncoder.encode(soql, StandardCharsets.UTF_8);
        json.writeStartObject();
        json.writeStringField("method", "GET");
        json.writeStringField(
                "url", base + "/query?q=" + ENCODED_REFERENCE.matcher(encoded).replaceAll("@{$1.id}"));
        json.writeStringField("referenceId", referenceId);
        json.writeEndObject();
    }

    private static String method(WriteVerb verb) {
        return switch (verb) {
            case INSERT -> "POST";
            case UPDATE, UPSERT -> "PATCH";
            case DELETE -> "DELETE";
        };
    }

    private static String place(CompositeStep step) {
        return switch (step.verb()) {
            case INSERT -> "";
            case UPDATE, DELETE -> "/" + RowApi.encoded(step.row().id().orElseThrow());
            case UPSERT -> {
                String key = step.key().orElseThrow();
                Optional<String> value = step.row().value(key).flatMap(WireText::of);
                yield "/" + RowApi.encoded(key) + "/" + RowApi.encoded(value.orElse(""));
            }
        };
    }

    private void headers(JsonGenerator json) throws IOException {
        if (options.headers().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("httpHeaders");
        for (var header : options.headers().entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
    }

    /** Whether a value survives in a composite request. */
    private static final class Carried implements WriteValue.Visitor<Boolean> {

        @Override
        public Boolean nothing() {
            return true;
        }

        @Override
        public Boolean text(String text) {
            return !text.contains("@{");
        }

        @Override
        public Boolean number(BigDecimal number) {
            return true;
        }

        @Override
        public Boolean truth(boolean truth) {
            return true;
        }

        @Override
        public Boolean day(LocalDate day) {
            return true;
        }

        @Override
        public Boolean time(LocalTime time) {
            return true;
        }

        @Override
        public Boolean moment(Instant moment) {
            return true;
        }

        @Override
        public Boolean bytes(ByteSource bytes) {
            return false;
        }

        @Override
        public Boolean parent(WriteValue.ParentKey parent) {
            return parent.key().accept(this);
        }

        @Override
        public Boolean newRow(WriteValue.NewRow row) {
            return true;
        }
    }
}
