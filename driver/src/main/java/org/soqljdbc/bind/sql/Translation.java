package org.soqljdbc.bind.sql;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.types.Column;

/**
 * A SELECT of SQL, said in SOQL.
 *
 * @param query the one query; empty where no table is asked
 * @param answered whether the rows are known without asking: {@link Answered}
 * @param outputs the columns of the answer, in order
 * @param skip rows of the query's answer that are passed over here, since SOQL's OFFSET reaches only so far
 */
public record Translation(Optional<SoqlQuery> query, Answered answered, List<Output> outputs, long skip) {

    public Translation {
        outputs = List.copyOf(outputs);
    }

    /** Where the rows come from. */
    public enum Answered {
        /** From the query. */
        BY_QUERY,
        /** There are none, whatever the org holds. */
        NO_ROWS,
        /** There is one, of constants. */
        ONE_ROW
    }

    /**
     * One column of the answer.
     *
     * @param label what the caller knows it by
     * @param slot the column of the query's answer it is, or -1 for a constant
     * @param constant for a constant: its column, whose label is this one's
     * @param value for a constant: a String, Number, Boolean or null
     */
    public record Output(String label, int slot, Optional<Column> constant, Object value) {

        static Output ofSlot(String label, int slot) {
            return new Output(label, slot, Optional.empty(), null);
        }

        static Output ofConstant(Column column, Object value) {
            return new Output(column.label(), -1, Optional.of(column), value);
        }
    }
}
