package org.soqljdbc.simulated.log;

import java.util.Optional;

/**
 * One HTTP call that the org answered.
 *
 * @param method as sent: {@code GET}
 * @param path without the query: {@code /services/data/v67.0/query}
 * @param query as sent, still percent-encoded; empty when there is none
 * @param status the status answered; 0 when the connection was broken instead
 * @param responseBytes size of the body as sent, compressed where it was
 * @param soql the SOQL asked for, decoded; of a composite request the first one
 */
public record Call(String method, String path, String query, int status, int responseBytes, Optional<String> soql) {

    /** Whether this call asked for a query's first page. */
    public boolean startsQuery() {
        return soql.isPresent();
    }

    /** Whether this call asked for a later page of a query: {@code /query/0r8...-2000}. */
    public boolean fetchesPage() {
        return path.matches("/services/data/v[0-9.]+/query(All)?/[^/]+");
    }

    /** Whether this call asked for a token. */
    public boolean asksToken() {
        return path.equals("/services/oauth2/token");
    }
}
