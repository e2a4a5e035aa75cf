package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.api.bulk.BulkIngestApi;
import org.soqljdbc.api.bulk.BulkJob;
import org.soqljdbc.api.bulk.IngestSpec;
import org.soqljdbc.api.bulk.JobListener;
import org.soqljdbc.api.bulk.ResultSink;
import org.soqljdbc.api.bulk.RowSource;
import org.soqljdbc.api.write.FieldValue;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.config.BulkUse;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.write.chunk.Chunks;
import org.soqljdbc.http.CallControl;

/** Writes many rows by jobs of Bulk API 2.0, where these can say what collections would. */
final class BulkWriter {

    /** What a job answers of an object that has no bulk; the row calls then do (recorded replies). */
    private static final String NO_BULK = "INVALIDENTITY";

    private final BulkIngestApi api;
    private final WriteSession session;

    BulkWriter(BulkIngestApi api, WriteSession session) {
        this.api = api;
        this.session = session;
    }

    /** Rows from which on jobs are used; empty for never. */
    Optional<Long> leastRows() {
        WriteOptions options = session.options();
        // A job has no header for duplicate rules, and takes no assignment rule but by its Id.
        boolean sayable = !options.allowDuplicates()
                && options.assignmentRule().filter(rule -> rule.length() < 15).isEmpty();
        BulkUse use = session.get(ConnectionProperties.BULK);
        if (use == BulkUse.NEVER || !sayable) {
            return Optional.empty();
        }
        return Optional.of(use == BulkUse.ALWAYS ? 1 : session.get(ConnectionProperties.BULK_WRITE_THRESHOLD) + 1);
    }

    /** Whether a job can write these rows and means the same: it writes them in any order, so none may stand twice. */
    boolean fits(WriteOperation operation, List<WriteRecord> records) {
        if (leastRows().filter(least -> records.size() >= least).isEmpty()) {
            return false;
        }
        List<String> fields = fields(records.get(0));
        Set<String> names = new HashSet<>();
        return records.stream()
                .allMatch(record -> BulkIngestApi.carries(record)
                        && fields(record).equals(fields)
                        && Chunks.name(operation, record).map(names::add).orElse(true));
    }

    private static List<String> fields(WriteRecord record) {
        return record.values().stream().map(FieldValue::field).toList();
    }

    /** Rows on their way into jobs. */
    private static final class Counted implements RowSource {

        private final RowSource rows;
        private long taken;

        Counted(RowSource rows) {
            this.rows = rows;
        }

        @Override
        public Optional<WriteRecord> next() throws SQLException {
            Optional<WriteRecord> next = rows.next();
            if (next.isPresent() && !BulkIngestApi.carries(next.get())) {
                throw SqlErrors.of(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "Row " + (taken + 1) + " holds what CSV cannot say; write it with bulk=never");
            }
            taken += next.isPresent() ? 1 : 0;
            return next;
        }
    }

    /**
     * How a run of jobs ended.
     *
     * @param broken why not all rows have results; empty where all have
     * @param taken rows that may have been sent, from the first on
     */
    record Ended(Optional<SQLException> broken, long taken) {

        /** Whether the object has no bulk, and nothing was sent. */
        boolean isNotForBulk() {
            return broken.filter(why -> why.getMessage().startsWith(NO_BULK)).isPresent();
        }
    }

    /** @param wantsIds whether the keys of rows that are written are wanted, which costs a call more */
    Ended write(
            WriteOperation operation,
            RowSource rows,
            boolean wantsIds,
            ResultSink results,
            Optional<Long> total,
            UpdateOptions options,
            CallControl control) {
        Set<String> jobs = new HashSet<>();
        JobListener listener = job -> {
            if (jobs.add(job.id())) {
                options.warnings()
                        .accept(new SQLWarning(
                                "Bulk job " + job.id() + " writes these rows (" + operation.verbText() + " of "
                                        + operation.object().name() + ")",
                                SqlState.WARNING.code()));
            }
            options.progress().accept(progress(operation, job, total));
        };
        IngestSpec spec = new IngestSpec(
                operation.object().name(),
                operation.verb(),
                operation.key(),
                session.options().assignmentRule(),
                wantsIds && operation.hasKeys());
        Counted counted = new Counted(rows);
        try {
            api.write(spec, counted, results, listener, control);
            return new Ended(Optional.empty(), counted.taken);
        } catch (SQLException broken) {
            return new Ended(Optional.of(broken), counted.taken);
        }
    }

    private static WriteProgress progress(WriteOperation operation, BulkJob job, Optional<Long> total) {
        return new WriteProgress(
                operation.object().name(),
                operation.verbText(),
                Math.max(0, job.processed() - job.failed()),
                job.failed(),
                total,
                Optional.of(job.id()));
    }
}
