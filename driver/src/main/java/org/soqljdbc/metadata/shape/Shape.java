package org.soqljdbc.metadata.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** The columns of one metadata result set, in order, each found by its name. */
public final class Shape {

    private final List<Column> columns;
    private final Map<String, Integer> ordinals = new HashMap<>();

    private Shape(List<Column> columns) {
        this.columns = columns;
        for (Column column : columns) {
            ordinals.put(column.label(), ordinals.size());
        }
        if (ordinals.size() != columns.size()) {
            throw new IllegalStateException("a column is named twice in " + ordinals.keySet());
        }
    }

    public static Shape of(Column... columns) {
        return new Shape(List.of(columns));
    }

    /** A BIGINT column. */
    public static Column bigint(String label) {
        return Column.of(label, SfType.LONG);
    }

    public List<Column> columns() {
        return columns;
    }

    /** From 0. @throws IllegalArgumentException if there is no such column: a mistake of this package, not of a caller */
    public int ordinal(String column) {
        Integer ordinal = ordinals.get(column);
        if (ordinal == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return ordinal;
    }
}
