package org.soqljdbc.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.soqljdbc.exec.Engine;

/**
 * When the org last answered, so that isValid asks it at most once in an interval. Safe for use by many threads.
 *
 * <p>Any call that succeeded counts; an error of connection or authorization takes the trust away.
 */
final class Liveness {

    /** More than any caller waits; for isValid(0), which sets no limit. */
    private static final Duration UNLIMITED = Duration.ofDays(1);

    private static final long NEVER = Long.MIN_VALUE;

    interface Work<T> {
        T run() throws SQLException;
    }

    private final Engine engine;
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private final AtomicLong answeredAt = new AtomicLong(NEVER);

    /** @param interval how long one answer is trusted; zero for not at all */
    Liveness(Engine engine, Duration interval, LongSupplier nanoTime) {
        this.engine = engine;
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
        if (engine.apiCallsMade() > 0) {
            // Opening the engine asked for a token and got one.
            answered();
        }
    }

    private void answered() {
        long now = nanoTime.getAsLong();
        answeredAt.set(now == NEVER ? now + 1 : now);
    }

    /** Runs work that may call the org and heeds how it went. */
    <T> T heeding(Work<T> work) throws SQLException {
        long callsBefore = engine.apiCallsMade();
        try {
            T answer = work.run();
            if (engine.apiCallsMade() > callsBefore) {
                answered();
            }
            return answer;
        } catch (SQLException failure) {
            String state = failure.getSQLState();
            if (state != null && (state.startsWith("08") || state.startsWith("28"))) {
                answeredAt.set(NEVER);
            }
            throw failure;
        }
    }

    /** @param timeoutSeconds 0 for no limit */
    boolean isLive(int timeoutSeconds) {
        long last = answeredAt.get();
        if (last != NEVER && nanoTime.getAsLong() - last < intervalNanos) {
            return true;
        }
        boolean live = engine.ping(timeoutSeconds == 0 ? UNLIMITED : Duration.ofSeconds(timeoutSeconds));
        if (live) {
            answered();
        }
        return live;
    }
}
