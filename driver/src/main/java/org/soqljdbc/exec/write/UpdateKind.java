package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.BoundUpdate;
import org.soqljdbc.bind.write.ConstantExpressions;
import org.soqljdbc.bind.write.TargetTable;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.exec.write.chunk.KnownRecords;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** UPDATE and DELETE, of rows named by their Ids or found by a query. */
final class UpdateKind implements WriteKind {

    private final SqlText text;
    private final Binding binding;
    private final WriteContext context;
    private BoundUpdate bound;
    private PreparedQuery query;

    /** Finds what the names mean. */
    interface Binding {
        BoundUpdate bind(CallControl control) throws SQLException;
    }

    UpdateKind(SqlText text, Binding binding, WriteContext context) {
        this.text = text;
        this.binding = binding;
        this.context = context;
    }

    private BoundUpdate bound(CallControl control) throws SQLException {
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
        BoundUpdate update = bound(control);
        ConstantExpressions constants = context.constants(text, parameters);
        if (update.ids().isPresent()) {
            return new Job(
                    update.operation(),
                    new KnownRecords(update.records(update.ids().get(), constants)));
        }
        BoundUpdate.Values values = update.values(constants);
        values.requireFit();
        PreparedQuery source = query(control).orElseThrow();
        RowStream rows = source.run(parameters, options, control);
        RowReader reader = reader(rows);
        // A join may answer a row several times; what it is set to is then what the first of them says.
        Set<String> seen = new HashSet<>();
        return new Job(update.operation(), new QueriedRecords(rows, reader, (row, number) -> {
            String id = row.get(0).value().toString();
            if (update.mayRepeatRows() && !seen.add(id)) {
                return Optional.empty();
            }
            WriteRecord record = values.record(id, row.subList(1, row.size()), "Row " + id + ", ");
            return Optional.of(record);
        }));
    }

    private RowReader reader(RowStream rows) throws SQLException {
        try {
            return new RowReader(rows.columns(), context.conversions(), context.zone());
        } catch (SQLException unfit) {
            rows.close();
            throw unfit;
        }
    }

    @Override
    public Optional<PreparedQuery> query(CallControl control) throws SQLException {
        BoundUpdate update = bound(control);
        if (query == null && update.ids().isEmpty()) {
            query = context.queries().prepare(text, update.query());
        }
        return Optional.ofNullable(query);
    }

    @Override
    public Optional<Column> parameter(int index, CallControl control) throws SQLException {
        Optional<Column> written = bound(control).parameter(index);
        if (written.isPresent()) {
            return written;
        }
        Optional<PreparedQuery> source = query(control);
        return source.isPresent() ? source.get().parameter(index) : Optional.empty();
    }
}
