package org.soqljdbc.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.error.ReplyErrors;

/**
 * Reads one page of a query's reply as it arrives, one record at a time. Not thread-safe; the caller closes the parser.
 *
 * <p>A page is {@code {"totalSize":n,"done":b,"nextRecordsUrl":"...","records":[...]}}; the members may stand in any
 * order, {@code nextRecordsUrl} also after the records. A child subquery's value has the same shape, so its pages are
 * read here too.
 *
 * <p>Of a record only what {@link RecordShape} names is looked at. A member that is missing, null, or below a parent
 * that is, leaves its slot null. A JSON object or array where a value is expected (address, location, complexvalue, child
 * subquery) is kept as compact JSON text, as {@link JsonText#capture} describes.
 */
public final class PageReader {

    private static final String ATTRIBUTES = "attributes";

    private final JsonParser parser;
    private final Cursor root;
    private Optional<String> nextRecordsUrl = Optional.empty();
    private long totalSize = -1;
    private boolean recordsSeen;
    private boolean inRecords;

    private PageReader(JsonParser parser, RecordShape shape) {
        this.parser = parser;
        this.root = new Cursor(shape.root());
    }

    /**
     * Reads a page up to its first record.
     *
     * @param parser at the page's START_OBJECT, or before its first token
     * @throws SQLException 08P01 if this is no page; 08006 if it ends too early or the connection breaks; whatever a
     *     {@link org.soqljdbc.error.CarriedSqlException} of the stream carries
     */
    public static PageReader open(JsonParser parser, RecordShape shape) throws SQLException {
        PageReader reader = new PageReader(parser, shape);
        try {
            JsonToken first = parser.currentToken() == null ? parser.nextToken() : parser.currentToken();
            if (first != JsonToken.START_OBJECT) {
                throw ReplyErrors.unexpected(first, "a page of records", parser);
            }
            reader.readMembers();
        } catch (IOException broken) {
            throw ReplyErrors.of(broken);
        }
        return reader;
    }

