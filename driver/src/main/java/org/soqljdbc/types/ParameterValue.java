package org.soqljdbc.types;

import java.sql.Date;
import java.sql.Time;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;

/**
 * What a caller set for one {@code ?}.
 *
 * <p>A {@code java.sql.Date} stands for a day and a {@code java.sql.Time} for a time of day; which one, only the zone it
 * was made in can tell: the JVM's, as {@code Date.valueOf} makes it, or that of the Calendar given with it. So they are
 * turned into {@code LocalDate} and {@code LocalTime} here.
 *
 * @param value a Java value of any class JDBC lets a caller set, an Object[] for setArray, a {@link GivenBytes} for bytes
 *     of a stream or Blob, or null; never a {@code java.sql.Date} or {@code java.sql.Time}
 * @param zone whose wall clock zone-less values and days mean: the Calendar's of the setter, else the connection's
 */
public record ParameterValue(Object value, ZoneId zone) {

    /** For a setter without a Calendar. */
    public ParameterValue {
        if (value instanceof Date day) {
            value = day.toLocalDate();
        } else if (value instanceof Time time) {
            // toLocalTime drops the milliseconds.
            value = time.toLocalTime().plusNanos(Math.floorMod(time.getTime(), 1000L) * 1_000_000L);
        }
    }

    /** For a setter with a Calendar, of which only the zone is read. */
    public static ParameterValue of(Object value, Calendar calendar) {
        ZoneId zone = calendar.getTimeZone().toZoneId();
        if (value instanceof Date day) {
            return new ParameterValue(wall(day, zone).toLocalDate(), zone);
        }
        if (value instanceof Time time) {
            LocalTime shown = wall(time, zone).toLocalTime();
            return new ParameterValue(shown, zone);
        }
        return new ParameterValue(value, zone);
    }

    private static ZonedDateTime wall(java.util.Date instant, ZoneId zone) {
        // java.sql.Date and Time refuse toInstant.
        return java.time.Instant.ofEpochMilli(instant.getTime()).atZone(zone);
    }
}
