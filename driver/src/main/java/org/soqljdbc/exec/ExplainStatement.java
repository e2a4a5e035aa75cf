package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.ArrayList;
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
    private final ReadStatement.Reason reason;

    ExplainStatement(ReadStatement read) {
        this.explained = read.statement();
        this.reason = read.reason();
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
        List<String> lines = new ArrayList<>(explained.explain(parameters, control));
        // After the line that names the language.
        lines.add(Math.min(1, lines.size()), "because: " + reason.text(control));
        return new ListRows(
                COLUMNS, lines.stream().map(line -> new Object[] {line}).toList());
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) {
        return List.of("EXPLAIN: tells what a statement would do, and runs nothing");
    }
}
