package org.soqljdbc.rows.combined;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/** Sorts rows that are held. */
public final class SortedRows {

    private SortedRows() {}

    /** The rows in order; those that tie keep theirs. @param rows as {@link ListRows} takes them */
    public static List<Object[]> sorted(List<Column> columns, List<Object[]> rows, RowOrder order) throws SQLException {
        if (order.keys().isEmpty()) {
            return rows;
        }
        List<Placed> placed = new ArrayList<>();
        ListRows stream = new ListRows(columns, rows);
        for (Object[] row : rows) {
            stream.advance();
            placed.add(new Placed(row, stream.keep()));
        }
        return merge(placed, order).stream().map(Placed::row).toList();
    }

    private record Placed(Object[] row, RowValues values) {}

    /** A merge sort of our own, for comparing may fail with a SQLException. */
    private static List<Placed> merge(List<Placed> rows, RowOrder order) throws SQLException {
        if (rows.size() < 2) {
            return rows;
        }
        int middle = rows.size() / 2;
        List<Placed> left = merge(rows.subList(0, middle), order);
        List<Placed> right = merge(rows.subList(middle, rows.size()), order);
        List<Placed> all = new ArrayList<>(rows.size());
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            boolean rightFirst =
                    order.compare(right.get(r).values(), left.get(l).values()) < 0;
            all.add(rightFirst ? right.get(r++) : left.get(l++));
        }
        all.addAll(left.subList(l, left.size()));
        all.addAll(right.subList(r, right.size()));
        return all;
    }
}
