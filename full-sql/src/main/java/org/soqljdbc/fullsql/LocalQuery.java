package org.soqljdbc.fullsql;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.calcite.adapter.enumerable.EnumerableInterpretable;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.sql.SqlNode;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.OrgTables;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowLimit;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** A query that is planned and run here, or runs by a plan that was made before. Not thread-safe. */
final class LocalQuery implements PreparedQuery {

    private final SqlText text;
    private final Query query;
    private final OrgTables org;
    private List<Column> columns;

    LocalQuery(SqlText text, Query query, OrgTables org) {
        this.text = text;
        this.query = query;
        this.org = org;
    }

    @Override
    public int parameterCount() {
        return text.parameterCount();
    }

    @Override
    public Optional<Column> parameter(int index) {
        return Optional.empty();
    }

    @Override
    public List<Column> columns() throws SQLException {
        if (columns == null) {
            columns = checked();
        }
        return columns;
    }

    @Override
    public String nativeText() throws SQLException {
        if (text.parameterCount() > 0) {
            // What travels depends on the values.
            return "";
        }
        Ready ready = ready(List.of(), CallControl.unlimited());
        return String.join("; ", PlanText.requests(ready.plan(), ready.bindings()));
    }

    @Override
    public RowStream run(List<ParameterValue> parameters, RunOptions options, CallControl control) throws SQLException {
        Ready ready = ready(parameters, control);
        LocalPlan plan = ready.plan();
        LocalRun run = new LocalRun(org, control, plan.types(), plan.stashed(), ready.bindings());
        RowStream rows = new LocalRows(plan.columns(), plan.compiled(), run, new Failures(List.of()));
        return options.maxRows() > 0 ? new RowLimit(options.maxRows(), rows) : rows;
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException {
        Ready ready = ready(parameters, control);
        return PlanText.of(ready.plan(), ready.bindings());
    }

    // ---- planning ------------------------------------------------------------------------------------------

    /** A plan, and the parameters it is to run with. */
    private record Ready(LocalPlan plan, Bindings bindings) {}

    private Ready ready(List<ParameterValue> parameters, CallControl control) throws SQLException {
        if (parameters.size() != text.parameterCount()) {
            throw SqlErrors.of(
                    SqlState.MISSING_PARAMETER,
                    "The statement has " + text.parameterCount() + " parameters and " + parameters.size()
                            + " values; run it as a prepared statement and set each");
        }
        PlanCache cache = org.kept(PlanCache.class, PlanCache::new);
        Values values = values(Optional.of(parameters), true);
        Optional<Set<Integer>> counting = cache.counting(query);
        if (counting.isPresent()) {
            Optional<LocalPlan> known = cache.plan(key(values, counting.get()));
            if (known.isPresent() && known.get().isOf(org.catalog(), control)) {
                return new Ready(known.get(), values.bindings());
            }
        }
        Tables tables = new Tables(text, org.catalog(), org.compoundFields(), control);
        try {
            LocalPlan made = guarded(tables, () -> plan(tables, values));
            cache.keep(key(values, values.counting()), made);
            return new Ready(made, values.bindings());
        } catch (SQLException withParameters) {
            if (!values.hasBound() || control.isCancelled()) {
                throw withParameters;
            }
            // Some places take literals only.
            return withLiterals(parameters, control);
        }
    }

    private Ready withLiterals(List<ParameterValue> parameters, CallControl control) throws SQLException {
        Values values = values(Optional.of(parameters), false);
        Tables tables = new Tables(text, org.catalog(), org.compoundFields(), control);
        return new Ready(guarded(tables, () -> plan(tables, values)), values.bindings());
    }

    private PlanCache.Key key(Values values, Set<Integer> counting) {
        return new PlanCache.Key(
                query, org.zone(), org.pushesDown(), values.shapes(counting), values.counting(counting));
    }

    private Values values(Optional<List<ParameterValue>> parameters, boolean binds) throws SQLException {
        try {
            return new Values(parameters, org.zone(), org.clock(), binds);
        } catch (Carried refused) {
            throw refused.carried();
        }
    }

    private List<Column> checked() throws SQLException {
        Tables tables = new Tables(text, org.catalog(), org.compoundFields(), CallControl.unlimited());
        Values values = values(Optional.empty(), false);
        return guarded(tables, () -> {
            Planning planning = new Planning(tables, org, Bindings.NONE);
            SqlNode statement = new QueryNodes(text, tables, values).statement(query);
            return ResultColumns.of(planning, planning.check(statement));
        });
    }

    private static <T> T guarded(Tables tables, Supplier<T> work) throws SQLException {
        try {
            return Planning.withOwnLoader(work);
        } catch (RuntimeException | StackOverflowError | AssertionError | ExceptionInInitializerError failed) {
            throw new Failures(tables.fieldNames()).ofPlanning(failed);
        }
    }

    private LocalPlan plan(Tables tables, Values values) {
        SqlNode statement = new QueryNodes(text, tables, values).statement(query);
        Planning planning = new Planning(tables, org, values.bindings());
        Planning.Checked checked = planning.check(statement);
        List<Column> result = ResultColumns.of(planning, checked);
        EnumerableRel plan = planning.plan();
        Map<String, Object> stashed = new HashMap<>();
        Bindable<?> compiled = EnumerableInterpretable.toBindable(stashed, null, plan, EnumerableRel.Prefer.ARRAY);
        return new LocalPlan(plan, compiled, Map.copyOf(stashed), result, planning.types(), tables.objects());
    }
}
