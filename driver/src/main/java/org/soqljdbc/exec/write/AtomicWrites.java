package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.bind.write.WriteOperation;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;

/** Writes that wait for commit, to be sent as one request of which all or nothing is written. Thread-safe. */
final class AtomicWrites {

    /** Nodes of all graphs of one request (REST API Developer Guide, "Composite Graph"). */
    static final int MOST_RECORDS = 500;

    private final List<WriteOperation> operations = new ArrayList<>();
    private final List<WriteRecord> records = new ArrayList<>();

    /** @throws SQLException 54001 if there are too many now; nothing of these is kept then */
    synchronized void add(WriteOperation operation, List<WriteRecord> more) throws SQLException {
        if (records.size() + more.size() > MOST_RECORDS) {
            throw SqlErrors.of(
                    SqlState.QUERY_TOO_COMPLEX,
                    "transactions=atomic sends up to " + MOST_RECORDS + " records as one; " + records.size()
                            + " wait for commit, and these are " + more.size() + " more. Nothing was sent");
        }
        more.forEach(record -> operations.add(operation));
        records.addAll(more);
    }

    synchronized void forget() {
        operations.clear();
        records.clear();
    }

    void send(CallControl control) throws SQLException {
        forget();
    }
}
