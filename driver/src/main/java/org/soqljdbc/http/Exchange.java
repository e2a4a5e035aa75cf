package org.soqljdbc.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request and its answer, as the log and the metrics tell of it: once, when the answer has been read or given up. Safe
 * for use by many threads: a page is read by another thread than the one that gets it.
 */
final class Exchange {

    private static final long NANOS_OF_MILLI = 1_000_000L;

    private final HttpRequest request;
    private final long start = System.nanoTime();
    private final CallRecording recording = CallRecording.begin();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile int status;
    private volatile long answeredNanos;
    private volatile String failure = "";
    private volatile String usage = "";
    private volatile long rows = -1;
    private volatile boolean kept;

    Exchange(HttpRequest request) {
        this.request = request;
    }

    void answered(int code) {
        status = code;
        answeredNanos = System.nanoTime() - start;
    }

    /** There was no answer. */
    void failed(IOException cause) {
        failure = cause.getClass().getSimpleName();
        answeredNanos = System.nanoTime() - start;
        tell();
    }

    /** What the service and the connection say of calls used. */
    void usage(String text) {
        usage = text;
    }

    /** How many rows the answer held, or those of them that were read. */
    void rows(long count) {
        rows = count;
    }

    /** From now on {@link #closed} is not the end: the answer is still to be parsed. */
    void keep() {
        kept = true;
    }

    /** All bytes have come, or no more are wanted. */
    void closed() {
        if (!kept) {
            tell();
        }
    }

    /** It is over. Harmless when told already. */
    void tell() {
        if (told.compareAndSet(false, true)) {
            RequestLog.told(line());
            recording.end(request.method(), request.label(), status, failure, rows, usage);
        }
    }

    private String line() {
        StringBuilder line = new StringBuilder(request.toString()).append(' ');
        line.append(failure.isEmpty() ? Integer.toString(status) : failure);
        line.append(' ').append(answeredNanos / NANOS_OF_MILLI).append(" ms");
        if (rows >= 0) {
            line.append(", ").append(rows).append(" rows");
        }
        if (!usage.isEmpty()) {
            line.append(", ").append(usage);
        }
        return line.toString();
    }
}
