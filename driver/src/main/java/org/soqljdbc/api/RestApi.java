package org.soqljdbc.api;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.HttpRequest;
import org.soqljdbc.http.RequestContent;

/** Any call of the instance, for what has no SQL: Connect REST, Apex REST, actions. Thread-safe. */
public final class RestApi {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final String ROOT = "/services/";

    private final ApiCaller caller;

    RestApi(ApiCaller caller) {
        this.caller = caller;
    }

    /** Whether a method changes nothing, so that a read-only connection may call it. */
    public static boolean reads(String method) {
        return READING.contains(method.strip().toUpperCase(Locale.ROOT));
    }

    /**
     * Makes one call with the session. What reads is tried again as other reads are. What writes is sent again only if it
     * was refused before it began: by 429, or by 503 that says when to come back, as Connect REST does.
     *
     * @param method GET, HEAD, POST, PUT, PATCH or DELETE, in any case
     * @param path on the instance, below {@code /services/}, percent-encoded, with its query
     * @param body sent as XML if it begins with {@code <}, else as JSON; empty for none
     * @throws SQLException 22023 for another method, or a path that leads elsewhere: nothing was sent; as Salesforce
     *     refused, for any status from 300 on but 304; 08007 if a call that writes got no whole answer; 08xxx; HYT00; 57014
     */
    public RestReply call(String method, String path, Optional<String> body, CallControl control) throws SQLException {
        String verb = method.strip().toUpperCase(Locale.ROOT);
        if (!METHODS.contains(verb)) {
            throw refused("The method '" + method + "' is none of "
                    + String.join(", ", METHODS.stream().sorted().toList()));
        }
        requireBelowServices(path);
        if (reads(verb) && body.isPresent()) {
            throw refused("A " + verb + " has no body");
        }
        Optional<RequestContent> content = body.map(RestApi::content);
        if (content.isEmpty() && (verb.equals("POST") || verb.equals("PUT") || verb.equals("PATCH"))) {
            content = Optional.of(content(""));
        }
        ApiRequest request = new ApiRequest(
                verb,
                path,
                "(the user's path)",
                List.of(new HttpRequest.Header("Accept", "application/json, */*;q=0.5")),
                content,
                reads(verb) ? HttpRequest.Effect.READS : HttpRequest.Effect.WRITES_ONCE);
        return new RestReply(caller.call(request, Deadline.of(control)));
    }

    private static RequestContent content(String body) {
        String type = body.stripLeading().startsWith("<") ? "application/xml" : "application/json";
        return RequestContent.of(type + "; charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Dots are refused, not resolved: {@code /services/../x}, also written {@code %2e%2e}. */
    private static void requireBelowServices(String path) throws SQLException {
        int query = path.indexOf('?');
        String place = (query < 0 ? path : path.substring(0, query)).toLowerCase(Locale.ROOT);
        boolean dots = place.replace("%2e", ".").contains("/..") || place.contains("\\");
        if (!path.startsWith(ROOT) || dots) {
            throw refused("The path must begin with " + ROOT + " and stay there, such as /services/data/v67.0/limits");
        }
    }

    private static SQLException refused(String message) {
        return SqlErrors.of(SqlState.INVALID_PARAMETER_VALUE, message);
    }
}
