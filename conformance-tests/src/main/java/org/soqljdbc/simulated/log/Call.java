package org.soqljdbc.simulated.log;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One HTTP call that the org answered.
 *
 * @param method as sent: {@code GET}
 * @param path without the query: {@code /services/data/v67.0/query}
 * @param query as sent, still percent-encoded; empty when there is none
 * @param status the status answered; 0 when the connection was broken instead
 * @param responseBytes size of the body as sent, compressed where it was
 * @param requestBytes size of the request's body, after it was decompressed
 * @param options the headers sent that begin with {@code sforce-}, and {@code content-type}; names in lower case
 * @param soql the SOQL asked for, decoded; of a composite request the first one
 */
public record Call(
        String method,
        String path,
        String query,
        int status,
        int responseBytes,
        int requestBytes,
        Map<String, String> options,
        Optional<String> soql) {

    /**
     * Method and resource, what differs from one record to another left open:
     * {@code PATCH /sobjects/Account/{id}}, {@code GET /query/{locator}}, {@code DELETE /sobjects/X/Ext__c/{value}}.
     */
    public String template() {
        return template(method, path);
    }

    /** Tests calls for a {@link #template}, where faults are planned: {@code Call.fits("POST /composite/sobjects")}. */
    public static Predicate<String> fits(String template) {
        return call -> {
            String[] methodAndUrl = call.split(" ", 2);
            return template(methodAndUrl[0], methodAndUrl[1].split("\\?")[0]).equals(template);
        };
    }

    private static String template(String method, String path) {
        String resource = path.replaceFirst("^/services/data/v[0-9.]+", "")
                .replaceFirst("^(/query(?:All)?)/[^/]+$", "$1/{locator}")
                .replaceAll("/[0-9A-Za-z]{3}5g0[0-9A-Za-z]{9}(?:[0-9A-Z]{3})?(?=/|$)", "/{id}")
                .replaceFirst("^(/sobjects/[^/]+/[A-Za-z]\\w*)/.+$", "$1/{value}");
        return method + " " + (resource.isEmpty() ? "/" : resource.replaceFirst("(?<=.)/$", ""));
    }

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
