package org.soqljdbc.rows;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/** The columns of another stream in another order, some of them several times, with constants between them. */
public final class Projection implements RowStream {

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

    private RowValues source(int ordinal) {
        return slots[ordinal] < 0 ? constants : rows;
    }

    private int at(int ordinal) {
        return slots[ordinal] < 0 ? -1 - slots[ordinal] : slots[ordinal];
    }

    @Override
    public boolean isNull(int ordinal) {
        return source(ordinal).isNull(at(ordinal));
    }

    @Override
    public CharSequence textAt(int ordinal) throws SQLException {
        return source(ordinal).textAt(at(ordinal));
    }

    @Override
    public boolean booleanAt(int ordinal) {
        return source(ordinal).booleanAt(at(ordinal));
    }

    @Override
    public long longAt(int ordinal) throws SQLException {
        return source(ordinal).longAt(at(ordinal));
    }

    @Override
    public double doubleAt(int ordinal) throws SQLException {
        return source(ordinal).doubleAt(at(ordinal));
    }

    @Override
    public RowValues keep() throws SQLException {
        return new Kept(rows.keep(), this);
    }

    private record Kept(RowValues row, Projection of) implements RowValues {

        private RowValues source(int ordinal) {
            return of.slots[ordinal] < 0 ? of.constants : row;
        }

        @Override
        public boolean isNull(int ordinal) {
            return source(ordinal).isNull(of.at(ordinal));
        }

        @Override
        public CharSequence textAt(int ordinal) throws SQLException {
            return source(ordinal).textAt(of.at(ordinal));
        }

        @Override
        public boolean booleanAt(int ordinal) {
            return source(ordinal).booleanAt(of.at(ordinal));
        }

        @Override
        public long longAt(int ordinal) throws SQLException {
            return source(ordinal).longAt(of.at(ordinal));
        }

        @Override
        public double doubleAt(int ordinal) throws SQLException {
            return source(ordinal).doubleAt(of.at(ordinal));
        }
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        return slots[ordinal] < 0 ? constants.nestedAt(at(ordinal)) : rows.nestedAt(at(ordinal));
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
