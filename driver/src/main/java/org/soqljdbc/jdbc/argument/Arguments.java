package org.soqljdbc.jdbc.argument;

import java.sql.SQLException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Refuses arguments that JDBC does not allow, before they do harm further down. */
public final class Arguments {

    /** More digits after the point than any number here can have. */
    private static final int LARGEST_SCALE = 1_000;

    private Arguments() {}

    /** @throws SQLException 22023 for null */
    public static <T> T given(T argument, String name) throws SQLException {
        if (argument == null) {
            throw SqlErrors.of(SqlState.INVALID_PARAMETER_VALUE, name + " must not be null");
        }
        return argument;
    }

    /** @throws SQLException 22023 for a negative number of digits after the point, or one beyond any number's */
    public static int scale(int argument) throws SQLException {
        if (argument < 0 || argument > LARGEST_SCALE) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE, "The scale must be 0 to " + LARGEST_SCALE + ", not " + argument);
        }
        return argument;
    }

    /** @throws SQLException 22023 for a negative number */
    public static long notNegative(long argument, String name) throws SQLException {
        if (argument < 0) {
            throw SqlErrors.of(SqlState.INVALID_PARAMETER_VALUE, name + " must be 0 or more, not " + argument);
        }
        return argument;
    }
}
