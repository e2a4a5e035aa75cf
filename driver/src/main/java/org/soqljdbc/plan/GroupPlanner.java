package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.ApiLimits;
import org.soqljdbc.bind.BoundColumn;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.rules.SoqlRules;
import org.soqljdbc.rows.combined.RowFilter;
import org.soqljdbc.rows.combined.RowOrder;
import org.soqljdbc.types.Column;

/**
 * Plans queries with GROUP BY or aggregates. Salesforce makes the groups where it can: all of them in one answer, which
 * holds 2,000, or range by range of a key. Else the rows are read and grouped here.
 *
 * <p>In SQL, text that differs only in case is one group. Nothing says that Salesforce's groups are so, so they are put
 * together here; what depends on whole groups (HAVING, LIMIT) is then done here too.
 */
final class GroupPlanner {

    private static final String OF_ROWS = "groups the rows";

    private final Asked asked;
    private final QueryPlan whole;
    private final OrgFacts org;
    private final SoqlQuery query;
    private final GroupedQuery groups;
    private final ToldGroups told;
    private final boolean tooLong;
    private final boolean differs;

    private GroupPlanner(Asked asked, QueryPlan whole, OrgFacts org, GroupedQuery groups) throws SQLException {
        this.asked = asked;
        this.whole = whole;
        this.org = org;
        this.groups = groups;
        this.query = asked.query().withAllRows(false);
        this.tooLong = whole.soql().length() > ApiLimits.LONGEST_SOQL;
        this.differs = asked.caseless() && ToldGroups.mayDiffer(query, groups, org);
        this.told = new ToldGroups(query, groups, asked.caseless(), differs || tooLong, org);
    }

    /** The plan; empty where the query itself is all there is to ask. */
    static Optional<Plan> plan(Asked asked, QueryPlan whole, OrgFacts org) throws SQLException {
        Optional<GroupedQuery> groups = GroupedQuery.of(asked.query(), org);
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        GroupPlanner planner = new GroupPlanner(asked, whole, org, groups.get());
        Optional<RowFilter.Test> having = planner.havingHere();
        // SELECT may name less than HAVING and ORDER BY: no aggregate of a field it groups by, for one.
        boolean tellable = SoqlRules.violations(planner.told.query()).isEmpty();
        return having.isPresent() && tellable ? planner.plan(having.get()) : Optional.empty();
    }

    /** The plan by rows, for objects whose rows Salesforce does not group; empty if it cannot be done here. */
    static Optional<Plan> ofRows(Asked asked, QueryPlan whole, OrgFacts org) throws SQLException {
        Optional<GroupedQuery> groups = GroupedQuery.of(asked.query(), org);
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        GroupPlanner planner = new GroupPlanner(asked, whole, org, groups.get());
        Optional<RowFilter.Test> having = planner.havingHere();
        Optional<Plan> rows = planner.ofRows();
        return having.isEmpty() || rows.isEmpty()
                ? Optional.empty()
                : Optional.of(planner.finished(rows.get(), having.get()));
    }

    private Optional<Plan> plan(RowFilter.Test having) throws SQLException {
        if (tooLong) {
            Optional<List<SoqlQuery>> parts = ValueLists.cut(told.query(), ApiLimits.LONGEST_SOQL, org);
            Optional<Plan> made = parts.isPresent() ? Optional.of(ofAnswers(parts.get(), ofRows())) : ofRows();
            return made.map(plan -> finished(plan, having));
        }
        if (differs) {
            return Optional.of(finished(ofAnswers(List.of(told.query()), ofRangesOrRows()), having));
        }
        long skip = Counts.of(query.offset()).orElse(0L);
        boolean fits = groups.keys() == 0
                || skip <= Planner.MAX_OFFSET && Planner.most(asked).orElse(Long.MAX_VALUE) <= Planner.MAX_GROUPS;
        Optional<Plan> made = fits ? Optional.empty() : ofRangesOrRows();
        if (made.isEmpty()) {
            return Optional.empty();
        }
        Plan here = finished(made.get(), having);
        return Optional.of(
                skip > Planner.MAX_OFFSET ? here : new Plan.OrElse(whole, here, "there are more than 2000 groups"));
    }

    /** HAVING, LIMIT and SELECT, of rows of terms. */
    private Plan finished(Plan made, RowFilter.Test having) {
        Plan plan = groups.havingHere().isEmpty() ? made : new Plan.Sifted(made, having, "tests HAVING");
        long skip = Counts.of(query.offset()).orElse(0L);
        Optional<Long> most = Planner.most(asked);
        if (skip > 0 || most.isPresent()) {
            plan = new Plan.Window(plan, skip, most);
        }
        List<Column> columns =
                asked.bound().columns().stream().map(BoundColumn::column).toList();
        return new Plan.Projected(plan, groups.selected(), columns);
    }

