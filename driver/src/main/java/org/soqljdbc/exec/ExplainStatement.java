package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** {@code EXPLAIN statement}: what the statement would do, a line a row. May cause describes, never a query. */
final class ExplainStatement implements PreparedQuery {

    private static final List<Column> COLUMNS = List.of(Column.text("PLAN"));

    private final Prepared explained;

    ExplainStatement(Prepared explained) {
        this.explained = explained;
    }

    @Override
    public int parameterCount() {
        return explained.parameterCount();
    }

    @Override
    public Optional<Column> parameter(int index) throws SQLException {
        return explained.parameter(index);
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public String nativeText() throws SQLException {
        return explained.nativeText();
    }

    @Override
    public RowStream run(List<ParameterValue> parameters, RunOptions options, CallControl control) throws SQLException {
        List<Object[]> lines = explained.explain(parameters, control).stream()
                .map(line -> new Object[] {line})
                .toList();
        return new ListRows(COLUMNS, lines);
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) {
        return List.of("EXPLAIN: tells what a statement would do, and runs nothing");
    }
}
