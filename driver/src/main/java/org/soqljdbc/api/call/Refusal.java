package org.soqljdbc.api.call;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.error.SalesforceErrors;
import org.soqljdbc.error.SalesforceFailure;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.http.HttpReply;

/**
 * A call that was answered with a refusal.
 *
 * @param status the HTTP status
 * @param failures as the body told them; none if it is no error in Salesforce's shape
 * @param exception what it means; 08007 if the request writes and may have taken effect all the same
 */
public record Refusal(int status, List<SalesforceFailure> failures, SQLException exception) {

    /** Enough of an error's body; Salesforce's own are a few hundred bytes, a trigger's trace a few thousand. */
    private static final int LARGEST_ERROR_BYTES = 64 << 10;

    /** Reads and closes a reply whose status is none of success. */
    public static Refusal of(ApiRequest request, HttpReply reply) {
        int status = reply.status();
        String body;
        try (reply) {
            body = reply.text(LARGEST_ERROR_BYTES);
        } catch (SQLException broken) {
            // The status says the most that matters; an 08007 for the rest of a refusal would be untrue.
            body = "";
        }
        boolean toldWhen = reply.header("Retry-After").isPresent();
        SQLException told = SalesforceErrors.ofReply(status, reply.contentType(), body);
        // Refused for the session, a limit or the service, the second request says nothing of the first.
        boolean unanswered = reply.followsUnanswered() && isOfRequest(told);
        boolean unknown = request.writes() && (unanswered || SalesforceErrors.leavesUnknown(status, toldWhen, body));
        return new Refusal(
                status,
                SalesforceFailure.read(body),
                unknown ? SqlErrors.unknown(request + " was answered by " + told.getMessage(), told) : told);
    }

    /**
     * Whether it is about the one row that the request was to write, and not about the request: not for a session that
     * is refused, a limit that is used up, a service that is away, or an outcome that is unknown.
     */
    public boolean isOfRow() {
        return !isOfRequest(exception) && !failures.isEmpty();
    }

    private static boolean isOfRequest(SQLException exception) {
        String state = exception.getSQLState();
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("53") || state.startsWith("HYT");
    }
}
