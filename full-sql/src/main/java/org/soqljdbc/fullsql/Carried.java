package org.soqljdbc.fullsql;

import java.sql.SQLException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.SqlText;

/** Carries a SQLException through visitors and through Calcite, which may only throw runtime exceptions. */
final class Carried extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException carried;

    Carried(SQLException carried) {
        super(carried.getMessage(), carried, false, false);
        this.carried = carried;
    }

    SQLException carried() {
        return carried;
    }

    /** A refusal of something at its place in the text. */
    static Carried at(SqlText text, Object node, SqlState state, String message) {
        return new Carried(SqlErrors.of(state, place(text, node) + message));
    }

    /** {@code line 1:8: }, or nothing. */
    static String place(SqlText text, Object node) {
        return text.positionOf(node)
                .map(at -> "line " + at.line() + ":" + at.column() + ": ")
                .orElse("");
    }
}
