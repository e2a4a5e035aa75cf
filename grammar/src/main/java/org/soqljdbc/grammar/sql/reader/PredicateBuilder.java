package org.soqljdbc.grammar.sql.reader;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.grammar.text.SyntaxException;

/** Makes comparisons and the other predicates. */
final class PredicateBuilder {

    private final Builders builders;

    PredicateBuilder(Builders builders) {
        this.builders = builders;
    }

    Expression predicate(SqlParser.PredicateContext rule) throws SyntaxException {
        List<SqlParser.TruthTestContext> tests = rule.truthTest();
        boolean tailed = rule.getChildCount() > 1 + tests.size();
        int levels = tests.size() + (tailed ? 1 : 0);
        builders.depth.enter(levels, rule);
        Expression made = operand(rule, 0);
        if (tailed) {
            made = builders.spans.note(tailed(made, rule), rule.getStart(), endOfTail(rule, tests.size()));
        }
        for (SqlParser.TruthTestContext test : tests) {
            made = builders.spans.note(truthTest(made, test), rule.getStart(), test.getStop());
        }
        builders.depth.leave(levels);
        return made;
    }

    private static Token endOfTail(SqlParser.PredicateContext rule, int tests) {
        ParseTree last = rule.getChild(rule.getChildCount() - 1 - tests);
        return last instanceof TerminalNode word ? word.getSymbol() : ((ParserRuleContext) last).getStop();
    }

    private Expression tailed(Expression left, SqlParser.PredicateContext rule) throws SyntaxException {
        boolean negated = rule.NOT() != null;
        if (rule.comparison() != null) {
            return compared(left, operator(rule.comparison().getStart()), rule);
        }
        if (rule.BETWEEN() != null) {
            return new Predicate.Between(left, negated, rule.SYMMETRIC() != null, operand(rule, 1), operand(rule, 2));
        }
        if (rule.IN() != null) {
            return in(left, negated, rule);
        }
        if (rule.list() != null) {
            return new Predicate.Includes(left, rule.EXCLUDES() != null, list(rule));
        }
        return new Predicate.Like(left, negated, rule.ILIKE() != null, operand(rule, 1), escape(rule));
    }

    private Expression compared(
            Expression left, Predicate.Comparison.Operator operator, SqlParser.PredicateContext rule)
            throws SyntaxException {
        return rule.quantifier == null
                ? new Predicate.Comparison(left, operator, operand(rule, 1))
                : new Predicate.Quantified(
                        left,
                        operator,
                        rule.quantifier.getType() == SqlParser.ALL,
                        builders.queries.query(rule.query()));
    }

    private static Predicate.Comparison.Operator operator(Token word) {
        return switch (word.getType()) {
            case SqlParser.EQUAL -> Predicate.Comparison.Operator.EQUAL;
            case SqlParser.NOT_EQUAL -> Predicate.Comparison.Operator.NOT_EQUAL;
            case SqlParser.LESS -> Predicate.Comparison.Operator.LESS;
            case SqlParser.LESS_OR_EQUAL -> Predicate.Comparison.Operator.LESS_OR_EQUAL;
            case SqlParser.GREATER -> Predicate.Comparison.Operator.GREATER;
            default -> Predicate.Comparison.Operator.GREATER_OR_EQUAL;
        };
    }

    private Expression in(Expression left, boolean negated, SqlParser.PredicateContext rule) throws SyntaxException {
        if (rule.query() != null) {
            return new Predicate.InQuery(left, negated, builders.queries.query(rule.query()));
        }
        if (rule.list() != null) {
            return new Predicate.InList(left, negated, list(rule));
        }
        Token question = rule.QUESTION().getSymbol();
        return new Predicate.InParameter(
                left, negated, builders.spans.note(builders.tokens.parameter(question), question));
    }

    private List<Expression> list(SqlParser.PredicateContext rule) throws SyntaxException {
        return builders.expressions.items(rule.list().listItem());
    }

    private Optional<Expression> escape(SqlParser.PredicateContext rule) throws SyntaxException {
        if (rule.ESCAPE() != null) {
            return Optional.of(operand(rule, 2));
        }
        if (rule.ESCAPE_BRACE() == null) {
            return Optional.empty();
        }
        Token string = rule.STRING().getSymbol();
        return Optional.of(builders.spans.note(new Literal.Text(LiteralReader.unquoted(string)), string));
    }

    private Expression operand(SqlParser.PredicateContext rule, int at) throws SyntaxException {
        return builders.expressions.operation(rule.operation(at));
    }

    private Expression truthTest(Expression operand, SqlParser.TruthTestContext rule) throws SyntaxException {
        boolean negated = rule.NOT() != null;
        if (rule.NULL() != null) {
            return new Predicate.IsNull(operand, negated);
        }
        if (rule.operation() != null) {
            return new Predicate.Comparison(
                    operand,
                    negated ? Predicate.Comparison.Operator.NOT_DISTINCT : Predicate.Comparison.Operator.DISTINCT,
                    builders.expressions.operation(rule.operation()));
        }
        return new Predicate.IsTruth(
                operand,
                negated,
                rule.TRUE() != null
                        ? Predicate.IsTruth.Truth.TRUE
                        : rule.FALSE() != null ? Predicate.IsTruth.Truth.FALSE : Predicate.IsTruth.Truth.UNKNOWN);
    }
}
