package org.soqljdbc.jdbc.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.RowValues;

/**
 * Goes anywhere and keeps every row it has read; reads no further than it was sent.
 *
 * <p>Position 0 is before the first row; once the end is known, one more than the number of rows is after the last.
 * The rows of a child subquery can be read as a result set only while their parent is the row last read from the org:
 * a kept row keeps them as text.
 */
final class ScrollCursor implements Cursor {

    private final RowStream stream;
    private final List<RowValues> kept = new ArrayList<>();
    private boolean ended;
    private int position;
    private SQLException failure;

    ScrollCursor(RowStream stream) {
        this.stream = stream;
    }

    @Override
    public int type() {
        return ResultSet.TYPE_SCROLL_INSENSITIVE;
    }

    /** Reads on until that many rows are kept or there are no more. */
    private void readTo(long rows) throws SQLException {
        while (kept.size() < rows && !ended) {
            if (failure != null) {
                throw Cursor.failedBefore(failure);
            }
            try {
                if (stream.advance()) {
                    kept.add(stream.keep());
                } else {
                    ended = true;
                }
            } catch (SQLException cause) {
                failure = cause;
                throw cause;
            }
        }
    }

    @Override
    public boolean next() throws SQLException {
        return relative(1);
    }

    @Override
    public RowValues row() {
        return position >= 1 && position <= kept.size() ? kept.get(position - 1) : null;
    }

    @Override
    public RowValues keptRow() {
        return row();
    }

    @Override
    public void replace(RowValues row) {
        kept.set(position - 1, row);
    }

    @Override
    public long number() {
        return position <= kept.size() ? position : 0;
    }

    @Override
    public boolean isBeforeFirst() throws SQLException {
        if (position > 0) {
            return false;
        }
        readTo(1);
        return !kept.isEmpty();
    }

    @Override
    public boolean isFirst() {
        return position == 1 && !kept.isEmpty();
    }

    @Override
    public boolean isLast() throws SQLException {
        if (row() == null) {
            return false;
        }
        readTo(position + 1L);
        return position == kept.size();
    }

    @Override
    public boolean isAfterLast() {
        return position > kept.size() && !kept.isEmpty();
    }

    @Override
    public boolean absolute(long row) throws SQLException {
        if (row < 0) {
            readTo(Long.MAX_VALUE);
        }
        return moveTo(row < 0 ? kept.size() + 1 + row : row);
    }

    @Override
    public boolean relative(long rows) throws SQLException {
        return moveTo(position + rows);
    }

    @Override
    public boolean previous() throws SQLException {
        return relative(-1);
    }

    @Override
    public boolean first() throws SQLException {
        return absolute(1);
    }

    @Override
    public boolean last() throws SQLException {
        return absolute(-1);
    }

    @Override
    public void beforeFirst() {
        position = 0;
    }

    @Override
    public void afterLast() throws SQLException {
        readTo(Long.MAX_VALUE);
        position = kept.size() + 1;
    }

    private boolean moveTo(long row) throws SQLException {
        if (row <= 0) {
            position = 0;
            return false;
        }
        readTo(row);
        position = (int) Math.min(row, kept.size() + 1L);
        return position <= kept.size();
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        if (position != kept.size() || ended) {
            throw Cursor.nestedGone();
        }
        return stream.nestedAt(ordinal);
    }
}
