package org.soqljdbc.types;

import java.sql.SQLException;
import java.util.Locale;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Reads booleans from text and numbers, as PostgreSQL's JDBC driver does. */
public final class TruthText {

    private TruthText() {}

    /** @throws SQLException 22018 unless it is true, t, yes, y, on, 1, false, f, no, n, off or 0, in any letter case */
    public static boolean read(CharSequence text) throws SQLException {
        return switch (text.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "on", "1" -> true;
            case "false", "f", "no", "n", "off", "0" -> false;
            default ->
                throw SqlErrors.of(
                        SqlState.INVALID_CAST, NumberText.shown(text) + " is no boolean: expected true, false, 1 or 0");
        };
    }

    /** @throws SQLException 22018 unless it is 0 or 1 */
    public static boolean read(double number) throws SQLException {
        if (number != 0 && number != 1) {
            throw SqlErrors.of(SqlState.INVALID_CAST, number + " is no boolean: expected 1 or 0");
        }
        return number == 1;
    }
}
