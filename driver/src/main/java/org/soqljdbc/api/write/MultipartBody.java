package org.soqljdbc.api.write;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.RequestContent;

/**
 * One record with one base64 field as {@code multipart/form-data}: the record as JSON, then the bytes as they are (REST
 * API Developer Guide, "Insert or Update Blob Data"). The bytes are read while they are sent.
 */
final class MultipartBody implements RequestContent {

    private static final int COPIED_BYTES = 64 << 10;

    private final String boundary = "soql-jdbc-" + UUID.randomUUID();
    private final ByteSource bytes;
    private final String field;
    private final byte[] before;
    private final byte[] after;
    private boolean opened;

    /** @param field the one field of the row whose value is {@code bytes} */
    MultipartBody(WriteRecord row, String field, ByteSource bytes) throws SQLException {
        this.bytes = bytes;
        this.field = field;
        byte[] json = RecordBody.bytes(generator -> json(generator, row, field));
        this.before = utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"entity\"\r\n"
                + "Content-Type: application/json; charset=UTF-8\r\n\r\n"
                + new String(json, StandardCharsets.UTF_8)
                + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(field)
                + "\"; filename=\"" + quoted(fileName(row, field)) + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n");
        this.after = utf8("\r\n--" + boundary + "--\r\n");
    }

    private static void json(JsonGenerator json, WriteRecord row, String without) throws IOException {
        json.writeStartObject();
        RecordBody.members(json, row, Optional.of(without));
        json.writeEndObject();
    }

    private static String fileName(WriteRecord row, String field) {
        // ContentVersion keeps its file's name in PathOnClient, Attachment and Document in Name.
        return row.value("PathOnClient")
                .or(() -> row.value("Name"))
                .flatMap(WireText::of)
                .filter(name -> !name.isEmpty())
                .orElse(field);
    }

    /** As forms quote names (HTML Living Standard, "Multipart form data"): nothing can end the line or the name. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String contentType() {
        return "multipart/form-data; boundary=\"" + boundary + "\"";
    }

    @Override
    public OptionalLong length() {
        return bytes.length().isPresent()
                ? OptionalLong.of(before.length + bytes.length().getAsLong() + after.length)
                : OptionalLong.empty();
    }

    @Override
    public boolean isOnce() {
        return !bytes.canBeReadAgain();
    }

    @Override
    public boolean canBeSent() {
        return !opened || bytes.canBeReadAgain();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        opened = true;
        out.write(before);
        try (InputStream in = RecordBody.opened(bytes, field)) {
            copy(in, out);
        }
        out.write(after);
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[COPIED_BYTES];
        long left = bytes.length().orElse(Long.MAX_VALUE);
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                break;
            }
            out.write(buffer, 0, count);
            left -= count;
        }
        if (left > 0 && bytes.length().isPresent()) {
            throw new CarriedSqlException(SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "The stream given for " + field + " ended " + left + " bytes before its length of "
                            + bytes.length().getAsLong() + ", and nothing was written"));
        }
    }
}
