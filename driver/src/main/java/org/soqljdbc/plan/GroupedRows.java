package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.rows.combined.Grouping;
import org.soqljdbc.rows.combined.ValueOrder;
import org.soqljdbc.types.Column;

/**
 * Groups that are made here of the rows they consist of.
 *
 * @param rows the rows
 * @param slots for each term the field it is, or is made of
 */
record GroupedRows(Plan rows, Grouping grouping, List<Integer> slots) {

    /** Empty where a key is no field: what a function makes of a field is not in the rows. */
    static Optional<GroupedRows> of(Asked asked, GroupedQuery groups, OrgFacts org) throws SQLException {
        List<Operand> fields = new ArrayList<>();
        for (int i = 0; i < groups.terms().size(); i++) {
            Operand field = i < groups.keys() ? groups.terms().get(i) : groups.argument(i);
            if (!(field instanceof FieldPath)) {
                return Optional.empty();
            }
            fields.add(field);
        }
        List<Condition> where = new ArrayList<>(Conjunction.terms(asked.query().where()));
        where.addAll(groups.having());
        // Of distinct rows the order is that of the groups; other groups are sorted when they are made.
        List<SoqlQuery.OrderItem> order = groups.isDistinct() ? asked.query().orderBy() : List.of();
        SoqlQuery first = asked.query()
                .withAllRows(false)
                .withSelect(List.of(Operands.item(fields.get(0))))
                .withWhere(Conjunction.of(where))
                .withGroups(Optional.empty(), Optional.empty())
                .withOrderBy(order)
                .withLimit(Optional.empty())
                .withOffset(Optional.empty());
        BoundQuery bound = org.bind(first);
        Operands.Widened wider = Operands.with(fields, first, bound, org).orElseThrow();
        List<Grouping.Key> keys = new ArrayList<>();
        List<Grouping.Measure> measures = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            int slot = wider.slots().get(i);
            Column column = wider.bound().columns().get(slot).column();
            ValueOrder values = Operands.values(column, org);
            if (i < groups.keys()) {
                keys.add(new Grouping.Key(slot, values, asked.caseless()));
            } else {
                measures.add(new Grouping.Measure(kind(groups, i), slot, values, asked.caseless(), slot, slot));
            }
        }
        boolean includeDeleted = asked.queryAll() || asked.query().allRows();
        boolean all = !groups.isDistinct() || Planner.most(asked).isEmpty();
        Plan rows = Planner.rows(wider.query(), wider.bound(), includeDeleted, all, org);
        return Optional.of(new GroupedRows(rows, new Grouping(keys, measures), wider.slots()));
    }

    private static Grouping.Measure.Kind kind(GroupedQuery groups, int term) {
        return switch (groups.function(term)) {
            case COUNT -> Grouping.Measure.Kind.COUNT;
            case SUM -> Grouping.Measure.Kind.SUM;
            case AVG -> Grouping.Measure.Kind.AVERAGE;
            case MIN -> Grouping.Measure.Kind.LEAST;
            case MAX -> Grouping.Measure.Kind.GREATEST;
            default -> Grouping.Measure.Kind.COUNT_DISTINCT;
        };
    }
}
