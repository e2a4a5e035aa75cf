package org.soqljdbc.rows.combined;

import java.sql.SQLException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** How many rows one step may hold. Remembers whether that was too few. Not thread-safe. */
public final class RowBound {

    private final int most;
    private boolean exceeded;

    /** @param most 0 for no bound */
    public RowBound(int most) {
        this.most = most == 0 ? Integer.MAX_VALUE : most;
    }

    /** @param step what holds the rows, as a message names it @throws SQLException 54001 if they are too many */
    public void require(int rows, String step) throws SQLException {
        if (rows > most) {
            exceeded = true;
            throw SqlErrors.of(
                    SqlState.QUERY_TOO_COMPLEX,
                    "The statement has " + step + " that holds more than the " + most
                            + " rows that maxLocalRows allows; choose fewer rows, or raise it");
        }
    }

    public boolean isExceeded() {
        return exceeded;
    }
}
