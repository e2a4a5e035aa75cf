package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.Binder;
import org.soqljdbc.bind.BoundColumn;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.bind.ParameterFiller;
import org.soqljdbc.bind.ParameterTarget;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.exec.spi.ParameterCount;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.plan.Planner;
import org.soqljdbc.plan.QueryPlan;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/** A SOQL query that runs as written. Binds when it first has to; not thread-safe. */
final class SoqlStatement implements PreparedQuery {

    private final SoqlText text;
    private final Catalog catalog;
    private final QueryRunner runner;
    private BoundQuery bound;

    SoqlStatement(SoqlText text, Catalog catalog, QueryRunner runner) {
        this.text = text;
        this.catalog = catalog;
        this.runner = runner;
    }

    @Override
    public int parameterCount() {
        return text.parameterCount();
    }

    @Override
    public Optional<Column> parameter(int index) throws SQLException {
        ParameterTarget target = bound(CallControl.unlimited()).parameters().get(index);
        return target.column().type() == SfType.ANY_TYPE ? Optional.empty() : Optional.of(target.column());
    }

    @Override
    public List<Column> columns() throws SQLException {
        return bound(CallControl.unlimited()).columns().stream()
                .map(BoundColumn::column)
                .toList();
    }

    @Override
    public String nativeText() {
        return text.text();
    }

    @Override
    public RowStream run(List<ParameterValue> parameters, RunOptions options, CallControl control) throws SQLException {
        return runner.run(plan(parameters, options.maxRows(), control), options.fetchSize(), control);
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException {
        return Explanation.of("SOQL, sent as written", plan(parameters, 0, control));
    }

    private QueryPlan plan(List<ParameterValue> parameters, long maxRows, CallControl control) throws SQLException {
        ParameterCount.require(text.parameterCount(), parameters);
        BoundQuery meaning = bound(control);
        SoqlQuery filled = text.parameterCount() == 0
                ? text.query()
                : ParameterFiller.fill(text.query(), meaning.parameters(), parameters);
        return Planner.plan(text.text(), filled, meaning, maxRows, runner.queryAll());
    }

    /** Whether Salesforce would take every literal for its field. */
    boolean literalsFit(CallControl control) throws SQLException {
        return bound(control).literalsFit();
    }

    private BoundQuery bound(CallControl control) throws SQLException {
        if (bound == null) {
            bound = Binder.bind(text, catalog, control);
        }
        return bound;
    }
}
