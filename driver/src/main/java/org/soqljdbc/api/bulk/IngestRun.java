package org.soqljdbc.api.bulk;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteVerb;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;

/** Writes the rows of one statement or batch by ingest jobs, one after the other. */
final class IngestRun {

    private final BulkIngestApi api;
    private final IngestSpec spec;
    private final CsvUpload.Rows rows;
    private final ResultSink results;
    private final JobListener listener;
    private final CallControl control;
    private final Deadline deadline;
    private long sent;

    IngestRun(
            BulkIngestApi api,
            IngestSpec spec,
            RowSource rows,
            ResultSink results,
            JobListener listener,
            CallControl control) {
        this.api = api;
        this.spec = spec;
        this.rows = new CsvUpload.Rows(rows);
        this.results = results;
        this.listener = listener;
        this.control = control;
        this.deadline = Deadline.of(control);
    }

    long run() throws SQLException {
        while (rows.hasNext()) {
            job();
        }
        return sent;
    }

    private void job() throws SQLException {
        BulkJob job = api.create(spec, deadline);
        listener.progress(job);
        RowHashes hashes;
        try {
            hashes = api.upload(job, rows, deadline);
        } catch (SQLException cause) {
            // Not closed, so nothing of it was or will be written.
            api.abortAfter(cause, job);
            throw cause;
        }
        BulkJob begun;
        try {
            begun = api.close(job, deadline);
        } catch (SQLException cause) {
            api.abortAfter(cause, job);
            throw cause;
        }
        BulkJob over;
        try {
            over = api.await(begun, listener, deadline);
        } catch (SQLException cause) {
            api.abortAfter(cause, job);
            throw unknown(cause, "The bulk job " + job.id() + " was aborted at work; rows written before stay");
        }
        hashes.index();
        new IngestResults(over, hashes, sent).read();
        sent += hashes.size();
    }

    private static SQLException unknown(SQLException cause, String what) {
        String state = cause.getSQLState();
        return state.equals("57014") || state.startsWith("HYT")
                ? SqlErrors.unknownAfter(cause, what)
                : SqlErrors.unknown(what + " (" + cause.getMessage() + ")", cause);
    }

    /** Gives each row of one job its result. */
    private final class IngestResults {

        private final BulkJob job;
        private final RowHashes hashes;
        private final long firstRow;
        private long unmatchedWritten;
        private long unmatchedOther;

        IngestResults(BulkJob job, RowHashes hashes, long firstRow) {
            this.job = job;
            this.hashes = hashes;
            this.firstRow = firstRow;
        }

        void read() throws SQLException {
            boolean allWritten = job.isComplete() && job.failed() == 0 && job.processed() == hashes.size();
            if (allWritten && !spec.wantsIds()) {
                rest(RowResult.written(Optional.empty(), spec.verb() == WriteVerb.INSERT));
                return;
            }
            try {
                read("successfulResults", this::written);
                if (!allWritten) {
                    read("failedResults", this::failed);
                }
                if (hashes.left() > unmatchedWritten + unmatchedOther) {
                    read("unprocessedrecords", this::unprocessed);
                }
            } catch (SQLException cause) {
                throw unknown(cause, "The bulk job " + job.id() + " is over, and its results could not be read");
            }
            unmatched();
        }

        /** What could not be told apart by its echo. */
        private void unmatched() throws SQLException {
            if (hashes.left() == 0) {
                return;
            }
            if (unmatchedOther == 0 && unmatchedWritten == hashes.left()) {
                rest(RowResult.written(Optional.empty(), spec.verb() == WriteVerb.INSERT));
            } else if (unmatchedOther + unmatchedWritten == 0 && !job.isComplete()) {
                // A job that failed as a whole tells of no row.
                rest(RowResult.failed(
                        Optional.empty(),
                        List.of(JobErrors.ofJob(job.errorMessage().orElse(job.state())))));
            } else {
                rest(RowResult.unknown(Optional.empty()));
            }
        }

        private void rest(RowResult result) throws SQLException {
            for (int row = hashes.takeAny(); row >= 0; row = hashes.takeAny()) {
                results.row(firstRow + row, result);
            }
        }

        private void read(String which, RowReader reader) throws SQLException {
            try (BulkPage page = api.results(job, which, control);
                    CsvReader csv = page.open()) {
                // The header.
                csv.next();
                while (csv.next()) {
                    reader.row(csv);
                }
            }
        }

        /** {@code sf__Id, sf__Created, <columns as sent>}. */
        private void written(CsvReader row) throws SQLException {
            Optional<String> id = Optional.of(row.text(0)).filter(text -> !text.isEmpty());
            if (!result(row, 2, RowResult.written(id, row.text(1).equalsIgnoreCase("true")))) {
                unmatchedWritten++;
            }
        }

        /** {@code sf__Id, sf__Error, <columns as sent>}. */
        private void failed(CsvReader row) throws SQLException {
            Optional<String> id = Optional.of(row.text(0)).filter(text -> !text.isEmpty());
            if (!result(row, 2, RowResult.failed(id, JobErrors.ofRow(row.text(1))))) {
                unmatchedOther++;
            }
        }

        /** {@code <columns as sent>}. */
        private void unprocessed(CsvReader row) throws SQLException {
            if (!result(row, 0, RowResult.notSent(Optional.empty()))) {
                unmatchedOther++;
            }
        }

        private boolean result(CsvReader row, int firstCell, RowResult result) throws SQLException {
            long hash = RowHashes.START;
            for (int cell = firstCell; cell < row.size(); cell++) {
                hash = RowHashes.with(hash, row.chars(cell));
            }
            int index = hashes.take(hash);
            if (index < 0) {
                return false;
            }
            results.row(firstRow + index, result);
            return true;
        }
    }

    /** Takes one row of results. */
    @FunctionalInterface
    private interface RowReader {
        void row(CsvReader row) throws SQLException;
    }
}
