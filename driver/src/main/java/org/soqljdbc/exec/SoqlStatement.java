package org.soqljdbc.exec;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.Binder;
import org.soqljdbc.bind.BoundColumn;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.bind.ParameterFiller;
import org.soqljdbc.bind.ParameterTarget;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.ParameterCount;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.plan.Asked;
import org.soqljdbc.plan.Plan;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/** A SOQL query that runs as written. Binds when it first has to; not thread-safe. */
final class SoqlStatement implements PreparedQuery {

    private final SoqlText text;
    private final Catalog catalog;
    private final QueryRunner runner;
    private final boolean readsAsSql;
    private BoundQuery bound;

    /**
     * @param readsAsSql whether the text is SQL as well and nobody has said which is meant: then a null in a list of
     *     parameters is no value, as whoever fills up a list means it, and a run warns where SQL would choose other rows
     */
    SoqlStatement(SoqlText text, Catalog catalog, QueryRunner runner, boolean readsAsSql) {
        this.text = text;
        this.catalog = catalog;
        this.runner = runner;
        this.readsAsSql = readsAsSql;
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
        Plan plan = plan(parameters, options.maxRows(), control);
        RowStream rows = runner.run(plan, options.fetchSize(), control);
        difference(parameters, control)
                .map(message -> new SQLWarning(message, SqlState.WARNING.code()))
                .ifPresent(options.warnings());
        return rows;
    }

    /** What SQL would do otherwise, if the text could be meant as SQL. */
    private Optional<String> difference(List<ParameterValue> parameters, CallControl control) throws SQLException {
        List<String> operands = readsAsSql ? bound(control).operandsWhoseNullsDiffer(parameters) : List.of();
        return operands.isEmpty()
                ? Optional.empty()
                : Optional.of("Taken as SOQL, this statement finds rows without a value that SQL would leave out ("
                        + String.join(", ", operands)
                        + "); the connection property dialect=sql or dialect=soql settles which is meant");
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException {
        List<String> lines = new ArrayList<>(Explanation.of("SOQL, sent as written", plan(parameters, 0, control)));
        difference(parameters, control).map("warning: "::concat).ifPresent(lines::add);
        return lines;
    }

    private Plan plan(List<ParameterValue> parameters, long maxRows, CallControl control) throws SQLException {
        ParameterCount.require(text.parameterCount(), parameters);
        BoundQuery meaning = bound(control);
        SoqlQuery filled = text.parameterCount() == 0
                ? text.query()
                : ParameterFiller.fill(
                        text.query(),
                        meaning.parameters(),
                        parameters,
                        readsAsSql ? ParameterFiller.NullInList.IS_NO_VALUE : ParameterFiller.NullInList.IS_FOUND);
        return runner.plan(new Asked(text.text(), filled, meaning, maxRows, runner.queryAll(), false), control);
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
