package org.soqljdbc.bind.sql;

import java.math.BigDecimal;
import java.util.Optional;

/** Compares two constants as SQL does: numbers by value, text without case, others of one class by their order. */
final class ConstantOrder {

    private ConstantOrder() {}

    /** Negative, zero or positive; empty if the two are not of one kind. */
    static Optional<Integer> compare(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return Optional.of(new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())));
        }
        if (left instanceof String a && right instanceof String b) {
            return Optional.of(a.compareToIgnoreCase(b));
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return Optional.of(a.compareTo(b));
        }
        return left.equals(right) ? Optional.of(0) : Optional.empty();
    }
}
