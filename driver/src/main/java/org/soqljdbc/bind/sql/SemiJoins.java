package org.soqljdbc.bind.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.KnownObjects;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.types.SfType;

/** Makes IN and EXISTS of a subquery into semi-joins and anti-joins, where the nulls allow it. */
final class SemiJoins {

    private final SqlText text;
    private final KnownObjects objects;
    private final Values values;
    private final List<Expression> outerConditions;

    /** @param outerConditions what must be true of every row of the outer query */
    SemiJoins(SqlText text, KnownObjects objects, Values values, List<Expression> outerConditions) {
        this.text = text;
        this.objects = objects;
        this.values = values;
        this.outerConditions = outerConditions;
    }

    /** {@code operand [NOT] IN (SELECT column FROM table WHERE ...)}. */
    Filter in(Predicate.InQuery node, boolean not, Operands outer) {
        Select select = plainSelect(node.query(), node);
        if (select.items().size() != 1 || !(select.items().get(0).expression() instanceof Expression.Column column)) {
            throw new NotInSoql(node, "IN of a subquery that selects an expression");
        }
        Optional<FromClause> from = FromClause.of(select.from(), conditions(select), text, objects);
        if (from.isEmpty()) {
            return Filter.ALL;
        }
        Operands inner = new Operands(text, from.get(), objects, values, outer);
        Operands.Resolved selected = inner.column(column);
        Operands.Resolved operand = outer.of(node.operand());
        Filter where = within(from.get(), inner, from.get().conditions());
        boolean mayHoldNull = !selected.isNeverNull()
                && from.get().conditions().stream().noneMatch(condition -> asksForValue(condition, column));
        if (not && mayHoldNull && !where.isNone()) {
            // In SQL a null among the values makes NOT IN unknown, and so untrue, for every row.
            throw new NotInSoql(node, "NOT IN of a subquery whose column may be null");
        }
        boolean mayBeNull = !operand.isNeverNull()
                && outerConditions.stream().noneMatch(condition -> asksForValue(condition, node.operand()));
        if (not && mayBeNull && !where.isNone()) {
            // Null is not in an empty list and unknown to be in any other; which one it is, SOQL does not say.
            throw new NotInSoql(
                    node, "NOT IN of a column that may be null; with IS NOT NULL beside it, it is one query");
        }
        return semiJoin(node, operand, not, from.get(), selected, where);
    }

    private Filter within(FromClause from, Operands inner, List<Expression> conditions) {
        SemiJoins nested = new SemiJoins(text, objects, values, conditions);
        return Filter.and(List.of(from.required(), new Conditions(inner, values, nested).all(conditions)));
    }

    private static boolean asksForValue(Expression condition, Expression column) {
        return condition instanceof Predicate.IsNull test
                && test.negated()
                && test.operand().equals(column);
    }

    /** {@code [NOT] EXISTS (SELECT ... FROM table WHERE table.reference = outer.Id AND ...)}. */
    Filter exists(Predicate.Exists node, boolean not, Operands outer) {
        Select select = plainSelect(node.query(), node);
        Optional<FromClause> from = FromClause.of(select.from(), conditions(select), text, objects);
        if (from.isEmpty()) {
            return Filter.ALL;
        }
        Operands inner = new Operands(text, from.get(), objects, values, outer);
        List<Expression> own = new ArrayList<>();
        List<Correlation> correlations = new ArrayList<>();
        for (Expression condition : from.get().conditions()) {
            Optional<Correlation> correlation = correlation(condition, from.get());
            correlation.ifPresentOrElse(correlations::add, () -> own.add(condition));
        }
        if (correlations.size() != 1) {
            throw new NotInSoql(node, "EXISTS that is not tied to the outer query by one equality");
        }
        Operands.Resolved selected = inner.column(correlations.get(0).inner());
        Operands.Resolved operand = outer.column(correlations.get(0).outer());
        boolean mayBeNull = !operand.isNeverNull()
                && outerConditions.stream()
                        .noneMatch(condition ->
                                asksForValue(condition, correlations.get(0).outer()));
        if (not && mayBeNull) {
            throw new NotInSoql(node, "NOT EXISTS tied to a column that may be null");
        }
        Filter where = within(from.get(), inner, own);
        if (not && !selected.isNeverNull()) {
            Filter present = Filter.of(NullLogic.nullTest((FieldPath) selected.operand(), true));
            where = Filter.and(List.of(where, present));
        }
        return semiJoin(node, operand, not, from.get(), selected, where);
    }

    private record Correlation(Expression.Column inner, Expression.Column outer) {}

    private static Optional<Correlation> correlation(Expression condition, FromClause from) {
        if (!(condition instanceof Predicate.Comparison comparison)
                || comparison.operator() != Predicate.Comparison.Operator.EQUAL
                || !(comparison.left() instanceof Expression.Column left)
                || !(comparison.right() instanceof Expression.Column right)) {
            return Optional.empty();
        }
        boolean leftIsInner = from.locate(left).isPresent();
        boolean rightIsInner = from.locate(right).isPresent();
        if (leftIsInner == rightIsInner) {
            return Optional.empty();
        }
        return Optional.of(leftIsInner ? new Correlation(left, right) : new Correlation(right, left));
    }

    private Filter semiJoin(
            Predicate node,
            Operands.Resolved operand,
            boolean not,
            FromClause from,
            Operands.Resolved selected,
            Filter where) {
        requireKey(node, operand);
        requireKey(node, selected);
        if (Collections.disjoint(targets(operand), targets(selected))) {
            throw new NotInSoql(node, "a subquery whose Ids are those of another object");
        }
        if (where.isNone()) {
            return not ? Filter.ALL : Filter.NONE;
        }
        SoqlQuery query = Soql.select(
                List.of((FieldPath) selected.operand()), from.root().object().name(), where.condition());
        return Filter.of(new Condition.SemiJoin(operand.operand(), not, query));
    }

    /** SOQL compares an Id or a reference of the object itself (SOQL and SOSL Reference, "Semi-Joins with IN"). */
    private static void requireKey(Predicate node, Operands.Resolved operand) {
        boolean key = operand.column().type() == SfType.ID || operand.column().type() == SfType.REFERENCE;
        if (!key || operand.ofParent() || !(operand.operand() instanceof FieldPath)) {
            throw new NotInSoql(node, "a subquery compared with anything but an Id or reference of the table itself");
        }
    }

    /** The objects whose Ids a column holds: SOQL compares those of one object only (same place). */
    private static List<String> targets(Operands.Resolved key) {
        boolean own = key.column().type() == SfType.ID;
        return own
                ? List.of(key.column().table())
                : key.field().map(Field::referenceTo).orElse(List.of());
    }

    private static List<Expression> conditions(Select select) {
        return select.where().map(List::of).orElse(List.of());
    }

    private static Select plainSelect(Query query, Predicate node) {
        boolean plain = query.with().isEmpty()
                && query.limit().isEmpty()
                && query.offset().isEmpty()
                && query.body() instanceof Select select
                && select.groupBy().isEmpty()
                && select.having().isEmpty()
                && select.windows().isEmpty()
                && !select.from().isEmpty();
        if (!plain) {
            throw new NotInSoql(node, "a subquery with more than columns and conditions");
        }
        return (Select) query.body();
    }
}
