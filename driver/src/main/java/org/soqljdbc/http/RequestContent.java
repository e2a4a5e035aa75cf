package org.soqljdbc.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** A request's body: bytes at hand, or bytes made while they are sent. */
public interface RequestContent {

    /** With its charset. */
    String contentType();

    /** How many bytes {@link #writeTo} writes; empty if that is known only afterwards: then it is sent in chunks. */
    OptionalLong length();

    /** Whether {@link #writeTo} can run once only, since the bytes come from a stream. */
    boolean isOnce();

    /** Whether {@link #writeTo} can begin now, for the first time or again. */
    boolean canBeSent();

    /**
     * Writes all bytes; does not close.
     *
     * @throws IOException of the output; or {@link org.soqljdbc.error.CarriedSqlException} if the bytes cannot be had:
     *     the call then fails with what it carries, and the other side got no whole request
     */
    void writeTo(OutputStream out) throws IOException;

    /** The body's beginning as the log shows it, at most so many characters. */
    default String shown(int most) {
        return "(bytes that are made while they are sent)";
    }

    /** Bytes at hand. @param contentType with its charset */
    static RequestContent of(String contentType, byte[] bytes) {
        return new Bytes(contentType, bytes);
    }

    /** Bytes at hand. */
    record Bytes(String contentType, byte[] bytes) implements RequestContent {

        @Override
        public OptionalLong length() {
            return OptionalLong.of(bytes.length);
        }

        @Override
        public boolean isOnce() {
            return false;
        }

        @Override
        public boolean canBeSent() {
            return true;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }

        @Override
        public String shown(int most) {
            return new String(bytes, 0, Math.min(most, bytes.length), StandardCharsets.UTF_8);
        }
    }
}
