package org.soqljdbc.jdbc.result;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Moves and asks the cursor; where it may not move, the cursor itself refuses. */
interface CursorMoves extends ResultSet {

    /** The cursor, to be asked only. @throws SQLException 24000 if closed */
    Cursor cursor() throws SQLException;

    /** The cursor, to be moved: what hangs on the current row is let go. @throws SQLException 24000 if closed */
    Cursor departing() throws SQLException;

    /** Takes over the row the cursor has moved to. @return onRow */
    boolean arrived(boolean onRow);

    @Override
    default boolean next() throws SQLException {
        return arrived(departing().next());
    }

    @Override
    default boolean previous() throws SQLException {
        return arrived(departing().previous());
    }

    @Override
    default boolean first() throws SQLException {
        return arrived(departing().first());
    }

    @Override
    default boolean last() throws SQLException {
        return arrived(departing().last());
    }

    @Override
    default boolean absolute(int row) throws SQLException {
        return arrived(departing().absolute(row));
    }

    @Override
    default boolean relative(int rows) throws SQLException {
        return arrived(departing().relative(rows));
    }

    @Override
    default void beforeFirst() throws SQLException {
        departing().beforeFirst();
    }

    @Override
    default void afterLast() throws SQLException {
        departing().afterLast();
    }

    @Override
    default boolean isBeforeFirst() throws SQLException {
        return cursor().isBeforeFirst();
    }

    @Override
    default boolean isFirst() throws SQLException {
        return cursor().isFirst();
    }

    @Override
    default boolean isLast() throws SQLException {
        try {
            return cursor().isLast();
        } finally {
            // Looking ahead replaces the current row by a copy.
            arrived(false);
        }
    }

    @Override
    default boolean isAfterLast() throws SQLException {
        return cursor().isAfterLast();
    }

    /** From 1; 0 where there is no current row, and the largest int beyond that. */
    @Override
    default int getRow() throws SQLException {
        return (int) Math.min(Integer.MAX_VALUE, cursor().number());
    }

    @Override
    default int getType() throws SQLException {
        return cursor().type();
    }
}
