package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.soqljdbc.api.ApiLimits;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.Value;

/** Writes the SOQL of a scan. */
final class ScanQueries {

    /** Characters of keys in one query; the rest of a hundred thousand is left to what else it says. */
    private static final int KEYS_OF_A_QUERY = ApiLimits.LONGEST_SOQL * 9 / 10;

    /** Characters of keys that travel beside others, so that all fit into one query. */
    private static final int KEYS_BESIDE = 5_000;

    private static final int MOST_PARTS = 10;

    /** Beyond these the other side of a join is read whole. */
    static final int MOST_KEY_CHARACTERS = KEYS_OF_A_QUERY * MOST_PARTS;

    private final ScanPlan plan;
    private final List<Condition> where;

    /** How narrowly rows are chosen, from not at all. */
    enum Selectivity {
        NONE,
        RANGE,
        EQUALITY,
        ID
    }

    /** Keys that a column may have. */
    record Cut(OrgTable.TableColumn column, List<Value> values) {}

    /** @param bindings the parameters of a run */
    ScanQueries(ScanPlan plan, RexBuilder builder, Bindings bindings) {
        this.plan = plan;
        PushedConditions pushed = new PushedConditions(builder, plan.columns());
        List<Condition> conditions = new ArrayList<>();
        for (RexNode condition : plan.conditions()) {
            // What travels may not be checked again, so nothing may get lost here.
            conditions.add(pushed.of(bindings.bound(condition, builder))
                    .orElseThrow(() -> new IllegalStateException("A condition of a plan cannot be said: " + condition))
                    .condition());
        }
        plan.present()
                .forEach(path -> conditions.add(
                        new Condition.Comparison(path, Condition.Comparison.Operator.NOT_EQUAL, new NullLiteral())));
        this.where = conditions;
    }

    String text() {
        return SoqlWriter.write(query(List.of()));
    }

    /** How much of the object the conditions choose, at a guess. */
    Selectivity selectivity() {
        return PushedConditions.conjunction(where).stream()
                .flatMap(all -> all instanceof Condition.And and ? and.terms().stream() : List.of(all).stream())
                .map(ScanQueries::selectivity)
                .max(Comparator.naturalOrder())
                .orElse(Selectivity.NONE);
    }

    private static Selectivity selectivity(Condition term) {
        if (term instanceof Condition.Comparison comparison) {
            boolean one = comparison.operator() == Condition.Comparison.Operator.EQUAL;
            return switch (comparison.operator()) {
                case EQUAL, LIKE ->
                    one && comparison.left().toString().equalsIgnoreCase("Id") ? Selectivity.ID : Selectivity.EQUALITY;
                case NOT_EQUAL -> Selectivity.NONE;
                default -> Selectivity.RANGE;
            };
        }
        return term instanceof Condition.InList in && !in.negated() ? Selectivity.EQUALITY : Selectivity.RANGE;
    }

    /** Whether rows of the org are chosen by one of these columns. */
    boolean hasConditionOn(List<String> names) {
        return PushedConditions.conjunction(where).stream()
                .flatMap(all -> all instanceof Condition.And and ? and.terms().stream() : List.of(all).stream())
                .anyMatch(term -> term instanceof Condition.Comparison comparison
                                && comparison.operator() == Condition.Comparison.Operator.EQUAL
                                && isNamed(comparison.left(), names)
                        || term instanceof Condition.InList in && !in.negated() && isNamed(in.left(), names));
    }

    private static boolean isNamed(Operand operand, List<String> names) {
        return names.stream().anyMatch(name -> name.equalsIgnoreCase(operand.toString()));
    }

    // ---- queries -------------------------------------------------------------------------------------------

