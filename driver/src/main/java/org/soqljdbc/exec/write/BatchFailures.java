package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.error.SqlErrors;

/** The outcomes of entries that came to nothing. */
final class BatchFailures {

    private BatchFailures() {}

    static EntryOutcome of(SQLException failure) {
        return new EntryOutcome(0, List.of(), Optional.of(failure));
    }

    /** Of an entry that was not sent. @param cause why the batch ended before it */
    static EntryOutcome notSent(SQLException cause) {
        return of(SqlErrors.of(
                SqlErrors.stateOf(cause), "Not sent, since the batch ended before it: " + cause.getMessage()));
    }
}
