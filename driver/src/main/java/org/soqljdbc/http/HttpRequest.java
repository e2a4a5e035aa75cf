package org.soqljdbc.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be sent.
 *
 * @param method in capitals
 * @param url absolute, percent-encoded
 * @param label path template for the log, such as {@code /sobjects/{name}/describe}: no values
 * @param headers in the order to be sent
 * @param body absent for GET
 * @param repeatable whether sending it twice has the effect of sending it once; a request that is not is never sent
 *     again once its first byte left
 */
public record HttpRequest(
        String method, String url, String label, List<Header> headers, Optional<Body> body, boolean repeatable) {

    /** One header line. */
    public record Header(String name, String value) {}

    /** @param contentType with its charset */
    public record Body(String contentType, byte[] bytes) {}

    /** A GET, which is always repeatable. */
    public static HttpRequest get(String url, String label, List<Header> headers) {
        return new HttpRequest("GET", url, label, List.copyOf(headers), Optional.empty(), true);
    }

    /** A POST. */
    public static HttpRequest post(String url, String label, List<Header> headers, Body body, boolean repeatable) {
        return new HttpRequest("POST", url, label, List.copyOf(headers), Optional.of(body), repeatable);
    }

    /** The same to another place, with more headers. */
    public HttpRequest with(String otherUrl, List<Header> more) {
        List<Header> all = new ArrayList<>(headers);
        all.addAll(more);
        return new HttpRequest(method, otherUrl, label, List.copyOf(all), body, repeatable);
    }

    /** Without URL, header values and body: those may hold secrets. */
    @Override
    public String toString() {
        return method + " " + label;
    }
}
