package org.soqljdbc.api.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.http.HttpRequest;
import org.soqljdbc.http.RequestContent;

/**
 * A call of the REST API, without its place and session.
 *
 * @param path absolute path on the instance, percent-encoded, with its query; or a URL of the instance
 * @param label path template for the log
 */
public record ApiRequest(
        String method,
        String path,
        String label,
        List<HttpRequest.Header> headers,
        Optional<RequestContent> body,
        HttpRequest.Effect effect) {

    private static final String JSON = "application/json; charset=UTF-8";

    public static ApiRequest get(String path, String label, HttpRequest.Header... headers) {
        return new ApiRequest("GET", path, label, List.of(headers), Optional.empty(), HttpRequest.Effect.READS);
    }

    /** A POST that changes nothing: it may be repeated like a GET. */
    public static ApiRequest readingPost(String path, String label, byte[] json) {
        RequestContent body = RequestContent.of(JSON, json);
        return new ApiRequest("POST", path, label, List.of(), Optional.of(body), HttpRequest.Effect.READS);
    }

    /** A call with a body of JSON. */
    public static ApiRequest json(String method, String path, String label, byte[] json, HttpRequest.Effect effect) {
        RequestContent body = RequestContent.of(JSON, json);
        return new ApiRequest(method, path, label, List.of(), Optional.of(body), effect);
    }

    /** The same with more headers. */
    public ApiRequest with(Map<String, String> more) {
        List<HttpRequest.Header> all = new ArrayList<>(headers);
        more.forEach((name, value) -> all.add(new HttpRequest.Header(name, value)));
        return new ApiRequest(method, path, label, List.copyOf(all), body, effect);
    }

    /** Whether it has a header of that name, ignoring case. */
    boolean names(String header) {
        return headers.stream().anyMatch(own -> own.name().equalsIgnoreCase(header));
    }

    /** Whether its body, if it has one, can be written from the beginning. */
    public boolean canBeSent() {
        return body.isEmpty() || body.get().canBeSent();
    }

    public boolean writes() {
        return effect == HttpRequest.Effect.WRITES_AGAIN || effect == HttpRequest.Effect.WRITES_ONCE;
    }

    /** As the log and messages show it. */
    @Override
    public String toString() {
        return method + " " + label;
    }
}
