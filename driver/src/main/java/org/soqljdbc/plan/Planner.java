package org.soqljdbc.plan;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.soqljdbc.api.ApiLimits;
import org.soqljdbc.bind.BoundColumn;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.catalog.NeededFilter;
import org.soqljdbc.catalog.ObjectFamily;
import org.soqljdbc.catalog.ObjectRules;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.rows.combined.RowOrder;
import org.soqljdbc.rows.combined.ValueOrder;
import org.soqljdbc.types.Column;

/**
 * Makes the plan of a bound query: the query itself where Salesforce takes it, and else several requests that together
 * answer what it asks.
 */
public final class Planner {

    /** Grouped answers cannot be paged and hold at most this many rows (SOQL and SOSL Reference, GROUP BY). */
    static final long MAX_GROUPS = 2_000;

    /**
     * SOQL's OFFSET reaches no further, and with one only the first batch of rows is answered (SOQL and SOSL Reference,
     * "OFFSET").
     */
    static final long MAX_OFFSET = 2_000;

    /** So many fields may be read in parts if Salesforce refuses them in one query; fewer are not the fault. */
    private static final int MANY_FIELDS = 100;

    /** What is added to a query after its lists were shortened: fields to test, and a comma each. */
    private static final int ROOM = 2_000;

    private Planner() {}

    /**
     * The plan of one run.
     *
     * @throws SQLException 42000 if the object cannot be queried without a filter that is missing; else none is expected
     */
    public static Plan plan(Asked asked, OrgFacts org) throws SQLException {
        requireNeededFilter(asked);
        QueryPlan whole = plan(asked.text(), asked.query(), asked.bound(), asked.maxRows(), asked.queryAll());
        return plan(asked, whole, org);
    }

    private static Plan plan(Asked asked, QueryPlan whole, OrgFacts org) throws SQLException {
        SoqlQuery query = asked.query();
        if (ObjectRules.of(asked.bound().root()).family() != ObjectFamily.ORDINARY) {
            Optional<Plan> narrower = RestrictedPlanner.plan(asked, whole, org);
            if (narrower.isPresent()) {
                return narrower.get();
            }
        }
        boolean tooLong = whole.soql().length() > ApiLimits.LONGEST_SOQL;
        if (query.isCountAll()) {
            return tooLong ? count(asked, whole, org) : whole;
        }
        if (query.isAggregate()) {
            return GroupPlanner.plan(asked, whole, org).orElse(whole);
        }
        if (tooLong || reachesTooFar(asked)) {
            return rows(asked, whole, org);
        }
        return query.select().size() < MANY_FIELDS ? whole : inPartsIfRefused(asked, whole, org);
    }

    /** Many formula fields may be too complicated for one query (REST API Developer Guide, QUERY_TOO_COMPLICATED). */
    private static Plan inPartsIfRefused(Asked asked, QueryPlan whole, OrgFacts org) throws SQLException {
        SoqlQuery query = asked.query().withAllRows(false).withLimit(most(asked).map(Counts::literal));
        Optional<Plan> parts = WideRows.halves(query, asked.bound(), whole.includeDeleted(), org);
        return parts.isPresent()
                ? new Plan.OrElse(whole, parts.get(), "so many fields are too complicated for one query")
                : whole;
    }

    private static void requireNeededFilter(Asked asked) throws SQLException {
        Optional<NeededFilter> needed = ObjectRules.of(asked.bound().root()).neededFilter();
        if (needed.isEmpty() || needed.get().lifted()) {
            return;
        }
        if (!needed.get().isMetBy(Conjunction.terms(asked.query().where()))) {
            throw SqlErrors.of(
                    SqlState.SYNTAX_ERROR,
                    asked.bound().root().name() + " can only be queried with a filter: compare "
                            + needed.get().named() + " with = or IN, joined to other conditions by AND");
        }
    }

    /**
     * All rows of a query that this planner has made.
     *
     * @param prefetch whether all of them will be wanted, so that a page may be asked for while another is read
     */
    static Plan rows(SoqlQuery query, BoundQuery bound, boolean includeDeleted, boolean prefetch, OrgFacts org)
            throws SQLException {
        QueryPlan whole = new QueryPlan(SoqlWriter.write(query), includeDeleted, bound, 0, prefetch);
        return plan(new Asked(whole.soql(), query, bound, 0, includeDeleted, false), whole, org);
    }

