package org.soqljdbc.api.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * Reads CSV as it arrives: UTF-8, cells divided by commas, any of them in quotes with inner quotes doubled, lines ended by
 * LF or CRLF (Bulk API 2.0, "Prepare CSV Files"). Holds one row. Used by one thread.
 */
public final class CsvReader implements AutoCloseable {

    private static final int BUFFER_CHARS = 16 << 10;
    private static final int END = -1;

    private final Reader in;
    private final char[] buffer = new char[BUFFER_CHARS];
    private int at;
    private int limit;

    private char[] row = new char[1_024];
    private int length;
    private int[] ends = new int[32];
    private int cells;
    private long line;

    /** @param csv closed with this; what it throws is explained by {@link ReplyErrors#of} */
    public CsvReader(InputStream csv) {
        this.in = new InputStreamReader(csv, StandardCharsets.UTF_8);
    }

    /**
     * Reads the next row, the header being the first. Answers false at the end.
     *
     * @throws SQLException 08006 if the text ends within quotes or the connection breaks; 08P01 if it is no CSV; as the
     *     stream's carried exception says
     */
    public boolean next() throws SQLException {
        try {
            line++;
            length = 0;
            cells = 0;
            int first = peek();
            if (line == 1 && first == '\uFEFF') {
                at++;
                first = peek();
            }
            if (first == END) {
                return false;
            }
            boolean more = true;
            while (more) {
                more = peek() == '"' ? quotedCell() : plainCell();
                endCell();
            }
            return true;
        } catch (IOException cause) {
            throw ReplyErrors.of(cause);
        }
    }

    /** Cells of the current row. */
    public int size() {
        return cells;
    }

    /** A cell of the current row; "" is how null is told. @param cell from 0 */
    public String text(int cell) {
        int from = start(cell);
        return new String(row, from, ends[cell] - from);
    }

    /** The same without a copy; valid until {@link #next}. */
    public CharSequence chars(int cell) {
        int from = start(cell);
        return CharBuffer.wrap(row, from, ends[cell] - from);
    }

    /** Whether a cell has no characters. */
    public boolean isEmpty(int cell) {
        return ends[cell] == start(cell);
    }

    /** The row's number, the header being 1. */
    public long line() {
        return line;
    }

    private int start(int cell) {
        if (cell < 0 || cell >= cells) {
            throw new IndexOutOfBoundsException(cell);
        }
        return cell == 0 ? 0 : ends[cell - 1];
    }

    /** Reads up to the separator. @return whether another cell follows */
    private boolean plainCell() throws IOException {
        while (true) {
            int next = read();
            switch (next) {
                case ',' -> {
                    return true;
                }
                case '\n', END -> {
                    return false;
                }
                case '\r' -> {
                    if (peek() == '\n') {
                        at++;
                        return false;
                    }
                    append('\r');
                }
                default -> append((char) next);
            }
        }
    }

    private boolean quotedCell() throws IOException, SQLException {
        at++;
        while (true) {
            int next = read();
            if (next == END) {
                throw SqlErrors.of(
                        SqlState.CONNECTION_LOST, "Salesforce's reply ended within row " + line + "; run it again");
            }
            if (next != '"') {
                append((char) next);
            } else if (peek() == '"') {
                at++;
                append('"');
            } else {
                return afterQuotes();
            }
        }
    }

    private boolean afterQuotes() throws IOException, SQLException {
        int next = read();
        if (next == '\r' && peek() == '\n') {
            next = read();
        }
        return switch (next) {
            case ',' -> true;
            case '\n', END -> false;
            default ->
                throw SqlErrors.of(
                        SqlState.PROTOCOL_VIOLATION,
                        "Salesforce's reply is not CSV, at row " + line + ": text after closing quotes");
        };
    }

    private void append(char next) {
        if (length == row.length) {
            row = Arrays.copyOf(row, row.length * 2);
        }
        row[length++] = next;
    }

    private void endCell() {
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[cells++] = length;
    }

    private int read() throws IOException {
        int next = peek();
        at++;
        return next;
    }

    private int peek() throws IOException {
        if (at >= limit) {
            int count = in.read(buffer, 0, buffer.length);
            at = 0;
            limit = Math.max(count, 0);
            if (count <= 0) {
                return END;
            }
        }
        return buffer[at];
    }

    /** Closes the stream below. */
    @Override
    public void close() throws SQLException {
        try {
            in.close();
        } catch (IOException cause) {
            throw ReplyErrors.of(cause);
        }
    }
}
