package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.CollectionApi;
import org.soqljdbc.api.write.CompositeApi;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.ParameterCount;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.exec.write.chunk.Chunks;
import org.soqljdbc.exec.write.chunk.KnownRecords;
import org.soqljdbc.exec.write.chunk.Records;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** INSERT, UPSERT, UPDATE or DELETE. Not thread-safe. */
final class WriteStatement implements PreparedUpdate {

    private final SqlText text;
    private final WriteKind kind;
    private final List<SelectItem> returning;
    private final WriteContext context;

    /** @param returning the items of that clause; none where it is absent */
    WriteStatement(SqlText text, WriteKind kind, List<SelectItem> returning, WriteContext context) {
        this.text = text;
        this.kind = kind;
        this.returning = List.copyOf(returning);
        this.context = context;
    }

    @Override
    public int parameterCount() {
        return text.parameterCount();
    }

    @Override
    public Optional<Column> parameter(int index) throws SQLException {
        return kind.parameter(index, CallControl.unlimited());
    }

    @Override
    public List<Column> returning() throws SQLException {
        CallControl control = CallControl.unlimited();
        return returning.isEmpty() ? List.of() : returning(List.of(), control).columns(control);
    }

    private Returning returning(List<ParameterValue> parameters, CallControl control) throws SQLException {
        return new Returning(text, kind.table(control), returning, parameters, context);
    }

    @Override
    public UpdateOutcome run(List<ParameterValue> parameters, UpdateOptions options, CallControl control)
            throws SQLException {
        Job job = job(parameters, options, control);
        try (Records records = job.records()) {
            if (context.unit().collects()) {
                requireNoReturning(returning);
                return collect(job.operation(), records);
            }
            if (returning.isEmpty()) {
                return new StatementRun(context, options, control).run(job.operation(), records);
            }
            Returning clause = returning(parameters, control);
            List<Column> columns = clause.columns(control);
            ReturningWriter writer = new ReturningWriter(clause, context.composites(), context.sender());
            UpdateOutcome outcome = new ChunkedRun(context, writer, options, control).run(job.operation(), records);
            RowStream rows = new ReturnedRows(columns, writer.returned());
            return new UpdateOutcome(outcome.count(), outcome.keys(), Optional.of(rows));
        }
    }

    /** What a run does. @throws SQLException 25006, 07001, and whatever the values show to be wrong before a write */
    Job job(List<ParameterValue> parameters, UpdateOptions options, CallControl control) throws SQLException {
        requireWritable(options);
        ParameterCount.require(text.parameterCount(), parameters);
        return kind.job(parameters, new RunOptions(0, 0, options.warnings()), control);
    }

    /** Whether a run needs no query to know its rows, and answers none. May cost describes. */
    boolean isOfKnownRows(CallControl control) throws SQLException {
        return returning.isEmpty() && kind.query(control).isEmpty();
    }

    static void requireWritable(UpdateOptions options) throws SQLException {
        if (options.readOnly()) {
            throw SqlErrors.of(SqlState.READ_ONLY, "The connection is read-only; nothing was sent");
        }
    }

    /** Nothing is written before commit, so there is nothing to read back either. */
    static void requireNoReturning(List<SelectItem> returning) throws SQLException {
        if (!returning.isEmpty()) {
            throw SqlErrors.of(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "With transactions=atomic rows are written at commit, so RETURNING has nothing to read before");
        }
    }

    private UpdateOutcome collect(WriteOperation operation, Records records) throws SQLException {
        List<WriteRecord> all = records.next(CompositeApi.MOST_NODES + 1);
        context.unit().pending().add(operation, all);
        return UpdateOutcome.of(all.size());
    }

    // ---- what it would do ----------------------------------------------------------------------------------

    @Override
    public String nativeText() throws SQLException {
        Optional<PreparedQuery> query = kind.query(CallControl.unlimited());
        return query.isPresent() ? query.get().nativeText() : "";
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException {
        ParameterCount.require(text.parameterCount(), parameters);
        Optional<PreparedQuery> query = kind.query(control);
        List<String> lines = new ArrayList<>();
        if (query.isPresent()) {
            lines.addAll(query.get().explain(parameters, control));
        } else {
            lines.add("language: SQL");
        }
        lines.addAll(requests(query.isPresent(), parameters, control));
        return lines;
    }

    private List<String> requests(boolean queried, List<ParameterValue> parameters, CallControl control)
            throws SQLException {
        String object = kind.table(control).object().name();
        if (queried) {
            return List.of(
                    "then: the rows of " + object + " are written as they are read",
                    "calls: 1 more for each " + CollectionApi.MOST_ROWS + " rows");
        }
        Job job = kind.job(parameters, new RunOptions(0, 0, warning -> {}), control);
        List<WriteRecord> records = job.records().known().orElse(List.of());
        List<String> lines = new ArrayList<>();
        Chunks chunks = new Chunks(job.operation(), new KnownRecords(records));
        int calls = 0;
        for (List<WriteRecord> chunk = chunks.next(); !chunk.isEmpty(); chunk = chunks.next()) {
            calls++;
            lines.add("request: " + RequestNames.of(job.operation(), chunk.size()));
        }
        lines.add("calls: " + calls);
        return lines;
    }
}
