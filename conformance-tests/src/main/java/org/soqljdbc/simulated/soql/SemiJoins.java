package org.soqljdbc.simulated.soql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.Condition.And;
import org.soqljdbc.grammar.soql.Condition.Not;
import org.soqljdbc.grammar.soql.Condition.Or;
import org.soqljdbc.grammar.soql.Condition.SemiJoin;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;

/**
 * Semi-joins and anti-joins, and what may not be said with them (SOQL and SOSL Reference, "Comparison Operators"). The
 * wordings of the refusals are ours but for those that mention selects and the left operand.
 */
final class SemiJoins {

    private static final int MOST = 2;
    private static final Set<String> NEVER_INSIDE =
            Set.of("ActivityHistory", "Attachment", "Event", "Note", "OpenActivity", "Task");

    private final QueryText text;
    private final Scope scope;
    private final Function<SemiJoin, Inner> compiler;

    /** A compiled inner query. @param values of the selected field, nulls among them */
    record Inner(SObjectType type, ResolvedPath selected, Supplier<Stream<Object>> values) {}

    SemiJoins(QueryText text, Scope scope, Function<SemiJoin, Inner> compiler) {
        this.text = text;
        this.scope = scope;
        this.compiler = compiler;
    }

    /** Checks where semi-joins stand in a WHERE clause, and how many there are. */
    void check(Condition where) {
        if (count(where, true) > MOST) {
            throw refuse(where, "maximum " + MOST + " semi join sub-selects are allowed");
        }
    }

    private int count(Condition condition, boolean allowed) {
        if (condition instanceof SemiJoin) {
            if (!allowed) {
                throw refuse(
                        condition,
                        "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested"
                                + " WHERE expressions.");
            }
            return 1;
        }
        if (condition instanceof And and) {
            return and.terms().stream().mapToInt(term -> count(term, allowed)).sum();
        }
        if (condition instanceof Or or) {
            return or.terms().stream().mapToInt(term -> count(term, false)).sum();
        }
        return condition instanceof Not not ? count(not.term(), false) : 0;
    }

    /** The test of one semi-join. */
    Predicate<RowAddress> test(SemiJoin join) {
        if (!(join.left() instanceof FieldPath left)) {
            throw refuse(join, "The left operand of a semi join is a field");
        }
        ResolvedPath outer = scope.resolve(left);
        if (!outer.hops().isEmpty() || ValueKind.of(outer.field()) != ValueKind.ID) {
            throw refuse(
                    left,
                    "The left operand field in the where expression for outer query should be an id field, cannot use:"
                            + " '" + left + "'");
        }
        checkInner(join.query());
        Inner inner = compiler.apply(join);
        if (inner.type() == scope.root()) {
            throw refuse(join, "The inner and outer selects should not be on the same object type");
        }
        if (NEVER_INSIDE.contains(inner.type().name())) {
            throw refuse(join, "Entity '" + inner.type().name() + "' is not supported for semi join inner selects");
        }
        checkTargets(join, outer, inner);
        Set<Object> values = new HashSet<>();
        inner.values().get().filter(String.class::isInstance).forEach(values::add);
        Function<RowAddress, Object> reader = row -> row.value(outer.field().column());
        Predicate<RowAddress> in = row -> values.contains(reader.apply(row));
        return join.negated() ? in.negate() : in;
    }

    private void checkInner(SoqlQuery query) {
        boolean plain = query.select().size() == 1
                && query.select().get(0) instanceof SelectItem.Expression expression
                && expression.operand() instanceof FieldPath path
                && path.names().size() <= 2;
        boolean bare = query.orderBy().isEmpty()
                && query.limit().isEmpty()
                && query.offset().isEmpty()
                && query.groupBy().isEmpty()
                && query.forPurposes().isEmpty();
        if (!plain || !bare) {
            throw refuse(query, "The inner select of a semi join has one field and a WHERE clause only");
        }
        boolean nested = query.where().filter(where -> count(where, true) > 0).isPresent();
        if (nested) {
            throw refuse(query, "Nesting of semi join sub-selects is not supported");
        }
    }

    private void checkTargets(SemiJoin join, ResolvedPath outer, Inner inner) {
        Field selected = inner.selected().field();
        if (!inner.selected().hops().isEmpty() || ValueKind.of(selected) != ValueKind.ID) {
            throw refuse(join, "The selected field in the subquery should be an id field: " + selected.name());
        }
        List<String> left = targets(scope.root(), outer.field());
        List<String> right = targets(inner.type(), selected);
        if (left.stream().noneMatch(right::contains)) {
            throw refuse(
                    join,
                    "The selected field '" + selected.name()
                            + "' in the subquery and the left operand field in the where expression in the outer query"
                            + " '" + outer.field().name() + "' should point to the same object type");
        }
    }

    private static List<String> targets(SObjectType type, Field field) {
        return field.isReference() ? field.referenceTo() : List.of(type.name());
    }

    private Refusal refuse(Object node, String message) {
        return text.refuse(node, "MALFORMED_QUERY", message);
    }
}
