package org.soqljdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

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

    /** Calls used and calls allowed, org-wide. */
    record ApiUsage(long used, long allowed) {}
}
