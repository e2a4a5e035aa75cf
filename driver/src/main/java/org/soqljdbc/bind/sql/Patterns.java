package org.soqljdbc.bind.sql;

import java.util.Optional;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Predicate;

/** Rewrites a LIKE pattern of SQL, with the escape character it names, to SOQL's, whose escape is the backslash. */
final class Patterns {

    private Patterns() {}

    /** @return empty if the pattern, or its escape, is null. @throws Refused 22023 for a wrong escape */
    static Optional<String> soql(Predicate.Like like, Values values) {
        Optional<String> pattern = text(like.pattern(), values);
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        if (like.escape().isEmpty()) {
            return Optional.of(rewrite(pattern.get(), -1, values.place(like.pattern())));
        }
        Optional<String> escape = text(like.escape().get(), values);
        if (escape.isEmpty()) {
            return Optional.empty();
        }
        if (escape.get().codePointCount(0, escape.get().length()) != 1) {
            throw refused(values.place(like.escape().get()) + "ESCAPE takes one character, not '" + escape.get() + "'");
        }
        return Optional.of(rewrite(pattern.get(), escape.get().codePointAt(0), values.place(like.pattern())));
    }

    private static Optional<String> text(Expression expression, Values values) {
        return values.constant(expression).map(given -> {
            if (given.value() instanceof String text) {
                return text;
            }
            throw refused(values.place(expression) + "LIKE takes a text as its pattern");
        });
    }

    private static String rewrite(String pattern, int escape, String place) {
        StringBuilder soql = new StringBuilder();
        int[] points = pattern.codePoints().toArray();
        for (int at = 0; at < points.length; at++) {
            if (points[at] == escape) {
                at++;
                boolean sensible =
                        at < points.length && (points[at] == '%' || points[at] == '_' || points[at] == escape);
                if (!sensible) {
                    throw refused(place + "In the pattern '" + pattern
                            + "' the escape character stands before something else than %, _ or itself");
                }
                literally(soql, points[at]);
            } else if (points[at] == '%' || points[at] == '_') {
                soql.append((char) points[at]);
            } else {
                literally(soql, points[at]);
            }
        }
        return soql.toString();
    }

    private static void literally(StringBuilder soql, int point) {
        if (point == '%' || point == '_' || point == '\\') {
            soql.append('\\');
        }
        soql.appendCodePoint(point);
    }

    private static Refused refused(String message) {
        return new Refused(SqlErrors.of(SqlState.INVALID_PARAMETER_VALUE, message));
    }
}
