package org.soqljdbc.jdbc.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.rows.RowStream;

/**
 * Which result sets a statement makes: they hold over commit, stream or scroll, and may be updatable where the query is.
 *
 * @param type TYPE_FORWARD_ONLY or TYPE_SCROLL_INSENSITIVE
 * @param concurrency CONCUR_READ_ONLY or CONCUR_UPDATABLE
 */
public record ResultKind(int type, int concurrency) {

    public static final ResultKind STREAMING = new ResultKind(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);

    public static final ResultKind SCROLLABLE =
            new ResultKind(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);

    /**
     * The kind nearest to what was asked for; what is not granted becomes a warning (JDBC 4.3, 15.1.1 and 15.1.2).
     *
     * @throws SQLException 22023 if a number is none of JDBC's constants
     */
    public static ResultKind nearest(int type, int concurrency, int holdability, Warnings warnings)
            throws SQLException {
        check(
                "type",
                type,
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.TYPE_SCROLL_INSENSITIVE,
                ResultSet.TYPE_SCROLL_SENSITIVE);
        check("concurrency", concurrency, ResultSet.CONCUR_READ_ONLY, ResultSet.CONCUR_UPDATABLE);
        checkHoldability(holdability);
        if (type == ResultSet.TYPE_SCROLL_SENSITIVE) {
            warnings.add("TYPE_SCROLL_SENSITIVE is not supported; the result sets are TYPE_SCROLL_INSENSITIVE");
        }
        if (holdability == ResultSet.CLOSE_CURSORS_AT_COMMIT) {
            warnings.add("CLOSE_CURSORS_AT_COMMIT is not supported; the result sets are HOLD_CURSORS_OVER_COMMIT");
        }
        boolean streams = type == ResultSet.TYPE_FORWARD_ONLY;
        return new ResultKind(streams ? ResultSet.TYPE_FORWARD_ONLY : ResultSet.TYPE_SCROLL_INSENSITIVE, concurrency);
    }

    /** Whether rows may be changed, where the query allows it. */
    public boolean isUpdatable() {
        return concurrency == ResultSet.CONCUR_UPDATABLE;
    }

    public static void checkHoldability(int holdability) throws SQLException {
        check("holdability", holdability, ResultSet.HOLD_CURSORS_OVER_COMMIT, ResultSet.CLOSE_CURSORS_AT_COMMIT);
    }

    public static void checkDirection(int direction) throws SQLException {
        check("direction", direction, ResultSet.FETCH_FORWARD, ResultSet.FETCH_REVERSE, ResultSet.FETCH_UNKNOWN);
    }

    private static void check(String what, int given, int... known) throws SQLException {
        for (int one : known) {
            if (one == given) {
                return;
            }
        }
        throw SqlErrors.of(
                SqlState.INVALID_PARAMETER_VALUE,
                "There is no result set " + what + " " + given + "; use a constant of java.sql.ResultSet");
    }

    Cursor cursorOver(RowStream rows) {
        return type == ResultSet.TYPE_FORWARD_ONLY ? new StreamCursor(rows) : new ScrollCursor(rows);
    }
}
