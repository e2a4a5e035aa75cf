package org.soqljdbc.types.conversion;

import java.sql.SQLException;
import org.soqljdbc.types.RowValues;

/** Reads one column as {@code double}, without a box; made by {@link Conversions}. */
@FunctionalInterface
public interface DoubleReader {

    /** Reads a slot that is not null. @throws SQLException 22003 or 22018, naming the column */
    double read(RowValues row, int ordinal) throws SQLException;
}
