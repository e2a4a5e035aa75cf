package org.soqljdbc.jdbc.result;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.Column;

/** Finds a column by its label: as spelled first, then whatever its case; of several the first one. */
final class ColumnLabels {

    private final List<Column> columns;
    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    ColumnLabels(List<Column> columns) {
        this.columns = columns;
        for (int slot = 0; slot < columns.size(); slot++) {
            exact.putIfAbsent(columns.get(slot).label(), slot);
            anyCase.putIfAbsent(columns.get(slot).label(), slot);
        }
    }

    /** @return from 1. @throws SQLException 42S22 if no column has the label */
    int find(String label) throws SQLException {
        Integer slot = label == null ? null : exact.get(label);
        if (slot == null && label != null) {
            slot = anyCase.get(label);
        }
        if (slot == null) {
            throw SqlErrors.of(
                    SqlState.NO_SUCH_COLUMN,
                    "No column has the label " + (label == null ? "null" : "'" + label + "'") + "; the labels are "
                            + columns.stream().map(Column::label).toList());
        }
        return slot + 1;
    }
}
