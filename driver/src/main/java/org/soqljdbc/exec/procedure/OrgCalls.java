package org.soqljdbc.exec.procedure;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.http.CallControl;

/** The calls of the org that procedures make. Each is one call. */
public interface OrgCalls {

    /** @param deletedDate as the wire spells a dateTime */
    record Deleted(String id, String deletedDate) {}

    /** What was deleted; both dates as the wire spells a dateTime. */
    record DeletedRecords(List<Deleted> records, String earliestDateAvailable, String latestDateCovered) {}

    /** What was inserted or updated; the date as the wire spells a dateTime. */
    record UpdatedRecords(List<String> ids, String latestDateCovered) {}

    /** A reply of status 2xx or 304. */
    record Reply(int status, Optional<String> contentType, Optional<String> body) {}

    DeletedRecords deleted(String object, Instant start, Instant end, CallControl control) throws SQLException;

    UpdatedRecords updated(String object, Instant start, Instant end, CallControl control) throws SQLException;

    /** @throws SQLException 08007 if no answer came */
    void deleteEventSeries(String eventId, CallControl control) throws SQLException;

    /**
     * @param method in capitals
     * @param path begins with a slash
     * @throws SQLException for a reply of any other status; 08007 if it is none that only reads and no answer came
     */
    Reply rest(String method, String path, Optional<String> body, CallControl control) throws SQLException;

    /** Told after a write that it was applied, or may have been: what rollback must know. */
    void wrote();
}
