package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.PendingPage;
import org.soqljdbc.api.QueryApi;
import org.soqljdbc.bind.Binder;
import org.soqljdbc.bind.BoundColumn;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.bind.ParameterFiller;
import org.soqljdbc.bind.ParameterTarget;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.plan.Planner;
import org.soqljdbc.plan.QueryPlan;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.rows.RowLimit;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/** A SOQL query that runs as written. Binds when it first has to; not thread-safe. */
final class SoqlStatement implements PreparedQuery {

    private final SoqlText text;
    private final Settings settings;
    private final Catalog catalog;
    private final QueryApi api;
    private BoundQuery bound;

    SoqlStatement(SoqlText text, Settings settings, Catalog catalog, QueryApi api) {
        this.text = text;
        this.settings = settings;
        this.catalog = catalog;
        this.api = api;
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
        if (parameters.size() != text.parameterCount()) {
            throw SqlErrors.of(
                    SqlState.MISSING_PARAMETER,
                    "The statement has " + text.parameterCount() + " parameters and " + parameters.size()
                            + " values; run it as a prepared statement and set each");
        }
        BoundQuery meaning = bound(control);
        SoqlQuery filled = text.parameterCount() == 0
                ? text.query()
                : ParameterFiller.fill(text.query(), meaning.parameters(), parameters);
        QueryPlan plan = Planner.plan(
                text.text(), filled, meaning, options.maxRows(), settings.get(ConnectionProperties.QUERY_ALL));
        int batchSize = options.fetchSize() > 0 ? options.fetchSize() : settings.get(ConnectionProperties.FETCH_SIZE);
        return run(plan, batchSize, control);
    }

    private RowStream run(QueryPlan plan, int batchSize, CallControl control) throws SQLException {
        PendingPage first = api.query(plan.soql(), plan.includeDeleted(), batchSize, control);
        PagedRows rows = new PagedRows(api, control, plan.bound(), plan.prefetch());
        try {
            rows.open(first);
        } catch (SQLException failed) {
            rows.close();
            throw failed;
        }
        RowStream answer = rows;
        if (plan.bound().query().isCountAll()) {
            answer = new ListRows(plan.columns(), List.<Object[]>of(new Object[] {rows.totalSize()}));
            rows.close();
        }
        return plan.localLimit() > 0 ? new RowLimit(plan.localLimit(), answer) : answer;
    }

    private BoundQuery bound(CallControl control) throws SQLException {
        if (bound == null) {
            bound = Binder.bind(text, catalog, control);
        }
        return bound;
    }
}
