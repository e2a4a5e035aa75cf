package org.soqljdbc.rows.combined;

import java.util.List;

/**
 * How rows are made into groups.
 *
 * @param keys what rows of one group have in common; none makes all rows one group, which is there without rows too
 * @param measures what is told of each group, after its keys
 */
public record Grouping(List<Key> keys, List<Measure> measures) {

    public Grouping {
        keys = List.copyOf(keys);
        measures = List.copyOf(measures);
    }

    /**
     * A value that rows of one group share.
     *
     * @param caseless whether text that differs only in case is one group; it shows the spelling that came first
     */
    public record Key(int slot, ValueOrder values, boolean caseless) {}

    /**
     * One thing told of a group.
     *
     * @param slot the value it is made of
     * @param sum for {@link Kind#AVERAGE_OF_PARTS} the slot of the sum
     * @param count for {@link Kind#AVERAGE_OF_PARTS} the slot of the count
     */
    public record Measure(Kind kind, int slot, ValueOrder values, boolean caseless, int sum, int count) {

        /** The same of values that compare so. */
        public Measure withValues(ValueOrder newValues) {
            return new Measure(kind, slot, newValues, caseless, sum, count);
        }

        /** What is done with the values; those "of parts" combine what was told of parts of the group. */
        public enum Kind {
            COUNT,
            COUNT_OF_PARTS,
            SUM,
            AVERAGE,
            AVERAGE_OF_PARTS,
            LEAST,
            GREATEST,
            COUNT_DISTINCT,
            /** Cannot be combined: a group of more than one part is asked again. */
            COUNT_DISTINCT_OF_PARTS
        }
    }
}
