package org.soqljdbc.metadata;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;

/** What the floor above lends: the connection's state, and how a stream of rows becomes a result set. */
public interface ResultSetOpener {

    /** @throws SQLException 08003 if the connection is closed; nothing is asked of the org then */
    void requireOpen() throws SQLException;

    /** Ends the calls that metadata causes, when the connection is closed or aborted. */
    CallControl control();

    /** Tells the connection's user of something that was passed over. */
    void warn(String message);

    /** @param rows the result set's from now on, to be closed with it */
    ResultSet open(RowStream rows) throws SQLException;
}
