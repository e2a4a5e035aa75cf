package org.soqljdbc.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;

/** Gathers rows of a view by column name; a column not named is null, and one that nobody asked for is not kept. */
final class ViewRows {

    private final List<Column> asked;
    private final Map<String, List<Integer>> slots = new HashMap<>();
    private final List<Object[]> rows = new ArrayList<>();

    /** @param asked the columns that come out, in order */
    ViewRows(List<Column> asked) {
        this.asked = asked;
        for (int slot = 0; slot < asked.size(); slot++) {
            slots.computeIfAbsent(asked.get(slot).name().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(slot);
        }
    }

    /** One row, being filled. */
    final class Row {

        private final Object[] values = new Object[asked.size()];

        /** @param value text, a number or a boolean; text that is empty is null */
        Row with(String column, Object value) {
            Object kept = "".equals(value) ? null : value;
            slots.getOrDefault(column, List.of()).forEach(slot -> values[slot] = kept);
            return this;
        }

        Row with(String column, Optional<?> value) {
            return with(column, value.orElse(null));
        }

        /** YES or NO, as the standard spells its flags. */
        Row yesOrNo(String column, boolean value) {
            return with(column, value ? "YES" : "NO");
        }
    }

    Row add() {
        Row row = new Row();
        rows.add(row.values);
        return row;
    }

    RowStream open() {
        return new ListRows(asked, rows);
    }
}
