package org.soqljdbc.types;

import java.io.InputStream;
import java.sql.SQLException;

/** Where the bytes of base64 fields come from. */
@FunctionalInterface
public interface BlobSource {

    /** Asks for the bytes; the caller closes the stream. @param path the URL path that is the field's value */
    InputStream open(String path) throws SQLException;
}
