package org.soqljdbc.jdbc.result;

import java.io.InputStream;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.soqljdbc.types.BlobSource;
import org.soqljdbc.types.WallClock;
import org.soqljdbc.types.conversion.Conversions;

/** What a result set asks of whoever made it: a statement's run, or the metadata. */
public interface ResultOrigin extends BlobSource {

    /** What {@code getStatement} answers: null for metadata. */
    Statement statement();

    Conversions conversions();

    WallClock clock();

    /** Asks for the bytes of a base64 field, until the run they belong to is cancelled or closed. */
    @Override
    InputStream openBytes(String path) throws SQLException;

    /** A base64 field's value, good until the connection is closed; asks for no bytes yet. */
    Blob blob(String path);

    /** The values of one cell. */
    Array array(String[] values);

    /** The most bytes of a text value, 0 for no bound. */
    int maxFieldSize();

    int fetchSize();

    /** Told once, when the result set has been closed. */
    void closed(ResultSet result) throws SQLException;
}
