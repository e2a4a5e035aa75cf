package org.soqljdbc.simulated.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * CSV as a job wants it.
 *
 * @param delimiter between the values of a row
 * @param lineEnding after each row: LF, or CR LF
 */
public record CsvFormat(String delimiterName, char delimiter, String lineEndingName, String lineEnding) {

    private static final Map<String, Character> DELIMITERS =
            Map.of("BACKQUOTE", '`', "CARET", '^', "COMMA", ',', "PIPE", '|', "SEMICOLON", ';', "TAB", '\t');

    /** @throws BulkRefusal CLIENTINPUTERROR for a name that is none of the API's */
    public static CsvFormat of(String delimiterName, String lineEndingName) {
        Character delimiter = DELIMITERS.get(delimiterName);
        boolean known = lineEndingName.equals("LF") || lineEndingName.equals("CRLF");
        if (delimiter == null || !known) {
            throw new BulkRefusal(
                    "CLIENTINPUTERROR",
                    "Unknown column delimiter or line ending: " + delimiterName + ", " + lineEndingName);
        }
        return new CsvFormat(delimiterName, delimiter, lineEndingName, lineEndingName.equals("LF") ? "\n" : "\r\n");
    }

    /** Adds a row, every value in quotes. */
    public void write(StringBuilder text, List<String> row) {
        for (int i = 0; i < row.size(); i++) {
            text.append(i == 0 ? "" : delimiter)
                    .append('"')
                    .append(row.get(i).replace("\"", "\"\""))
                    .append('"');
        }
        text.append(lineEnding);
    }

    /**
     * Reads rows.
     *
     * @throws BulkRefusal InvalidBatch or ClientInputError, which fail the job
     */
    public List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < text.length()) {
            StringBuilder value = new StringBuilder();
            at = text.charAt(at) == '"' ? quoted(text, at + 1, value) : plain(text, at, value);
            row.add(value.toString());
            if (at < text.length() && text.charAt(at) == delimiter) {
                at++;
                if (at == text.length()) {
                    row.add("");
                }
                continue;
            }
            at = endOfLine(text, at);
            boolean blankLine = row.size() == 1 && row.get(0).isEmpty();
            if (!blankLine) {
                rows.add(row);
            }
            row = new ArrayList<>();
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    private int quoted(String text, int start, StringBuilder value) {
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '"') {
                value.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append('"');
                at++;
            } else {
                return at + 1;
            }
        }
        throw new BulkRefusal("InvalidBatch", "A quoted value does not end");
    }

    private int plain(String text, int start, StringBuilder value) {
        int at = start;
        while (at < text.length()
                && text.charAt(at) != delimiter
                && text.charAt(at) != '\n'
                && text.charAt(at) != '\r') {
            if (text.charAt(at) == '"') {
                throw new BulkRefusal("InvalidBatch", "A quote stands in a value that does not begin with one");
            }
            value.append(text.charAt(at++));
        }
        return at;
    }

    private int endOfLine(String text, int at) {
        if (at >= text.length()) {
            return at;
        }
        if (!text.startsWith(lineEnding, at)) {
            throw new BulkRefusal(
                    "ClientInputError",
                    "LineEnding is invalid on user data. Current LineEnding setting is " + lineEndingName);
        }
        return at + lineEnding.length();
    }
}
