package org.soqljdbc.bind.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** An INSERT or UPSERT whose names are found. Its rows stand in it, or a query answers them. */
public final class BoundInsert {

    private final TargetTable table;
    private final List<TargetColumn> columns;
    private final RecordMaker maker;
    private final List<Expression.Row> rows;
    private final Optional<Query> query;

    BoundInsert(
            TargetTable table,
            WriteOperation operation,
            List<TargetColumn> columns,
            List<Expression.Row> rows,
            Optional<Query> query) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.maker = new RecordMaker(operation, columns);
        this.rows = List.copyOf(rows);
        this.query = query;
    }

    public TargetTable table() {
        return table;
    }

    public WriteOperation operation() {
        return maker.operation();
    }

    /** What answers the rows; empty where they stand in the statement. */
    public Optional<Query> query() {
        return query;
    }

    /** How many values a row has. */
    public int width() {
        return columns.size();
    }

    /** The column a parameter is written to; empty if it stands elsewhere. */
    public Optional<Column> parameter(int index) {
        for (Expression.Row row : rows) {
            int at = row.elements().indexOf(new Expression.Parameter(index));
            if (at >= 0) {
                return Optional.of(columns.get(at).column(table.object().name()));
            }
        }
        return Optional.empty();
    }

    /** The records of the rows that stand in the statement. */
    public List<WriteRecord> records(ConstantExpressions constants) throws SQLException {
        List<WriteRecord> records = new ArrayList<>(rows.size());
        for (Expression.Row row : rows) {
            List<Optional<ParameterValue>> values = new ArrayList<>(columns.size());
            for (Expression element : row.elements()) {
                values.add(
                        element instanceof Expression.Default
                                ? Optional.empty()
                                : Optional.of(constants.value(element)));
            }
            records.add(maker.create(values, rows.size() == 1 ? "" : "Row " + (records.size() + 1) + ", "));
        }
        return records;
    }

    /** The record of one row that a query answers. @param number from 1 */
    public WriteRecord record(List<ParameterValue> values, long number) throws SQLException {
        return maker.create(values.stream().map(Optional::of).toList(), "Row " + number + ", ");
    }
}
