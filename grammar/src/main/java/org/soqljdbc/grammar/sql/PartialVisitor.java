package org.soqljdbc.grammar.sql;

/** A visitor for those who care about a few kinds of expression and treat the rest alike. */
public interface PartialVisitor<R> extends Expression.Visitor<R> {

    /** What is answered for every kind whose method is not overridden. */
    R other(Expression node);

    @Override
    default R number(Literal.Number node) {
        return other(node);
    }

    @Override
    default R text(Literal.Text node) {
        return other(node);
    }

    @Override
    default R binary(Literal.Binary node) {
        return other(node);
    }

    @Override
    default R bool(Literal.Bool node) {
        return other(node);
    }

    @Override
    default R nothing(Literal.Null node) {
        return other(node);
    }

    @Override
    default R date(Literal.Date node) {
        return other(node);
    }

    @Override
    default R time(Literal.Time node) {
        return other(node);
    }

    @Override
    default R timestamp(Literal.Timestamp node) {
        return other(node);
    }

    @Override
    default R instant(Literal.Instant node) {
        return other(node);
    }

    @Override
    default R interval(Literal.Interval node) {
        return other(node);
    }

    @Override
    default R and(Predicate.And node) {
        return other(node);
    }

    @Override
    default R or(Predicate.Or node) {
        return other(node);
    }

    @Override
    default R not(Predicate.Not node) {
        return other(node);
    }

    @Override
    default R comparison(Predicate.Comparison node) {
        return other(node);
    }

    @Override
    default R quantified(Predicate.Quantified node) {
        return other(node);
    }

    @Override
    default R isNull(Predicate.IsNull node) {
        return other(node);
    }

    @Override
    default R isTruth(Predicate.IsTruth node) {
        return other(node);
    }

    @Override
    default R between(Predicate.Between node) {
        return other(node);
    }

    @Override
    default R inList(Predicate.InList node) {
        return other(node);
    }

    @Override
    default R inParameter(Predicate.InParameter node) {
        return other(node);
    }

    @Override
    default R inQuery(Predicate.InQuery node) {
        return other(node);
    }

    @Override
    default R like(Predicate.Like node) {
        return other(node);
    }

    @Override
    default R exists(Predicate.Exists node) {
        return other(node);
    }

    @Override
    default R includes(Predicate.Includes node) {
        return other(node);
    }

    @Override
    default R column(Expression.Column node) {
        return other(node);
    }

    @Override
    default R star(Expression.Star node) {
        return other(node);
    }

    @Override
    default R dateWithCount(Expression.DateWithCount node) {
        return other(node);
    }

    @Override
    default R parameter(Expression.Parameter node) {
        return other(node);
    }

    @Override
    default R arithmetic(Expression.Arithmetic node) {
        return other(node);
    }

    @Override
    default R negate(Expression.Negate node) {
        return other(node);
    }

    @Override
    default R caseOf(Expression.Case node) {
        return other(node);
    }

    @Override
    default R cast(Expression.Cast node) {
        return other(node);
    }

    @Override
    default R extract(Expression.Extract node) {
        return other(node);
    }

    @Override
    default R trim(Expression.Trim node) {
        return other(node);
    }

    @Override
    default R currentValue(Expression.CurrentValue node) {
        return other(node);
    }

    @Override
    default R subquery(Expression.Subquery node) {
        return other(node);
    }

    @Override
    default R row(Expression.Row node) {
        return other(node);
    }

    @Override
    default R typeOf(Expression.TypeOf node) {
        return other(node);
    }

    @Override
    default R defaultValue(Expression.Default node) {
        return other(node);
    }

    @Override
    default R call(FunctionCall node) {
        return other(node);
    }
}
