package org.soqljdbc.simulated.data;

import java.nio.charset.StandardCharsets;

/**
 * The content of a base64 field, made when it is asked for.
 *
 * @param seed decides the bytes
 * @param size number of bytes
 */
public record Blob(int seed, int size) {

    /** The bytes: all 256 values occur in a blob of 256 bytes or more. */
    public byte[] bytes() {
        byte[] bytes = new byte[size];
        byte[] head = ("blob " + seed + "\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < size; i++) {
            bytes[i] = i < head.length ? head[i] : (byte) (i + seed);
        }
        return bytes;
    }
}
