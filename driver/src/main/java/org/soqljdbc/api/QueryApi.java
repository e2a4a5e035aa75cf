package org.soqljdbc.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.HttpRequest;
import org.soqljdbc.http.PumpedBody;

/** The resources {@code query} and {@code queryAll}, and {@code tooling/query}, which has no other. Thread-safe. */
public final class QueryApi {

    private static final String OPTIONS = "Sforce-Query-Options";

    private final ApiCaller caller;

    private final String api;

    /** @param api "" for the org's objects, or {@link SalesforceApi#TOOLING} */
    QueryApi(ApiCaller caller, String api) {
        this.caller = caller;
        this.api = api;
    }

    /**
     * Asks for a query's first page and returns at once: one call.
     *
     * @param soql at most {@link ApiLimits#LONGEST_SOQL} characters, without comments
     * @param includeDeleted whether deleted and archived rows count too
     * @param batchSize rows wanted in a page, a hint, brought into 200 to 2,000; 0 for the server's default
     * @param control ends the call and bounds each wait for it
     * @throws SQLException 54001 if the text is too long; all other faults appear at {@link PendingPage#open}
     */
    public PendingPage query(String soql, boolean includeDeleted, int batchSize, CallControl control)
            throws SQLException {
        if (soql.length() > ApiLimits.LONGEST_SOQL) {
            throw SqlErrors.of(
                    SqlState.QUERY_TOO_COMPLEX,
                    "The query has " + soql.length() + " characters, and Salesforce takes at most "
                            + ApiLimits.LONGEST_SOQL + ". Shorten it, or split its IN list");
        }
        String resource = api + (includeDeleted && api.isEmpty() ? "/queryAll" : "/query");
        String path = caller.base() + resource + "?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        return page(path, resource, options(batchSize), control);
    }

    /**
     * Asks for a further page and returns at once: one call.
     *
     * @param nextRecordsUrl as the page before gave it; opaque, of any length
     * @throws SQLException 08P01 if it leads away from the instance; all other faults appear at {@link PendingPage#open},
     *     24000 if the cursor has ended
     */
    public PendingPage next(String nextRecordsUrl, CallControl control) throws SQLException {
        caller.requireOwn(nextRecordsUrl, control);
        return page(nextRecordsUrl, api + "/query/{locator}", Map.of(), control);
    }

    private PendingPage page(String path, String label, Map<String, String> options, CallControl control) {
        if (path.length() > ApiLimits.LONGEST_PATH && api.isEmpty()) {
            byte[] body = CompositeBody.of(List.of(new CompositeBody.Part(path, "page", options)));
            ApiRequest request =
                    ApiRequest.readingPost(caller.base() + "/composite", "/composite (" + label + ")", body);
            return pending(request, true, control);
        }
        HttpRequest.Header[] headers = options.entrySet().stream()
                .map(option -> new HttpRequest.Header(option.getKey(), option.getValue()))
                .toArray(HttpRequest.Header[]::new);
        return pending(ApiRequest.get(path, label, headers), false, control);
    }

    private PendingPage pending(ApiRequest request, boolean composite, CallControl control) {
        return new PendingPage(PumpedBody.start(deadline -> caller.call(request, deadline), control), composite);
    }

    private static Map<String, String> options(int batchSize) {
        if (batchSize <= 0) {
            return Map.of();
        }
        int rows = Math.max(ApiLimits.SMALLEST_BATCH, Math.min(ApiLimits.LARGEST_BATCH, batchSize));
        return Map.of(OPTIONS, "batchSize=" + rows);
    }
}
