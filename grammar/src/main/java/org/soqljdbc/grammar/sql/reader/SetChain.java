package org.soqljdbc.grammar.sql.reader;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.sql.QueryBody;
import org.soqljdbc.grammar.text.SyntaxException;

/** Joins queries by set operators from left to right; those by one operator stay on one level. */
final class SetChain {

    private final Builders builders;
    private final ParserRuleContext rule;
    private final List<QueryBody> operands = new ArrayList<>();
    private QueryBody.SetOperation.Kind kind;
    private boolean all;
    private Token last;
    private int levels;

    SetChain(Builders builders, ParserRuleContext rule, int operators) throws SyntaxException {
        this.builders = builders;
        this.rule = rule;
        this.levels = Math.min(operators, 1);
        builders.depth.enter(levels, rule);
    }

    void start(QueryBody first) {
        operands.add(first);
    }

    void add(QueryBody.SetOperation.Kind nextKind, boolean nextAll, QueryBody operand, Token end)
            throws SyntaxException {
        if (operands.size() > 1 && (kind != nextKind || all != nextAll)) {
            QueryBody left = joined();
            operands.clear();
            operands.add(left);
            builders.depth.enter(1, rule);
            levels++;
        }
        kind = nextKind;
        all = nextAll;
        last = end;
        operands.add(operand);
    }

    QueryBody body() {
        builders.depth.leave(levels);
        return operands.size() == 1 ? operands.get(0) : joined();
    }

    private QueryBody joined() {
        return builders.spans.note(new QueryBody.SetOperation(kind, all, operands), rule.getStart(), last);
    }
}
