package org.soqljdbc.exec.spi;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.ParameterValue;

/** Sees to it that each {@code ?} has a value: a plain Statement has none to give. */
public final class ParameterCount {

    private ParameterCount() {}

    /** @throws SQLException 07001 */
    public static void require(int count, List<ParameterValue> given) throws SQLException {
        if (given.size() != count) {
            throw SqlErrors.of(
                    SqlState.MISSING_PARAMETER,
                    "The statement has " + count + " parameters and " + given.size()
                            + " values; run it as a prepared statement and set each");
        }
    }
}
