package org.soqljdbc.simulated.data;

/** One row of one object. */
public record RowAddress(Table table, int row) {

    /** The value of a field. @param column the field's ordinal */
    public Object value(int column) {
        return table.value(row, column);
    }

    /** The record's 18-character Id. */
    public String id() {
        return table.id(row);
    }

    /** Whether a query sees the row. */
    public boolean isLive() {
        return table.isLive(row);
    }
}
