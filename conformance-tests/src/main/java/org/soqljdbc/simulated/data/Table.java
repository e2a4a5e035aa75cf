package org.soqljdbc.simulated.data;

import java.util.List;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.SObjectType.Storage;

/**
 * The rows of one object. The live ones come first; behind them stand those that only {@code queryAll} sees, deleted
 * or archived.
 *
 * <p>Rows are numbers and values are asked for one at a time, so that changed rows can later be kept beside the
 * formulae without a reader noticing.
 */
public final class Table {

    private static final String EMPTY_KEY = "000000000000000AAA";

    private final SObjectType type;
    private final List<Formula> columns;
    private final int live;
    private final int hidden;

    Table(SObjectType type, List<Formula> columns, int live, int hidden) {
        this.type = type;
        this.columns = columns;
        this.live = live;
        this.hidden = hidden;
    }

    public SObjectType type() {
        return type;
    }

    /** How many rows a query can see. @param all whether deleted and archived ones count too */
    public int size(boolean all) {
        return all ? live + hidden : live;
    }

    /** The value of a field of a row. @param column the field's ordinal */
    public Object value(int row, int column) {
        return columns.get(column).at(row);
    }

    /** The 18-character Id of a row; the empty key for objects without Ids. */
    public String id(int row) {
        return type.idPrefix().isEmpty() ? EMPTY_KEY : Ids.of(type.idPrefix(), row + 1L);
    }

    /** What names the row in its URL: the Id, or the DurableId of a row of the metadata catalog. */
    public String urlKey(int row) {
        return type.storage() == Storage.CATALOG
                ? (String) value(row, type.field("DurableId").orElseThrow().column())
                : id(row);
    }

    /** The row of an Id; -1 if there is none. @param id 15 or 18 characters with this object's prefix */
    public int rowOf(String id) {
        long row = Ids.number(id) - 1;
        return row >= 0 && row < live + hidden ? (int) row : -1;
    }
}
