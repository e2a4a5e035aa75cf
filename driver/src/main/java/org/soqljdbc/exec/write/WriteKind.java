package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.write.TargetTable;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.spi.RunOptions;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;

/** One kind of statement that writes: what it says of its rows. Binds when it first has to; not thread-safe. */
interface WriteKind {

    /** The object written to; may cost describes. */
    TargetTable table(CallControl control) throws SQLException;

    /** What a run does; costs a query where rows or values must be found by one. */
    Job job(List<ParameterValue> parameters, RunOptions options, CallControl control) throws SQLException;

    /** The query that finds rows or values; empty where none is needed. */
    Optional<PreparedQuery> query(CallControl control) throws SQLException;

    /** The column a parameter is written to or compared with, where that is known. */
    Optional<Column> parameter(int index, CallControl control) throws SQLException;
}
