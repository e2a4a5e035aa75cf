package org.soqljdbc.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.soqljdbc.exec.write.GeneratedKey;
import org.soqljdbc.jdbc.base.KeyRequest;

/**
 * What the last execution of a statement gave: rows or a count, and keys. One thread changes it; the rows may be closed
 * from any.
 */
final class LastRun {

    /** What getUpdateCount answers where there is a result set, or nothing more. */
    private static final long NO_COUNT = -1;

    private volatile ResultSet rows;
    private volatile long count = NO_COUNT;
    private KeyRequest request = KeyRequest.NONE;
    private List<GeneratedKey> keys = List.of();
    private ResultSet keyRows;
    private Map<String, Object> given = Map.of();

    ResultSet rows() {
        return rows;
    }

    long count() {
        return count;
    }

    void gave(ResultSet opened) {
        rows = opened;
    }

    void gave(long written) {
        count = written;
    }

    /** @param asked what the caller asked of the keys, and KeyColumns knows */
    void keys(KeyRequest asked, List<GeneratedKey> generated) {
        request = asked;
        keys = generated;
    }

    /** The values of a call's OUT parameters, by name. */
    void gave(Map<String, Object> values) {
        given = values;
    }

    Map<String, Object> given() {
        return given;
    }

    /** The keys came as rows of a RETURNING clause. */
    void keys(ResultSet returned) {
        keyRows = returned;
    }

    /** The keys, opened once for each execution. */
    ResultSet keyRows(DetachedResults opener) throws SQLException {
        if (keyRows == null || keyRows.isClosed()) {
            keyRows = opener.open(KeyColumns.rows(request, keys));
        }
        return keyRows;
    }

    /** Goes on to the next result, of which there is none. */
    void next() throws SQLException {
        count = NO_COUNT;
        ResultSet last = rows;
        rows = null;
        if (last != null) {
            last.close();
        }
    }

    /** Closes and forgets everything. */
    void forget() throws SQLException {
        ResultSet lastKeys = keyRows;
        keyRows = null;
        keys = List.of();
        given = Map.of();
        request = KeyRequest.NONE;
        try {
            next();
        } finally {
            if (lastKeys != null) {
                lastKeys.close();
            }
        }
    }
}
