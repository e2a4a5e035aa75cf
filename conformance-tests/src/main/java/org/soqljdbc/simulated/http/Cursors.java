package org.soqljdbc.simulated.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.soql.Records;

/**
 * The answers that have more pages. A cursor outlives its session unless the session is ended by a rotated refresh
 * token; those of child subqueries end when the parent's next page is fetched. Safe for many threads.
 */
final class Cursors {

    /** An open cursor. @param session the access token it was opened with @param batch rows of a page */
    record Cursor(String id, Records records, int batch, String session, List<String> childrenOfPage) {}

    private final Map<String, Cursor> open = new HashMap<>();
    private long opened;

    synchronized Cursor open(Records records, int batch, String session) {
        // Locators of recent releases begin with 0r8.
        Cursor cursor = new Cursor(Ids.of("0r8", ++opened), records, batch, session, new ArrayList<>());
        open.put(cursor.id(), cursor);
        return cursor;
    }

    synchronized Optional<Cursor> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Ends the child cursors of the page before, and remembers those of the new one. */
    synchronized void turnPage(Cursor cursor, List<String> children) {
        cursor.childrenOfPage().forEach(open::remove);
        cursor.childrenOfPage().clear();
        cursor.childrenOfPage().addAll(children);
    }

    /** Ends every cursor of a session. */
    synchronized void endSession(String session) {
        open.values().removeIf(cursor -> cursor.session().equals(session));
    }

    /** Ends every cursor, as two days do. */
    synchronized void endAll() {
        open.clear();
    }
}
