package org.soqljdbc.grammar.soql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A date literal by name: {@code THIS_MONTH}, {@code LAST_N_DAYS:30}.
 *
 * @param n the count after the colon: {@link NumberLiteral} or {@link Parameter}; present exactly when the period
 *     takes one
 */
public record DateConstant(Period period, Optional<Value> n) implements Value {

    /** The names Salesforce knows (SOQL and SOSL Reference, "Date Formats and Date Literals"). */
    public enum Period {
        YESTERDAY,
        TODAY,
        TOMORROW,
        LAST_WEEK,
        THIS_WEEK,
        NEXT_WEEK,
        LAST_MONTH,
        THIS_MONTH,
        NEXT_MONTH,
        LAST_90_DAYS,
        NEXT_90_DAYS,
        THIS_QUARTER,
        LAST_QUARTER,
        NEXT_QUARTER,
        THIS_YEAR,
        LAST_YEAR,
        NEXT_YEAR,
        THIS_FISCAL_QUARTER,
        LAST_FISCAL_QUARTER,
        NEXT_FISCAL_QUARTER,
        THIS_FISCAL_YEAR,
        LAST_FISCAL_YEAR,
        NEXT_FISCAL_YEAR,
        LAST_N_DAYS,
        NEXT_N_DAYS,
        N_DAYS_AGO,
        LAST_N_WEEKS,
        NEXT_N_WEEKS,
        N_WEEKS_AGO,
        LAST_N_MONTHS,
        NEXT_N_MONTHS,
        N_MONTHS_AGO,
        LAST_N_QUARTERS,
        NEXT_N_QUARTERS,
        N_QUARTERS_AGO,
        LAST_N_YEARS,
        NEXT_N_YEARS,
        N_YEARS_AGO,
        LAST_N_FISCAL_QUARTERS,
        NEXT_N_FISCAL_QUARTERS,
        N_FISCAL_QUARTERS_AGO,
        LAST_N_FISCAL_YEARS,
        NEXT_N_FISCAL_YEARS,
        N_FISCAL_YEARS_AGO;

        private static final Map<String, Period> BY_NAME =
                Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, period -> period));

        /** The period of that name, whatever its case. */
        public static Optional<Period> named(String word) {
            return Optional.ofNullable(BY_NAME.get(word.toUpperCase(Locale.ROOT)));
        }

        /** Whether {@code :n} must follow. */
        public boolean takesCount() {
            return name().contains("N_") && name().matches("(LAST_|NEXT_)?N_.*");
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dateConstant(this);
    }
}
