package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.RowView;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.RowValues;

/** A query of Tooling API's objects: its columns say which schema their tables are in. */
record ToolingQuery(PreparedQuery query) implements PreparedQuery {

    private static List<Column> inSchema(List<Column> columns) {
        return columns.stream()
                .map(column ->
                        column.table().isEmpty() ? column : column.withTable(Catalog.TOOLING + "." + column.table()))
                .toList();
    }

    @Override
    public List<Column> columns() throws SQLException {
        return inSchema(query.columns());
    }

    @Override
    public RowStream run(List<ParameterValue> parameters, RunOptions options, CallControl control) throws SQLException {
        RowStream rows = query.run(parameters, options, control);
        return new Rows(inSchema(rows.columns()), rows);
    }

    @Override
    public int parameterCount() {
        return query.parameterCount();
    }

    @Override
    public Optional<Column> parameter(int index) throws SQLException {
        return query.parameter(index);
    }

    @Override
    public String nativeText() throws SQLException {
        return query.nativeText();
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException {
        return query.explain(parameters, control);
    }

    private record Rows(List<Column> columns, RowStream rows) implements RowStream, RowView {

        @Override
        public boolean advance() throws SQLException {
            return rows.advance();
        }

        @Override
        public RowValues source(int ordinal) {
            return rows;
        }

        @Override
        public RowValues keep() throws SQLException {
            return rows.keep();
        }

        @Override
        public RowStream nestedAt(int ordinal) throws SQLException {
            return rows.nestedAt(ordinal);
        }

        @Override
        public void close() throws SQLException {
            rows.close();
        }
    }
}
