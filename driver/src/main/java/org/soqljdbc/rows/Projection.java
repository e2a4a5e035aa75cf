package org.soqljdbc.rows;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/** The columns of another stream in another order, some of them several times, with constants between them. */
public final class Projection implements RowStream, RowView {

    private final RowStream rows;
    private final RowStream constants;
    private final List<Column> columns;
    private final int[] slots;

    /**
     * @param columns as the reader sees them
     * @param slots for each column the ordinal in rows; for a constant {@code -1 - ordinal} in constants
     * @param constants a stream that stands on its row
     */
    public Projection(RowStream rows, List<Column> columns, int[] slots, RowStream constants) {
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.slots = slots.clone();
        this.constants = constants;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean advance() throws SQLException {
        return rows.advance();
    }

    private boolean isConstant(int ordinal) {
        return slots[ordinal] < 0;
    }

    @Override
    public RowStream source(int ordinal) {
        return isConstant(ordinal) ? constants : rows;
    }

    @Override
    public int sourceOrdinal(int ordinal) {
        return isConstant(ordinal) ? -1 - slots[ordinal] : slots[ordinal];
    }

    @Override
    public RowValues keep() throws SQLException {
        return new Kept(rows.keep(), this);
    }

    private record Kept(RowValues row, Projection of) implements RowView {

        @Override
        public RowValues source(int ordinal) {
            return of.isConstant(ordinal) ? of.constants : row;
        }

        @Override
        public int sourceOrdinal(int ordinal) {
            return of.sourceOrdinal(ordinal);
        }
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        return source(ordinal).nestedAt(sourceOrdinal(ordinal));
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
