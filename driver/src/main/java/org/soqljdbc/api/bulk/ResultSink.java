package org.soqljdbc.api.bulk;

import java.sql.SQLException;
import org.soqljdbc.api.write.RowResult;

/** Takes what became of rows, in the order in which Salesforce tells it. */
@FunctionalInterface
public interface ResultSink {

    /** @param row from 0, in the order of the {@link RowSource} */
    void row(long row, RowResult result) throws SQLException;
}
