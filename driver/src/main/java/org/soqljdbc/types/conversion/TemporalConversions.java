package org.soqljdbc.types.conversion;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.soqljdbc.types.RowValues;
import org.soqljdbc.types.SfType;
import org.soqljdbc.types.WallClock;
import org.soqljdbc.types.WireTime;

/**
 * What dates, times and dateTimes become.
 *
 * <p>An instant is never shifted: Timestamp, Instant and OffsetDateTime (in UTC, as on the wire) are the very instant;
 * day, time of day, LocalDateTime and text are what the clock shows then. A date has no zone: the day stays the same in
 * every one, and only a Timestamp of it, its midnight, needs the clock.
 */
final class TemporalConversions {

    private TemporalConversions() {}

    static void addTo(ConversionTable table) {
        addDates(table, List.of(SfType.DATE));
        addTimes(table, List.of(SfType.TIME));
        addInstants(table, List.of(SfType.DATETIME));
    }

    private static void addDates(ConversionTable table, List<SfType> dates) {
        Conversion<Date> sqlDate = (row, ordinal, clock) -> clock.sqlDate(date(row, ordinal));
        table.add(dates, LocalDate.class, (row, ordinal, clock) -> date(row, ordinal))
                .add(dates, Date.class, sqlDate)
                .add(dates, Object.class, sqlDate::read)
                .add(dates, java.util.Date.class, sqlDate::read)
                .add(dates, Timestamp.class, (row, ordinal, clock) -> Timestamp.from(clock.startOf(date(row, ordinal))))
                .add(
                        dates,
                        LocalDateTime.class,
                        (row, ordinal, clock) -> date(row, ordinal).atStartOfDay())
                .add(
                        dates,
                        String.class,
                        (row, ordinal, clock) -> date(row, ordinal).toString());
    }

    private static void addTimes(ConversionTable table, List<SfType> times) {
        Conversion<Time> sqlTime = (row, ordinal, clock) -> clock.sqlTime(time(row, ordinal));
        table.add(times, LocalTime.class, (row, ordinal, clock) -> time(row, ordinal))
                .add(times, Time.class, sqlTime)
                .add(times, Object.class, sqlTime::read)
                // As java.sql.Time does, on the first day of 1970.
                .add(
                        times,
                        Timestamp.class,
                        (row, ordinal, clock) -> Timestamp.from(
                                clock.instantOf(time(row, ordinal).atDate(LocalDate.EPOCH))))
                .add(times, String.class, (row, ordinal, clock) -> WireTime.show(time(row, ordinal)));
    }

    private static void addInstants(ConversionTable table, List<SfType> instants) {
        Conversion<Timestamp> timestamp = (row, ordinal, clock) -> timestamp(row.textAt(ordinal));
        table.add(instants, Timestamp.class, timestamp)
                .add(instants, Object.class, timestamp::read)
                .add(instants, java.util.Date.class, timestamp::read)
                .add(instants, Instant.class, (row, ordinal, clock) -> instant(row, ordinal))
                .add(
                        instants,
                        OffsetDateTime.class,
                        (row, ordinal, clock) -> instant(row, ordinal).atOffset(ZoneOffset.UTC))
                .add(
                        instants,
                        ZonedDateTime.class,
                        (row, ordinal, clock) -> instant(row, ordinal).atZone(clock.zone()))
                .add(instants, LocalDateTime.class, TemporalConversions::wall)
                .add(
                        instants,
                        LocalDate.class,
                        (row, ordinal, clock) -> wall(row, ordinal, clock).toLocalDate())
                .add(
                        instants,
                        LocalTime.class,
                        (row, ordinal, clock) -> wall(row, ordinal, clock).toLocalTime())
                .add(
                        instants,
                        Date.class,
                        (row, ordinal, clock) ->
                                clock.sqlDate(wall(row, ordinal, clock).toLocalDate()))
                .add(
                        instants,
                        Time.class,
                        (row, ordinal, clock) ->
                                clock.sqlTime(wall(row, ordinal, clock).toLocalTime()))
                .add(instants, String.class, (row, ordinal, clock) -> WireTime.show(wall(row, ordinal, clock)));
    }

    private static LocalDate date(RowValues row, int ordinal) throws SQLException {
        return WireTime.date(row.textAt(ordinal));
    }

    private static LocalTime time(RowValues row, int ordinal) throws SQLException {
        return WireTime.time(row.textAt(ordinal));
    }

    private static Timestamp timestamp(CharSequence text) throws SQLException {
        long second = WireTime.epochSecond(text);
        int nano = WireTime.nano(text);
        Timestamp timestamp = new Timestamp(second * 1000 + nano / 1_000_000);
        if (nano % 1_000_000 != 0) {
            timestamp.setNanos(nano);
        }
        return timestamp;
    }

    private static Instant instant(RowValues row, int ordinal) throws SQLException {
        CharSequence text = row.textAt(ordinal);
        return Instant.ofEpochSecond(WireTime.epochSecond(text), WireTime.nano(text));
    }

    private static LocalDateTime wall(RowValues row, int ordinal, WallClock clock) throws SQLException {
        CharSequence text = row.textAt(ordinal);
        return clock.at(WireTime.epochSecond(text), WireTime.nano(text));
    }
}
