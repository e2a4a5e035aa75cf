package org.soqljdbc.jdbc.argument;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.sql.SQLException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Reads the streams a caller hands over. */
public final class StreamText {

    /** More than any value can hold: to the stream's end. */
    public static final long ALL = Long.MAX_VALUE;

    /**
     * The longest text a caller's stream may hold, in chars or bytes. No statement is longer than 100,000 characters
     * (SOQL and SOSL Reference, "SOQL Limits"), so what is beyond this could not be sent; the bound keeps a stream
     * without end from filling the memory.
     */
    private static final int LONGEST = 16 * 1024 * 1024;

    private StreamText() {}

    /** @return null for null. @throws SQLException 22023 if the stream fails, is too long, or ends before its length */
    public static String read(Reader reader, long chars) throws SQLException {
        if (reader == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        char[] part = new char[8_192];
        try {
            while (text.length() < chars) {
                int count = reader.read(part, 0, (int) Math.min(part.length, chars - text.length()));
                if (count < 0) {
                    requireWhole(text.length(), chars);
                    break;
                }
                text.append(part, 0, count);
                requireShort(text.length());
            }
            return text.toString();
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /** @return null for null. @throws SQLException 22023 if the stream fails, is too long, or ends before its length */
    public static byte[] read(InputStream stream, long bytes) throws SQLException {
        if (stream == null) {
            return null;
        }
        try {
            byte[] all = stream.readNBytes((int) Math.min(bytes, LONGEST + 1L));
            requireShort(all.length);
            requireWhole(all.length, bytes);
            return all;
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    private static void requireShort(long length) throws SQLException {
        if (length > LONGEST) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "The stream is longer than " + LONGEST + ", more than a statement can hold");
        }
    }

    private static void requireWhole(long length, long promised) throws SQLException {
        if (promised != ALL && length < promised) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "The stream ends after " + length + ", before the length given, " + promised);
        }
    }

    private static SQLException unreadable(IOException broken) {
        return SqlErrors.of(
                SqlState.INVALID_PARAMETER_VALUE, "The stream cannot be read: " + broken.getMessage(), broken);
    }
}
