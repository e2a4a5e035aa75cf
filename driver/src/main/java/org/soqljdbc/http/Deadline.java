package org.soqljdbc.http;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Until when one wait may last, and who may end it earlier. Made once for a wait and passed down. */
public final class Deadline {

    private final CallControl control;
    private final Optional<Duration> allowed;
    private final long start = System.nanoTime();

    private Deadline(CallControl control, Optional<Duration> allowed) {
        this.control = control;
        this.allowed = allowed.filter(time -> !time.isZero());
    }

    /** The wait begins now and may last as long as the control allows. */
    public static Deadline of(CallControl control) {
        return new Deadline(control, control.timeout());
    }

    /** The wait begins now. @param allowed zero for no limit */
    public static Deadline after(Duration allowed, CallControl control) {
        return new Deadline(control, Optional.of(allowed));
    }

    public CallControl control() {
        return control;
    }

    /** What is left, more than zero; empty for no limit. @throws SQLException HYT00 if nothing is, 57014 if cancelled */
    Optional<Duration> remaining() throws SQLException {
        control.requireNotCancelled();
        if (allowed.isEmpty()) {
            return allowed;
        }
        Duration left = allowed.get().minusNanos(System.nanoTime() - start);
        if (left.isNegative() || left.isZero()) {
            throw timedOut(null);
        }
        return Optional.of(left);
    }

    /** Whether a pause would end in time; if not, what went wrong says more than that time is over. */
    boolean allows(Duration pause) {
        return allowed.isEmpty()
                || allowed.get().minusNanos(System.nanoTime() - start).compareTo(pause) > 0;
    }

    boolean hasPassed() {
        return allowed.isPresent() && System.nanoTime() - start >= allowed.get().toNanos();
    }

    /** Waits as told, within what is left. @throws SQLException HYT00, at once, if the wait would outlast it; 57014 */
    public void pause(Duration time) throws SQLException {
        Optional<Duration> left = remaining();
        if (left.isPresent() && left.get().compareTo(time) <= 0) {
            throw timedOut(null);
        }
        control.pause(time);
    }

    /** Waits for a result that another thread makes. @throws SQLException its failure; HYT00; 57014 */
    public <T> T await(CompletableFuture<T> result) throws SQLException {
        CompletableFuture<T> mine = result.copy();
        Runnable over = control.register(() -> mine.completeExceptionally(CallControl.cancelledError()));
        try {
            Optional<Duration> left = remaining();
            return left.isPresent() ? mine.get(left.get().toNanos(), TimeUnit.NANOSECONDS) : mine.get();
        } catch (ExecutionException failed) {
            throw sqlCause(failed);
        } catch (TimeoutException passed) {
            throw timedOut(passed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CallControl.interruptedError(interrupted);
        } finally {
            over.run();
        }
    }

    SQLException timedOut(Throwable cause) {
        String seconds =
                allowed.map(time -> " of " + time.toMillis() / 1_000.0 + " s").orElse("");
        return SqlErrors.of(SqlState.TIMED_OUT, "No answer within the time-out" + seconds, cause);
    }

    private static SQLException sqlCause(ExecutionException failed) {
        Throwable cause = failed.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof SQLException told) {
            return told;
        }
        return SqlErrors.of(SqlState.GENERAL, "A call failed: " + cause, cause);
    }
}
