package org.soqljdbc.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import okhttp3.Response;
import org.soqljdbc.error.CarriedSqlException;

/** A reply's body; turns what breaks it into SQLExceptions, and shows the log what passed. */
final class ReplyStream extends InputStream {

    /** So much of a body is logged at FINEST. */
    private static final int LOGGED_BYTES = 8_192;

    private final Response response;
    private final InputStream bytes;
    private final CallFailures failures;
    private final Runnable over;
    private final Consumer<byte[]> log;
    private final ByteArrayOutputStream logged;
    private boolean closed;

    /**
     * @param over run once when the reply is closed
     * @param log takes the body's beginning when it is closed, or null for no log
     */
    ReplyStream(Response response, CallFailures failures, Runnable over, Consumer<byte[]> log) {
        this.response = response;
        this.bytes = response.body().byteStream();
        this.failures = failures;
        this.over = over;
        this.log = log;
        this.logged = log == null ? null : new ByteArrayOutputStream();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int count = bytes.read(into, offset, length);
            if (logged != null && count > 0) {
                logged.write(into, offset, Math.min(count, LOGGED_BYTES - logged.size()));
            }
            return count;
        } catch (IOException cause) {
            throw new CarriedSqlException(failures.whileReading(cause));
        }
    }

    @Override
    public int available() throws IOException {
        return bytes.available();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            response.close();
            over.run();
            if (log != null) {
                log.accept(logged.toByteArray());
            }
        }
    }
}
