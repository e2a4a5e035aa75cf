package org.soqljdbc.metadata.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.rows.RowStream;

/** Gathers the rows of one metadata result set by column name; a column not named is NULL. */
public final class MetadataRows {

    private final Shape shape;
    private final List<Object[]> rows = new ArrayList<>();

    public MetadataRows(Shape shape) {
        this.shape = shape;
    }

    /** One row, being filled. */
    public final class Row {

        private final Object[] values;

        private Row(Object[] values) {
            this.values = values;
        }

        /** @param value a String, Integer, Long or Boolean as the column's type wants it */
        public Row with(String column, Object value) {
            values[shape.ordinal(column)] = value;
            return this;
        }

        public Row with(String column, Optional<?> value) {
            return with(column, value.orElse(null));
        }

        /** YES or NO, as the specification spells its flags. */
        public Row yesOrNo(String column, boolean value) {
            return with(column, value ? "YES" : "NO");
        }
    }

    public Row add() {
        Object[] values = new Object[shape.columns().size()];
        rows.add(values);
        return new Row(values);
    }

    /** Orders the rows by these columns: text by character code, false before true, NULL first. */
    public MetadataRows sortedBy(String... columns) {
        Comparator<Object[]> order = (a, b) -> 0;
        for (String column : columns) {
            int ordinal = shape.ordinal(column);
            order = order.thenComparing((a, b) -> compare(a[ordinal], b[ordinal]));
        }
        rows.sort(order);
        return this;
    }

    private static int compare(Object a, Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof Number first && b instanceof Number second) {
            return Long.compare(first.longValue(), second.longValue());
        }
        if (a instanceof Boolean first && b instanceof Boolean second) {
            return Boolean.compare(first, second);
        }
        return a.toString().compareTo(b.toString());
    }

    public RowStream open() {
        return new ListRows(shape.columns(), rows);
    }

    /** No rows, all columns. */
    public static RowStream none(Shape shape) {
        return new MetadataRows(shape).open();
    }
}
