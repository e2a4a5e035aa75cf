package org.soqljdbc.simulated.data;

import java.nio.charset.StandardCharsets;

/** The content of a base64 field. */
public sealed interface Blob {

    /** The bytes; not to be changed. */
    byte[] bytes();

    /**
     * Content made when it is asked for: all 256 values occur in a blob of 256 bytes or more.
     *
     * @param seed decides the bytes
     * @param size number of bytes
     */
    record Made(int seed, int size) implements Blob {
        @Override
        public byte[] bytes() {
            byte[] bytes = new byte[size];
            byte[] head = ("blob " + seed + "\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < size; i++) {
                bytes[i] = i < head.length ? head[i] : (byte) (i + seed);
            }
            return bytes;
        }
    }

    /** Content that a client wrote. */
    record Stored(byte[] bytes) implements Blob {}
}
