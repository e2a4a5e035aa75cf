package org.soqljdbc.exec.spi;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** One statement's text, read once and run any number of times. A query has rows; a write has counts and keys. */
public interface Prepared {

    /** How many {@code ?} the text has. */
    int parameterCount();

    /**
     * The column a parameter is compared with or written to, or one that describes what LIMIT and the like take; empty if
     * unknown.
     *
     * @param index from 0
     */
    Optional<Column> parameter(int index) throws SQLException;

    /** What would be sent, parameters still as {@code ?}: SOQL of a query, the requests of a write. */
    String nativeText() throws SQLException;

    /**
     * What a run would do, in lines: the language the statement was taken for, its requests, what is left to do here.
     *
     * @param parameters one for each {@code ?}
     */
    List<String> explain(List<ParameterValue> parameters, CallControl control) throws SQLException;
}
