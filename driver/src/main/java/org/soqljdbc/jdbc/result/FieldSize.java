package org.soqljdbc.jdbc.result;

import java.nio.charset.StandardCharsets;

/** Cuts text to {@code setMaxFieldSize}, which counts bytes: those of UTF-8 here, never half a character. */
final class FieldSize {

    private FieldSize() {}

    /** @param bytes more than 0 */
    static String cut(String text, int bytes) {
        // No character takes more than three bytes for each char of a String.
        if (text == null || text.length() <= bytes / 3) {
            return text;
        }
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            used += text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) {
                return text.substring(0, end);
            }
            end = next;
        }
        return text;
    }
}
