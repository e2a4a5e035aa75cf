package org.soqljdbc.jdbc.argument;

import java.sql.SQLException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** The one place where JDBC's numbers from 1 become ours from 0. */
public final class Ordinals {

    private Ordinals() {}

    /** @throws SQLException 42S22 if there is no such column */
    public static int ofColumn(int column, int columns) throws SQLException {
        if (column < 1 || column > columns) {
            throw SqlErrors.of(
                    SqlState.NO_SUCH_COLUMN, "There is no column " + column + "; columns are numbered 1 to " + columns);
        }
        return column - 1;
    }

    /** @throws SQLException 22023 if the statement has no such parameter */
    public static int ofParameter(int parameter, int parameters) throws SQLException {
        if (parameter < 1 || parameter > parameters) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    parameters == 0
                            ? "There is no parameter " + parameter + "; the statement has none"
                            : "There is no parameter " + parameter + "; parameters are numbered 1 to " + parameters);
        }
        return parameter - 1;
    }
}
