package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.write.BoundInsert;
import org.soqljdbc.bind.write.TargetTable;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.exec.write.chunk.KnownRecords;
import org.soqljdbc.exec.write.chunk.Records;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** INSERT and UPSERT, of rows that stand in the statement or come from a query. */
final class InsertKind implements WriteKind {

    private final SqlText text;
    private final Binding binding;
    private final WriteContext context;
    private BoundInsert bound;
    private PreparedQuery query;

    /** Finds what the names mean. */
    interface Binding {
        BoundInsert bind(CallControl control) throws SQLException;
    }

    InsertKind(SqlText text, Binding binding, WriteContext context) {
        this.text = text;
        this.binding = binding;
        this.context = context;
    }

    private BoundInsert bound(CallControl control) throws SQLException {
        if (bound == null) {
            bound = binding.bind(control);
        }
        return bound;
    }

    @Override
    public TargetTable table(CallControl control) throws SQLException {
        return bound(control).table();
    }

    @Override
    public Job job(List<ParameterValue> parameters, RunOptions options, CallControl control) throws SQLException {
        BoundInsert insert = bound(control);
        Optional<PreparedQuery> source = query(control);
        Records records = source.isPresent()
                ? queried(insert, source.get(), parameters, options, control)
                : new KnownRecords(insert.records(context.constants(text, parameters)));
        return new Job(insert.operation(), records);
    }

    private Records queried(
            BoundInsert insert,
            PreparedQuery source,
            List<ParameterValue> parameters,
            RunOptions options,
            CallControl control)
            throws SQLException {
        RowStream rows = source.run(parameters, options, control);
        try {
            int width = rows.columns().size();
            if (width != insert.width()) {
                throw SqlErrors.of(
                        SqlState.SYNTAX_ERROR,
                        "The query answers " + width + " columns, and " + insert.width() + " are to be set");
            }
            RowReader reader = new RowReader(rows.columns(), context.conversions(), context.zone());
            return new QueriedRecords(rows, reader, (row, number) -> Optional.of(insert.record(row, number)));
        } catch (SQLException unfit) {
            rows.close();
            throw unfit;
        }
    }

    @Override
    public Optional<PreparedQuery> query(CallControl control) throws SQLException {
        BoundInsert insert = bound(control);
        if (query == null && insert.query().isPresent()) {
            query = context.queries().prepare(text, insert.query().get());
        }
        return Optional.ofNullable(query);
    }

    @Override
    public Optional<Column> parameter(int index, CallControl control) throws SQLException {
        Optional<PreparedQuery> source = query(control);
        return source.isPresent()
                ? source.get().parameter(index)
                : bound(control).parameter(index);
    }
}
