package org.soqljdbc.fullsql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/**
 * One SOQL query of a plan, and how its rows come into it. Public because compiled plans call it.
 *
 * <p>Where a join has found which keys are wanted, the query asks for these only, in as many queries as that takes. Where
 * the org refuses to hand out as many groups as there are, it is asked for their rows.
 */
public final class ScanSource {

    /** How Salesforce refuses more than 2,000 groups (SOQL and SOSL Reference, "Considerations When Using GROUP BY"). */
    private static final String TOO_MANY_GROUPS = "EXCEEDED_ID_LIMIT";

    private final ScanPlan plan;
    private final RexBuilder builder;
    private final ScanQueries planned;
    private final boolean hasParameters;
    private final List<KeyFeed> feeds = new ArrayList<>();
    private boolean isRepeated;

    ScanSource(ScanPlan plan, RexBuilder builder) {
        this.plan = plan;
        this.builder = builder;
        this.planned = new ScanQueries(plan, builder, plan.bindings());
        this.hasParameters = plan.hasParameters();
    }

    /** The plan may ask the same again. */
    void repeat() {
        isRepeated = true;
    }

    ScanPlan plan() {
        return plan;
    }

    /** As when it was planned. */
    String soql() {
        return planned.text();
    }

    String soql(Bindings bindings) {
        return queries(bindings).text();
    }

    private ScanQueries queries(Bindings bindings) {
        return hasParameters ? new ScanQueries(plan, builder, bindings) : planned;
    }

    ScanQueries.Selectivity selectivity() {
        return planned.selectivity();
    }

    /** A way for keys to come in. @param column an index into the columns of the plan */
    KeyFeed feed(int column) {
        KeyFeed feed = new KeyFeed(this, plan.columns().get(column));
        feeds.add(feed);
        return feed;
    }

    List<KeyFeed> feeds() {
        return feeds;
    }

    /** Whether the org answers only if it is told which keys are wanted. */
    boolean mustBeFed() {
        List<String> demanded = ObjectFamily.demanded(plan.object());
        return !demanded.isEmpty() && !planned.hasConditionOn(demanded);
    }

    /** The rows, as Calcite's plans have them; each call asks the query anew. */
    public Enumerable<Object> rows(DataContext root) {
        LocalRun run = (LocalRun) root;
        return new AbstractEnumerable<>() {
            @Override
            public Enumerator<Object> enumerator() {
                ScanQueries queries = queries(run.bindings());
                List<SoqlQuery> asked = asked(queries, run);
                if (!isRepeated) {
                    return new ScanRows(ScanSource.this, asked.iterator(), run);
                }
                SharedRows all = run.shared(List.of(queries.query(List.of())));
                SharedRows shared = all.areKept() ? all : run.shared(asked);
                return shared.areKept()
                        ? shared.again()
                        : shared.rows(new ScanRows(ScanSource.this, asked.iterator(), run));
            }
        };
    }

    private List<SoqlQuery> asked(ScanQueries queries, LocalRun run) {
        List<Condition> wanted = new ArrayList<>();
        Optional<ScanQueries.Cut> longest = Optional.empty();
        for (KeyFeed feed : feeds) {
            Optional<ScanQueries.Cut> cut = run.keys(feed)
                    .flatMap(keys -> KeyValues.of(feed.column(), keys))
                    .map(values -> new ScanQueries.Cut(feed.column(), values));
            if (cut.isEmpty()) {
                continue;
            }
            // One list may be cut into several queries; others travel whole if they are short.
            if (longest.isEmpty()) {
                longest = cut;
            } else if (cut.get().values().size() > longest.get().values().size()) {
                queries.whole(longest.get()).ifPresent(wanted::add);
                longest = cut;
            } else {
                queries.whole(cut.get()).ifPresent(wanted::add);
            }
        }
        if (longest.isEmpty()) {
            return List.of(queries.query(List.of()));
        }
        List<SoqlQuery> parts = queries.cut(longest.get(), wanted);
        boolean mayBeWhole = parts.size() > 1 && !mustBeFed() && plan.family().counts();
        return mayBeWhole && run.pagesOf(queries.count()) <= parts.size() ? List.of(queries.query(wanted)) : parts;
    }

    // ---- columns -------------------------------------------------------------------------------------------

    ScanRows.Reader[] readers() {
        List<ScanRows.Reader> readers = new ArrayList<>();
        try {
            for (int column : plan.output()) {
                readers.add(ScanRows.reader(plan.columns().get(column).column()));
            }
            for (ScanGroups.Call call : calls()) {
                readers.add(reader(call));
            }
        } catch (SQLException refused) {
            throw new Carried(refused);
        }
        return readers.toArray(new ScanRows.Reader[0]);
    }

    private List<ScanGroups.Call> calls() {
        return plan.groups().map(ScanGroups::calls).orElse(List.of());
    }

    private ScanRows.Reader reader(ScanGroups.Call call) throws SQLException {
        boolean whole = switch (call.type().getSqlTypeName()) {
            case BIGINT -> true;
            default -> false;
        };
        return whole ? ScanRows.count() : ScanRows.reader(column(call.name(), call.type(), call.column()));
    }

    private Column column(String name, RelDataType type, int of) {
        boolean exact = switch (type.getSqlTypeName()) {
            case DECIMAL -> true;
            default -> false;
        };
        return exact
                ? Column.of(name, SfType.DOUBLE, 0, type.getPrecision(), type.getScale())
                : plan.columns().get(of).column();
    }

    // ---- too many groups -----------------------------------------------------------------------------------

    boolean canAskForRows(SQLException refused) {
        return plan.groups().isPresent() && String.valueOf(refused.getMessage()).contains(TOO_MANY_GROUPS);
    }

    private List<Integer> rowColumns() {
        LinkedHashSet<Integer> columns = new LinkedHashSet<>(plan.output());
        calls().forEach(call -> columns.add(call.column()));
        return List.copyOf(columns);
    }

    SoqlQuery rowsInsteadOfGroups(SoqlQuery grouped) {
        return planned.rows(rowColumns(), grouped.where());
    }

    /** Each row is a group of its own: the plan puts together what belongs together. */
    ScanRows.Reader[] rowReaders() {
        List<Integer> slots = rowColumns();
        List<ScanRows.Reader> readers = new ArrayList<>();
        try {
            for (int column : plan.output()) {
                readers.add(at(
                        slots.indexOf(column),
                        ScanRows.reader(plan.columns().get(column).column()),
                        false));
            }
            for (ScanGroups.Call call : calls()) {
                boolean counts = call.function() == org.soqljdbc.grammar.soql.Function.COUNT;
                ScanRows.Reader inner = counts ? ScanRows.one() : reader(call);
                readers.add(at(slots.indexOf(call.column()), inner, counts));
            }
        } catch (SQLException refused) {
            throw new Carried(refused);
        }
        return readers.toArray(new ScanRows.Reader[0]);
    }

    private static ScanRows.Reader at(int slot, ScanRows.Reader inner, boolean counts) {
        return new ScanRows.Reader() {
            @Override
            public Object read(RowStream rows, int ordinal) throws SQLException {
                return inner.read(rows, slot);
            }

            @Override
            public Object valueOf(RowStream rows, int ordinal) throws SQLException {
                if (rows.isNull(slot)) {
                    return counts ? 0L : null;
                }
                return read(rows, slot);
            }
        };
    }
}