    SoqlQuery query(List<Condition> more) {
        List<SelectItem> items = new ArrayList<>();
        boolean grouped = plan.groups().isPresent();
        List<Operand> keys = new ArrayList<>();
        for (int column : plan.output()) {
            FieldPath path = plan.columns().get(column).path();
            keys.add(path);
            // Two grouped paths that end in one name would answer one member.
            boolean named = grouped && path.names().size() > 1;
            items.add(new SelectItem.Expression(path, named ? Optional.of("k" + (keys.size() - 1)) : Optional.empty()));
        }
        plan.groups()
                .ifPresent(groups -> groups.calls()
                        .forEach(call -> items.add(new SelectItem.Expression(
                                new FunctionCall(
                                        call.function(),
                                        List.of(plan.columns()
                                                .get(call.column())
                                                .path())),
                                Optional.of(call.name())))));
        Optional<SoqlQuery.GroupBy> groupBy = grouped && !keys.isEmpty()
                ? Optional.of(new SoqlQuery.GroupBy(SoqlQuery.GroupBy.Kind.PLAIN, keys))
                : Optional.empty();
        return query(items, where(more), groupBy, plan.order(), plan.limit());
    }

    private Optional<Condition> where(List<Condition> more) {
        List<Condition> all = new ArrayList<>(where);
        all.addAll(more);
        return PushedConditions.conjunction(all);
    }

    /** How many rows the query would find, without keys. */
    SoqlQuery count() {
        return query(
                List.of(new SelectItem.CountAll()), where(List.of()), Optional.empty(), List.of(), Optional.empty());
    }

    SoqlQuery rows(List<Integer> columns, Optional<Condition> condition) {
        List<SelectItem> items = columns.stream()
                .<SelectItem>map(column ->
                        new SelectItem.Expression(plan.columns().get(column).path(), Optional.empty()))
                .toList();
        return query(items, condition, Optional.empty(), List.of(), Optional.empty());
    }

    private SoqlQuery query(
            List<SelectItem> items,
            Optional<Condition> condition,
            Optional<SoqlQuery.GroupBy> groupBy,
            List<SoqlQuery.OrderItem> order,
            Optional<Long> limit) {
        return new SoqlQuery(
                items,
                List.of(new SoqlQuery.FromItem(FieldPath.of(plan.object().name().split("\\.")), Optional.empty())),
                Optional.empty(),
                condition,
                List.of(),
                groupBy,
                Optional.empty(),
                order,
                limit.map(rows -> new NumberLiteral(rows.toString())),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    // ---- keys ----------------------------------------------------------------------------------------------

    /** Empty if the keys would leave too little room for others. */
    Optional<Condition> whole(Cut cut) {
        long length = cut.values().stream().mapToLong(KeyValues::length).sum();
        return length > KEYS_BESIDE ? Optional.empty() : Optional.of(in(cut.column(), cut.values()));
    }

    private static Condition in(OrgTable.TableColumn column, List<Value> values) {
        return values.size() == 1
                ? new Condition.Comparison(column.path(), Condition.Comparison.Operator.EQUAL, values.get(0))
                : new Condition.InList(column.path(), false, values);
    }

    /** As many queries as the keys need. */
    List<SoqlQuery> cut(Cut cut, List<Condition> more) {
        int fixed = SoqlWriter.write(query(more)).length();
        int room = Math.min(KEYS_OF_A_QUERY, ApiLimits.LONGEST_SOQL - fixed - KEYS_BESIDE);
        List<SoqlQuery> parts = new ArrayList<>();
        List<Value> part = new ArrayList<>();
        int length = 0;
        for (Value value : cut.values()) {
            if (length + KeyValues.length(value) > room && !part.isEmpty()) {
                parts.add(with(cut.column(), part, more));
                part.clear();
                length = 0;
            }
            part.add(value);
            length += KeyValues.length(value);
        }
        if (!part.isEmpty()) {
            parts.add(with(cut.column(), part, more));
        }
        return parts;
    }

    private SoqlQuery with(OrgTable.TableColumn column, List<Value> values, List<Condition> more) {
        List<Condition> all = new ArrayList<>(more);
        all.add(in(column, List.copyOf(values)));
        return query(all);
    }
}
