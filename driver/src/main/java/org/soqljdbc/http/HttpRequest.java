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
 * @param effect what sending it does, and so whether it may be sent again
 */
public record HttpRequest(
        String method, String url, String label, List<Header> headers, Optional<RequestContent> body, Effect effect) {

    /** What a request does to the other side. */
    public enum Effect {
        /** Nothing: it may be sent as often as need be. */
        READS,
        /** Nothing that matters, but the other side may take it only once: never sent again once its first byte left. */
        ASKS_ONCE,
        /** It changes something, and the user wants it to be sent again if its answer is missing. */
        WRITES_AGAIN,
        /** It changes something: never sent again once its first byte left, unless the other side refused to begin. */
        WRITES_ONCE
    }

    /** One header line. */
    public record Header(String name, String value) {}

    /** A GET, which reads. */
    public static HttpRequest get(String url, String label, List<Header> headers) {
        return new HttpRequest("GET", url, label, List.copyOf(headers), Optional.empty(), Effect.READS);
    }

    /** A POST. */
    public static HttpRequest post(String url, String label, List<Header> headers, RequestContent body, Effect effect) {
        return new HttpRequest("POST", url, label, List.copyOf(headers), Optional.of(body), effect);
    }

    /** Whether it may be sent again after its first byte left. */
    public boolean repeatable() {
        return effect == Effect.READS || effect == Effect.WRITES_AGAIN;
    }

    /** Whether it matters if it took effect. */
    public boolean writes() {
        return effect == Effect.WRITES_AGAIN || effect == Effect.WRITES_ONCE;
    }

    /** Whether its body, if it has one, can be written from the beginning: a stream can be once only. */
    public boolean canBeSent() {
        return body.isEmpty() || body.get().canBeSent();
    }

    /** The same to another place, with more headers. */
    public HttpRequest with(String otherUrl, List<Header> more) {
        List<Header> all = new ArrayList<>(headers);
        all.addAll(more);
        return new HttpRequest(method, otherUrl, label, List.copyOf(all), body, effect);
    }

    /** Without URL, header values and body: those may hold secrets. */
    @Override
    public String toString() {
        return method + " " + label;
    }
}
