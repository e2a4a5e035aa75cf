package org.soqljdbc.grammar.soql.reader;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.grammar.text.SyntaxException;

/** Makes conditions. Parentheses leave no node of their own: the shape of the tree is what they said. */
final class ConditionBuilder {

    private final SoqlTokens tokens;
    private final LiteralReader literals;
    private final OperandBuilder operands;
    private final NodePositions positions;
    private final TreeBuilder queries;

    ConditionBuilder(
            SoqlTokens tokens,
            LiteralReader literals,
            OperandBuilder operands,
            NodePositions positions,
            TreeBuilder queries) {
        this.tokens = tokens;
        this.literals = literals;
        this.operands = operands;
        this.positions = positions;
        this.queries = queries;
    }

    Condition condition(SoqlParser.ConditionContext condition) throws SyntaxException {
        List<SoqlParser.TermContext> terms = condition.term();
        if (condition.NOT() != null) {
            return positions.note(new Condition.Not(term(terms.get(0))), condition.getStart());
        }
        if (terms.size() == 1) {
            return term(terms.get(0));
        }
        List<Condition> parts = new ArrayList<>(terms.size());
        for (SoqlParser.TermContext term : terms) {
            parts.add(term(term));
        }
        return positions.note(
                condition.OR().isEmpty() ? new Condition.And(parts) : new Condition.Or(parts), condition.getStart());
    }

    private Condition term(SoqlParser.TermContext term) throws SyntaxException {
        return term.condition() != null ? condition(term.condition()) : comparison(term.comparison());
    }

    private Condition comparison(SoqlParser.ComparisonContext comparison) throws SyntaxException {
        Operand left = operands.operand(comparison.operand());
        Condition made;
        if (comparison.operator != null) {
            made = new Condition.Comparison(left, operator(comparison.operator), value(comparison.value(0)));
        } else if (comparison.LIKE() != null) {
            made = new Condition.Comparison(left, Condition.Comparison.Operator.LIKE, text(comparison.text(0), true));
        } else if (comparison.IN() != null) {
            made = membership(left, comparison);
        } else {
            List<Value> values = new ArrayList<>();
            for (SoqlParser.TextContext text : comparison.text()) {
                values.add(text(text, false));
            }
            made = new Condition.Includes(left, comparison.EXCLUDES() != null, values);
        }
        return positions.note(made, comparison.getStart());
    }

    private static Condition.Comparison.Operator operator(Token word) {
        return switch (word.getType()) {
            case SoqlParser.EQUAL -> Condition.Comparison.Operator.EQUAL;
            case SoqlParser.LESS -> Condition.Comparison.Operator.LESS;
            case SoqlParser.LESS_OR_EQUAL -> Condition.Comparison.Operator.LESS_OR_EQUAL;
            case SoqlParser.GREATER -> Condition.Comparison.Operator.GREATER;
            case SoqlParser.GREATER_OR_EQUAL -> Condition.Comparison.Operator.GREATER_OR_EQUAL;
            default -> Condition.Comparison.Operator.NOT_EQUAL;
        };
    }

    private Condition membership(Operand left, SoqlParser.ComparisonContext comparison) throws SyntaxException {
        boolean negated = comparison.NOT() != null;
        if (comparison.QUESTION() != null) {
            Token question = comparison.QUESTION().getSymbol();
            return new Condition.InParameter(left, negated, positions.note(tokens.parameter(question), question));
        }
        if (comparison.query() != null) {
            return new Condition.SemiJoin(left, negated, queries.query(comparison.query()));
        }
        List<Value> values = new ArrayList<>(comparison.value().size());
        for (SoqlParser.ValueContext value : comparison.value()) {
            values.add(value(value));
        }
        return new Condition.InList(left, negated, values);
    }

    Value value(SoqlParser.ValueContext value) throws SyntaxException {
        return positions.note(literals.value(value), value.getStart());
    }

    private Value text(SoqlParser.TextContext text, boolean pattern) throws SyntaxException {
        Token word = text.getStart();
        Value value = word.getType() == SoqlParser.QUESTION
                ? tokens.parameter(word)
                : pattern ? literals.pattern(word) : literals.string(word);
        return positions.note(value, word);
    }
}
