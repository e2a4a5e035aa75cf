package org.soqljdbc.bind.sql;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.text.Position;

/** Says where in a text a node stands. */
public final class Places {

    private Places() {}

    /** {@code line 1:8: }. A node that was made, not read, stands where its first part does, else where the statement does. */
    public static String of(SqlText text, Object node) {
        return position(text, node)
                .or(() -> text.positionOf(text.statement()))
                .map(at -> "line " + at.line() + ":" + at.column() + ": ")
                .orElse("");
    }

    private static Optional<Position> position(SqlText text, Object node) {
        Optional<Position> own = text.positionOf(node);
        if (own.isPresent() || !(node instanceof Expression expression)) {
            return own;
        }
        List<?> parts = expression instanceof Expression.Column column ? column.names() : expression.children();
        return parts.stream().flatMap(part -> position(text, part).stream()).findFirst();
    }
}
