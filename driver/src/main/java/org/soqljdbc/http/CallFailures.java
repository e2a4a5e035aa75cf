package org.soqljdbc.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.error.SecretText;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Says in SQL's terms why a call brought no answer, or half of one. */
final class CallFailures {

    private final HttpRequest request;
    private final String host;
    private final Deadline deadline;

    CallFailures(HttpRequest request, String host, Deadline deadline) {
        this.request = request;
        this.host = host;
        this.deadline = deadline;
    }

    /**
     * @param sent whether a byte of the request may have left
     * @param whole whether the whole of it may have: before that the other side cannot begin
     */
    SQLException beforeAnswer(IOException cause, boolean sent, boolean whole) {
        boolean unknown = sent && whole && request.writes();
        SQLException ended = ended(cause);
        if (ended != null) {
            return unknown ? SqlErrors.unknownAfter(ended, request.toString()) : ended;
        }
        if (cause instanceof CarriedSqlException body) {
            return body.carried();
        }
        if (cause instanceof UnknownHostException) {
            return SqlErrors.of(
                    SqlState.CANNOT_CONNECT, "Host " + host + " is not known; check the URL and the network", cause);
        }
        if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
            return SqlErrors.of(
                    SqlState.CANNOT_CONNECT,
                    "No TLS connection to " + host + ": " + text(cause)
                            + ". Behind a proxy that inspects TLS, set trustStore to a store with its certificate",
                    cause);
        }
        if (!sent) {
            return SqlErrors.of(
                    SqlState.CANNOT_CONNECT,
                    "Cannot reach " + host + ": " + text(cause) + ". Check host, port, proxy and network",
                    cause);
        }
        if (unknown) {
            return SqlErrors.unknown(
                    request + " was sent to " + host + " and no answer came (" + text(cause) + ")", cause);
        }
        if (request.writes()) {
            return SqlErrors.of(
                    SqlState.CONNECTION_LOST,
                    "The connection to " + host + " broke before the whole request was sent, so nothing was changed: "
                            + text(cause),
                    cause);
        }
        return SqlErrors.of(
                SqlState.CONNECTION_LOST,
                "The connection to " + host + " broke before an answer: " + text(cause),
                cause);
    }

    SQLException whileReading(IOException cause) {
        SQLException ended = ended(cause);
        if (ended != null) {
            return request.writes() ? SqlErrors.unknownAfter(ended, request.toString()) : ended;
        }
        String broke = "The connection to " + host + " broke in the middle of a reply: " + text(cause);
        return request.writes()
                ? SqlErrors.unknown(request + ": " + broke, cause)
                : SqlErrors.of(SqlState.CONNECTION_LOST, broke, cause);
    }

    /** Whether trying again could bring another result: a wrong certificate or name stays wrong. */
    static boolean mayPass(IOException cause) {
        return !(cause instanceof SSLHandshakeException
                || cause instanceof SSLPeerUnverifiedException
                || cause instanceof UnknownHostException);
    }

    /** Whether no byte of the request can have left, whatever else is known. */
    static boolean surelyNotSent(IOException cause) {
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof SSLHandshakeException
                || cause instanceof SSLPeerUnverifiedException;
    }

    /** The caller's own end: cancelled, too late, interrupted; null if it is none. */
    private SQLException ended(IOException cause) {
        if (deadline.control().isCancelled()) {
            return CallControl.cancelledError();
        }
        if (Thread.currentThread().isInterrupted()) {
            return CallControl.interruptedError(cause);
        }
        if (deadline.hasPassed()) {
            return deadline.timedOut(cause);
        }
        return null;
    }

    private static String text(IOException cause) {
        if (cause instanceof SocketTimeoutException) {
            return "no byte arrived in time (" + cause.getMessage() + ")";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : SecretText.hide(message);
    }
}
