package org.soqljdbc.jdbc;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.ParameterValue;

/** What has been set for the parameters of one statement; values stay from one run to the next, as JDBC says. */
final class Parameters {

    private final ZoneId zone;
    private final ParameterValue[] values;

    /** @param zone the connection's */
    Parameters(int count, ZoneId zone) {
        this.zone = zone;
        this.values = new ParameterValue[count];
    }

    /**
     * @param parameter from 1
     * @param calendar null for the connection's zone
     * @throws SQLException 22023 for a number out of range or a class that no parameter takes
     */
    void set(int parameter, Object value, Calendar calendar) throws SQLException {
        int index = Ordinals.ofParameter(parameter, values.length);
        Object plain = ParameterClasses.plain(parameter, value);
        values[index] = calendar == null ? new ParameterValue(plain, zone) : ParameterValue.of(plain, calendar);
    }

    void clear() {
        Arrays.fill(values, null);
    }

    /** All of them. @throws SQLException 07001 naming the first that was not set */
    List<ParameterValue> all() throws SQLException {
        for (int index = 0; index < values.length; index++) {
            if (values[index] == null) {
                throw SqlErrors.of(
                        SqlState.MISSING_PARAMETER,
                        "Parameter " + (index + 1) + " of " + values.length + " was not set");
            }
        }
        return List.of(values);
    }
}
