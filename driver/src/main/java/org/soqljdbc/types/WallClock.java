package org.soqljdbc.types;

import java.sql.Date;
import java.sql.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Optional;

/**
 * Whose clock and calendar a value is read by: the one place where zones come in.
 *
 * <p>Two things need a zone. An instant has a day and a time only in a zone: the connection's, or that of the Calendar
 * a getter was given. And {@code java.sql.Date} and {@code java.sql.Time} are instants that stand for a day or a time:
 * {@code toString} and {@code toLocalDate} read them in the zone of the JVM, so without a Calendar they are made in that
 * one, whatever the connection's is; with a Calendar, in its zone.
 */
public final class WallClock {

    private final ZoneId zone;
    private final Optional<ZoneId> calendarZone;

    private WallClock(ZoneId zone, Optional<ZoneId> calendarZone) {
        this.zone = zone;
        this.calendarZone = calendarZone;
    }

    /** The clock of a connection. @param zone its {@code timeZone} */
    public static WallClock in(ZoneId zone) {
        return new WallClock(zone, Optional.empty());
    }

    /** The clock of a getter's Calendar, of which only the zone is read. */
    public static WallClock of(Calendar calendar) {
        ZoneId zone = calendar.getTimeZone().toZoneId();
        return new WallClock(zone, Optional.of(zone));
    }

    public ZoneId zone() {
        return zone;
    }

    /** What the clock shows at an instant. */
    public LocalDateTime at(long epochSecond, int nano) {
        Instant instant = Instant.ofEpochSecond(epochSecond, nano);
        return LocalDateTime.ofEpochSecond(epochSecond, nano, zone.getRules().getOffset(instant));
    }

    /** When the clock shows this: the earlier time where it shows it twice, later by the gap where it never does. */
    public Instant instantOf(LocalDateTime wall) {
        return ZonedDateTime.of(wall, zone).toInstant();
    }

    /** When a day begins: midnight, or the first time after it that exists. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The {@code java.sql.Date} that stands for a day. */
    public Date sqlDate(LocalDate day) {
        if (calendarZone.isEmpty()) {
            return Date.valueOf(day);
        }
        return new Date(day.atStartOfDay(calendarZone.get()).toInstant().toEpochMilli());
    }

    /** The {@code java.sql.Time} that stands for a time of day, on 1970-01-01, with its milliseconds. */
    public Time sqlTime(LocalTime time) {
        if (calendarZone.isEmpty()) {
            return new Time(Time.valueOf(time).getTime() + time.getNano() / 1_000_000);
        }
        return new Time(ZonedDateTime.of(LocalDate.EPOCH, time, calendarZone.get())
                .toInstant()
                .toEpochMilli());
    }
}
