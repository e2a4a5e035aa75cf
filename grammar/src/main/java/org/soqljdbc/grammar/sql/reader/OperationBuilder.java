package org.soqljdbc.grammar.sql.reader;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.text.SyntaxException;

/**
 * Makes the tree of a flat chain of operators. The product binds tightest, then the sum, then the concatenation, as in
 * PostgreSQL and H2; each from left to right.
 */
final class OperationBuilder {

    private static final int CONCATENATION = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;

    private final Builders builders;

    OperationBuilder(Builders builders) {
        this.builders = builders;
    }

    Expression made(SqlParser.OperationContext rule) throws SyntaxException {
        return chain(rule, rule.signed(), 0, rule.signed().size(), CONCATENATION);
    }

    /**
     * A part of the chain in which no operator is looser than a level. An operand of that level is one node nearer to
     * the top than the one before it.
     */
    private Expression chain(
            SqlParser.OperationContext rule, List<SqlParser.SignedContext> operands, int from, int to, int level)
            throws SyntaxException {
        int operators = 0;
        for (int at = from + 1; at < to; at++) {
            operators += level(ExpressionBuilder.operator(rule, at)) == level ? 1 : 0;
        }
        if (operators == 0) {
            return to - from == 1
                    ? builders.expressions.made(operands.get(from))
                    : chain(rule, operands, from, to, level + 1);
        }
        builders.depth.enter(operators, rule);
        Expression made = null;
        int start = from;
        for (int at = from + 1; at <= to; at++) {
            if (at == to || level(ExpressionBuilder.operator(rule, at)) == level) {
                Expression operand = chain(rule, operands, start, at, level + 1);
                if (made == null) {
                    made = operand;
                } else {
                    made = builders.spans.note(
                            new Expression.Arithmetic(made, operator(ExpressionBuilder.operator(rule, start)), operand),
                            operands.get(from).getStart(),
                            operands.get(at - 1).getStop());
                    builders.depth.leave(1);
                }
                start = at;
            }
        }
        return made;
    }

    private static int level(Token operator) {
        return switch (operator.getType()) {
            case SqlParser.CONCAT -> CONCATENATION;
            case SqlParser.PLUS, SqlParser.DASH -> SUM;
            default -> PRODUCT;
        };
    }

    private static Expression.Arithmetic.Operator operator(Token word) {
        return switch (word.getType()) {
            case SqlParser.CONCAT -> Expression.Arithmetic.Operator.CONCAT;
            case SqlParser.PLUS -> Expression.Arithmetic.Operator.PLUS;
            case SqlParser.DASH -> Expression.Arithmetic.Operator.MINUS;
            case SqlParser.STAR -> Expression.Arithmetic.Operator.TIMES;
            case SqlParser.SLASH -> Expression.Arithmetic.Operator.DIVIDE;
            default -> Expression.Arithmetic.Operator.MODULO;
        };
    }
}
