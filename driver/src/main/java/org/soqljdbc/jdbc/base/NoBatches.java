package org.soqljdbc.jdbc.base;

import java.sql.SQLException;
import java.sql.Statement;
import org.soqljdbc.error.SqlErrors;

/** Refuses batches: JDBC allows only statements that return no rows in one. */
public interface NoBatches extends Statement {

    @Override
    default void addBatch(String sql) throws SQLException {
        throw SqlErrors.unsupported("Statement.addBatch");
    }

    @Override
    default int[] executeBatch() throws SQLException {
        throw SqlErrors.unsupported("Statement.executeBatch");
    }

    @Override
    default long[] executeLargeBatch() throws SQLException {
        throw SqlErrors.unsupported("Statement.executeLargeBatch");
    }
}
