package org.soqljdbc.fullsql;

import org.apache.calcite.sql.parser.SqlParserPos;
import org.soqljdbc.grammar.sql.SqlText;

/** Where the nodes of a text stand, as Calcite says it. */
record Places(SqlText text) {

    SqlParserPos of(Object node) {
        return text.positionOf(node)
                .map(at -> new SqlParserPos(at.line(), at.column()))
                .orElse(SqlParserPos.ZERO);
    }
}
