package org.soqljdbc.http;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.soqljdbc.error.SecretText;

/**
 * The log of calls, logger {@code org.soqljdbc.http}. FINE: a line for each request with method, path template, status,
 * milliseconds until the answer began, rows and calls used; it is written when the answer has been read. FINEST: URLs,
 * headers and the beginning of bodies too, secrets hidden.
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

    /** @param line of {@link Exchange} */
    static void told(String line) {
        LOG.fine(line);
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
