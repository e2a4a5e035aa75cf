package org.soqljdbc.exec.spi;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** A statement that answers with rows. */
public interface PreparedQuery extends Prepared {

    /** The columns a run will have; may cost describes, never a query. */
    List<Column> columns() throws SQLException;

    /**
     * Runs the statement.
     *
     * @param parameters one for each {@code ?}
     * @param control ends the calls this run causes: those before this returns and those of the rows
     * @throws SQLException 07001 if there are fewer parameters than {@code ?}; else as the org refuses it
     */
    RowStream run(List<ParameterValue> parameters, RunOptions options, CallControl control) throws SQLException;
}
