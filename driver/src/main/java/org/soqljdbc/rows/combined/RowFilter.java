package org.soqljdbc.rows.combined;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.RowView;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/** The rows of another stream that pass a test. */
public final class RowFilter implements RowStream, RowView {

    /** What a row must be. */
    @FunctionalInterface
    public interface Test {
        boolean passes(RowValues row) throws SQLException;
    }

    private final RowStream rows;
    private final Test test;

    public RowFilter(RowStream rows, Test test) {
        this.rows = rows;
        this.test = test;
    }

    @Override
    public List<Column> columns() {
        return rows.columns();
    }

    @Override
    public boolean advance() throws SQLException {
        while (rows.advance()) {
            if (test.passes(rows)) {
                return true;
            }
        }
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
        rows.close();
    }
}
