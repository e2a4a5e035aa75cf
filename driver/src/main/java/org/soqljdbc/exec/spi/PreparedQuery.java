package org.soqljdbc.exec.spi;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** One statement's text, read once and run any number of times. */
public interface PreparedQuery {

    /** How many {@code ?} the text has. */
    int parameterCount();

    /**
     * The column a parameter is compared with, or one that describes what LIMIT and the like take; empty if unknown.
     *
     * @param index from 0
     */
    Optional<Column> parameter(int index) throws SQLException;

    /** The columns a run will have; may cost describes, never a query. */
    List<Column> columns() throws SQLException;

    /** The SOQL that would be sent, parameters still as {@code ?}. */
    String nativeText() throws SQLException;

    /**
     * Runs the statement.
     *
     * @param parameters one for each {@code ?}
     * @param control ends the calls this run causes: those before this returns and those of the rows
     * @throws SQLException 07001 if there are fewer parameters than {@code ?}; else as the org refuses it
     */
    RowStream run(List<ParameterValue> parameters, RunOptions options, CallControl control) throws SQLException;

    /**
     * What a run would do, in lines: the language the statement was taken for, its requests, what is left to do here.
     *
     * @param parameters one for each {@code ?}
     */
    List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException;
}
