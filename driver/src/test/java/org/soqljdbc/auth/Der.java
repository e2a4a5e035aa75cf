package org.soqljdbc.auth;

import java.io.ByteArrayOutputStream;

/** Writes the little DER that tests need. */
final class Der {

    private Der() {}

    static byte[] of(int tag, byte[] content) {
        int size = content.length;
        byte[] head = size < 0x80
                ? new byte[] {(byte) tag, (byte) size}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (size >> 8), (byte) size};
        return join(head, content);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
