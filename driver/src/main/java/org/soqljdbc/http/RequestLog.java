package org.soqljdbc.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.soqljdbc.error.SecretText;

/**
 * The log of calls, logger {@code org.soqljdbc.http}. FINE: a line for each request with method, path template, status
 * and milliseconds until the answer began. FINEST: URLs, headers and the beginning of bodies too, secrets hidden.
 */
final class RequestLog {

    private static final Logger LOG = Logger.getLogger("org.soqljdbc.http");

    /** So much of a request's body is logged at FINEST. */
    private static final int LOGGED_CHARACTERS = 8_192;

    private RequestLog() {}

    static boolean showsBodies() {
        return LOG.isLoggable(Level.FINEST);
    }

    static void sent(HttpRequest request) {
        if (!showsBodies()) {
            return;
        }
        StringBuilder text = new StringBuilder("> ").append(request.method()).append(' ');
        text.append(SecretText.hide(request.url()));
        for (HttpRequest.Header header : request.headers()) {
            text.append("\n> ").append(header.name()).append(": ");
            text.append(SecretText.isSecretName(header.name()) ? SecretText.HIDDEN : SecretText.hide(header.value()));
        }
        request.body().ifPresent(body -> text.append("\n").append(SecretText.hide(body.shown(LOGGED_CHARACTERS))));
        LOG.finest(text.toString());
    }

    static void answered(HttpRequest request, int status, long nanos) {
        if (LOG.isLoggable(Level.FINE)) {
            LOG.fine(request + " " + status + " " + nanos / 1_000_000 + " ms");
        }
    }

    static void failed(HttpRequest request, IOException cause, long nanos) {
        if (LOG.isLoggable(Level.FINE)) {
            LOG.fine(request + " " + cause.getClass().getSimpleName() + " " + nanos / 1_000_000 + " ms");
        }
    }

    static void repeats(HttpRequest request, String reason, long waitMillis) {
        if (LOG.isLoggable(Level.FINE)) {
            LOG.fine(request + " again in " + waitMillis + " ms: " + reason);
        }
    }

    /** What takes a reply's body for the log; null where none is wanted. */
    static Consumer<byte[]> bodies(HttpRequest request) {
        if (!showsBodies()) {
            return null;
        }
        return bytes -> LOG.finest("< " + request + "\n" + SecretText.hide(new String(bytes, StandardCharsets.UTF_8)));
    }
}
