package org.soqljdbc.bind.sql;

import org.soqljdbc.grammar.sql.SqlText;

/** Says where in a text a node stands. */
public final class Places {

    private Places() {}

    /** {@code line 1:8: }, or nothing. */
    public static String of(SqlText text, Object node) {
        return text.positionOf(node)
                .map(at -> "line " + at.line() + ":" + at.column() + ": ")
                .orElse("");
    }
}
