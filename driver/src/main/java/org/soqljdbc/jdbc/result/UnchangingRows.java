package org.soqljdbc.jdbc.result;

import java.sql.SQLException;
import org.soqljdbc.jdbc.base.ReadOnlyRows;

/** What holds of every result set here: rows arrive forwards, stay as they came, and live on over a commit. */
interface UnchangingRows extends ReadOnlyRows {

    /** @throws SQLException 24000 if closed */
    void requireOpen() throws SQLException;

    @Override
    default int getConcurrency() throws SQLException {
        requireOpen();
        return CONCUR_READ_ONLY;
    }

    @Override
    default int getHoldability() throws SQLException {
        requireOpen();
        return HOLD_CURSORS_OVER_COMMIT;
    }

    @Override
    default int getFetchDirection() throws SQLException {
        requireOpen();
        return FETCH_FORWARD;
    }

    @Override
    default boolean rowUpdated() throws SQLException {
        requireOpen();
        return false;
    }

    @Override
    default boolean rowInserted() throws SQLException {
        requireOpen();
        return false;
    }

    @Override
    default boolean rowDeleted() throws SQLException {
        requireOpen();
        return false;
    }
}
