package org.soqljdbc.fullsql;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Turns what goes wrong inside Calcite into errors of ours: SQLState, place, and words that name no class. */
final class Failures {

    private static final Pattern NO_COLUMN = Pattern.compile("Column '([^']*)' not found in .*", Pattern.DOTALL);
    private static final Pattern NO_TABLE = Pattern.compile("(?:Table|Object) '([^']*)' not found.*", Pattern.DOTALL);
    private static final Pattern AMBIGUOUS = Pattern.compile("Column '([^']*)' is ambiguous", Pattern.DOTALL);
    private static final Pattern NO_FUNCTION =
            Pattern.compile("No match found for function signature (.*)", Pattern.DOTALL);

    private final List<String> fields;

    /** @param fields names that a misspelt one may have meant */
    Failures(List<String> fields) {
        this.fields = fields;
    }

    SQLException ofPlanning(Throwable failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof Carried carried) {
                return carried.carried();
            }
            if (each instanceof CalciteContextException placed) {
                String place = placed.getPosLine() > 0
                        ? "line " + placed.getPosLine() + ":" + placed.getPosColumn() + ": "
                        : "";
                return refused(place, deepest(placed), failed);
            }
        }
        if (failed instanceof StackOverflowError) {
            return SqlErrors.of(SqlState.QUERY_TOO_COMPLEX, "The statement nests too deeply to be planned", failed);
        }
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof CalciteException told) {
                return refused("", told.getMessage(), failed);
            }
            if (each instanceof ArithmeticException) {
                return arithmetic((ArithmeticException) each, failed);
            }
        }
        return SqlErrors.of(
                SqlState.FEATURE_NOT_SUPPORTED,
                "The statement is SQL, but no way to run it was found" + hint(failed),
                failed);
    }

    private static String deepest(CalciteContextException placed) {
        Throwable cause = placed.getCause();
        return cause == null ? placed.getMessage() : String.valueOf(cause.getMessage());
    }

    private SQLException refused(String place, String message, Throwable failed) {
        Matcher column = NO_COLUMN.matcher(message);
        if (column.matches()) {
            String name = column.group(1);
            return SqlErrors.of(
                    SqlState.NO_SUCH_COLUMN,
                    place + "There is no column '" + name + "' in the tables of FROM" + NearestName.hint(name, fields),
                    failed);
        }
        Matcher table = NO_TABLE.matcher(message);
        if (table.matches()) {
            return SqlErrors.of(
                    SqlState.NO_SUCH_TABLE, place + "There is no table '" + table.group(1) + "' in FROM", failed);
        }
        Matcher ambiguous = AMBIGUOUS.matcher(message);
        if (ambiguous.matches()) {
            return SqlErrors.of(
                    SqlState.AMBIGUOUS_COLUMN,
                    place + "Column '" + ambiguous.group(1) + "' is in more than one table; say which",
                    failed);
        }
        Matcher function = NO_FUNCTION.matcher(message);
        if (function.matches()) {
            return SqlErrors.of(
                    SqlState.SYNTAX_ERROR,
                    place + "There is no function " + function.group(1).strip(),
                    failed);
        }
        return SqlErrors.of(SqlState.SYNTAX_ERROR, place + worded(message), failed);
    }

    /** The first sentence, without what names classes. */
    private static String worded(String message) {
        String first = message.lines().findFirst().orElse("");
        boolean technical = first.isBlank() || first.contains("org.apache") || first.contains("java.");
        return technical ? "The statement has an expression that does not fit" : first;
    }

    private static String hint(Throwable failed) {
        String message = failed.getMessage();
        boolean missing = message != null && message.contains("CannotPlan");
        return missing ? ": a construct has no local algorithm" : "";
    }

    SQLException ofRunning(Throwable failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof Carried carried) {
                return carried.carried();
            }
            if (each instanceof SQLException refused) {
                return refused;
            }
            if (each instanceof ArithmeticException wrong) {
                return arithmetic(wrong, failed);
            }
            if (each instanceof NumberFormatException) {
                return SqlErrors.of(SqlState.INVALID_CAST, "A text in the rows is no number", failed);
            }
        }
        String message = String.valueOf(failed.getMessage());
        if (message.contains("SINGLE_VALUE")) {
            return SqlErrors.of(
                    SqlState.TOO_MANY_ROWS, "A subquery that stands for one value has more than one row", failed);
        }
        boolean conversion = failed instanceof IllegalArgumentException || failed instanceof CalciteException;
        return conversion
                ? SqlErrors.of(SqlState.INVALID_CAST, worded(message), failed)
                : SqlErrors.of(SqlState.GENERAL, "The statement failed while it ran", failed);
    }

    private static SQLException arithmetic(ArithmeticException wrong, Throwable failed) {
        String message = String.valueOf(wrong.getMessage()).toLowerCase(java.util.Locale.ROOT);
        boolean zero = message.contains("zero") || message.contains("division undefined");
        return zero
                ? SqlErrors.of(SqlState.DIVISION_BY_ZERO, "Division by zero", failed)
                : SqlErrors.of(SqlState.NUMBER_OUT_OF_RANGE, "A number is out of the range of its type", failed);
    }
}
