package org.soqljdbc.simulated.soql;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Supplier;
import org.soqljdbc.grammar.soql.DateConstant.Period;

/**
 * The days that date literals stand for, in the org's time zone.
 *
 * <p>Weeks begin on Sunday and fiscal years in January, as in a new org of the en_US locale. Edges as in "SOQL and
 * SOSL Reference, Date Formats and Date Literals".
 */
public final class OrgCalendar {

    private final ZoneId zone;
    private final Supplier<Instant> clock;

    /** @param zone of the user the API runs as */
    public OrgCalendar(ZoneId zone, Supplier<Instant> clock) {
        this.zone = zone;
        this.clock = clock;
    }

    ZoneId zone() {
        return zone;
    }

    /** Days from the first to the one before {@code end}. */
    record Days(LocalDate start, LocalDate end) {}

    /** The days of a literal. @param n the number after the colon; ignored by literals without one */
    Days days(Period period, int n) {
        LocalDate today = clock.get().atZone(zone).toLocalDate();
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        LocalDate year = today.withDayOfYear(1);
        return switch (period) {
            case YESTERDAY -> new Days(today.minusDays(1), today);
            case TODAY -> new Days(today, today.plusDays(1));
            case TOMORROW -> new Days(today.plusDays(1), today.plusDays(2));
            // Both include today: n + 1 days.
            case LAST_90_DAYS -> new Days(today.minusDays(90), today.plusDays(1));
            case LAST_N_DAYS -> new Days(today.minusDays(n), today.plusDays(1));
            case NEXT_90_DAYS -> new Days(today.plusDays(1), today.plusDays(91));
            case NEXT_N_DAYS -> new Days(today.plusDays(1), today.plusDays(n + 1L));
            case N_DAYS_AGO -> new Days(today.minusDays(n), today.minusDays(n - 1L));
            case LAST_WEEK -> weeks(week, -1, 1);
            case THIS_WEEK -> weeks(week, 0, 1);
            case NEXT_WEEK -> weeks(week, 1, 1);
            case LAST_N_WEEKS -> weeks(week, -n, n);
            case NEXT_N_WEEKS -> weeks(week, 1, n);
            case N_WEEKS_AGO -> weeks(week, -n, 1);
            case LAST_MONTH -> months(month, -1, 1);
            case THIS_MONTH -> months(month, 0, 1);
            case NEXT_MONTH -> months(month, 1, 1);
            case LAST_N_MONTHS -> months(month, -n, n);
            case NEXT_N_MONTHS -> months(month, 1, n);
            case N_MONTHS_AGO -> months(month, -n, 1);
            case LAST_QUARTER, LAST_FISCAL_QUARTER -> months(quarter, -3, 3);
            case THIS_QUARTER, THIS_FISCAL_QUARTER -> months(quarter, 0, 3);
            case NEXT_QUARTER, NEXT_FISCAL_QUARTER -> months(quarter, 3, 3);
            case LAST_N_QUARTERS, LAST_N_FISCAL_QUARTERS -> months(quarter, -3L * n, 3L * n);
            case NEXT_N_QUARTERS, NEXT_N_FISCAL_QUARTERS -> months(quarter, 3, 3L * n);
            case N_QUARTERS_AGO, N_FISCAL_QUARTERS_AGO -> months(quarter, -3L * n, 3);
            case LAST_YEAR, LAST_FISCAL_YEAR -> months(year, -12, 12);
            case THIS_YEAR, THIS_FISCAL_YEAR -> months(year, 0, 12);
            case NEXT_YEAR, NEXT_FISCAL_YEAR -> months(year, 12, 12);
            case LAST_N_YEARS, LAST_N_FISCAL_YEARS -> months(year, -12L * n, 12L * n);
            case NEXT_N_YEARS, NEXT_N_FISCAL_YEARS -> months(year, 12, 12L * n);
            case N_YEARS_AGO, N_FISCAL_YEARS_AGO -> months(year, -12L * n, 12);
        };
    }

    private static Days weeks(LocalDate week, long from, long count) {
        LocalDate start = week.plusWeeks(from);
        return new Days(start, start.plusWeeks(count));
    }

    private static Days months(LocalDate month, long from, long count) {
        LocalDate start = month.plusMonths(from);
        return new Days(start, start.plusMonths(count));
    }
}
