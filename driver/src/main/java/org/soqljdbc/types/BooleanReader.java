package org.soqljdbc.types;

import java.sql.SQLException;

/** Reads one column as {@code boolean}, without a box; made by {@link Conversions}. */
@FunctionalInterface
public interface BooleanReader {

    /** Reads a slot that is not null. @throws SQLException 22003 or 22018, naming the column */
    boolean read(RowValues row, int ordinal) throws SQLException;
}
