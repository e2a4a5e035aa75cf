package org.soqljdbc.exec;

import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.soqljdbc.api.ApiUsage;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.http.CallControl;

/** What a connection asks of the floors below. Safe for use by many threads. */
public interface Engine extends AutoCloseable {

    /** Reads a statement; no I/O. @throws SQLException 42000 with line:column if it is not SOQL, 0A000 for other SQL */
    PreparedQuery prepare(String text) throws SQLException;

    /** Asks the org whether the session still works: one call. @return false if it does not, or not in time */
    boolean ping(Duration timeout);

    /** The bytes of a base64 field. @param path the URL path the field's value is */
    InputStream openBlob(String path, CallControl control) throws SQLException;

    /** The facts of the org. */
    Catalog catalog();

    /** API calls caused so far. */
    long apiCallsMade();

    /** What {@code Sforce-Limit-Info} last said; empty before the first reply that carries the header. */
    Optional<ApiUsage> apiUsage();

    /** The base of all API calls. @throws SQLException if no session can be had */
    String instanceUrl() throws SQLException;

    /** Frees what the connection holds; the session itself lives on for others that share it. */
    @Override
    void close();
}
