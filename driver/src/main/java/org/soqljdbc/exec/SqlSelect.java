package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.Binder;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.bind.ParameterTarget;
import org.soqljdbc.bind.sql.SqlTranslator;
import org.soqljdbc.bind.sql.Translation;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.exec.spi.ParameterCount;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.plan.Asked;
import org.soqljdbc.plan.Plan;
import org.soqljdbc.plan.SelectedColumns;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.rows.RowLimit;
import org.soqljdbc.rows.RowSkip;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/** A SELECT of SQL that runs as one SOQL query, or as none. Not thread-safe. */
final class SqlSelect implements PreparedQuery {

    private final SqlTranslator translator;
    private final int parameterCount;
    private final Catalog catalog;
    private final QueryRunner runner;

    SqlSelect(SqlTranslator translator, int parameterCount, Catalog catalog, QueryRunner runner) {
        this.translator = translator;
        this.parameterCount = parameterCount;
        this.catalog = catalog;
        this.runner = runner;
    }

    @Override
    public int parameterCount() {
        return parameterCount;
    }

    @Override
    public Optional<Column> parameter(int index) throws SQLException {
        Optional<BoundQuery> bound = bound(unset(), CallControl.unlimited());
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        ParameterTarget target = bound.get().parameters().get(index);
        return target.column().type() == SfType.ANY_TYPE ? Optional.empty() : Optional.of(target.column());
    }

    @Override
    public List<Column> columns() throws SQLException {
        Translation translation = unset();
        return SelectedColumns.of(translation, bound(translation, CallControl.unlimited()));
    }

    @Override
    public String nativeText() throws SQLException {
        return unset().query().map(SoqlWriter::write).orElse("");
    }

    private Translation translated(List<ParameterValue> parameters, CallControl control) throws SQLException {
        ParameterCount.require(parameterCount, parameters);
        return translator.translate(Optional.of(parameters), control);
    }

    private Translation unset() throws SQLException {
        return translator.translate(Optional.empty(), CallControl.unlimited());
    }

    @Override
    public RowStream run(List<ParameterValue> parameters, RunOptions options, CallControl control) throws SQLException {
        Translation translation = translated(parameters, control);
        Optional<BoundQuery> bound = bound(translation, control);
        List<Column> columns = SelectedColumns.of(translation, bound);
        RowStream rows = switch (translation.answered()) {
            case NO_ROWS -> new ListRows(columns, List.of());
            case ONE_ROW -> new ListRows(columns, List.<Object[]>of(SelectedColumns.constants(translation)));
            case BY_QUERY ->
                SelectedColumns.over(translation, columns, asked(translation, bound.orElseThrow(), options, control));
        };
        return options.maxRows() > 0 ? new RowLimit(options.maxRows(), rows) : rows;
    }

    private RowStream asked(Translation translation, BoundQuery bound, RunOptions options, CallControl control)
            throws SQLException {
        // What is skipped here comes off the top of what the query answers, so maxRows cannot travel with it.
        long maxRows = translation.skip() > 0 ? 0 : options.maxRows();
        RowStream rows = runner.run(plan(bound, maxRows, control), options.fetchSize(), control);
        return translation.skip() > 0 ? RowSkip.skip(rows, translation.skip()) : rows;
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException {
        Translation translation = translated(parameters, control);
        String language = "SQL, said as one SOQL query";
        return switch (translation.answered()) {
            case NO_ROWS -> Explanation.withoutCall("SQL", "there can be no rows");
            case ONE_ROW -> Explanation.withoutCall("SQL", "one row of constants");
            case BY_QUERY -> {
                List<String> lines = new ArrayList<>(Explanation.of(
                        language, plan(bound(translation, control).orElseThrow(), 0, control)));
                if (translation.skip() > 0) {
                    lines.add("here: passes over the first " + translation.skip() + " rows");
                }
                yield lines;
            }
        };
    }

    private Plan plan(BoundQuery bound, long maxRows, CallControl control) throws SQLException {
        String soql = SoqlWriter.write(bound.query());
        return runner.plan(new Asked(soql, bound.query(), bound, maxRows, runner.queryAll(), true), control);
    }

    /** Empty where no table is asked. */
    private Optional<BoundQuery> bound(Translation translation, CallControl control) throws SQLException {
        return translation.query().isEmpty()
                ? Optional.empty()
                : Optional.of(Binder.bind(SoqlText.of(translation.query().get(), parameterCount), catalog, control));
    }
}
