package org.soqljdbc.api.bulk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.PumpedBody;

/** Query jobs of Bulk API 2.0 ("Query", from version 47.0). Thread-safe. */
public final class BulkQueryApi {

    private final ApiCaller caller;
    private final Jobs jobs;

    public BulkQueryApi(ApiCaller caller) {
        this(caller, JobWait.USUAL);
    }

    BulkQueryApi(ApiCaller caller, JobWait wait) {
        this.caller = caller;
        this.jobs = new Jobs(caller, "query", wait);
    }

    /**
     * Creates a job: one call.
     *
     * @param soql without aggregates, GROUP BY, OFFSET, TYPEOF, child subqueries and compound fields, which bulk queries
     *     do not have
     * @param includeDeleted whether deleted and archived rows count too
     * @throws SQLException as Salesforce refused the query: 42S02 (INVALIDENTITY) and 0A000 (FUNCTIONALITY_NOT_ENABLED)
     *     also say that an object or a field is not for bulk queries; 08xxx; HYT00; 57014
     */
    public BulkJob create(String soql, boolean includeDeleted, CallControl control) throws SQLException {
        return jobs.create(
                json -> {
                    json.writeStringField("operation", includeDeleted ? "queryAll" : "query");
                    json.writeStringField("query", soql);
                    json.writeStringField("contentType", "CSV");
                    json.writeStringField("columnDelimiter", "COMMA");
                    json.writeStringField("lineEnding", "LF");
                },
                Deadline.of(control));
    }

    /** Whether {@link #create} was refused because of what bulk queries do not have, so that an ordinary one may do. */
    public static boolean isNotForBulk(SQLException refusal) {
        String message = refusal.getMessage();
        return message.startsWith("INVALIDENTITY")
                || message.startsWith("FUNCTIONALITY_NOT_ENABLED")
                || message.startsWith("FEATURENOTENABLED");
    }

    /**
     * Waits until the job's rows can be read. If this wait ends without, the job is aborted.
     *
     * @throws SQLException HYT00 after the control's time-out; 57014 if cancelled; what the job failed with; 55000 if
     *     somebody aborted it
     */
    public BulkJob await(BulkJob job, JobListener listener, CallControl control) throws SQLException {
        BulkJob over;
        try {
            over = jobs.await(job, listener, Deadline.of(control));
        } catch (SQLException ended) {
            jobs.abortAfter(ended, job.id());
            throw ended;
        }
        if (over.isComplete()) {
            return over;
        }
        if (over.state().equals(BulkJob.ABORTED)) {
            throw SqlErrors.of(SqlState.OBJECT_NOT_IN_STATE, "The bulk query " + job.id() + " was aborted by somebody");
        }
        throw JobErrors.failed("The bulk query " + job.id(), over);
    }

    /**
     * Asks for a page of rows and returns at once: one call. Each page begins with the header.
     *
     * @param locator as the page before gave it; empty for the first
     */
    public BulkPage page(BulkJob job, Optional<String> locator, CallControl control) {
        String query = locator.map(text -> "?locator=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
        ApiRequest request = ApiRequest.get(jobs.path(job.id()) + "/results" + query, jobs.label() + "/{id}/results")
                .with(Map.of("Accept", "text/csv"));
        return new BulkPage(PumpedBody.start(deadline -> caller.call(request, deadline), control));
    }

    /** Ends a job that is queued or at work: one call. @throws SQLException 55000 if it is over */
    public void abort(BulkJob job, CallControl control) throws SQLException {
        jobs.become(job.id(), BulkJob.ABORTED, Deadline.of(control));
    }

    /** Forgets a job that is over, with its rows: one call. Else they are kept for seven days. */
    public void delete(BulkJob job, CallControl control) throws SQLException {
        jobs.delete(job.id(), control);
    }
}
