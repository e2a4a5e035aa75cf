package org.soqljdbc.jdbc.parameter;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.function.IntPredicate;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.Prepared;
import org.soqljdbc.jdbc.argument.Ordinals;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.WallClock;

/** What has been set for the parameters of one statement; values stay from one run to the next, as JDBC says. */
public final class Parameters {

    private final Prepared query;
    private final WallClock clock;
    private final ParameterValue[] values;

    /** @param clock the connection's */
    public Parameters(Prepared query, WallClock clock) {
        this.query = query;
        this.clock = clock;
        this.values = new ParameterValue[query.parameterCount()];
    }

    /** What they are compared with; asking may cost describes, never a query. */
    public ParameterMetaData metaData() {
        return new ParameterMetaDataFace(query);
    }

    /**
     * Sets one.
     *
     * @param parameter from 1
     * @param calendar null for the connection's zone
     * @throws SQLException 22023 for a number out of range or a class that no parameter takes
     */
    public void set(int parameter, Object value, Calendar calendar) throws SQLException {
        int index = Ordinals.ofParameter(parameter, values.length);
        Object plain = ParameterClasses.plain(parameter, value);
        values[index] = calendar == null ? new ParameterValue(plain, clock.zone()) : ParameterValue.of(plain, calendar);
    }

    /**
     * Sets one as a SQL type.
     *
     * @param parameter from 1
     * @param sqlType of {@link java.sql.Types}
     * @throws SQLException as {@link #set}; 22018 or 22003 if the value is none of the type, 22023 if there is no such
     *     type, 0A000 for a type that has no values here
     */
    public void setAs(int parameter, Object value, int sqlType) throws SQLException {
        set(parameter, TargetTypes.convert(ParameterClasses.plain(parameter, value), sqlType, clock), null);
    }

    /** The same, and rounds half up to a scale where the type is DECIMAL or NUMERIC. */
    public void setAs(int parameter, Object value, int sqlType, int scale) throws SQLException {
        set(parameter, TargetTypes.convert(ParameterClasses.plain(parameter, value), sqlType, scale, clock), null);
    }

    public void clear() {
        Arrays.fill(values, null);
    }

    /** All of them. @throws SQLException 07001 naming the first that was not set */
    public List<ParameterValue> all() throws SQLException {
        return all(index -> false);
    }

    /**
     * All of them; one that need not be set is null then.
     *
     * @param optional told from 0
     */
    public List<ParameterValue> all(IntPredicate optional) throws SQLException {
        List<ParameterValue> all = new ArrayList<>(values.length);
        for (int index = 0; index < values.length; index++) {
            if (values[index] == null && !optional.test(index)) {
                throw SqlErrors.of(
                        SqlState.MISSING_PARAMETER,
                        "Parameter " + (index + 1) + " of " + values.length + " was not set");
            }
            all.add(values[index] == null ? new ParameterValue(null, clock.zone()) : values[index]);
        }
        return List.copyOf(all);
    }
}