    private Optional<RowFilter.Test> havingHere() throws SQLException {
        List<Operand> named = new ArrayList<>();
        List<LocalConditions.Place> places = new ArrayList<>();
        for (Condition condition : groups.havingHere()) {
            for (Operand operand : ConditionOperands.of(condition).found()) {
                int term = groups.place(operand, query, org);
                Column column = told.columns().get(term);
                named.add(operand);
                places.add(new LocalConditions.Place(term, column.type(), Operands.values(column, org)));
            }
        }
        return new LocalConditions(operand -> places.get(named.indexOf(operand))).all(groups.havingHere());
    }

    private RowOrder order() throws SQLException {
        List<RowOrder.Key> keys = new ArrayList<>();
        for (int i = 0; i < groups.ordered().size(); i++) {
            SoqlQuery.OrderItem item = query.orderBy().get(i);
            int term = groups.ordered().get(i);
            boolean ofParent = item.operand() instanceof FieldPath
                    && Operands.path(item.operand(), query, org).size() > 1;
            boolean nullsLast = item.nullsLast().orElse(false) && !ofParent;
            Column column = told.columns().get(term);
            keys.add(new RowOrder.Key(term, Operands.values(column, org), item.descending(), nullsLast));
        }
        return new RowOrder(keys);
    }

    // ---- ways to the groups, each as rows of terms ------------------------------------------------------------

    /** @param parts queries that together ask all; a group of one may be part of a group of another */
    private Plan ofAnswers(List<SoqlQuery> parts, Optional<Plan> otherwise) throws SQLException {
        List<Plan> requests = new ArrayList<>();
        for (SoqlQuery part : parts) {
            requests.add(told.request(part, whole.includeDeleted()));
        }
        boolean one = requests.size() == 1;
        Plan answers = one ? requests.get(0) : new Plan.Following(requests);
        String says = one ? "makes one of groups that differ only in case" : "puts the groups of all requests together";
        return new Plan.Grouped(answers, told.grouping(), told.columns(), order(), one, says, otherwise);
    }

    private Optional<Plan> ofRangesOrRows() throws SQLException {
        Optional<Plan> ranges = ofRanges();
        return ranges.isPresent() ? ranges : ofRows();
    }

    /** Groups are never more than rows, so this takes no more calls than reading the rows. */
    private Optional<Plan> ofRanges() throws SQLException {
        for (int i = 0; i < groups.keys(); i++) {
            if (groups.terms().get(i) instanceof FieldPath path
                    && isRange(told.columns().get(i))) {
                SoqlQuery ordered = told.query()
                        .withOrderBy(List.of(new SoqlQuery.OrderItem(path, false, Optional.empty())))
                        .withLimit(Optional.of(Counts.literal(Planner.MAX_GROUPS)));
                Plan ranges = new Plan.Ranged(
                        ordered, told.bound(), whole.includeDeleted(), path, told.slot(i), groups.keys() == 1);
                String says = "asks on after the last group of an answer";
                return Optional.of(new Plan.Grouped(
                        ranges,
                        told.grouping(),
                        told.columns(),
                        order(),
                        query.orderBy().isEmpty(),
                        says,
                        ofRows()));
            }
        }
        return Optional.empty();
    }

    /** Whether values are ordered and compared alike whatever the user's language is: not so for text. */
    private boolean isRange(Column column) throws SQLException {
        boolean plain = switch (column.type()) {
            case ID, REFERENCE, DATE, INT, LONG -> true;
            default -> false;
        };
        return plain
                && org.field(column)
                        .filter(Field::filterable)
                        .filter(Field::sortable)
                        .isPresent();
    }

    private Optional<Plan> ofRows() throws SQLException {
        Optional<GroupedRows> made = GroupedRows.of(asked, groups, org);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        GroupedRows rows = made.get();
        if (groups.isDistinct()) {
            Plan distinct = new Plan.Distinct(rows.rows(), rows.grouping().keys());
            return Optional.of(new Plan.Projected(distinct, rows.slots(), told.columns()));
        }
        return Optional.of(new Plan.Grouped(
                rows.rows(), rows.grouping(), told.columns(), order(), false, OF_ROWS, Optional.empty()));
    }
}
