package org.soqljdbc.fullsql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.adapter.enumerable.EnumerableInterpretable;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.sql.SqlExplainLevel;
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

/**
 * A query that is planned and run here. A plan without parameters is kept as long as it does not depend on the time;
 * parameters are part of a plan, so that conditions on them travel to the org. Not thread-safe.
 */
final class LocalQuery implements PreparedQuery {

    private final SqlText text;
    private final Query query;
    private final OrgTables org;
    private List<Column> columns;
    private Planned kept;

    /** A plan that is ready to run, any number of times. */
    private record Planned(
            EnumerableRel plan,
            Bindable<?> compiled,
            Map<String, Object> stashed,
            List<Column> columns,
            Planning planning,
            boolean lasting) {}

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
            columns = guarded(CallControl.unlimited(), Optional.empty(), false).columns();
        }
        return columns;
    }

    @Override
    public String nativeText() throws SQLException {
        if (text.parameterCount() > 0) {
            // What travels depends on the values.
            return "";
        }
        return String.join(
                "; ", scans(planned(List.of(), CallControl.unlimited()).plan()));
    }

    @Override
    public RowStream run(List<ParameterValue> parameters, RunOptions options, CallControl control) throws SQLException {
        Planned planned = planned(parameters, control);
        LocalRun run = new LocalRun(org, control, planned.planning().types(), planned.stashed());
        RowStream rows = new LocalRows(planned.columns(), planned.compiled(), run, new Failures(List.of()));
        return options.maxRows() > 0 ? new RowLimit(options.maxRows(), rows) : rows;
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException {
        EnumerableRel plan = planned(parameters, control).plan();
        List<String> lines = new ArrayList<>();
        lines.add("language: SQL, joined and computed here");
        scans(plan).forEach(soql -> lines.add("request: query " + soql));
        lines.add("calls: 1 for each page of at most 2000 rows of each request");
        String shown = RelOptUtil.toString(plan, SqlExplainLevel.EXPPLAN_ATTRIBUTES);
        shown.lines().forEach(line -> lines.add("here: " + line.replace("Enumerable", "")));
        return lines;
    }

    private static List<String> scans(RelNode plan) {
        List<String> soql = new ArrayList<>();
        new RelVisitor() {
            @Override
            public void visit(RelNode node, int ordinal, RelNode parent) {
                if (node instanceof SoqlScan scan) {
                    soql.add(scan.source().soql());
                }
                super.visit(node, ordinal, parent);
            }
        }.go(plan);
        return soql;
    }

    // ---- planning ------------------------------------------------------------------------------------------

    private Planned planned(List<ParameterValue> parameters, CallControl control) throws SQLException {
        if (parameters.size() != text.parameterCount()) {
            throw SqlErrors.of(
                    SqlState.MISSING_PARAMETER,
                    "The statement has " + text.parameterCount() + " parameters and " + parameters.size()
                            + " values; run it as a prepared statement and set each");
        }
        if (kept != null) {
            return kept;
        }
        Planned made = guarded(control, Optional.of(parameters), true);
        if (made.lasting()) {
            kept = made;
        }
        return made;
    }

    private Planned guarded(CallControl control, Optional<List<ParameterValue>> parameters, boolean toRun)
            throws SQLException {
        Tables tables = new Tables(text, org.catalog(), control);
        try {
            return Planning.withOwnLoader(() -> plan(tables, parameters, toRun));
        } catch (RuntimeException | StackOverflowError | AssertionError | ExceptionInInitializerError failed) {
            throw new Failures(tables.fieldNames()).ofPlanning(failed);
        }
    }

    private Planned plan(Tables tables, Optional<List<ParameterValue>> parameters, boolean toRun) {
        Values values = new Values(parameters, org.zone(), org.clock());
        SqlNode statement = new QueryNodes(text, tables, values).statement(query);
        Planning planning = new Planning(tables, org);
        Planning.Checked checked = planning.check(statement);
        List<Column> result = ResultColumns.of(planning, checked);
        if (!toRun) {
            return new Planned(null, null, Map.of(), result, planning, false);
        }
        EnumerableRel plan = planning.plan();
        Map<String, Object> stashed = new HashMap<>();
        Bindable<?> compiled = EnumerableInterpretable.toBindable(stashed, null, plan, EnumerableRel.Prefer.ARRAY);
        boolean lasting = text.parameterCount() == 0 && !values.hasToldTime();
        return new Planned(plan, compiled, stashed, result, planning, lasting);
    }
}
