package org.soqljdbc.api.bulk;

import java.nio.charset.StandardCharsets;

/**
 * One line of CSV as Bulk API 2.0 takes it: UTF-8, commas, LF, quotes where a cell needs them (Bulk API 2.0, "Prepare CSV
 * Files").
 */
final class CsvLine {

    private final StringBuilder text = new StringBuilder(256);
    private boolean any;

    /** Begins an empty line. */
    void clear() {
        text.setLength(0);
        any = false;
    }

    void add(CharSequence cell) {
        if (any) {
            text.append(',');
        }
        any = true;
        if (!needsQuotes(cell)) {
            text.append(cell);
            return;
        }
        text.append('"');
        for (int i = 0; i < cell.length(); i++) {
            char next = cell.charAt(i);
            if (next == '"') {
                text.append('"');
            }
            text.append(next);
        }
        text.append('"');
    }

    /** The line with its end. */
    byte[] bytes() {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean needsQuotes(CharSequence cell) {
        int length = cell.length();
        if (length > 0 && (isBlank(cell.charAt(0)) || isBlank(cell.charAt(length - 1)))) {
            // Kept as data even so; quoted for readers that trim.
            return true;
        }
        for (int i = 0; i < length; i++) {
            char next = cell.charAt(i);
            if (next == ',' || next == '"' || next == '\n' || next == '\r') {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(char next) {
        return next == ' ' || next == '\t';
    }
}
