package org.soqljdbc.api.bulk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.FieldValue;
import org.soqljdbc.api.write.WireText;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** The columns of an ingest job, as its first record has them, and the cells of each further one. */
final class CsvColumns {

    static final String NULL = "#N/A";

    /** Characters of a cell and of a record (Bulk API 2.0, "Limits"). */
    static final int LONGEST_CELL = 131_072;

    static final int LONGEST_RECORD = 400_000;

    private static final String ID = "Id";

    private final boolean withId;
    private final List<String> fields;
    private final List<String> headers;

    private CsvColumns(boolean withId, List<String> fields, List<String> headers) {
        this.withId = withId;
        this.fields = fields;
        this.headers = headers;
    }

    static CsvColumns of(WriteRecord first) {
        List<String> fields = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        if (first.id().isPresent()) {
            headers.add(ID);
        }
        for (FieldValue value : first.values()) {
            fields.add(value.field());
            headers.add(header(value));
        }
        return new CsvColumns(first.id().isPresent(), fields, headers);
    }

    /** {@code Name}, {@code Account.Ext__c}, or {@code Group:Owner.Ext__c} where the lookup may lead to several objects. */
    private static String header(FieldValue value) {
        if (value.value() instanceof WriteValue.ParentKey parent) {
            String path = parent.relationship() + "." + parent.keyField();
            return parent.type().map(type -> type + ":" + path).orElse(path);
        }
        return value.field();
    }

    /**
     * Whether a job can carry a record: CSV has no way to say the text {@code #N/A}, which means null there, nor bytes, nor
     * rows that are yet to be inserted, nor very long texts.
     */
    static boolean carries(WriteRecord row) {
        long characters = 0;
        for (FieldValue value : row.values()) {
            WriteValue plain = value.value() instanceof WriteValue.ParentKey parent ? parent.key() : value.value();
            if (plain instanceof WriteValue.Bytes || plain instanceof WriteValue.NewRow) {
                return false;
            }
            String text = WireText.of(plain).orElse("");
            if (text.equals(NULL) || text.length() > LONGEST_CELL) {
                return false;
            }
            // Quotes and separators count too.
            characters += 2L * text.length() + 3;
        }
        return characters <= LONGEST_RECORD;
    }

    List<String> headers() {
        return headers;
    }

    /**
     * Puts a record's cells into a line.
     *
     * @return what {@link RowHashes} knows the record by
     * @throws SQLException 22023 if it has other fields than the first, or cannot be carried
     */
    long write(WriteRecord row, CsvLine line) throws SQLException {
        requireFit(row);
        line.clear();
        long hash = RowHashes.START;
        if (withId) {
            String id = row.id().orElseThrow();
            line.add(id);
            hash = RowHashes.with(hash, id);
        }
        for (FieldValue value : row.values()) {
            String cell = cell(value.value());
            line.add(cell);
            hash = RowHashes.with(hash, cell);
        }
        return hash;
    }

    private static String cell(WriteValue value) {
        // An empty cell would leave the field as it is.
        Optional<String> text = WireText.of(value).filter(some -> !some.isEmpty());
        return text.orElse(NULL);
    }

    private void requireFit(WriteRecord row) throws SQLException {
        boolean fits = row.id().isPresent() == withId && row.values().size() == fields.size();
        for (int i = 0; fits && i < fields.size(); i++) {
            FieldValue value = row.values().get(i);
            fits = value.field().equals(fields.get(i)) && header(value).equals(headers.get(withId ? i + 1 : i));
        }
        if (!fits || !carries(row)) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "A row of " + row.object() + " cannot be written in bulk: "
                            + (fits
                                    ? "its texts are too long, or one is " + NULL
                                    : "its columns are others than the" + " first row's")
                            + ". Set bulk=never");
        }
    }
}
