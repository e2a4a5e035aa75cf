package org.soqljdbc.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.rows.RowBuffer;
import org.soqljdbc.types.conversion.Conversions;

/** Days and times in zones with odd offsets, on both sides of their changes. */
class ZonesTest {

    private static final List<String> ZONES =
            List.of("UTC", "Asia/Kathmandu", "Pacific/Chatham", "America/St_Johns", "Europe/London");

    private static final Conversions CONVERSIONS = new Conversions(path -> null);

    private static <T> T read(SfType type, String wire, Class<T> target, WallClock clock) throws SQLException {
        RowBuffer row = new RowBuffer(1);
        row.set(0, wire);
        return CONVERSIONS.resolve(Column.of("C", type), target).read(row, 0, clock);
    }

    @ParameterizedTest
    @CsvSource({
        "America/St_Johns, 2024-03-10T05:29:59.000+0000, 2024-03-10 01:59:59.0",
        "America/St_Johns, 2024-03-10T05:30:00.000+0000, 2024-03-10 03:00:00.0",
        "America/St_Johns, 2024-11-03T04:29:59.000+0000, 2024-11-03 01:59:59.0",
        "America/St_Johns, 2024-11-03T04:30:00.000+0000, 2024-11-03 01:00:00.0",
        "Pacific/Chatham, 2024-04-06T13:59:59.999+0000, 2024-04-07 03:44:59.999",
        "Pacific/Chatham, 2024-04-06T14:00:00.000+0000, 2024-04-07 02:45:00.0",
        "Pacific/Chatham, 2024-09-28T13:59:59.000+0000, 2024-09-29 02:44:59.0",
        "Pacific/Chatham, 2024-09-28T14:00:00.000+0000, 2024-09-29 03:45:00.0",
        "Asia/Kathmandu, 1985-12-31T18:29:59.000+0000, 1985-12-31 23:59:59.0",
        "Asia/Kathmandu, 1985-12-31T18:30:00.000+0000, 1986-01-01 00:15:00.0",
        "UTC, 1969-12-31T23:59:59.001Z, 1969-12-31 23:59:59.001"
    })
    void text_is_what_the_clock_shows_and_the_instant_stays(ZoneId zone, String wire, String shown)
            throws SQLException {
        WallClock clock = WallClock.in(zone);
        assertEquals(shown, read(SfType.DATETIME, wire, String.class, clock));
        LocalDateTime wall = LocalDateTime.parse(shown.replace(' ', 'T'));
        assertEquals(wall, read(SfType.DATETIME, wire, LocalDateTime.class, clock));
        assertEquals(wall.toLocalDate(), read(SfType.DATETIME, wire, LocalDate.class, clock));
        assertEquals(wall.toLocalTime(), read(SfType.DATETIME, wire, LocalTime.class, clock));
        Instant instant = Instant.parse(wire.replace("+0000", "Z"));
        assertEquals(instant, read(SfType.DATETIME, wire, Instant.class, clock));
        assertEquals(Timestamp.from(instant), read(SfType.DATETIME, wire, Timestamp.class, clock));
        assertEquals(instant.atZone(zone), read(SfType.DATETIME, wire, ZonedDateTime.class, clock));
    }

