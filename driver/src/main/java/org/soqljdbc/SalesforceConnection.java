package org.soqljdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** What a connection to a Salesforce org can tell beyond {@link Connection}; reach it by {@code unwrap}. */
public interface SalesforceConnection extends Connection {

    /** API calls this connection has caused since it was opened: token, describe, query and page requests. */
    long apiCallsMade();

    /**
     * What {@code Sforce-Limit-Info} last said of the org's rolling 24-hour API usage.
     *
     * @return calls used and allowed; empty before the first reply that carries the header
     */
    Optional<ApiUsage> apiUsage();

    /** The base of all API calls. @throws SQLException if no session can be had */
    String instanceUrl() throws SQLException;

    /**
     * Has a listener told how large writes come on: after each request of a write that needs several, and at each look at a
     * bulk job.
     *
     * @param listener called by the thread that writes, which waits for it; one that throws is not called again
     * @throws SQLException 08003 if the connection is closed, 22023 for null
     */
    void addWriteListener(Consumer<WriteProgress> listener) throws SQLException;

    /** Does nothing for a listener that is not there. @throws SQLException 08003 if the connection is closed */
    void removeWriteListener(Consumer<WriteProgress> listener) throws SQLException;

    /** Calls used and calls allowed, org-wide. */
    record ApiUsage(long used, long allowed) {}

    /**
     * How far a write has come.
     *
     * @param object API name of the object written to
     * @param operation {@code insert}, {@code update}, {@code upsert} or {@code delete}
     * @param written rows the org has confirmed so far, 0 or more
     * @param failed rows it has refused so far, 0 or more
     * @param total rows to be written; empty while they are still being read
     * @param jobId Id of the bulk job, 18 characters; empty for a write by ordinary requests
     */
    record WriteProgress(
            String object, String operation, long written, long failed, Optional<Long> total, Optional<String> jobId) {}
}
