package org.soqljdbc.exec;

import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.ApiUsage;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.exec.write.BatchEntry;
import org.soqljdbc.exec.write.EntryOutcome;
import org.soqljdbc.exec.write.UpdateOptions;
import org.soqljdbc.exec.write.WriteUnit;
import org.soqljdbc.http.CallControl;

/** What a connection asks of the floors below. Safe for use by many threads. */
public interface Engine extends AutoCloseable {

    /**
     * Reads a statement; no I/O.
     *
     * @return a {@code PreparedQuery} if it answers with rows, a {@code PreparedUpdate} if it writes or changes the session
     * @throws SQLException 42000 with line:column if neither reader takes it
     */
    Prepared prepare(String text) throws SQLException;

    /**
     * Runs the entries of a batch, in order as far as order can matter, and goes on after one that failed.
     *
     * @return an outcome for each entry, in their order; a failure is told there and not thrown
     * @throws SQLException 25006 if read-only, before any call
     */
    List<EntryOutcome> runBatch(List<BatchEntry> entries, UpdateOptions options, CallControl control)
            throws SQLException;

    /** What commit and rollback of this connection end. */
    WriteUnit writes();

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
