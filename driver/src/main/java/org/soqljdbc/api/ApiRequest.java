package org.soqljdbc.api;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.http.HttpRequest;

/**
 * A call of the REST API, without its place and session.
 *
 * @param path absolute path on the instance, percent-encoded, with its query; or a URL of the instance
 * @param label path template for the log
 */
record ApiRequest(
        String method,
        String path,
        String label,
        List<HttpRequest.Header> headers,
        Optional<HttpRequest.Body> body,
        boolean repeatable) {

    static ApiRequest get(String path, String label, HttpRequest.Header... headers) {
        return new ApiRequest("GET", path, label, List.of(headers), Optional.empty(), true);
    }

    /** A POST that changes nothing: it may be repeated like a GET. */
    static ApiRequest readingPost(String path, String label, byte[] json) {
        HttpRequest.Body body = new HttpRequest.Body("application/json; charset=utf-8", json);
        return new ApiRequest("POST", path, label, List.of(), Optional.of(body), true);
    }
}
