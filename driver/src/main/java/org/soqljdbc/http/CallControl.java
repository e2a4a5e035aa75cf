package org.soqljdbc.http;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * Ends calls: holds the time-out of one execution and what is in flight for it. Safe for use by many threads.
 *
 * <p>The time-out bounds each wait of the caller (for an execution's first answer, for one further page), not the time
 * the caller spends between rows.
 */
public final class CallControl {

    private final Optional<Duration> timeout;
    private final List<Runnable> inFlight = new ArrayList<>();
    private final AtomicLong calls;
    private boolean cancelled;

    public CallControl(Optional<Duration> timeout) {
        this(timeout, new AtomicLong());
    }

    private CallControl(Optional<Duration> timeout, AtomicLong calls) {
        this.timeout = timeout;
        this.calls = calls;
    }

    /** Without a time-out. */
    public static CallControl unlimited() {
        return new CallControl(Optional.empty());
    }

    /** Without a time-out, and with an end of its own; calls are counted together with this one's. */
    CallControl part() {
        return new CallControl(Optional.empty(), calls);
    }

    /** The most one wait may last. */
    public Optional<Duration> timeout() {
        return timeout;
    }

    /** Counts a call made for this execution. @return how many there are now */
    public long countCall() {
        return calls.incrementAndGet();
    }

    /** The calls counted so far. */
    public long callsMade() {
        return calls.get();
    }

    /** Ends what is in flight, and lets nothing more begin. */
    public void cancel() {
        List<Runnable> toEnd;
        synchronized (this) {
            cancelled = true;
            toEnd = List.copyOf(inFlight);
            inFlight.clear();
        }
        toEnd.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** @throws SQLException 57014 if cancelled */
    public void requireNotCancelled() throws SQLException {
        if (isCancelled()) {
            throw cancelledError();
        }
    }

    /** Registers how to end a call; runs it at once if already cancelled. @return to be run when the call is over */
    public Runnable register(Runnable end) {
        synchronized (this) {
            if (!cancelled) {
                inFlight.add(end);
                return () -> forget(end);
            }
        }
        end.run();
        return () -> {};
    }

    /** Waits as told, or until cancelled. @throws SQLException 57014 if cancelled or the thread is interrupted */
    public void pause(Duration time) throws SQLException {
        CountDownLatch end = new CountDownLatch(1);
        Runnable over = register(end::countDown);
        try {
            if (end.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw cancelledError();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw interruptedError(interrupted);
        } finally {
            over.run();
        }
    }

    static SQLException cancelledError() {
        return SqlErrors.of(SqlState.CANCELLED, "The statement was cancelled");
    }

    static SQLException interruptedError(Exception cause) {
        return SqlErrors.of(SqlState.CANCELLED, "The thread was interrupted while it waited for the server", cause);
    }

    private synchronized void forget(Runnable end) {
        inFlight.remove(end);
    }
}
