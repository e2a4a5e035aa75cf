package org.soqljdbc.simulated.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.soqljdbc.simulated.schema.Field;

/**
 * The rows of one object by the value of one field, built when first asked and kept from then on. A row that loses a
 * value stays listed under it, so whoever asks gets only the rows that still have it.
 */
final class ValueIndex {

    private static final int[] NONE = {};

    private final Table table;
    private final Field field;
    private final Map<Object, RowList> rows = new HashMap<>();

    ValueIndex(Table table, Field field) {
        this.table = table;
        this.field = field;
        for (int row = 0; row < table.end(); row++) {
            add(row, table.value(row, field.column()));
        }
        rows.values().forEach(list -> list.exact = true);
        for (int row = 0; row < table.end(); row++) {
            if (!table.exists(row)) {
                // Not there now, and there again if what purged it is taken back.
                touch(table.value(row, field.column()));
            }
        }
    }

    void add(int row, Object value) {
        if (value != null) {
            rows.computeIfAbsent(key(value), any -> new RowList()).add(row);
        }
    }

    /** Notes that rows may be listed under a value they no longer have, or twice. */
    void touch(Object value) {
        RowList list = value == null ? null : rows.get(key(value));
        if (list != null) {
            list.exact = false;
        }
    }

    /** The rows that have a value, deleted ones too, in their own order. */
    int[] rows(Object value) {
        RowList list = rows.get(key(value));
        if (list == null) {
            return NONE;
        }
        int[] listed = list.toArray();
        if (list.exact) {
            return listed;
        }
        Object key = key(value);
        return Arrays.stream(listed)
                .sorted()
                .distinct()
                .filter(row -> table.exists(row) && has(row, key))
                .toArray();
    }

    private boolean has(int row, Object key) {
        Object value = table.value(row, field.column());
        return value != null && key.equals(key(value));
    }

    /** Text is found whatever its case, unless the field distinguishes it. */
    private Object key(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        boolean exact = field.caseSensitive() || field.isReference() || !(value instanceof String);
        return exact ? value : ((String) value).toUpperCase(Locale.ROOT);
    }

    /** A list of row numbers that boxes nothing. */
    private static final class RowList {

        private int[] rows = new int[4];
        private int size;
        private boolean exact;

        void add(int row) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, size * 2);
            }
            rows[size++] = row;
        }

        int[] toArray() {
            return Arrays.copyOf(rows, size);
        }
    }
}
