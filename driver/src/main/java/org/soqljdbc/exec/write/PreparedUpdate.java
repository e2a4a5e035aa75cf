package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** A statement that writes, or that changes the session. */
public interface PreparedUpdate extends Prepared {

    /** The columns of RETURNING, none where the clause is absent; may cost describes. */
    List<Column> returning() throws SQLException;

    /**
     * Runs the statement.
     *
     * @param parameters one for each {@code ?}
     * @throws SQLException 25006 if {@link UpdateOptions#readOnly}, before any call; 08007 if a write was sent and no answer
     *     came; else as the org refuses it. What was written before a failure is told in the message
     */
    UpdateOutcome run(List<ParameterValue> parameters, UpdateOptions options, CallControl control) throws SQLException;
}