    /**
     * Reads the next record.
     *
     * @param row filled with it; untouched at the end of the page
     * @return false at the end of the page, which is then read to its last character
     * @throws SQLException as {@link #open}
     */
    public boolean next(RowBuffer row) throws SQLException {
        if (!inRecords) {
            return false;
        }
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                row.clear();
                readRecord(root, row);
                return true;
            }
            if (token != JsonToken.END_ARRAY) {
                throw ReplyErrors.unexpected(token, "a record", parser);
            }
            inRecords = false;
            readMembers();
            return false;
        } catch (IOException broken) {
            throw ReplyErrors.of(broken);
        }
    }

    /**
     * Where the next page is, as the reply spells it; as soon as it was read, which is mostly before the first record
     * and at the latest when {@link #next} has answered false.
     */
    public Optional<String> nextRecordsUrl() {
        return nextRecordsUrl;
    }

    /** Rows of the whole query, not of this page; -1 if not (yet) told, as for some external objects. */
    public long totalSize() {
        return totalSize;
    }

    /** Reads members of the page up to the records, or to its end. */
    private void readMembers() throws IOException, SQLException {
        JsonToken token = parser.nextToken();
        for (; token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("records") && value == JsonToken.START_ARRAY) {
                if (recordsSeen) {
                    throw ReplyErrors.unexpected(value, "one list of records", parser);
                }
                recordsSeen = true;
                inRecords = true;
                return;
            }
            readMember(name, value);
        }
        if (token != JsonToken.END_OBJECT) {
            throw ReplyErrors.unexpected(token, "the end of the page", parser);
        }
        if (!recordsSeen) {
            throw ReplyErrors.unexpected(token, "a list of records", parser);
        }
    }

    private void readMember(String name, JsonToken value) throws IOException, SQLException {
        switch (name) {
            case "nextRecordsUrl" -> {
                if (value == JsonToken.VALUE_STRING) {
                    nextRecordsUrl = Optional.of(parser.getText());
                } else if (value != JsonToken.VALUE_NULL) {
                    throw ReplyErrors.unexpected(value, "text for nextRecordsUrl", parser);
                }
            }
            case "totalSize" -> {
                if (value != JsonToken.VALUE_NUMBER_INT) {
                    throw ReplyErrors.unexpected(value, "a number for totalSize", parser);
                }
                totalSize = parser.getLongValue();
            }
            case "records" -> {
                // The SOAP documentation shows null for COUNT(); REST is recorded with an empty list.
                if (value != JsonToken.VALUE_NULL) {
                    throw ReplyErrors.unexpected(value, "a list of records", parser);
                }
                recordsSeen = true;
            }
            default -> parser.skipChildren();
        }
    }

    /** Reads the members of an object, whose START_OBJECT was read, into their slots. */
    private void readRecord(Cursor cursor, RowBuffer row) throws IOException, SQLException {
        int expected = 0;
        while (true) {
            int index;
            // Members mostly come in the order of the SELECT list: comparing with the one expected needs no look-up.
            if (expected < cursor.size() && parser.nextFieldName(cursor.spelling(expected))) {
                index = expected;
            } else {
                JsonToken token = expected < cursor.size() ? parser.currentToken() : parser.nextToken();
                if (token == JsonToken.END_OBJECT) {
                    return;
                }
                if (token != JsonToken.FIELD_NAME) {
                    throw ReplyErrors.unexpected(token, "a member of a record", parser);
                }
                index = cursor.indexOf(parser.currentName());
            }
            JsonToken value = parser.nextToken();
            if (index < 0) {
                parser.skipChildren();
            } else {
                readValue(cursor, index, value, row);
                expected = index + 1;
            }
        }
    }

    private void readValue(Cursor cursor, int index, JsonToken value, RowBuffer row) throws IOException, SQLException {
        int slot = cursor.slot(index);
        if (slot < 0) {
            if (value == JsonToken.START_OBJECT) {
                readRecord(cursor.parent(index), row);
            } else {
                parser.skipChildren();
            }
            return;
        }
        switch (value) {
            case VALUE_NULL -> {}
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                row.set(slot, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            case VALUE_TRUE -> row.set(slot, "true");
            case VALUE_FALSE -> row.set(slot, "false");
            case START_OBJECT, START_ARRAY -> row.set(slot, JsonText.capture(parser));
            default -> throw ReplyErrors.unexpected(value, "a value", parser);
        }
    }

    /** A node of the shape with the spelling its members have on this page. */
    private static final class Cursor {

        /** No reply has more names than this; a bound all the same, for names come from outside. */
        private static final int MOST_NAMES = 2_000;

        private final RecordShape.Node node;
        private final SerializedString[] spellings;
        private final int[] slots;
        private final Cursor[] parents;
        private final Map<String, Integer> seen = new HashMap<>();

        Cursor(RecordShape.Node node) {
            this.node = node;
            int size = node.size();
            this.spellings = new SerializedString[size];
            this.slots = new int[size];
            this.parents = new Cursor[size];
            for (int index = 0; index < size; index++) {
                RecordShape.Member member = node.member(index);
                spellings[index] = new SerializedString(member.name());
                slots[index] = member.slot();
                parents[index] = member.parent() == null ? null : new Cursor(member.parent());
            }
        }

        int size() {
            return slots.length;
        }

        SerializedString spelling(int index) {
            return spellings[index];
        }

        int slot(int index) {
            return slots[index];
        }

        Cursor parent(int index) {
            return parents[index];
        }

        int indexOf(String name) {
            if (name.equals(ATTRIBUTES)) {
                return -1;
            }
            Integer known = seen.get(name);
            if (known != null) {
                return known;
            }
            int index = node.indexOf(name);
            if (seen.size() < MOST_NAMES) {
                seen.put(name, index);
            }
            if (index >= 0) {
                spellings[index] = new SerializedString(name);
            }
            return index;
        }
    }
}
