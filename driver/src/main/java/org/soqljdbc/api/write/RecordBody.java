package org.soqljdbc.api.write;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.Json;

/** Writes records as JSON (REST API Developer Guide, "sObject Basic Information", "Relationship fields by external id"). */
final class RecordBody {

    /** Writes JSON. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private RecordBody() {}

    /** A whole body, in memory. @throws SQLException what the stream of a value's bytes failed with */
    static byte[] bytes(Content content) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.factory().createGenerator(bytes)) {
            content.write(json);
        } catch (CarriedSqlException carried) {
            throw carried.carried();
        } catch (IOException cause) {
            throw ReplyErrors.of(cause);
        }
        return bytes.toByteArray();
    }

    /** {@code "Name":"x","Account":{"Ext__c":"1"}}: members only. @param without a field to leave out, ignoring case */
    static void members(JsonGenerator json, WriteRecord row, Optional<String> without) throws IOException {
        Members members = new Members(json);
        try {
            for (FieldValue value : row.values()) {
                if (without.filter(value.field()::equalsIgnoreCase).isEmpty()) {
                    members.field = value.field();
                    value.value().accept(members);
                }
            }
        } catch (UncheckedIOException carrier) {
            throw carrier.getCause();
        }
    }

    /** Writes one member after the other. */
    private static final class Members implements WriteValue.Visitor<Void> {

        private final JsonGenerator json;
        private String field;

        Members(JsonGenerator json) {
            this.json = json;
        }

        @FunctionalInterface
        private interface Step {
            void run() throws IOException;
        }

        private static Void run(Step step) {
            try {
                step.run();
                return null;
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }

        @Override
        public Void nothing() {
            return run(() -> json.writeNullField(field));
        }

        @Override
        public Void text(String text) {
            return run(() -> json.writeStringField(field, text));
        }

        @Override
        public Void number(BigDecimal number) {
            return run(() -> {
                json.writeFieldName(field);
                json.writeNumber(number.toPlainString());
            });
        }

        @Override
        public Void truth(boolean truth) {
            return run(() -> json.writeBooleanField(field, truth));
        }

        @Override
        public Void day(LocalDate day) {
            return text(day.toString());
        }

        @Override
        public Void time(LocalTime time) {
            return text(WireText.of(time));
        }

        @Override
        public Void moment(Instant moment) {
            return text(WireText.of(moment));
        }

        @Override
        public Void bytes(ByteSource bytes) {
            return run(() -> {
                json.writeFieldName(field);
                try (InputStream in = opened(bytes, field)) {
                    json.writeBinary(in, -1);
                }
            });
        }

        @Override
        public Void parent(WriteValue.ParentKey parent) {
            if (parent.key().isNull()) {
                return nothing();
            }
            return run(() -> {
                json.writeObjectFieldStart(parent.relationship());
                if (parent.type().isPresent()) {
                    json.writeObjectFieldStart("attributes");
                    json.writeStringField("type", parent.type().get());
                    json.writeEndObject();
                }
                field = parent.keyField();
                parent.key().accept(this);
                json.writeEndObject();
            });
        }

        @Override
        public Void newRow(WriteValue.NewRow row) {
            return text("@{" + row.referenceId() + ".id}");
        }
    }

    /** Opens bytes so that what their source fails with is told as such. @param field what messages name */
    static InputStream opened(ByteSource bytes, String field) throws CarriedSqlException {
        try {
            return new SourceStream(bytes.open(), field);
        } catch (IOException cause) {
            throw SourceStream.unreadable(field, cause);
        }
    }

    /** A caller's stream. */
    private static final class SourceStream extends InputStream {

        private final InputStream source;
        private final String field;

        SourceStream(InputStream source, String field) {
            this.source = source;
            this.field = field;
        }

        static CarriedSqlException unreadable(String field, IOException cause) {
            return cause instanceof CarriedSqlException told
                    ? told
                    : new CarriedSqlException(SqlErrors.of(
                            SqlState.GENERAL,
                            "The stream given for " + field + " cannot be read, and nothing was written: "
                                    + cause.getMessage(),
                            cause));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return source.read(into, offset, length);
            } catch (IOException cause) {
                throw unreadable(field, cause);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                source.close();
            } catch (IOException cause) {
                throw unreadable(field, cause);
            }
        }
    }
}
