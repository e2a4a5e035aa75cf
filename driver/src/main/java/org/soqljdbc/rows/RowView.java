package org.soqljdbc.rows;

import java.sql.SQLException;
import org.soqljdbc.types.RowValues;

/** A row whose values are others': whose each is, and where it stands there, is all there is to say. */
public interface RowView extends RowValues {

    /** The row that has the value. */
    RowValues source(int ordinal);

    /** The value's ordinal in its source. */
    default int sourceOrdinal(int ordinal) {
        return ordinal;
    }

    @Override
    default boolean isNull(int ordinal) {
        return source(ordinal).isNull(sourceOrdinal(ordinal));
    }

    @Override
    default CharSequence textAt(int ordinal) throws SQLException {
        return source(ordinal).textAt(sourceOrdinal(ordinal));
    }

    @Override
    default boolean booleanAt(int ordinal) {
        return source(ordinal).booleanAt(sourceOrdinal(ordinal));
    }

    @Override
    default long longAt(int ordinal) throws SQLException {
        return source(ordinal).longAt(sourceOrdinal(ordinal));
    }

    @Override
    default double doubleAt(int ordinal) throws SQLException {
        return source(ordinal).doubleAt(sourceOrdinal(ordinal));
    }
}
