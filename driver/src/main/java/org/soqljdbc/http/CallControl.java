package org.soqljdbc.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends calls: holds the time-out of one execution and what is in flight for it. Safe for use by many threads.
 *
 * <p>The time-out bounds each wait of the caller (for an execution's first answer, for one further page), not the time
 * the caller spends between rows.
 */
public final class CallControl {

    private final Optional<Duration> timeout;
    private final List<Runnable> inFlight = new ArrayList<>();
    private boolean cancelled;

    public CallControl(Optional<Duration> timeout) {
        this.timeout = timeout;
    }

    /** Without a time-out. */
    public static CallControl unlimited() {
        return new CallControl(Optional.empty());
    }

    /** The most one wait may last. */
    public Optional<Duration> timeout() {
        return timeout;
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

    private synchronized void forget(Runnable end) {
        inFlight.remove(end);
    }
}
