package org.soqljdbc.api.bulk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.api.call.ReplyParser;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.HttpReply;
import org.soqljdbc.http.HttpRequest;
import org.soqljdbc.http.Json;

/** What query and ingest jobs have in common: the resource {@code /jobs/<kind>/<id>}. Thread-safe. */
final class Jobs {

    /** Aborting is the last thing done for a statement that has ended; nobody waits for it longer. */
    private static final Duration ABORT_TIME = Duration.ofSeconds(10);

    private final ApiCaller caller;
    private final String resource;
    private final String label;
    private final JobWait wait;

    /** @param kind {@code query} or {@code ingest} */
    Jobs(ApiCaller caller, String kind, JobWait wait) {
        this.caller = caller;
        this.resource = caller.base() + "/jobs/" + kind;
        this.label = "/jobs/" + kind;
        this.wait = wait;
    }

    /** Writes the members of a JSON object. */
    @FunctionalInterface
    interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    /** One call. A job whose creation was not answered is left over, does nothing, and ends by itself within a day. */
    BulkJob create(Members members, Deadline deadline) throws SQLException {
        ApiRequest request = ApiRequest.json("POST", resource, label, json(members), HttpRequest.Effect.ASKS_ONCE);
        return job(request, deadline);
    }

    BulkJob status(String id, Deadline deadline) throws SQLException {
        return job(ApiRequest.get(path(id), label + "/{id}"), deadline);
    }

    /** @param state {@link BulkJob#UPLOAD_COMPLETE} or {@link BulkJob#ABORTED} */
    BulkJob become(String id, String state, Deadline deadline) throws SQLException {
        byte[] body = json(json -> json.writeStringField("state", state));
        return job(ApiRequest.json("PATCH", path(id), label + "/{id}", body, HttpRequest.Effect.ASKS_ONCE), deadline);
    }

    void delete(String id, CallControl control) throws SQLException {
        ApiRequest request = new ApiRequest(
                "DELETE", path(id), label + "/{id}", List.of(), Optional.empty(), HttpRequest.Effect.ASKS_ONCE);
        caller.call(request, Deadline.of(control)).close();
    }

    /**
     * Waits until the job is over: a call after 0.5 s, then less and less often.
     *
     * @throws SQLException 57014, HYT00 and whatever a call fails with; the job goes on
     */
    BulkJob await(BulkJob job, JobListener listener, Deadline deadline) throws SQLException {
        BulkJob seen = job;
        for (int looks = 0; !seen.isOver(); looks++) {
            deadline.pause(wait.before(looks));
            seen = status(job.id(), deadline);
            listener.progress(seen);
        }
        return seen;
    }

    /** Aborts for a reason that is on its way to the caller; a failure to do so is suppressed in it. */
    void abortAfter(SQLException reason, String id) {
        // An interrupted thread could make no call.
        boolean interrupted = Thread.interrupted();
        try {
            become(id, BulkJob.ABORTED, Deadline.after(ABORT_TIME, CallControl.unlimited()));
        } catch (SQLException cannot) {
            reason.addSuppressed(cannot);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    String path(String id) {
        return resource + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    String label() {
        return label;
    }

    private BulkJob job(ApiRequest request, Deadline deadline) throws SQLException {
        try (HttpReply reply = caller.call(request, deadline);
                JsonParser parser = ReplyParser.object(reply.body())) {
            return BulkJob.read(parser);
        } catch (IOException cause) {
            throw ReplyErrors.of(cause);
        }
    }

    private static byte[] json(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.factory().createGenerator(bytes)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }
}
