package org.soqljdbc.types;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.soqljdbc.error.ReplyErrors;

/** Where the bytes of base64 fields come from. */
@FunctionalInterface
public interface BlobSource {

    /** Asks for the bytes; the caller closes the stream. @param path the URL path that is the field's value */
    InputStream openBytes(String path) throws SQLException;

    /** All of them. @throws SQLException 08006 if they break off */
    default byte[] readBytes(String path) throws SQLException {
        try (InputStream bytes = openBytes(path)) {
            return bytes.readAllBytes();
        } catch (IOException broken) {
            throw ReplyErrors.of(broken);
        }
    }
}
