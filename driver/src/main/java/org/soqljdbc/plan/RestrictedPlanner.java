package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.soqljdbc.bind.BoundColumn;
import org.soqljdbc.catalog.ObjectFamily;
import org.soqljdbc.catalog.ObjectRules;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.rows.combined.RowFilter;
import org.soqljdbc.types.Column;

/**
 * Plans queries of objects that may not be asked everything (external, big, metadata): what {@link ObjectRules} holds
 * back is done here with the rows. What cannot be done here is sent all the same, for Salesforce to say why not.
 */
final class RestrictedPlanner {

    private final Asked asked;
    private final QueryPlan whole;
    private final OrgFacts org;
    private final SoqlQuery query;
    private final ObjectRules rules;

    private RestrictedPlanner(Asked asked, QueryPlan whole, OrgFacts org) {
        this.asked = asked;
        this.whole = whole;
        this.org = org;
        this.query = asked.query().withAllRows(false);
        this.rules = ObjectRules.of(asked.bound().root());
    }

    /** The plan; empty where the query may be asked as it is, or nothing can be done about it. */
    static Optional<Plan> plan(Asked asked, QueryPlan whole, OrgFacts org) throws SQLException {
        RestrictedPlanner planner = new RestrictedPlanner(asked, whole, org);
        if (asked.query().isCountAll()) {
            return planner.count();
        }
        return asked.query().isAggregate() ? planner.groups() : planner.rows();
    }

    private Optional<Plan> count() throws SQLException {
        boolean held = !held().isEmpty();
        if (!held && rules.family().counts() == ObjectFamily.Counts.ALL
                || query.offset().isPresent()) {
            return Optional.empty();
        }
        SoqlQuery keys = query.withSelect(List.of(Operands.item(rules.key()))).withLimit(Optional.empty());
        Plan rows = Planner.rows(keys, org.bind(keys), whole.includeDeleted(), true, org);
        long most = Counts.of(query.limit()).orElse(Long.MAX_VALUE);
        Plan counted = new Plan.Counted(rows, whole.columns(), most);
        boolean maybe = !held && rules.family().counts() == ObjectFamily.Counts.MAYBE;
        return Optional.of(maybe ? new Plan.OrElse(whole, counted, "the object's system does not count") : counted);
    }

    private Optional<Plan> groups() throws SQLException {
        boolean made = rules.family().counts() == ObjectFamily.Counts.ALL && held().isEmpty();
        return made ? Optional.empty() : GroupPlanner.ofRows(asked, whole, org);
    }

    private List<Condition> held() {
        return Conjunction.terms(query.where()).stream()
                .filter(term -> !rules.takes(term))
                .toList();
    }

    private Optional<Plan> rows() throws SQLException {
        List<Condition> held = held();
        boolean sorts = !takesOrder();
        boolean bounded = query.limit().isPresent() || query.offset().isPresent() || asked.maxRows() > 0;
        boolean boundsHere =
                bounded && (!held.isEmpty() || sorts || !rules.family().takesBounds());
        if (held.isEmpty() && !sorts && !boundsHere) {
            return Optional.empty();
        }
        List<Operand> needed = new ArrayList<>();
        if (sorts) {
            query.orderBy().forEach(item -> needed.add(item.operand()));
        }
        int first = needed.size();
        held.forEach(term -> needed.addAll(ConditionOperands.of(term).found()));
        SoqlQuery taken = taken(sorts, held.isEmpty() && !sorts);
        Optional<Operands.Widened> wider = Operands.with(needed, taken, org.bind(taken), org);
        if (wider.isEmpty()) {
            return Optional.empty();
        }
        Optional<RowFilter.Test> test = test(held, needed, first, wider.get());
        if (test.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(finished(wider.get(), held.isEmpty() ? Optional.empty() : test, sorts));
    }

    /** What travels. @param bounds whether LIMIT does; it is heeded or does no harm */
    private SoqlQuery taken(boolean sorts, boolean bounds) {
        List<Condition> terms =
                Conjunction.terms(query.where()).stream().filter(rules::takes).toList();
        long skip = Counts.of(query.offset()).orElse(0L);
        return query.withWhere(Conjunction.of(terms))
                .withOrderBy(sorts ? List.of() : query.orderBy())
                .withOffset(Optional.empty())
                .withLimit(
                        bounds
                                ? Planner.most(asked).map(rows -> Counts.literal(Counts.sum(rows, skip)))
                                : Optional.empty());
    }

    private Plan finished(Operands.Widened wider, Optional<RowFilter.Test> test, boolean sorts) throws SQLException {
        Plan plan = new QueryPlan(
                SoqlWriter.write(wider.query()), whole.includeDeleted(), wider.bound(), 0, whole.prefetch());
        if (test.isPresent()) {
            plan = new Plan.Sifted(plan, test.get(), "tests conditions that the object does not take");
        }
        if (sorts) {
            plan = new Plan.Sorted(plan, Planner.order(query.orderBy(), wider, org));
        }
        long skip = Counts.of(query.offset()).orElse(0L);
        Optional<Long> most = Planner.most(asked);
        if (skip > 0 || most.isPresent()) {
            plan = new Plan.Window(plan, skip, most);
        }
        List<Column> columns =
                asked.bound().columns().stream().map(BoundColumn::column).toList();
        boolean wide = wider.bound().columns().size() > columns.size();
        return wide
                ? new Plan.Projected(
                        plan, IntStream.range(0, columns.size()).boxed().toList(), columns)
                : plan;
    }

    private Optional<RowFilter.Test> test(List<Condition> held, List<Operand> needed, int first, Operands.Widened wider)
            throws SQLException {
        List<LocalConditions.Place> places = new ArrayList<>();
        for (int i = 0; i < needed.size(); i++) {
            int slot = wider.slots().get(i);
            Column column = wider.bound().columns().get(slot).column();
            places.add(new LocalConditions.Place(slot, column.type(), Operands.values(column, org)));
        }
        return new LocalConditions(operand ->
                        places.get(first + needed.subList(first, needed.size()).indexOf(operand)))
                .all(held);
    }

    private boolean takesOrder() throws SQLException {
        for (SoqlQuery.OrderItem item : query.orderBy()) {
            boolean ofParent = item.operand() instanceof FieldPath
                    && Operands.path(item.operand(), query, org).size() > 1;
            boolean nullsLast = item.nullsLast().orElse(false);
            if (ofParent && !rules.family().takesOrderByParent()
                    || nullsLast && !rules.family().takesNullsLast()) {
                return false;
            }
        }
        return true;
    }
}
