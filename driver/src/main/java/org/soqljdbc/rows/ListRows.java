package org.soqljdbc.rows;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/** Rows that are already there: metadata, COUNT(), generated keys. */
public final class ListRows implements RowStream, RowView {

    private final List<Column> columns;
    private final Iterator<Object[]> rows;
    private Values current;

    /**
     * @param rows each with a String, Number, Boolean or null for each column; neither the list nor the arrays may
     *     change any more
     */
    public ListRows(List<Column> columns, List<Object[]> rows) {
        this.columns = List.copyOf(columns);
        this.rows = rows.iterator();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean advance() {
        boolean more = rows.hasNext();
        current = more ? new Values(rows.next()) : null;
        return more;
    }

    @Override
    public RowValues keep() {
        return current;
    }

    @Override
    public RowValues source(int ordinal) {
        return current;
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        throw SqlErrors.of(
                SqlState.INVALID_CAST,
                "Column " + columns.get(ordinal).label() + " holds no rows: only a child subquery does");
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private record Values(Object[] values) implements RowValues {

        @Override
        public boolean isNull(int ordinal) {
            return values[ordinal] == null;
        }

        @Override
        public CharSequence textAt(int ordinal) {
            Object value = values[ordinal];
            return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
        }

        @Override
        public boolean booleanAt(int ordinal) {
            return String.valueOf(values[ordinal]).equals("true");
        }
    }
}
