package org.soqljdbc.types;

import java.sql.SQLException;

/**
 * The values of one row, by 0-based ordinal, as they came: text on the wire, typed when asked.
 *
 * <p>Only what no column type is needed for; {@link Conversions} gives everything else.
 */
public interface RowValues {

    boolean isNull(int ordinal);

    /**
     * The value as the wire spells it; valid until the row changes, so copy it to keep it.
     *
     * @return undefined for a null
     * @throws SQLException for a child subquery only, whose further pages may have to be fetched
     */
    CharSequence textAt(int ordinal) throws SQLException;

    /** A boolean that the wire spelled {@code true}. Asked of BOOLEAN columns only; undefined for a null. */
    boolean booleanAt(int ordinal);

    /** A whole number. @throws SQLException 22003 if the text has a fraction other than zeros or exceeds a long */
    default long longAt(int ordinal) throws SQLException {
        return NumberText.wholeNumber(textAt(ordinal));
    }

    /** A number as the nearest double. @throws SQLException 22018 if the text is no number */
    default double doubleAt(int ordinal) throws SQLException {
        return NumberText.realNumber(textAt(ordinal));
    }
}