    @Test
    void a_date_is_the_same_day_in_every_pair_of_zones() throws SQLException {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String jvm : ZONES) {
                TimeZone.setDefault(TimeZone.getTimeZone(jvm));
                for (String connection : ZONES) {
                    WallClock clock = WallClock.in(ZoneId.of(connection));
                    for (String day : List.of("2024-03-10", "2024-11-03", "2024-04-07", "1700-01-01", "4000-12-31")) {
                        Date date = read(SfType.DATE, day, Date.class, clock);
                        assertEquals(day, date.toString());
                        assertEquals(LocalDate.parse(day), date.toLocalDate());
                        assertEquals(Date.valueOf(day), date);
                        assertEquals(LocalDate.parse(day), read(SfType.DATE, day, LocalDate.class, clock));
                    }
                    Time time = read(SfType.TIME, "14:30:00.250Z", Time.class, clock);
                    assertEquals("14:30:00", time.toString());
                    assertEquals(Time.valueOf("14:30:00").getTime() + 250, time.getTime());
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void a_calendar_is_honoured_and_not_changed() throws SQLException {
        for (String name : ZONES) {
            Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(name), Locale.ROOT);
            calendar.setTimeInMillis(12_345);
            WallClock clock = WallClock.of(calendar);
            ZoneId zone = ZoneId.of(name);
            Date day = read(SfType.DATE, "2024-01-31", Date.class, clock);
            assertEquals(LocalDate.of(2024, 1, 31).atStartOfDay(zone).toInstant(), Instant.ofEpochMilli(day.getTime()));
            Date dayOfInstant = read(SfType.DATETIME, "2024-01-31T12:00:00.000+0000", Date.class, clock);
            ZonedDateTime wall =
                    ZonedDateTime.of(2024, 1, 31, 12, 0, 0, 0, ZoneOffset.UTC).withZoneSameInstant(zone);
            assertEquals(
                    wall.toLocalDate().atStartOfDay(zone).toInstant(), Instant.ofEpochMilli(dayOfInstant.getTime()));
            Time time = read(SfType.TIME, "14:30:00.000Z", Time.class, clock);
            assertEquals(LocalDate.EPOCH.atTime(14, 30).atZone(zone).toInstant(), Instant.ofEpochMilli(time.getTime()));
            Timestamp text = read(SfType.STRING, "2024-01-31 14:30:00", Timestamp.class, clock);
            assertEquals(LocalDateTime.of(2024, 1, 31, 14, 30).atZone(zone).toInstant(), text.toInstant());
            assertEquals(12_345, calendar.getTimeInMillis());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2011-07-07T00:37:00.000+0000",
                "2011-07-07T00:37:00.000+00:00",
                "2011-07-07T00:37:00.000Z",
                "2011-07-07T00:37:00Z",
                "2011-07-07t00:37:00z",
                "2011-07-07T06:22:00.000+05:45",
                "2011-07-06T21:07:00.000-0330"
            })
    void every_spelling_of_an_offset_is_the_same_instant(String wire) throws SQLException {
        assertEquals(
                Instant.parse("2011-07-07T00:37:00Z"),
                read(SfType.DATETIME, wire, Instant.class, WallClock.in(ZoneOffset.UTC)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2011-07-07T00:37:00.000",
                "2011-07-07T00:37:00.000+",
                "2011-07-07T00:37:00.000+00",
                "2011-07-07T00:37:00.000+000",
                "2011-07-07T00:37:00.000+00000",
                "2011-07-07T00:37:00.000+00:0",
                "2011-07-07T00:37:00.000 0000",
                "2011-07-07T00:37:00.000+1900",
                "2011-07-07T00:37:00.0001234567Z",
                "2011-07-07 00:37:00.000Z",
                "2011-07-07T00:37Z",
                "2011-07-07T00:60:00Z",
                "2011-07-07T00:37:60Z",
                "2011-00-07T00:37:00Z",
                "2011-02-29T00:37:00Z",
                "1900-02-29T00:37:00Z",
                "0000-01-01T00:37:00Z",
                "+2011-07-07T00:37:00Z",
                "２０１１-07-07T00:37:00Z",
                "2011-07-07T00:37:00Zx",
                ""
            })
    void a_misspelt_date_time_is_22007(String wire) {
        SQLException refusal = org.junit.jupiter.api.Assertions.assertThrows(
                SQLException.class, () -> read(SfType.DATETIME, wire, Instant.class, WallClock.in(ZoneOffset.UTC)));
        assertEquals("22007", refusal.getSQLState(), refusal.getMessage());
    }

    @Property
    void every_instant_is_read_as_java_time_reads_it(
            @ForAll @LongRange(min = -62_000_000_000_000L, max = 250_000_000_000_000L) long millis)
            throws SQLException {
        Instant instant = Instant.ofEpochMilli(millis);
        String wire = String.format(Locale.ROOT, "%1$tFT%1$tT.%1$tL+0000", instant.atOffset(ZoneOffset.UTC));
        for (String name : ZONES) {
            WallClock clock = WallClock.in(ZoneId.of(name));
            assertEquals(instant, read(SfType.DATETIME, wire, Instant.class, clock));
            LocalDateTime wall = instant.atZone(ZoneId.of(name)).toLocalDateTime();
            assertEquals(wall, read(SfType.DATETIME, wire, LocalDateTime.class, clock));
            assertEquals(
                    wall,
                    LocalDateTime.parse(
                            read(SfType.DATETIME, wire, String.class, clock).replace(' ', 'T')));
        }
    }

    @Test
    void no_digit_or_letter_depends_on_the_language_of_the_jvm() throws SQLException {
        Locale before = Locale.getDefault();
        try {
            for (Locale locale : List.of(
                    new Locale("tr", "TR"),
                    Locale.forLanguageTag("ar-EG-u-nu-arab"),
                    Locale.forLanguageTag("th-TH-u-ca-buddhist"))) {
                Locale.setDefault(locale);
                WallClock clock = WallClock.in(ZoneOffset.UTC);
                assertEquals(
                        "2011-07-07 00:37:00.0",
                        read(SfType.DATETIME, "2011-07-07T00:37:00.000+0000", String.class, clock));
                assertEquals("2011-07-07", read(SfType.DATE, "2011-07-07", String.class, clock));
                assertEquals(true, read(SfType.STRING, "TRUE", Boolean.class, clock));
                assertEquals(SfType.MULTIPICKLIST, SfType.ofDescribe("MULTIPICKLIST"));
                assertEquals(
                        "1500.50",
                        CONVERSIONS
                                .resolve(Column.of("C", SfType.CURRENCY, 0, 18, 2), String.class)
                                .read(row("1500.5"), 0, clock));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static RowValues row(String wire) {
        RowBuffer row = new RowBuffer(1);
        row.set(0, wire);
        return row;
    }
}
