package org.soqljdbc.simulated.soql;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.simulated.data.RowAddress;

/** One aggregate expression of a grouped query: what it reads, and how it adds up. Nulls are never counted. */
record Aggregate(Function function, Bound<RowAddress> argument) {

    /** The running result of one group. */
    interface Accumulator {
        void add(Object value);

        Object result();
    }

    /** The kind of the result: counts are whole numbers, other numbers are doubles. */
    ValueKind kind() {
        return switch (function) {
            case COUNT, COUNT_DISTINCT -> ValueKind.INT;
            case SUM, AVG -> ValueKind.NUMBER;
            default -> argument.kind().isNumber() ? ValueKind.NUMBER : argument.kind();
        };
    }

    Accumulator start() {
        return switch (function) {
            case COUNT -> new Counting();
            case COUNT_DISTINCT -> new Distinct();
            case SUM -> new Adding(false);
            case AVG -> new Adding(true);
            case MIN -> new Extreme(-1, this::sorted);
            case MAX -> new Extreme(1, this::sorted);
            default -> throw new IllegalArgumentException(function + " is no aggregate");
        };
    }

    /** What a value sorts by: a picklist's by its place (SOQL and SOSL Reference, "Aggregate Functions"). */
    private Object sorted(Object value) {
        Optional<List<String>> picklist = argument.field()
                .filter(field -> field.type().equals("picklist"))
                .map(field -> List.copyOf(field.picklist().keySet()));
        if (picklist.isPresent()) {
            int place = picklist.get().indexOf(value);
            return (double) (place < 0 ? picklist.get().size() : place);
        }
        return argument.kind() == ValueKind.TEXT && value instanceof String text ? Texts.fold(text) : value;
    }

    private static final class Counting implements Accumulator {
        private int count;

        @Override
        public void add(Object value) {
            count++;
        }

        @Override
        public Object result() {
            return count;
        }
    }

    private static final class Distinct implements Accumulator {
        private final Set<Object> seen = new HashSet<>();

        @Override
        public void add(Object value) {
            seen.add(value);
        }

        @Override
        public Object result() {
            return seen.size();
        }
    }

    /** Of no values both the sum and the average are null. */
    private static final class Adding implements Accumulator {
        private final boolean average;
        private double sum;
        private int count;

        Adding(boolean average) {
            this.average = average;
        }

        @Override
        public void add(Object value) {
            sum += ((Number) value).doubleValue();
            count++;
        }

        @Override
        public Object result() {
            if (count == 0) {
                return null;
            }
            return average ? (Object) (sum / count) : (Object) sum;
        }
    }

    private static final class Extreme implements Accumulator {
        private final int sign;
        private final UnaryOperator<Object> sorted;
        private Object best;

        Extreme(int sign, UnaryOperator<Object> sorted) {
            this.sign = sign;
            this.sorted = sorted;
        }

        @Override
        public void add(Object value) {
            if (best == null || sign * Values.compare(sorted.apply(value), sorted.apply(best)) > 0) {
                best = value;
            }
        }

        @Override
        public Object result() {
            return best instanceof Number number ? (Object) number.doubleValue() : best;
        }
    }

    /** Whether values of an argument can be aggregated by this function at all. */
    static boolean supports(Function function, ValueKind kind) {
        return switch (function) {
            case SUM, AVG -> kind.isNumber();
            default -> true;
        };
    }
}
