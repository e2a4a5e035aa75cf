package org.soqljdbc.jdbc.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.RowValues;

/** Goes forward only and keeps nothing, but for one row when asked whether it is the last. */
final class StreamCursor implements Cursor {

    private enum Ahead {
        NOT_ASKED,
        A_ROW,
        NOTHING
    }

    private final RowStream stream;
    private Ahead ahead = Ahead.NOT_ASKED;
    private RowValues row;
    private long rowsSeen;
    private SQLException failure;

    StreamCursor(RowStream stream) {
        this.stream = stream;
    }

    @Override
    public int type() {
        return ResultSet.TYPE_FORWARD_ONLY;
    }

    @Override
    public boolean next() throws SQLException {
        row = null;
        if (ahead == Ahead.NOT_ASKED) {
            ask();
        }
        if (ahead == Ahead.NOTHING) {
            return false;
        }
        ahead = Ahead.NOT_ASKED;
        row = stream;
        rowsSeen++;
        return true;
    }

    private void ask() throws SQLException {
        if (failure != null) {
            throw Cursor.failedBefore(failure);
        }
        try {
            ahead = stream.advance() ? Ahead.A_ROW : Ahead.NOTHING;
        } catch (SQLException cause) {
            failure = cause;
            throw cause;
        }
    }

    @Override
    public RowValues row() {
        return row;
    }

    @Override
    public RowValues keptRow() throws SQLException {
        return row == stream ? stream.keep() : row;
    }

    @Override
    public void replace(RowValues replacement) {
        row = replacement;
    }

    @Override
    public long number() {
        return row == null ? 0 : rowsSeen;
    }

    @Override
    public boolean isBeforeFirst() throws SQLException {
        if (rowsSeen > 0) {
            return false;
        }
        if (ahead == Ahead.NOT_ASKED) {
            ask();
        }
        return ahead == Ahead.A_ROW;
    }

    @Override
    public boolean isFirst() {
        return row != null && rowsSeen == 1;
    }

    @Override
    public boolean isLast() throws SQLException {
        if (row == null) {
            return false;
        }
        if (ahead == Ahead.NOT_ASKED) {
            row = keptRow();
            ask();
        }
        return ahead == Ahead.NOTHING;
    }

    @Override
    public boolean isAfterLast() {
        return row == null && rowsSeen > 0 && ahead == Ahead.NOTHING;
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        if (row != stream) {
            throw Cursor.nestedGone();
        }
        return stream.nestedAt(ordinal);
    }
}
