package org.soqljdbc.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.soqljdbc.error.CarriedSqlException;

/**
 * Decides whether a call that failed is tried again, and after how long.
 *
 * <p>Any request may be tried again when it surely did not start: no connection, or refused by 429, or by 503 with
 * {@code Retry-After}. A repeatable one also after a connection that broke and after 408, 420, 500, 502, 503, 504. A time-out
 * is never followed by another try: the server is still at work, and asking again would double its load. A body that is
 * gone, since it came from a stream, ends the tries.
 *
 * @param mostTries including the first
 * @param firstWait doubled for each further try, then drawn between half and the whole of it
 * @param longestWait the most {@code Retry-After} is obeyed; if it asks for more, the refusal is reported at once
 * @param random draws from 0 (inclusive) to 1
 */
record RetryPolicy(int mostTries, Duration firstWait, Duration longestWait, DoubleSupplier random) {

    /** After a request found no connection, was cut off, or met one of {@link #afterReply}'s statuses. */
    Optional<Duration> afterFailure(HttpRequest request, boolean sent, IOException cause, int tries) {
        boolean allowed =
                sent ? request.repeatable() && !(cause instanceof SocketTimeoutException) : CallFailures.mayPass(cause);
        boolean bodyFailed = cause instanceof CarriedSqlException;
        return allowed && !bodyFailed && request.canBeSent() && tries < mostTries
                ? Optional.of(backOff(tries))
                : Optional.empty();
    }

    Optional<Duration> afterReply(HttpRequest request, int status, Optional<String> retryAfter, int tries) {
        if (tries >= mostTries || !request.canBeSent() || !mayRepeat(request, status, retryAfter.isPresent())) {
            return Optional.empty();
        }
        // 420: the edge found no route for the host; a second try may land elsewhere, a third never helps.
        if (status == 420 && tries >= 2) {
            return Optional.empty();
        }
        Optional<Duration> told = retryAfter.flatMap(RetryPolicy::parse);
        return told.isEmpty() ? Optional.of(backOff(tries)) : told.filter(wait -> wait.compareTo(longestWait) <= 0);
    }

    private static boolean mayRepeat(HttpRequest request, int status, boolean toldWhen) {
        return switch (status) {
            case 429 -> true;
            // A 503 may also be REQUEST_RUNNING_TOO_LONG, which is after the fact.
            case 503 -> request.repeatable() || toldWhen;
            case 408, 420, 500, 502, 504 -> request.repeatable();
            default -> false;
        };
    }

    private Duration backOff(int tries) {
        long whole = firstWait.toMillis() << Math.min(tries - 1, 10);
        return Duration.ofMillis((long) (whole * (0.5 + random.getAsDouble() / 2)));
    }

    /** Seconds, or a date (RFC 9110, 10.2.3). */
    private static Optional<Duration> parse(String retryAfter) {
        String text = retryAfter.strip();
        try {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            Instant then = DateTimeFormatter.RFC_1123_DATE_TIME
                    .withZone(ZoneOffset.UTC)
                    .parse(text, Instant::from);
            Duration wait = Duration.between(Instant.now(), then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException unreadable) {
            // Told when, but not so that it can be understood: the usual back-off then.
            return Optional.empty();
        }
    }
}
