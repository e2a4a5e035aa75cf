package org.soqljdbc.plan;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.bind.sql.Translation;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.rows.Projection;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.types.Column;

/** Makes the columns that a SELECT of SQL asked for of those that the SOQL query said for it has. */
public final class SelectedColumns {

    private SelectedColumns() {}

    /** @param bound the translation's query; empty where no table is asked */
    public static List<Column> of(Translation translation, Optional<BoundQuery> bound) {
        return translation.outputs().stream()
                .map(output -> output.constant()
                        .orElseGet(() -> bound.orElseThrow()
                                .columns()
                                .get(output.slot())
                                .column()
                                .withLabel(output.label())))
                .toList();
    }

    /** The values of the columns that are constants, null for the others. */
    public static Object[] constants(Translation translation) {
        return translation.outputs().stream().map(Translation.Output::value).toArray();
    }

    /** @param rows as the query answers them @param columns as {@link #of} made them */
    public static RowStream over(Translation translation, List<Column> columns, RowStream rows) {
        int[] slots = new int[columns.size()];
        for (int i = 0; i < slots.length; i++) {
            int slot = translation.outputs().get(i).slot();
            slots[i] = slot < 0 ? -1 - i : slot;
        }
        ListRows constants = new ListRows(columns, List.<Object[]>of(constants(translation)));
        constants.advance();
        return new Projection(rows, columns, slots, constants);
    }
}
