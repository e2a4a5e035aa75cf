package org.soqljdbc.jdbc.result;

import java.sql.SQLException;
import java.util.Map;
import org.soqljdbc.types.RowValues;

/**
 * Where the rows of an updatable result set are written. Slots are the result set's columns, from 0. Each method but
 * {@link #requireSettable} and {@link #idSlot} costs one call.
 */
public interface RowTarget {

    /**
     * A value to be written.
     *
     * @param value of any class that a parameter takes, or null
     * @param sqlType a {@link java.sql.Types} code to convert it to, null for none
     * @param scale digits after the point to round to, null for none
     */
    record NewValue(Object value, Integer sqlType, Integer scale) {}

    /** The slot of the Id. */
    int idSlot();

    /** @throws SQLException 22023 if the column is no field that a statement may set, saying why */
    void requireSettable(int slot) throws SQLException;

    /**
     * Writes some values of a row.
     *
     * @return the row's texts in the slots that were set, as the wire spells them; none for one whose text is unknown
     * @throws SQLException 24000 if the row is gone; 25006 if the connection is read-only; as the org refuses it
     */
    Map<Integer, String> update(String id, Map<Integer, NewValue> values) throws SQLException;

    /** Writes a new row. @return its texts in the slots that were set and, where it is known, the slot of the Id */
    Map<Integer, String> insert(Map<Integer, NewValue> values) throws SQLException;

    /** Deletes a row. @throws SQLException as {@link #update} */
    void delete(String id) throws SQLException;

    /**
     * Reads a row again.
     *
     * @param shown the row as it was
     * @return the fields of the object as they are now; what else the query selects, as it was
     * @throws SQLException 24000 if the row is gone
     */
    RowValues read(String id, RowValues shown) throws SQLException;
}
