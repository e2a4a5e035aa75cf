package org.soqljdbc.simulated.soql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.data.Table;

/**
 * A compiled query for records: which rows, in which order, written how.
 *
 * @param filter empty when every row qualifies
 * @param limit most rows; empty for no limit
 */
record RowQuery(
        Table table,
        boolean all,
        Optional<Predicate<RowAddress>> filter,
        Ordering<RowAddress> ordering,
        Optional<Integer> limit,
        int offset,
        Shape shape) {

    /** The answer over every row of the object. Keeps row numbers only, and none at all when nothing is chosen. */
    Records answer() {
        int size = table.size(all);
        IntUnaryOperator rowAt = table.visible(all);
        return filter.isEmpty() && ordering.isEmpty() ? cut(size, rowAt) : chosen(rows(size, rowAt));
    }

    /** The answer over some rows. @param candidates may hold deleted rows */
    Records answer(int[] candidates) {
        int[] live = all
                ? candidates
                : Arrays.stream(candidates).filter(table::isLive).toArray();
        return filter.isEmpty() && ordering.isEmpty()
                ? cut(live.length, i -> live[i])
                : chosen(rows(live.length, i -> live[i]));
    }

    /** The rows that pass the filter, in the object's own order. */
    List<RowAddress> matching() {
        return rows(table.size(all), table.visible(all));
    }

    private List<RowAddress> rows(int size, IntUnaryOperator rowAt) {
        Predicate<RowAddress> test = filter.orElse(row -> true);
        List<RowAddress> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            RowAddress row = new RowAddress(table, rowAt.applyAsInt(i));
            if (test.test(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Records chosen(List<RowAddress> rows) {
        int[] numbers = ordering.sorted(rows).stream().mapToInt(RowAddress::row).toArray();
        return cut(numbers.length, i -> numbers[i]);
    }

    private Records cut(int size, IntUnaryOperator rowAt) {
        int from = Math.min(offset, size);
        int count = Math.min(size - from, limit.orElse(Integer.MAX_VALUE));
        return new RowRecords(table, count, i -> rowAt.applyAsInt(from + i), shape);
    }
}