    /**
     * The one request that asks all of a query.
     *
     * @param text the text as the user wrote it, which is what travels unless something in the query changed
     * @param query the query with literals where it had parameters
     * @param maxRows the most rows the caller wants, 0 for all
     * @param queryAll whether the connection asks to see deleted rows
     */
    public static QueryPlan plan(String text, SoqlQuery query, BoundQuery bound, long maxRows, boolean queryAll) {
        SoqlQuery toSend = query.withAllRows(false);
        boolean limitTravels = maxRows > 0 && takesLimit(query, maxRows);
        if (limitTravels) {
            toSend = toSend.withLimit(lower(query.limit(), maxRows));
        }
        boolean asWritten = toSend.equals(bound.query());
        return new QueryPlan(
                asWritten ? text : SoqlWriter.write(toSend),
                queryAll || query.allRows(),
                bound,
                limitTravels ? 0 : maxRows,
                query.select().stream().noneMatch(item -> item instanceof SelectItem.Child));
    }

    /**
     * Whether a LIMIT leaves the rows what they are. {@code COUNT()} would count no further; an aggregate without GROUP
     * BY refuses it; and a grouped answer that is too long must fail rather than be cut by a limit nobody wrote.
     */
    private static boolean takesLimit(SoqlQuery query, long maxRows) {
        if (query.isCountAll()) {
            return false;
        }
        if (query.isAggregate()) {
            return query.groupBy().isPresent() && maxRows <= MAX_GROUPS;
        }
        return true;
    }

    private static Optional<Value> lower(Optional<Value> written, long maxRows) {
        if (written.isPresent()
                && written.get() instanceof NumberLiteral limit
                && new BigDecimal(limit.digits()).compareTo(BigDecimal.valueOf(maxRows)) <= 0) {
            return written;
        }
        return Optional.of(new NumberLiteral(Long.toString(maxRows)));
    }

    // ---- several requests ----------------------------------------------------------------------------------

    private static boolean reachesTooFar(Asked asked) {
        long offset = Counts.of(asked.query().offset()).orElse(0L);
        return offset > 0 && (offset > MAX_OFFSET || most(asked).orElse(Long.MAX_VALUE) > MAX_OFFSET);
    }

    /** The most rows that are wanted: the lower of LIMIT and the caller's bound. */
    static Optional<Long> most(Asked asked) {
        Optional<Long> limit = Counts.of(asked.query().limit());
        long bound = asked.maxRows() > 0 ? asked.maxRows() : Long.MAX_VALUE;
        return limit.isPresent() || asked.maxRows() > 0
                ? Optional.of(Math.min(bound, limit.orElse(Long.MAX_VALUE)))
                : Optional.empty();
    }

    private static Plan rows(Asked asked, QueryPlan whole, OrgFacts org) throws SQLException {
        long skip = Counts.of(asked.query().offset()).orElse(0L);
        Optional<Long> most = most(asked);
        SoqlQuery query = asked.query()
                .withAllRows(false)
                .withOffset(Optional.empty())
                .withLimit(most.map(rows -> Counts.literal(Counts.sum(rows, skip))));
        Parts parts = new Parts(whole.includeDeleted(), whole.prefetch());
        boolean cut = SoqlWriter.write(query).length() > ApiLimits.LONGEST_SOQL;
        if (cut && SoqlWriter.write(query.bare()).length() > ApiLimits.LONGEST_SOQL / 2) {
            Optional<Plan> wide = WideRows.byLength(query, asked.bound(), whole.includeDeleted(), org);
            if (wide.isPresent()) {
                return new Plan.Window(wide.get(), skip, most);
            }
        }
        Optional<Plan> plan =
                cut ? cutRows(query, asked.bound(), parts, org) : Optional.of(parts.of(query, asked.bound()));
        if (plan.isEmpty()) {
            return whole;
        }
        if (!cut && skip == 0) {
            // The blanks of the text alone made it too long.
            return plan.get();
        }
        boolean bounded = skip > 0 || cut && most.isPresent();
        return bounded ? new Plan.Window(plan.get(), skip, most) : plan.get();
    }

