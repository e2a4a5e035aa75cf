package org.soqljdbc.grammar.sql.reader;

import org.antlr.v4.runtime.ParserRuleContext;
import org.soqljdbc.grammar.text.SyntaxException;

/** How deep in the tree the builders are. A refusal ends the building, so nothing needs to be undone. */
final class TreeDepth {

    private int level;

    /**
     * Goes some levels down.
     *
     * @throws SyntaxException if that is deeper than {@link SqlReader#MAX_TREE_DEPTH}
     */
    void enter(int levels, ParserRuleContext rule) throws SyntaxException {
        level += levels;
        if (level > SqlReader.MAX_TREE_DEPTH) {
            throw new SyntaxException(
                    SqlTokens.position(rule.getStart()),
                    "found operators " + level + " deep, expected at most " + SqlReader.MAX_TREE_DEPTH
                            + ": divide a long chain of operators by parentheses");
        }
    }

    void leave(int levels) {
        level -= levels;
    }
}
