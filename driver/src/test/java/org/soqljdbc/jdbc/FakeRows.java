package org.soqljdbc.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.RowView;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;
import org.soqljdbc.types.SfType;

/** Rows in memory whose child columns have two rows each; may hang in advance() until cancelled or closed. */
final class FakeRows implements RowStream, RowView {

    final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ListRows rows;
    private final boolean stuck;
    int advanced;
    boolean closed;

    FakeRows(List<Column> columns, List<Object[]> rows, CallControl control, boolean stuck) {
        this.rows = new ListRows(columns, rows);
        this.stuck = stuck;
        control.register(ended::countDown);
    }

    @Override
    public List<Column> columns() {
        return rows.columns();
    }

    @Override
    public boolean advance() throws SQLException {
        if (stuck) {
            waiting.countDown();
            try {
                ended.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            throw SqlErrors.of(SqlState.CANCELLED, "The statement was cancelled");
        }
        advanced++;
        return rows.advance();
    }

    @Override
    public RowValues source(int ordinal) {
        return rows;
    }

    @Override
    public RowValues keep() {
        return rows.keep();
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        if (columns().get(ordinal).type() != SfType.CHILD_ROWS) {
            throw SqlErrors.of(SqlState.INVALID_CAST, columns().get(ordinal).label() + " holds no rows");
        }
        return new FakeRows(
                List.of(Column.text("LastName")),
                List.of(new Object[] {"Khan"}, new Object[] {"Lopez"}),
                CallControl.unlimited(),
                false);
    }

    @Override
    public void close() {
        closed = true;
        ended.countDown();
    }
}