    private static Optional<Plan> cutRows(SoqlQuery query, BoundQuery bound, Parts parts, OrgFacts org)
            throws SQLException {
        List<Operand> needed = new ArrayList<>();
        query.orderBy().forEach(item -> needed.add(item.operand()));
        Optional<List<SoqlQuery>> queries = Optional.empty();
        ExcludedValues excluded = new ExcludedValues(query, List.of());
        Optional<Operands.Widened> wider = Operands.with(needed, query, bound, org);
        if (wider.isPresent()) {
            queries = ValueLists.cut(wider.get().query(), ApiLimits.LONGEST_SOQL, org);
        }
        if (queries.isEmpty()) {
            excluded = ExcludedValues.of(query.withLimit(Optional.empty()), ApiLimits.LONGEST_SOQL - ROOM, org);
            excluded.tests().forEach(test -> needed.add(test.operand()));
            wider = Operands.with(needed, excluded.query(), bound, org);
            queries = wider.isEmpty()
                    ? Optional.empty()
                    : ValueLists.cut(wider.get().query(), ApiLimits.LONGEST_SOQL, org);
        }
        if (queries.isEmpty()) {
            return Optional.empty();
        }
        Plan all = joined(queries.get(), query.orderBy(), wider.get(), parts, org);
        if (!excluded.tests().isEmpty()) {
            all = sifted(all, excluded.tests(), query.orderBy().size(), wider.get(), org);
        }
        List<Column> columns = bound.columns().stream().map(BoundColumn::column).toList();
        boolean wide = wider.get().bound().columns().size() > columns.size();
        return Optional.of(wide ? new Plan.Projected(all, upTo(columns.size()), columns) : all);
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static Plan joined(
            List<SoqlQuery> queries, List<SoqlQuery.OrderItem> order, Operands.Widened wider, Parts parts, OrgFacts org)
            throws SQLException {
        List<Plan> plans = new ArrayList<>();
        for (SoqlQuery part : queries) {
            plans.add(parts.of(part, wider.bound()));
        }
        if (plans.size() == 1) {
            return plans.get(0);
        }
        return order.isEmpty() ? new Plan.Following(plans) : new Plan.Merged(plans, order(order, wider, org));
    }

    /** @param first where the slots of what is tested begin */
    private static Plan sifted(
            Plan rows, List<ExcludedValues.Test> tests, int first, Operands.Widened query, OrgFacts org)
            throws SQLException {
        Plan sifted = rows;
        for (int i = 0; i < tests.size(); i++) {
            int slot = query.slots().get(first + i);
            ValueOrder values =
                    Operands.values(query.bound().columns().get(slot).column(), org);
            Set<String> keys = tests.get(i).keys(values);
            sifted = new Plan.Sifted(
                    sifted,
                    row -> row.isNull(slot) || !keys.contains(values.key(row.textAt(slot))),
                    "leaves out rows that have one of " + keys.size() + " more values");
        }
        return sifted;
    }

    static RowOrder order(List<SoqlQuery.OrderItem> items, Operands.Widened query, OrgFacts org) throws SQLException {
        List<RowOrder.Key> keys = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int slot = query.slots().get(i);
            var column = query.bound().columns().get(slot);
            // Salesforce does not honour NULLS LAST behind a relationship (SOQL and SOSL Reference, "ORDER BY").
            boolean nullsLast =
                    items.get(i).nullsLast().orElse(false) && column.path().size() == 1;
            keys.add(new RowOrder.Key(
                    slot, Operands.values(column.column(), org), items.get(i).descending(), nullsLast));
        }
        return new RowOrder(keys);
    }

    private static Plan count(Asked asked, QueryPlan whole, OrgFacts org) throws SQLException {
        if (asked.query().offset().isPresent()) {
            return whole;
        }
        SoqlQuery query = asked.query().withAllRows(false);
        Optional<List<SoqlQuery>> queries = ValueLists.cut(query, ApiLimits.LONGEST_SOQL, org);
        Parts parts = new Parts(whole.includeDeleted(), true);
        long most = Counts.of(query.limit()).orElse(Long.MAX_VALUE);
        if (queries.isEmpty()) {
            SoqlQuery ids = query.withSelect(List.of(new SelectItem.Expression(FieldPath.of("Id"), Optional.empty())));
            return cutRows(ids.withLimit(Optional.empty()), org.bind(ids), parts, org)
                    .<Plan>map(rows -> new Plan.Counted(rows, whole.columns(), most))
                    .orElse(whole);
        }
        List<Plan> plans = new ArrayList<>();
        for (SoqlQuery part : queries.get()) {
            plans.add(parts.of(part, asked.bound()));
        }
        return new Plan.Summed(plans, most);
    }

    /** Makes requests of a query's parts. */
    private record Parts(boolean includeDeleted, boolean prefetch) {

        Plan of(SoqlQuery query, BoundQuery bound) {
            return new QueryPlan(SoqlWriter.write(query), includeDeleted, bound, 0, prefetch);
        }
    }
}
