package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.RowView;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/** The rows of RETURNING, read back already. Each kept row has its Id before the columns that were asked for. */
final class ReturnedRows implements RowStream, RowView {

    private final List<Column> columns;
    private final Iterator<RowValues> rows;
    private RowValues current;

    /** @param columns those asked for */
    ReturnedRows(List<Column> columns, List<RowValues> rows) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows).iterator();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean advance() {
        boolean more = rows.hasNext();
        current = more ? rows.next() : null;
        return more;
    }

    @Override
    public RowValues source(int ordinal) {
        return current;
    }

    @Override
    public int sourceOrdinal(int ordinal) {
        return ordinal + 1;
    }

    @Override
    public RowValues keep() {
        return new Kept(current);
    }

    private record Kept(RowValues row) implements RowView {

        @Override
        public RowValues source(int ordinal) {
            return row;
        }

        @Override
        public int sourceOrdinal(int ordinal) {
            return ordinal + 1;
        }
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        throw SqlErrors.of(
                SqlState.INVALID_CAST, "Column " + columns.get(ordinal).label() + " holds no rows");
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
