package org.soqljdbc.plan;

import java.math.BigDecimal;
import java.util.Optional;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Value;

/** The numbers of LIMIT and OFFSET. */
final class Counts {

    private Counts() {}

    /** Rows; more than a long holds is as good as the most it holds. */
    static Optional<Long> of(Optional<Value> value) {
        return value.filter(NumberLiteral.class::isInstance)
                .map(NumberLiteral.class::cast)
                .map(number -> new BigDecimal(number.digits())
                        .min(BigDecimal.valueOf(Long.MAX_VALUE))
                        .longValue());
    }

    static Value literal(long rows) {
        return new NumberLiteral(Long.toString(rows));
    }

    /** The sum, or the most a long holds. */
    static long sum(long first, long second) {
        return first > Long.MAX_VALUE - second ? Long.MAX_VALUE : first + second;
    }
}
