package org.soqljdbc.exec.procedure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.ReplicationApi;
import org.soqljdbc.api.RestApi;
import org.soqljdbc.api.RestReply;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;

/** The calls that procedures make, by the REST API. */
public final class ApiCalls implements OrgCalls {

    /** The longest reply that is held as a text; what is longer is better read by the service's own paging. */
    private static final int LONGEST_REPLY_BYTES = 64 << 20;

    private final ReplicationApi replication;
    private final RestApi rest;
    private final String base;
    private final Runnable wrote;

    /**
     * @param base {@code /services/data/vNN.0}, where paths begin that name no service
     * @param wrote run after a write was applied, or may have been
     */
    public ApiCalls(ReplicationApi replication, RestApi rest, String base, Runnable wrote) {
        this.replication = replication;
        this.rest = rest;
        this.base = base;
        this.wrote = wrote;
    }

    @Override
    public DeletedRecords deleted(String object, Instant start, Instant end, CallControl control) throws SQLException {
        List<Deleted> records = new ArrayList<>();
        ReplicationApi.Covered covered = replication.deleted(
                object, start, end, (id, when) -> records.add(new Deleted(id, text(when))), control);
        return new DeletedRecords(records, text(covered.earliestAvailable()), text(covered.latestCovered()));
    }

    @Override
    public UpdatedRecords updated(String object, Instant start, Instant end, CallControl control) throws SQLException {
        List<String> ids = new ArrayList<>();
        ReplicationApi.Covered covered = replication.updated(object, start, end, (id, when) -> ids.add(id), control);
        return new UpdatedRecords(ids, text(covered.latestCovered()));
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }

    @Override
    public void deleteEventSeries(String eventId, CallControl control) throws SQLException {
        if (!eventId.matches("[A-Za-z0-9]{15}|[A-Za-z0-9]{18}")) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "'" + eventId + "' is no Id: those have 15 or 18 letters and digits");
        }
        rest.call("DELETE", base + "/sobjects/Event/" + eventId + "/fromThisEventOnwards", Optional.empty(), control)
                .close();
    }

    @Override
    public Reply rest(String method, String path, Optional<String> body, CallControl control) throws SQLException {
        String absolute = path.startsWith("/services/") ? path : base + path;
        try (RestReply reply = rest.call(method, absolute, body, control)) {
            byte[] bytes = reply.body().readNBytes(LONGEST_REPLY_BYTES + 1);
            if (bytes.length > LONGEST_REPLY_BYTES) {
                throw SqlErrors.of(
                        SqlState.QUERY_TOO_COMPLEX,
                        "The reply to " + method + " is longer than " + LONGEST_REPLY_BYTES
                                + " bytes, too much for one value; ask the service for a page of it");
            }
            return new Reply(
                    reply.status(),
                    Optional.of(reply.contentType()).filter(type -> !type.isEmpty()),
                    bytes.length == 0 ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw ReplyErrors.of(broken);
        } catch (SQLException refused) {
            throw limitOfConnect(absolute, refused);
        }
    }

    /**
     * Connect REST counts the requests of each user, application and hour, apart from the org's API calls, and answers 503
     * when they are used up (Connect REST API Developer Guide, "Connect REST API Rate Limits"). That is no lost connection.
     */
    private static SQLException limitOfConnect(String path, SQLException refused) {
        boolean connect = path.contains("/connect/") || path.contains("/chatter/");
        if (!connect || refused.getErrorCode() != 503 || SqlErrors.leavesUnknown(refused)) {
            return refused;
        }
        return SqlErrors.of(
                SqlState.LIMIT_REACHED,
                "Connect REST's own limit of requests for each user, application and hour is used up; the org's other API"
                        + " calls are not concerned. Wait before asking again: " + refused.getMessage(),
                refused);
    }

    @Override
    public void wrote() {
        wrote.run();
    }
}
