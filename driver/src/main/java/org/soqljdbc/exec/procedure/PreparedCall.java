package org.soqljdbc.exec.procedure;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.exec.write.UpdateOptions;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** A CALL of a procedure: may give rows or a count, and the values of OUT parameters. */
public interface PreparedCall extends Prepared {

    /** The procedure's parameter that each {@code ?} stands for, in the order of the text. */
    List<ProcedureParameter> markers();

    /** The columns of its rows; none if it gives a count. */
    List<Column> columns();

    /**
     * Calls the procedure.
     *
     * @param parameters one for each {@code ?}; those of OUT parameters are not read
     * @throws SQLException 25006 if it would write and the connection is read-only, before any call; 08007 if it was sent and
     *     no answer came; else as the org refuses it
     */
    CallOutcome run(List<ParameterValue> parameters, UpdateOptions options, CallControl control) throws SQLException;
}
