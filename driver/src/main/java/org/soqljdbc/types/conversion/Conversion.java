package org.soqljdbc.types.conversion;

import java.sql.SQLException;
import org.soqljdbc.types.RowValues;
import org.soqljdbc.types.WallClock;

/** How the values of one column become values of one Java class; made by {@link Conversions#resolve}. */
@FunctionalInterface
public interface Conversion<T> {

    /**
     * Converts the value of a slot that is not null.
     *
     * @param clock the connection's, or one made of the Calendar a getter was given
     * @throws SQLException 22003, 22007 or 22018 for a value the class cannot hold, naming the column
     */
    T read(RowValues row, int ordinal, WallClock clock) throws SQLException;
}
