package org.soqljdbc.rows.combined;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.types.RowValues;

/** The order of rows by some of their values, the first that differ deciding. */
public record RowOrder(List<Key> keys) {

    public RowOrder {
        keys = List.copyOf(keys);
    }

    /**
     * One value that rows are ordered by.
     *
     * @param slot its ordinal in the row
     */
    public record Key(int slot, ValueOrder values, boolean descending, boolean nullsLast) {}

    /** Less than, equal to or greater than 0, as the first row comes before, with or after the second. */
    public int compare(RowValues first, RowValues second) throws SQLException {
        for (Key key : keys) {
            int order = compare(key, first, second);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Key key, RowValues first, RowValues second) throws SQLException {
        boolean firstNull = first.isNull(key.slot());
        boolean secondNull = second.isNull(key.slot());
        if (firstNull || secondNull) {
            // In SOQL nulls come first in both directions, unless NULLS LAST is said.
            int order = Boolean.compare(secondNull, firstNull);
            return key.nullsLast() ? -order : order;
        }
        int order = key.values().compare(first.textAt(key.slot()), second.textAt(key.slot()));
        return key.descending() ? -order : order;
    }
}
