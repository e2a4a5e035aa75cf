package org.soqljdbc.jdbc.result;

import java.sql.SQLException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.RowValues;

/**
 * Where a result set stands among its rows; owns the stream below. Not thread-safe, except that the stream may be
 * closed from another thread.
 *
 * <p>The moves have defaults that refuse, as JDBC demands of TYPE_FORWARD_ONLY.
 */
interface Cursor {

    /** TYPE_FORWARD_ONLY or TYPE_SCROLL_INSENSITIVE. */
    int type();

    boolean next() throws SQLException;

    /** The current row, or null where there is none. */
    RowValues row();

    /** The current row, so that it stays valid when the cursor moves. */
    RowValues keptRow() throws SQLException;

    /** Puts another row in the place of the current one. */
    void replace(RowValues row);

    /** From 1; 0 where there is no current row. */
    long number();

    boolean isBeforeFirst() throws SQLException;

    boolean isFirst() throws SQLException;

    boolean isLast() throws SQLException;

    boolean isAfterLast() throws SQLException;

    /** The rows inside the current row. @throws SQLException 24000 if the stream has gone on beyond this row */
    RowStream nestedAt(int ordinal) throws SQLException;

    /** @param row from 1, or from -1 counted from the end */
    default boolean absolute(long row) throws SQLException {
        throw forwardOnly("absolute");
    }

    default boolean relative(long rows) throws SQLException {
        throw forwardOnly("relative");
    }

    default boolean previous() throws SQLException {
        throw forwardOnly("previous");
    }

    default boolean first() throws SQLException {
        throw forwardOnly("first");
    }

    default boolean last() throws SQLException {
        throw forwardOnly("last");
    }

    default void beforeFirst() throws SQLException {
        throw forwardOnly("beforeFirst");
    }

    default void afterLast() throws SQLException {
        throw forwardOnly("afterLast");
    }

    private static SQLException forwardOnly(String call) {
        return SqlErrors.of(
                SqlState.INVALID_CURSOR_STATE,
                "ResultSet." + call + " needs a scrollable result set and this one is forward-only;"
                        + " create the statement with TYPE_SCROLL_INSENSITIVE");
    }

    /** The error for a cursor whose stream failed: rows may be missing, so going on would hide them. */
    static SQLException failedBefore(SQLException cause) {
        return SqlErrors.of(
                SqlState.INVALID_CURSOR_STATE,
                "Reading rows failed before, so there is no next row; execute the statement again",
                cause);
    }

    static SQLException nestedGone() {
        return SqlErrors.of(
                SqlState.INVALID_CURSOR_STATE,
                "The rows of a child subquery can be read as a result set only while their parent is the row last"
                        + " read from the org; read the column as text (JSON) instead");
    }
}
