package org.soqljdbc.rows;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/** The first rows of another stream, which it owns, and closes as soon as the last of them is passed. */
public final class RowLimit implements RowStream, RowView {

    private final RowStream rows;
    private long left;

    /** @param most 0 or more */
    public RowLimit(long most, RowStream rows) {
        this.left = most;
        this.rows = rows;
    }

    @Override
    public List<Column> columns() {
        return rows.columns();
    }

    @Override
    public boolean advance() throws SQLException {
        if (left > 0 && rows.advance()) {
            left--;
            return true;
        }
        left = 0;
        rows.close();
        return false;
    }

    @Override
    public RowValues source(int ordinal) {
        return rows;
    }

    @Override
    public RowValues keep() throws SQLException {
        return rows.keep();
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        return rows.nestedAt(ordinal);
    }

    @Override
    public void close() throws SQLException {
        // What is left stays as it is: to a thread that still reads, a close must not look like the end.
        rows.close();
    }
}
