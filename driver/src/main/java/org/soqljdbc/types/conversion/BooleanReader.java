package org.soqljdbc.types.conversion;

import java.sql.SQLException;
import org.soqljdbc.types.RowValues;

/** Reads one column as {@code boolean}, without a box; made by {@link Conversions}. */
@FunctionalInterface
public interface BooleanReader {

    /** Reads a slot that is not null. @throws SQLException 22003 or 22018, naming the column */
    boolean read(RowValues row, int ordinal) throws SQLException;
}
