package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.BoundMerge;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.exec.spi.ParameterCount;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.exec.write.chunk.KnownRecords;
import org.soqljdbc.exec.write.chunk.Records;
import org.soqljdbc.grammar.sql.Merge;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/**
 * MERGE that is no upsert: the rows of all branches are read first, so that no branch sees what another wrote, and then
 * written branch by branch. Not thread-safe.
 */
final class MergeStatement implements PreparedUpdate {

    private final SqlText text;
    private final Merge merge;
    private final List<WriteKind> branches = new ArrayList<>();
    private final WriteContext context;

    MergeStatement(SqlText text, Merge merge, BoundMerge bound, WriteContext context) {
        this.text = text;
        this.merge = merge;
        this.context = context;
        for (BoundMerge.Branch branch : bound.branches()) {
            branches.add(
                    branch.update().isPresent()
                            ? new UpdateKind(text, control -> branch.update().get(), context)
                            : new InsertKind(text, control -> branch.insert().orElseThrow(), context));
        }
    }

    @Override
    public int parameterCount() {
        return text.parameterCount();
    }

    @Override
    public Optional<Column> parameter(int index) throws SQLException {
        for (WriteKind branch : branches) {
            Optional<Column> column = branch.parameter(index, CallControl.unlimited());
            if (column.isPresent()) {
                return column;
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Column> returning() throws SQLException {
        CallControl control = CallControl.unlimited();
        return merge.returning().isEmpty()
                ? List.of()
                : clause(List.of(), control).columns(control);
    }

    /** All branches write to one table. */
    private Returning clause(List<ParameterValue> parameters, CallControl control) throws SQLException {
        return new Returning(text, branches.get(0).table(control), merge.returning(), parameters, context);
    }

    @Override
    public UpdateOutcome run(List<ParameterValue> parameters, UpdateOptions options, CallControl control)
            throws SQLException {
        WriteStatement.requireWritable(options);
        ParameterCount.require(text.parameterCount(), parameters);
        List<Job> jobs = new ArrayList<>();
        for (WriteKind branch : branches) {
            Job job = branch.job(parameters, new RunOptions(0, 0, options.warnings()), control);
            try (Records records = job.records()) {
                jobs.add(new Job(job.operation(), new KnownRecords(records.next(Integer.MAX_VALUE))));
            }
        }
        if (context.unit().collects()) {
            WriteStatement.requireNoReturning(merge.returning());
            return collect(jobs);
        }
        if (merge.returning().isEmpty()) {
            StatementRun run = new StatementRun(context, options, control);
            return write(jobs, job -> run.run(job.operation(), job.records()));
        }
        Returning clause = clause(parameters, control);
        List<Column> columns = clause.columns(control);
        ReturningWriter writer = new ReturningWriter(clause, context.composites(), context.sender());
        ChunkedRun run = new ChunkedRun(context, writer, options, control);
        UpdateOutcome written = write(jobs, job -> run.run(job.operation(), job.records()));
        RowStream rows = new ReturnedRows(columns, writer.returned());
        return new UpdateOutcome(written.count(), written.keys(), Optional.of(rows));
    }

    private interface BranchRun {
        UpdateOutcome write(Job job) throws SQLException;
    }

    private UpdateOutcome collect(List<Job> jobs) throws SQLException {
        long count = 0;
        for (Job job : jobs) {
            List<WriteRecord> records = job.records().known().orElseThrow();
            context.unit().pending().add(job.operation(), records);
            count += records.size();
        }
        return UpdateOutcome.of(count);
    }

    private static UpdateOutcome write(List<Job> jobs, BranchRun run) throws SQLException {
        long written = 0;
        List<GeneratedKey> keys = new ArrayList<>();
        for (Job job : jobs) {
            try {
                UpdateOutcome outcome = run.write(job);
                written += outcome.count();
                keys.addAll(outcome.keys());
            } catch (SQLException failed) {
                throw written == 0
                        ? failed
                        : SqlErrors.retold(
                                failed, failed.getMessage() + ". Rows written by earlier branches: " + written);
            }
        }
        return new UpdateOutcome(written, keys, Optional.empty());
    }

    @Override
    public String nativeText() throws SQLException {
        List<String> queries = new ArrayList<>();
        for (WriteKind branch : branches) {
            queries.add(branch.query(CallControl.unlimited()).orElseThrow().nativeText());
        }
        return String.join("\n", queries);
    }

    @Override
    public List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (WriteKind branch : branches) {
            PreparedQuery query = branch.query(control).orElseThrow();
            lines.addAll(query.explain(parameters, control));
        }
        lines.add("then: the rows of each branch are written, 1 call for each 200 rows");
        return lines;
    }
}
