package org.soqljdbc.exec;

import java.sql.SQLException;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.http.CallControl;

/** A statement as it was read, and why in the language that it was. */
record ReadStatement(PreparedQuery statement, Reason reason) {

    /** Why a text is taken for the language it is taken for. */
    interface Reason {

        /** As it would stand after "because"; may cost describes, never a query. */
        String text(CallControl control) throws SQLException;
    }

    static ReadStatement because(String reason, PreparedQuery statement) {
        return new ReadStatement(statement, control -> reason);
    }
}
