package org.soqljdbc.api.bulk;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.HttpRequest;
import org.soqljdbc.http.PumpedBody;

/** Ingest jobs of Bulk API 2.0 ("Ingest", from version 41.0). Thread-safe. */
public final class BulkIngestApi {

    /** Raw CSV of one job, bytes: 150 MB in base64 (Bulk API 2.0, "Limits"). */
    public static final long LARGEST_UPLOAD = 100_000_000;

    private final ApiCaller caller;
    private final Jobs jobs;
    private final long largestUpload;

    public BulkIngestApi(ApiCaller caller) {
        this(caller, JobWait.USUAL, LARGEST_UPLOAD);
    }

    BulkIngestApi(ApiCaller caller, JobWait wait, long largestUpload) {
        this.caller = caller;
        this.jobs = new Jobs(caller, "ingest", wait);
        this.largestUpload = largestUpload;
    }

    /** Whether CSV can carry a record: not with bytes, with texts of more than 131,072 characters, or the text #N/A. */
    public static boolean carries(WriteRecord row) {
        return CsvColumns.carries(row);
    }

    /**
     * Writes rows by as many jobs as their size needs, one after the other; each takes some four calls and one for each
     * look at it, three more if rows failed. There is no all-or-none, and headers of duplicate rules do not exist here.
     *
     * @param rows asked for while they are sent, by this thread; all with the same fields in the same order, and of kinds
     *     that {@link #carries}
     * @param results gets each row of a job that began, once
     * @return rows sent to jobs that began
     * @throws SQLException nothing of the job under way was written, unless {@link SqlErrors#leavesUnknown}; what was
     *     given to {@code results} stays true. 57014 and HYT00 abort the job, and leave what it has written until then
     */
    public long write(IngestSpec spec, RowSource rows, ResultSink results, JobListener listener, CallControl control)
            throws SQLException {
        return new IngestRun(this, spec, rows, results, listener, control).run();
    }

    BulkJob create(IngestSpec spec, Deadline deadline) throws SQLException {
        return jobs.create(
                json -> {
                    json.writeStringField("object", spec.object());
                    json.writeStringField("operation", spec.verb().name().toLowerCase(Locale.ROOT));
                    if (spec.key().isPresent()) {
                        json.writeStringField("externalIdFieldName", spec.key().get());
                    }
                    Optional<String> rule = spec.assignmentRule().filter(text -> text.length() >= 15);
                    if (rule.isPresent()) {
                        json.writeStringField("assignmentRuleId", rule.get());
                    }
                    json.writeStringField("contentType", "CSV");
                    json.writeStringField("columnDelimiter", "COMMA");
                    json.writeStringField("lineEnding", "LF");
                },
                deadline);
    }

    /** Sends rows: one call. Nothing is written before {@link #close}. @return what was sent, as it can be found again */
    RowHashes upload(BulkJob job, CsvUpload.Rows rows, Deadline deadline) throws SQLException {
        CsvUpload upload = new CsvUpload(rows, largestUpload);
        ApiRequest request = new ApiRequest(
                        "PUT",
                        jobs.path(job.id()) + "/batches",
                        jobs.label() + "/{id}/batches",
                        List.of(),
                        Optional.of(upload),
                        HttpRequest.Effect.ASKS_ONCE)
                .with(Map.of("Content-Encoding", "gzip"));
        caller.call(request, deadline).close();
        return upload.hashes();
    }

    /**
     * Lets the job begin: one call, which is asked after if its answer is missing.
     *
     * @throws SQLException 08007 if it cannot be told whether it began; any other if it did not
     */
    BulkJob close(BulkJob job, Deadline deadline) throws SQLException {
        try {
            return jobs.become(job.id(), BulkJob.UPLOAD_COMPLETE, deadline);
        } catch (SQLException failure) {
            BulkJob seen = stateAfter(failure, job, deadline);
            return seen.state().equals(BulkJob.OPEN) ? closeAgain(job, deadline) : seen;
        }
    }

    private BulkJob closeAgain(BulkJob job, Deadline deadline) throws SQLException {
        try {
            return jobs.become(job.id(), BulkJob.UPLOAD_COMPLETE, deadline);
        } catch (SQLException failure) {
            BulkJob seen = stateAfter(failure, job, deadline);
            if (seen.state().equals(BulkJob.OPEN)) {
                throw failure;
            }
            return seen;
        }
    }

    private BulkJob stateAfter(SQLException failure, BulkJob job, Deadline deadline) throws SQLException {
        // The error code is the HTTP status; a fault of the server (500) may come after the deed.
        if (!failure.getSQLState().startsWith("08") && failure.getErrorCode() < 500) {
            boolean ended = failure.getSQLState().equals("57014")
                    || failure.getSQLState().startsWith("HYT");
            throw ended ? SqlErrors.unknownAfter(failure, "Bulk job " + job.id()) : failure;
        }
        try {
            return jobs.status(job.id(), deadline);
        } catch (SQLException again) {
            failure.addSuppressed(again);
            throw SqlErrors.unknown("The bulk job " + job.id() + " was closed, and no answer came", failure);
        }
    }

    BulkJob await(BulkJob job, JobListener listener, Deadline deadline) throws SQLException {
        return jobs.await(job, listener, deadline);
    }

    void abortAfter(SQLException reason, BulkJob job) {
        jobs.abortAfter(reason, job.id());
    }

    /** What became of rows, as CSV: one call. @param which successfulResults, failedResults, unprocessedrecords */
    BulkPage results(BulkJob job, String which, CallControl control) {
        ApiRequest request = ApiRequest.get(jobs.path(job.id()) + "/" + which + "/", jobs.label() + "/{id}/" + which)
                .with(Map.of("Accept", "text/csv"));
        return new BulkPage(PumpedBody.start(deadline -> caller.call(request, deadline), control));
    }
}
