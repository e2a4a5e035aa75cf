package org.soqljdbc.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.soqljdbc.types.Column;

/** Writes JSON: a value as it was read, and rows as a list of objects. */
public final class JsonText {

    private static final Set<String> PAGE_MEMBERS = Set.of("totalSize", "done", "nextRecordsUrl", "records");

    private JsonText() {}

    /**
     * Writes all rows that are left as {@code [{"label":value,...},...]}, without blanks. Closes nothing.
     *
     * <p>Numbers stand as on the wire; dates and times as text; JSON values and child rows as they are.
     */
    public static String array(RowStream rows) throws SQLException {
        List<Column> columns = rows.columns();
        StringBuilder out = new StringBuilder("[");
        while (rows.advance()) {
            out.append(out.length() > 1 ? ",{" : "{");
            for (int ordinal = 0; ordinal < columns.size(); ordinal++) {
                appendText(
                        out.append(ordinal > 0 ? "," : ""), columns.get(ordinal).label());
                out.append(':');
                appendValue(out, columns.get(ordinal), rows, ordinal);
            }
            out.append('}');
        }
        return out.append(']').toString();
    }

    private static void appendValue(StringBuilder out, Column column, RowStream rows, int ordinal) throws SQLException {
        if (rows.isNull(ordinal)) {
            out.append("null");
            return;
        }
        CharSequence text = rows.textAt(ordinal);
        switch (column.type()) {
            case BOOLEAN, INT, LONG, DOUBLE, CURRENCY, PERCENT, ADDRESS, LOCATION, COMPLEX_VALUE, CHILD_ROWS ->
                out.append(text);
            default -> appendText(out, text);
        }
    }

    /**
     * Copies the object or array the parser is at, without blanks.
     *
     * <p>The {@code attributes} objects of the records in a child subquery are left out: nothing was asked for that is
     * in them. Everywhere else such a member is a value as any other, and stays.
     *
     * @param parser at START_OBJECT or START_ARRAY; left at the matching end
     */
    static String capture(JsonParser parser) throws IOException {
        StringBuilder out = new StringBuilder();
        boolean page = false;
        JsonToken before = null;
        int depth = 0;
        JsonToken token = parser.currentToken();
        while (true) {
            if (token == null) {
                throw new EOFException("the reply ended inside a value");
            }
            if (token == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                page |= depth == 1 && before == JsonToken.START_OBJECT && PAGE_MEMBERS.contains(name);
                if (page && value == JsonToken.START_OBJECT && name.equals("attributes")) {
                    parser.skipChildren();
                    token = parser.nextToken();
                } else {
                    appendText(out.append(before == JsonToken.START_OBJECT ? "" : ","), name);
                    out.append(':');
                    before = JsonToken.FIELD_NAME;
                    token = value;
                }
                continue;
            }
            boolean opens = token.isStructStart();
            boolean closes = token.isStructEnd();
            boolean follows = before != null && before != JsonToken.FIELD_NAME && !before.isStructStart();
            if (!closes && follows) {
                out.append(',');
            }
            if (token == JsonToken.VALUE_STRING) {
                appendText(out, parser.getText());
            } else {
                out.append(parser.getText());
            }
            depth += opens ? 1 : closes ? -1 : 0;
            if (depth == 0) {
                return out.toString();
            }
            before = token;
            token = parser.nextToken();
        }
    }

    /** Writes text in double quotes, escaped as RFC 8259 demands and no further. */
    static void appendText(StringBuilder out, CharSequence text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
