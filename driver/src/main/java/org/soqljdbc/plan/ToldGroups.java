package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.rows.combined.Grouping;
import org.soqljdbc.rows.combined.ValueOrder;
import org.soqljdbc.types.Column;

/**
 * Groups that Salesforce makes, told so that several which belong together can be made one: HAVING about aggregates, LIMIT
 * and OFFSET are left out, and an average is told with its sum and count.
 */
final class ToldGroups {

    private final GroupedQuery groups;
    private final boolean caseless;
    private final SoqlQuery query;
    private final BoundQuery bound;
    private final List<Integer> slots = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final Grouping grouping;

    /**
     * @param caseless whether groups that differ only in case are one
     * @param together whether several groups may have to be made one
     */
    ToldGroups(SoqlQuery asked, GroupedQuery groups, boolean caseless, boolean together, OrgFacts org)
            throws SQLException {
        this.groups = groups;
        this.caseless = caseless;
        PartialSelect select = new PartialSelect(asked, org);
        List<Grouping.Measure> parts = new ArrayList<>();
        for (int i = 0; i < groups.terms().size(); i++) {
            slots.add(select.place(groups.terms().get(i)));
            if (i >= groups.keys()) {
                parts.add(part(i, select, together));
            }
        }
        this.query = asked.withSelect(select.items())
                .withGroups(asked.groupBy(), Conjunction.of(groups.having()))
                .withLimit(Optional.empty())
                .withOffset(Optional.empty());
        this.bound = org.bind(query);
        List<Grouping.Key> keys = new ArrayList<>();
        List<Grouping.Measure> measures = new ArrayList<>();
        for (int i = 0; i < groups.terms().size(); i++) {
            Column column = bound.columns().get(slots.get(i)).column();
            ValueOrder values = Operands.values(column, org);
            columns.add(column);
            if (i < groups.keys()) {
                keys.add(new Grouping.Key(slots.get(i), values, caseless));
            } else {
                measures.add(parts.get(i - groups.keys()).withValues(values));
            }
        }
        this.grouping = new Grouping(keys, measures);
    }

    private Grouping.Measure part(int term, PartialSelect select, boolean together) throws SQLException {
        FieldPath argument = groups.argument(term);
        int slot = slots.get(term);
        boolean average = groups.function(term) == Function.AVG;
        Grouping.Measure.Kind kind = switch (groups.function(term)) {
            case COUNT -> Grouping.Measure.Kind.COUNT_OF_PARTS;
            case SUM -> Grouping.Measure.Kind.SUM;
            case MIN -> Grouping.Measure.Kind.LEAST;
            case MAX -> Grouping.Measure.Kind.GREATEST;
            case AVG -> Grouping.Measure.Kind.AVERAGE_OF_PARTS;
            default -> Grouping.Measure.Kind.COUNT_DISTINCT_OF_PARTS;
        };
        int sum = average && together ? select.place(Function.SUM, argument) : slot;
        int count = average && together ? select.place(Function.COUNT, argument) : slot;
        return new Grouping.Measure(kind, slot, null, caseless, sum, count);
    }

    /** Whether Salesforce may tell two groups whose keys differ only in case. */
    static boolean mayDiffer(SoqlQuery query, GroupedQuery groups, OrgFacts org) throws SQLException {
        for (Operand key : groups.terms().subList(0, groups.keys())) {
            Column column = Operands.column(key, query, org).column();
            boolean unique = org.field(column).map(Field::unique).orElse(false);
            if (Operands.values(column, org).isCaseless() && !unique) {
                return true;
            }
        }
        return false;
    }

    /** What is asked. */
    SoqlQuery query() {
        return query;
    }

    BoundQuery bound() {
        return bound;
    }

    /** A column for each term. */
    List<Column> columns() {
        return columns;
    }

    /** Where a term stands in an answer. */
    int slot(int term) {
        return slots.get(term);
    }

    Grouping grouping() {
        return grouping;
    }

    /** A request of this query, or of one with other conditions. */
    QueryPlan request(SoqlQuery part, boolean includeDeleted) {
        return new QueryPlan(SoqlWriter.write(part), includeDeleted, bound, 0, true);
    }

    /** Rows of an answer as rows of terms. */
    Plan terms(Plan answer) {
        return new Plan.Projected(answer, slots, columns);
    }
}
