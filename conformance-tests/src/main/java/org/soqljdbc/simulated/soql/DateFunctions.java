package org.soqljdbc.simulated.soql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.soqljdbc.grammar.soql.Function;

/**
 * The date functions, in UTC unless convertTimezone stands inside (SOQL and SOSL Reference, "Date Functions"). The
 * first week of a month, and of a year, is its first seven days.
 */
final class DateFunctions {

    private DateFunctions() {}

    /** The function on values that are LocalDate or Instant; null stays null. */
    static UnaryOperator<Object> of(Function function, ZoneId zone) {
        return value -> value == null ? null : compute(function, local(value, zone));
    }

    private static LocalDateTime local(Object value, ZoneId zone) {
        return value instanceof LocalDate date
                ? date.atStartOfDay()
                : ((Instant) value).atZone(zone).toLocalDateTime();
    }

    static ZoneId utc() {
        return ZoneOffset.UTC;
    }

    private static Object compute(Function function, LocalDateTime t) {
        return switch (function) {
            // The fiscal year is the calendar's.
            case CALENDAR_YEAR, FISCAL_YEAR -> t.getYear();
            case CALENDAR_QUARTER, FISCAL_QUARTER -> (t.getMonthValue() + 2) / 3;
            case CALENDAR_MONTH, FISCAL_MONTH -> t.getMonthValue();
            case DAY_IN_MONTH -> t.getDayOfMonth();
            // 1 is Sunday.
            case DAY_IN_WEEK -> t.getDayOfWeek().getValue() % 7 + 1;
            case DAY_IN_YEAR -> t.getDayOfYear();
            case DAY_ONLY -> t.toLocalDate();
            case HOUR_IN_DAY -> t.getHour();
            case WEEK_IN_MONTH -> (t.getDayOfMonth() + 6) / 7;
            case WEEK_IN_YEAR -> (t.getDayOfYear() + 6) / 7;
            default -> throw new IllegalArgumentException(function + " is no date function");
        };
    }
}
