package org.soqljdbc.exec.procedure;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.write.UpdateOptions;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.ListRows;

/** What each procedure of the table does. */
final class Actions {

    /** Runs one procedure. */
    @FunctionalInterface
    interface Action {
        CallOutcome run(CallArguments arguments, OrgCalls org, UpdateOptions options, CallControl control)
                throws SQLException;
    }

    private static final Map<String, Action> ALL = Map.of(
            Procedures.GET_DELETED.name(), Actions::deleted,
            Procedures.GET_UPDATED.name(), Actions::updated,
            Procedures.DELETE_EVENT_SERIES.name(), Actions::deleteEventSeries,
            Procedures.REST.name(), Actions::rest);

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private Actions() {}

    static Action of(Procedure procedure) {
        return ALL.get(procedure.name());
    }

    private static CallOutcome deleted(
            CallArguments arguments, OrgCalls org, UpdateOptions options, CallControl control) throws SQLException {
        Instant start = arguments.instant("start");
        Instant end = arguments.instant("end");
        OrgCalls.DeletedRecords deleted = org.deleted(arguments.text("object"), start, end, control);
        List<Object[]> rows = deleted.records().stream()
                .map(one -> new Object[] {one.id(), one.deletedDate()})
                .toList();
        return outcome(
                arguments,
                rows,
                Map.of(
                        "earliestDateAvailable",
                        deleted.earliestDateAvailable(),
                        "latestDateCovered",
                        deleted.latestDateCovered()));
    }

    private static CallOutcome updated(
            CallArguments arguments, OrgCalls org, UpdateOptions options, CallControl control) throws SQLException {
        Instant start = arguments.instant("start");
        Instant end = arguments.instant("end");
        OrgCalls.UpdatedRecords updated = org.updated(arguments.text("object"), start, end, control);
        List<Object[]> rows =
                updated.ids().stream().map(id -> new Object[] {id}).toList();
        return outcome(arguments, rows, Map.of("latestDateCovered", updated.latestDateCovered()));
    }

    private static CallOutcome deleteEventSeries(
            CallArguments arguments, OrgCalls org, UpdateOptions options, CallControl control) throws SQLException {
        String eventId = arguments.text("eventId");
        requireWritable(options, arguments.procedure().name());
        noting(org, () -> {
            org.deleteEventSeries(eventId, control);
            return null;
        });
        return new CallOutcome(Optional.empty(), 1, Map.of());
    }

    private static CallOutcome rest(CallArguments arguments, OrgCalls org, UpdateOptions options, CallControl control)
            throws SQLException {
        String method = arguments.text("method").strip().toUpperCase(Locale.ROOT);
        String path = path(arguments.text("path"));
        Optional<String> body = arguments.optionalText("body");
        boolean reads = READING.contains(method);
        if (!reads && !WRITING.contains(method)) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "REST knows the methods GET, HEAD, POST, PUT, PATCH and DELETE, not " + method);
        }
        if (reads && body.isPresent()) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE, "A " + method + " of REST has no body; set it to null");
        }
        OrgCalls.Reply reply;
        if (reads) {
            reply = org.rest(method, path, body, control);
        } else {
            requireWritable(options, "REST with " + method);
            reply = noting(org, () -> org.rest(method, path, body, control));
        }
        Map<String, Object> given = new HashMap<>();
        given.put("status", reply.status());
        given.put("contentType", reply.contentType().orElse(null));
        given.put("reply", reply.body().orElse(null));
        Object[] row = {given.get("status"), given.get("contentType"), given.get("reply")};
        return outcome(arguments, Collections.singletonList(row), given);
    }

    /** The token goes to the org only, so a path can name no other place. */
    private static String path(String given) throws SQLException {
        String path = given.strip();
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "The path of REST begins with one slash and leads to this org: /limits, /sobjects/Account or"
                            + " /services/apexrest/Name");
        }
        if (path.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "The path of REST must be percent-encoded: a blank is %20 there, and what is not ASCII is UTF-8");
        }
        return path;
    }

    private static CallOutcome outcome(CallArguments arguments, List<Object[]> rows, Map<String, Object> given) {
        return new CallOutcome(Optional.of(new ListRows(arguments.procedure().columns(), rows)), rows.size(), given);
    }

    private static void requireWritable(UpdateOptions options, String what) throws SQLException {
        if (options.readOnly()) {
            throw SqlErrors.of(
                    SqlState.READ_ONLY, "The connection is read-only, and " + what + " may write; it was not run");
        }
    }

    private interface Write<T> {
        T run() throws SQLException;
    }

    /** Runs a write, and has the unit of writes take notice of one that was, or may have been, applied. */
    private static <T> T noting(OrgCalls org, Write<T> write) throws SQLException {
        try {
            T answer = write.run();
            org.wrote();
            return answer;
        } catch (SQLException failure) {
            if (SqlErrors.leavesUnknown(failure)) {
                org.wrote();
            }
            throw failure;
        }
    }
}
