package org.soqljdbc.types;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * Bytes that a caller gave as a stream or a Blob: read while they are sent, and not before. Bytes that came as an array are
 * one, and no value of this kind.
 */
public final class GivenBytes {

    /** Opens the bytes at their beginning. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws SQLException;
    }

    private final Opener opener;
    private final OptionalLong length;
    private final boolean again;
    private final AtomicBoolean opened = new AtomicBoolean();

    private GivenBytes(Opener opener, OptionalLong length, boolean again) {
        this.opener = opener;
        this.length = length;
        this.again = again;
    }

    /** Bytes that can be read any number of times. @param length how many they are; empty if unknown */
    public static GivenBytes of(Opener opener, OptionalLong length) {
        return new GivenBytes(opener, length, true);
    }

    /**
     * All bytes of a stream, from where it stands.
     *
     * @param stream read once and closed by whoever reads it
     */
    public static GivenBytes of(InputStream stream) {
        return new GivenBytes(() -> stream, OptionalLong.empty(), false);
    }

    /**
     * The first bytes of a stream, which fails if it ends before.
     *
     * @param stream read once and closed by whoever reads it
     * @param length 0 or more
     */
    public static GivenBytes of(InputStream stream, long length) {
        return new GivenBytes(() -> new Measured(stream, length), OptionalLong.of(length), false);
    }

    /**
     * The bytes from their beginning; the caller closes the stream.
     *
     * @throws SQLException 22023 if they came from a stream that was read before: a statement that is run again needs it
     *     set again
     */
    public InputStream open() throws SQLException {
        if (opened.getAndSet(true) && !again) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "The stream set as a parameter was read by the run before; set the parameter again");
        }
        return opener.open();
    }

    /** How many bytes there are; empty if unknown before they are read. */
    public OptionalLong length() {
        return length;
    }

    /** Whether the bytes can be read a second time. */
    public boolean canBeReadAgain() {
        return again;
    }

    /** So many bytes of a stream, neither fewer nor more. */
    private static final class Measured extends InputStream {

        private final InputStream stream;
        private final long length;
        private long left;

        Measured(InputStream stream, long length) {
            this.stream = stream;
            this.length = length;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            int next = stream.read();
            if (next < 0) {
                throw tooShort();
            }
            left--;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (left == 0) {
                return -1;
            }
            int read = stream.read(into, offset, (int) Math.min(count, left));
            if (read < 0) {
                throw tooShort();
            }
            left -= read;
            return read;
        }

        private IOException tooShort() {
            return new IOException(
                    "The stream ends after " + (length - left) + " bytes, before the length given, " + length);
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
