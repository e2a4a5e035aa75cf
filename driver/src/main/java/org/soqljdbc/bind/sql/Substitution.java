package org.soqljdbc.bind.sql;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.PartialVisitor;
import org.soqljdbc.grammar.sql.Predicate;

/** Puts other expressions where columns stand, in those expressions that SOQL may be able to say at all. */
final class Substitution implements PartialVisitor<Expression> {

    private final Function<Expression.Column, Expression> replacement;

    Substitution(Function<Expression.Column, Expression> replacement) {
        this.replacement = replacement;
    }

    Expression in(Expression expression) {
        return expression.accept(this);
    }

    private List<Expression> in(List<Expression> expressions) {
        return expressions.stream().map(this::in).toList();
    }

    /** Literals and parameters stay; whatever else is not treated below is too much for one SOQL query anyway. */
    @Override
    public Expression other(Expression node) {
        if (node instanceof Literal
                || node instanceof Expression.Parameter
                || node instanceof Expression.CurrentValue
                || node instanceof Expression.DateWithCount
                || node instanceof Expression.Star) {
            return node;
        }
        throw new NotInSoql(node, "an expression over a subquery");
    }

    @Override
    public Expression column(Expression.Column node) {
        return replacement.apply(node);
    }

    @Override
    public Expression and(Predicate.And node) {
        return new Predicate.And(in(node.terms()));
    }

    @Override
    public Expression or(Predicate.Or node) {
        return new Predicate.Or(in(node.terms()));
    }

    @Override
    public Expression not(Predicate.Not node) {
        return new Predicate.Not(in(node.term()));
    }

    @Override
    public Expression comparison(Predicate.Comparison node) {
        return new Predicate.Comparison(in(node.left()), node.operator(), in(node.right()));
    }

    @Override
    public Expression isNull(Predicate.IsNull node) {
        return new Predicate.IsNull(in(node.operand()), node.negated());
    }

    @Override
    public Expression isTruth(Predicate.IsTruth node) {
        return new Predicate.IsTruth(in(node.operand()), node.negated(), node.truth());
    }

    @Override
    public Expression between(Predicate.Between node) {
        return new Predicate.Between(
                in(node.operand()), node.negated(), node.symmetric(), in(node.low()), in(node.high()));
    }

    @Override
    public Expression inList(Predicate.InList node) {
        return new Predicate.InList(in(node.operand()), node.negated(), in(node.items()));
    }

    @Override
    public Expression inParameter(Predicate.InParameter node) {
        return new Predicate.InParameter(in(node.operand()), node.negated(), node.parameter());
    }

    @Override
    public Expression like(Predicate.Like node) {
        return new Predicate.Like(in(node.operand()), node.negated(), node.ilike(), in(node.pattern()), node.escape());
    }

    @Override
    public Expression includes(Predicate.Includes node) {
        return new Predicate.Includes(in(node.operand()), node.excludes(), in(node.items()));
    }

    @Override
    public Expression call(FunctionCall node) {
        if (node.over().isPresent()
                || node.filter().isPresent()
                || !node.orderBy().isEmpty()) {
            return other(node);
        }
        return new FunctionCall(
                node.name(),
                node.distinct(),
                in(node.arguments()),
                List.of(),
                node.ignoreNulls(),
                Optional.empty(),
                Optional.empty());
    }
}
