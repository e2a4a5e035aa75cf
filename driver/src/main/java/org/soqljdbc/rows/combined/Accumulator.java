package org.soqljdbc.rows.combined;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.soqljdbc.types.NumberText;
import org.soqljdbc.types.RowValues;

/** One measure of one group while its rows arrive. */
abstract class Accumulator {

    abstract void add(RowValues row) throws SQLException;

    /** A String, Number or null. */
    abstract Object value();

    static Accumulator of(Grouping.Measure measure) {
        return switch (measure.kind()) {
            case COUNT -> new Count(measure.slot());
            case COUNT_OF_PARTS -> new Total(measure.slot(), true);
            case SUM -> new Total(measure.slot(), false);
            case AVERAGE -> new Average(measure.slot());
            case AVERAGE_OF_PARTS -> new AverageOfParts(measure);
            case LEAST -> new Extreme(measure, -1);
            case GREATEST -> new Extreme(measure, 1);
            case COUNT_DISTINCT -> new Distinct(measure);
            case COUNT_DISTINCT_OF_PARTS -> new Single(measure.slot());
        };
    }

    private static BigDecimal number(RowValues row, int slot) throws SQLException {
        return NumberText.decimal(row.textAt(slot), 0);
    }

    private static final class Count extends Accumulator {
        private final int slot;
        private long count;

        Count(int slot) {
            this.slot = slot;
        }

        @Override
        void add(RowValues row) {
            count += row.isNull(slot) ? 0 : 1;
        }

        @Override
        Object value() {
            return count;
        }
    }

    /** A sum: null without values, or 0 where it counts. */
    private static final class Total extends Accumulator {
        private final int slot;
        private BigDecimal total;

        Total(int slot, boolean counts) {
            this.slot = slot;
            this.total = counts ? BigDecimal.ZERO : null;
        }

        @Override
        void add(RowValues row) throws SQLException {
            if (!row.isNull(slot)) {
                BigDecimal value = number(row, slot);
                total = total == null ? value : total.add(value);
            }
        }

        @Override
        Object value() {
            return total;
        }
    }

    private static final class Average extends Accumulator {
        private final Total total;
        private final Count count;

        Average(int slot) {
            this.total = new Total(slot, false);
            this.count = new Count(slot);
        }

        @Override
        void add(RowValues row) throws SQLException {
            total.add(row);
            count.add(row);
        }

        @Override
        Object value() {
            return quotient((BigDecimal) total.value(), BigDecimal.valueOf(count.count));
        }
    }

    /** As exact as Salesforce's own, which is a double. */
    private static BigDecimal quotient(BigDecimal total, BigDecimal count) {
        return total == null ? null : total.divide(count, MathContext.DECIMAL64);
    }

    /** The average that Salesforce told, where the group is whole; else that of its parts' sums and counts. */
    private static final class AverageOfParts extends Accumulator {
        private final Single told;
        private final Total total;
        private final Total count;
        private int parts;

        AverageOfParts(Grouping.Measure measure) {
            this.told = new Single(measure.slot());
            this.total = new Total(measure.sum(), false);
            this.count = new Total(measure.count(), true);
        }

        @Override
        void add(RowValues row) throws SQLException {
            parts++;
            told.add(row);
            total.add(row);
            count.add(row);
        }

        @Override
        Object value() {
            return parts == 1 ? told.value() : quotient((BigDecimal) total.value(), (BigDecimal) count.value());
        }
    }

    private static final class Extreme extends Accumulator {
        private final int slot;
        private final ValueOrder values;
        private final int sign;
        private String found;

        Extreme(Grouping.Measure measure, int sign) {
            this.slot = measure.slot();
            this.values = measure.values();
            this.sign = sign;
        }

        @Override
        void add(RowValues row) throws SQLException {
            if (!row.isNull(slot)) {
                String value = row.textAt(slot).toString();
                if (found == null || values.compare(value, found) * sign > 0) {
                    found = value;
                }
            }
        }

        @Override
        Object value() {
            return found;
        }
    }

    private static final class Distinct extends Accumulator {
        private final Grouping.Measure measure;
        private final Set<String> seen = new HashSet<>();

        Distinct(Grouping.Measure measure) {
            this.measure = measure;
        }

        @Override
        void add(RowValues row) throws SQLException {
            if (!row.isNull(measure.slot())) {
                CharSequence value = row.textAt(measure.slot());
                seen.add(measure.caseless() ? measure.values().key(value) : value.toString());
            }
        }

        @Override
        Object value() {
            return (long) seen.size();
        }
    }

    private static final class Single extends Accumulator {
        private final int slot;
        private String value;

        Single(int slot) {
            this.slot = slot;
        }

        @Override
        void add(RowValues row) throws SQLException {
            value = row.isNull(slot) ? null : row.textAt(slot).toString();
        }

        @Override
        Object value() {
            return value;
        }
    }
}
