package org.soqljdbc.http;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Pipe;
import okio.Sink;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * A call made by a worker, and its body on the way to a consumer that may be slower. The worker waits for the network and
 * decompresses while the consumer parses; up to {@link #BUFFERED_BYTES} wait in between, so that a page asked for ahead
 * does not hang on the server keeping a socket open for long.
 *
 * <p>One thread consumes; {@link #close} and the control's cancel may come from any other.
 */
public final class PumpedBody implements AutoCloseable {

    /** Some ten usual pages of 2,000 rows; what is bigger waits in the sockets' own buffers. */
    static final long BUFFERED_BYTES = 8L << 20;

    private static final int COPIED_BYTES = 32 << 10;

    // A server gives a query's reader 30 minutes too (REST API Developer Guide, "API Limits"); a consumer that neither
    // reads nor closes for so long has been forgotten, and must not hold a thread for ever.
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);

    // A consumer that has read the last brace closes before the worker has seen the end of the body. Reading on for
    // this little keeps the connection; a body with more left is not worth it.
    private static final int DRAINED_BYTES = 64 << 10;
    private static final Duration DRAINED_TIME = Duration.ofMillis(50);

    /** Makes the call. */
    @FunctionalInterface
    public interface Opener {

        /** @return a reply with a status the consumer can use. @throws SQLException if there is none */
        HttpReply open(Deadline deadline) throws SQLException;
    }

    /** What stands before the body. @param headers answers the first header of a name, ignoring case */
    public record Head(int status, Function<String, Optional<String>> headers) {

        public Optional<String> header(String name) {
            return headers.apply(name);
        }
    }

    private final CallControl control;
    private final CallControl worker;
    private final Runnable over;
    private final Pipe pipe = new Pipe(BUFFERED_BYTES);
    private final BufferedSource source = Okio.buffer(pipe.source());
    private final CompletableFuture<Head> head = new CompletableFuture<>();
    private final AtomicReference<SQLException> failure = new AtomicReference<>();
    private final InputStream stream = new Consumed();
    private volatile Exchange exchange;
    private volatile boolean ended;
    private volatile boolean closed;
    private long waitedNanos;

    private PumpedBody(CallControl control) {
        this.control = control;
        this.worker = control.part();
        this.over = control.register(() -> fail(CallControl.cancelledError()));
    }

    /** Begins the call and returns at once. @param control ends it; bounds each wait of the consumer */
    public static PumpedBody start(Opener opener, CallControl control) {
        PumpedBody body = new PumpedBody(control);
        Workers.executor().execute(() -> body.pump(opener));
        return body;
    }

    /** Waits until the reply has begun. @throws SQLException what the call failed with; HYT00; 57014 */
    public Head head() throws SQLException {
        long start = System.nanoTime();
        try {
            return remaining().await(head);
        } catch (SQLException cause) {
            fail(cause);
            throw cause;
        } finally {
            waitedNanos += System.nanoTime() - start;
        }
    }

    /** The decompressed body. What it throws is always a {@link CarriedSqlException}; closing it closes this. */
    public InputStream stream() {
        return stream;
    }

    /** Ends the call if it is not over. Harmless when already closed. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!ended && head.isDone() && failure.get() == null) {
            drain();
        }
        fail(SqlErrors.of(SqlState.CONNECTION_CLOSED, "The reply was closed"));
        over.run();
        tell();
    }

    private void drain() {
        pipe.source().timeout().timeout(DRAINED_TIME.toNanos(), TimeUnit.NANOSECONDS);
        try {
            // False at the end of the body, which is what is hoped for.
            source.request(DRAINED_BYTES);
        } catch (IOException unfinished) {
            // The call is cancelled next.
            return;
        }
    }

    /** Tells the log how many rows were read. */
    public void rows(long count) {
        Exchange told = exchange;
        if (told != null) {
            told.rows(count);
        }
    }

    private void tell() {
        Exchange over = exchange;
        if (over != null) {
            over.tell();
        }
    }

    private void pump(Opener opener) {
        try (HttpReply reply = opener.open(Deadline.of(worker))) {
            exchange = reply.exchange();
            exchange.keep();
            head.complete(new Head(reply.status(), reply::header));
            copy(reply.body());
            ended = true;
        } catch (SQLException told) {
            fail(told);
        } catch (CarriedSqlException carried) {
            fail(carried.carried());
        } catch (IOException closedPipe) {
            // The pipe: closed by the consumer, who has the first reason already, or full for too long.
            fail(SqlErrors.of(
                    SqlState.CONNECTION_LOST,
                    "The rows were not read for " + FORGOTTEN.toMinutes() + " minutes",
                    closedPipe));
        } catch (RuntimeException | Error fault) {
            // A worker's fault must reach the consumer, who else would wait for ever.
            fail(SqlErrors.of(SqlState.GENERAL, "A call failed: " + fault, fault));
        }
        if (closed) {
            // The consumer went before there was anything to tell.
            tell();
        }
    }

    private void copy(InputStream body) throws IOException {
        // Closed only after the last byte: to the consumer a closed sink is the end of a whole body.
        Sink sink = pipe.sink();
        sink.timeout().timeout(FORGOTTEN.toNanos(), TimeUnit.NANOSECONDS);
        Buffer buffer = new Buffer();
        byte[] bytes = new byte[COPIED_BYTES];
        for (int count = body.read(bytes); count >= 0; count = body.read(bytes)) {
            buffer.write(bytes, 0, count);
            sink.write(buffer, buffer.size());
        }
        sink.close();
    }

    /** Ends everything for a reason; the first reason is the one the consumer hears. */
    private void fail(SQLException reason) {
        failure.compareAndSet(null, reason);
        head.completeExceptionally(reason);
        worker.cancel();
        pipe.cancel();
    }

    private Deadline remaining() throws SQLException {
        if (control.timeout().isEmpty()) {
            return Deadline.of(control);
        }
        Duration left = control.timeout().get().minusNanos(waitedNanos);
        if (left.isNegative() || left.isZero()) {
            throw Deadline.of(control).timedOut(null);
        }
        return Deadline.after(left, control);
    }

    /** The consumer's end of the pipe. */
    private final class Consumed extends InputStream {

        private final InputStream bytes = source.inputStream();

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (control.timeout().isEmpty()) {
                return readNow(into, offset, length);
            }
            long start = System.nanoTime();
            try {
                long left = control.timeout().get().toNanos() - waitedNanos;
                if (left <= 0) {
                    throw timedOut(null);
                }
                pipe.source().timeout().timeout(left, TimeUnit.NANOSECONDS);
                return readNow(into, offset, length);
            } finally {
                waitedNanos += System.nanoTime() - start;
            }
        }

        private int readNow(byte[] into, int offset, int length) throws IOException {
            try {
                return bytes.read(into, offset, length);
            } catch (IOException cause) {
                throw explained(cause);
            }
        }

        private CarriedSqlException explained(IOException cause) {
            SQLException reason = failure.get();
            if (reason == null && Thread.currentThread().isInterrupted()) {
                reason = CallControl.interruptedError(cause);
            }
            if (reason == null) {
                return timedOut(cause);
            }
            fail(reason);
            return new CarriedSqlException(reason);
        }

        private CarriedSqlException timedOut(IOException cause) {
            SQLException reason = Deadline.of(control).timedOut(cause);
            fail(reason);
            return new CarriedSqlException(reason);
        }

        @Override
        public int available() throws IOException {
            return bytes.available();
        }

        @Override
        public void close() {
            PumpedBody.this.close();
        }
    }
}
