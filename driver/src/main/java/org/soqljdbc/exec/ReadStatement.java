package org.soqljdbc.exec;

import java.sql.SQLException;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.http.CallControl;

/** A statement as it was read, and why in the language that it was. */
record ReadStatement(Prepared statement, Reason reason) {

    /** Why a text is taken for the language it is taken for. */
    interface Reason {

        /** As it would stand after "because"; may cost describes, never a query. */
        String text(CallControl control) throws SQLException;
    }

    static ReadStatement because(String reason, Prepared statement) {
        return new ReadStatement(statement, control -> reason);
    }
}
