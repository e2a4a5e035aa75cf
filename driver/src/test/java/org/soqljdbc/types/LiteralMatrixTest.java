package org.soqljdbc.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soqljdbc.grammar.soql.SoqlWriter;

/** Every Java class times every kind of field, each cell stated in {@code literals.txt}. */
class LiteralMatrixTest {

    private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");
    private static final Instant INSTANT = Instant.parse("2024-02-01T01:30:00Z");

    private static final Map<String, Set<SfType>> KINDS = Map.of(
            "text", text(),
            "anyType", EnumSet.of(SfType.ANY_TYPE),
            "boolean", EnumSet.of(SfType.BOOLEAN),
            "int", EnumSet.of(SfType.INT, SfType.LONG),
            "decimal", EnumSet.of(SfType.DOUBLE, SfType.CURRENCY, SfType.PERCENT),
            "date", EnumSet.of(SfType.DATE),
            "time", EnumSet.of(SfType.TIME),
            "datetime", EnumSet.of(SfType.DATETIME),
            "base64", EnumSet.of(SfType.BASE64, SfType.CHILD_ROWS));

    private static Set<SfType> text() {
        Set<SfType> text = EnumSet.noneOf(SfType.class);
        Stream.of(SfType.values())
                .filter(type -> type.isText() && type != SfType.ANY_TYPE)
                .forEach(text::add);
        return text;
    }

    private record Cell(String value, SfType field, String outcome) {}

    @TestFactory
    Stream<DynamicTest> every_cell_holds() throws IOException {
        Map<String, Object> values = values();
        return cells().stream()
                .map(cell -> dynamicTest(cell.value() + " for " + cell.field(), () -> {
                    assertTrue(values.containsKey(cell.value()), "no such value");
                    // An array is a value of its own for a multipicklist, tested below.
                    boolean joined = cell.value().equals("Object[]") && cell.field() == SfType.MULTIPICKLIST;
                    assertEquals(joined ? "'a;b'" : cell.outcome(), literal(values.get(cell.value()), cell.field()));
                }));
    }

    @Test
    void every_value_is_stated_for_every_type() throws IOException {
        Set<String> stated = new HashSet<>();
        cells().forEach(cell -> stated.add(cell.value() + " for " + cell.field()));
        for (String value : values().keySet()) {
            for (SfType field : SfType.values()) {
                assertTrue(stated.contains(value + " for " + field), () -> value + " for " + field + " is not stated");
            }
        }
    }

    private static String literal(Object value, SfType field) {
        try {
            return SoqlWriter.write(Literals.of(field, new ParameterValue(value, ST_JOHNS), 3));
        } catch (SQLException refused) {
            assertTrue(refused.getMessage().startsWith("Parameter 3"), refused.getMessage());
            return refused.getSQLState().equals("22018") ? "-" : refused.getSQLState();
        }
    }

    private static Map<String, Object> values() throws IOException {
        Map<String, Object> values = new HashMap<>();
        values.put("null", null);
        values.put("String Acme", "Acme");
        values.put("String empty", "");
        values.put("String quotes", "a'b\\c\n$?\"");
        values.put("String id 15", "001B000001LntWl");
        for (String text : List.of("42", "1", "-1.50e3", "0.5", "true", "No", "2024-01-31", "2024-02-30", "10:15")) {
            values.put("String " + text, text);
        }
        values.put("String timestamp", "2021-01-01 00:00:00.0");
        values.put("String ISO", "2021-07-01T01:00:00Z");
        values.put("String ISO offset", "2021-07-01T01:00:00.5+0100");
        values.put("String wire time", "10:15:00.250Z");
        values.put("StringBuilder", new StringBuilder("Acme"));
        values.put("Character", 'x');
        values.put("char[]", "Acme".toCharArray());
        values.put("Enum", DayOfWeek.MONDAY);
        values.put("UUID", new UUID(1, 2));
        values.put("URI", URI.create("https://example.com"));
        values.put("URL", URI.create("https://example.com").toURL());
        values.put("Byte", (byte) 1);
        values.put("Short", (short) 0);
        values.put("Integer", -42);
        values.put("Long", Long.MAX_VALUE);
        values.put("BigInteger", new BigInteger("12345678901234567890"));
        for (String number : List.of("1E+3", "0.10", "1E-7", "7.00", "1E+9999999")) {
            values.put("BigDecimal " + number, new BigDecimal(number));
        }
        values.put("Double 0.1", 0.1);
        values.put("Double 1.0E7", 1.0E7);
        values.put("Double NaN", Double.NaN);
        values.put("Double infinity", Double.NEGATIVE_INFINITY);
        values.put("Float", 0.1f);
        values.put("AtomicInteger", new AtomicInteger(7));
        values.put("Boolean true", true);
        values.put("Boolean false", false);
        values.put("LocalDate", LocalDate.of(2024, 1, 31));
        values.put("LocalDate year 10000", LocalDate.of(10_000, 1, 1));
        values.put("java.sql.Date", Date.valueOf("2024-01-31"));
        values.put("LocalTime", LocalTime.of(14, 30));
        values.put("OffsetTime", OffsetTime.of(14, 30, 0, 0, ZoneOffset.ofHours(9)));
        values.put("java.sql.Time", new Time(Time.valueOf("14:30:00").getTime() + 250));
        values.put("LocalDateTime", LocalDateTime.of(2024, 1, 31, 22, 0));
        values.put("Instant", INSTANT.plusNanos(123_456_000));
        values.put("OffsetDateTime", INSTANT.atOffset(ZoneOffset.ofHours(9)));
        values.put("ZonedDateTime", INSTANT.atZone(ZoneId.of("Asia/Kathmandu")));
        values.put("Timestamp", Timestamp.from(INSTANT.plusNanos(123_456_000)));
        values.put("java.util.Date", java.util.Date.from(INSTANT));
        values.put("Calendar", GregorianCalendar.from(INSTANT.atZone(ZoneId.of("Asia/Kathmandu"))));
        values.put("byte[]", new byte[] {1});
        values.put("InputStream", new ByteArrayInputStream(new byte[0]));
        values.put("Reader", new StringReader("Acme"));
        values.put("Object", new Object());
        values.put("Object[]", new Object[] {"a", "b"});
        return values;
    }

    private static List<Cell> cells() throws IOException {
        List<Cell> cells = new ArrayList<>();
        String[] heads = null;
        for (String line : lines()) {
            String[] parts = line.split("\\s*\\|\\s*");
            if (line.startsWith("#")) {
                continue;
            }
            if (heads == null) {
                heads = parts;
                assertEquals(
                        KINDS.keySet(),
                        Set.of(List.of(parts).subList(1, parts.length).toArray()));
                continue;
            }
            for (int at = 1; at < parts.length; at++) {
                for (SfType field : KINDS.get(heads[at])) {
                    cells.add(new Cell(parts[0].strip(), field, parts[at].strip()));
                }
            }
        }
        return cells;
    }

    private static List<String> lines() throws IOException {
        try (InputStream table = LiteralMatrixTest.class.getResourceAsStream("literals.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void an_unknown_field_takes_the_value_as_its_class_says() throws SQLException {
        assertEquals("5", SoqlWriter.write(Literals.of(new ParameterValue(5, ST_JOHNS), 1)));
        assertEquals("'5'", SoqlWriter.write(Literals.of(new ParameterValue("5", ST_JOHNS), 1)));
    }

    @Test
    void an_array_for_a_multipicklist_is_its_values_joined() throws SQLException {
        Object values = new String[] {"four", "six"};
        assertEquals(
                "'four;six'",
                SoqlWriter.write(Literals.of(SfType.MULTIPICKLIST, new ParameterValue(values, ST_JOHNS), 1)));
        assertEquals("-", literal(new Object[] {"four", null}, SfType.MULTIPICKLIST));
        assertEquals("-", literal(new Object[] {new byte[0]}, SfType.MULTIPICKLIST));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "A%, 'A%'",
                "A_c, 'A_c'",
                "100\\%, '100\\%'",
                "a\\_b, 'a\\_b'",
                "a\\\\b, 'a\\\\b'",
                "C:\\dir, 'C:\\\\dir'",
                "tail\\, 'tail\\\\'",
                "tail\\\\\\, 'tail\\\\\\\\'",
                "O'Neil%, 'O\\'Neil%'"
            })
    void a_pattern_keeps_its_wildcards_and_escapes(String given, String literal) throws SQLException {
        assertEquals(literal, SoqlWriter.write(Literals.like(new ParameterValue(given, ST_JOHNS), 1)));
    }

    @Test
    void a_pattern_may_be_of_any_class_that_has_text() throws SQLException {
        assertEquals("'42'", SoqlWriter.write(Literals.like(new ParameterValue(42, ST_JOHNS), 1)));
        for (Object none : new Object[] {null, new byte[0]}) {
            SQLException refusal =
                    assertThrows(SQLException.class, () -> Literals.like(new ParameterValue(none, ST_JOHNS), 7));
            assertEquals("22018", refusal.getSQLState());
            assertTrue(refusal.getMessage().startsWith("Parameter 7"), refusal.getMessage());
        }
    }

    @Test
    void a_calendar_says_which_day_and_time_sql_values_stand_for() {
        GregorianCalendar chatham = new GregorianCalendar(TimeZone.getTimeZone("Pacific/Chatham"));
        long before = chatham.getTimeInMillis();
        ZonedDateTime wall = ZonedDateTime.of(2024, 1, 31, 0, 0, 0, 0, ZoneId.of("Pacific/Chatham"));
        assertEquals(
                LocalDate.of(2024, 1, 31),
                ParameterValue.of(new Date(wall.toInstant().toEpochMilli()), chatham)
                        .value());
        ZonedDateTime clock = ZonedDateTime.of(1970, 1, 1, 14, 30, 0, 250_000_000, ZoneId.of("Pacific/Chatham"));
        ParameterValue time = ParameterValue.of(new Time(clock.toInstant().toEpochMilli()), chatham);
        assertEquals(LocalTime.of(14, 30, 0, 250_000_000), time.value());
        assertEquals(ZoneId.of("Pacific/Chatham"), time.zone());
        assertEquals(before, chatham.getTimeInMillis());
    }

    @Test
    void sql_values_without_a_calendar_stand_for_what_the_jvm_shows() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("UTC", "Asia/Kathmandu", "Pacific/Chatham", "America/St_Johns")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertEquals("2024-01-31", literal(Date.valueOf("2024-01-31"), SfType.DATE));
                assertEquals("14:30:00.000Z", literal(Time.valueOf("14:30:00"), SfType.TIME));
                assertEquals(
                        "2024-02-01T01:30:00.000Z", literal(Timestamp.from(INSTANT), SfType.DATETIME), "an instant");
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "America/St_Johns, 2024-03-10T01:59, 2024-03-10T05:29:00.000Z",
        // Never shown, since the clock jumps from 02:00 to 03:00: an hour later.
        "America/St_Johns, 2024-03-10T02:30, 2024-03-10T06:00:00.000Z",
        // Shown twice: the earlier time.
        "America/St_Johns, 2024-11-03T01:30, 2024-11-03T04:00:00.000Z",
        "Pacific/Chatham, 2024-04-07T03:00, 2024-04-06T13:15:00.000Z",
        "Pacific/Chatham, 2024-04-07T04:00, 2024-04-06T15:15:00.000Z",
        "Asia/Kathmandu, 2024-04-07T04:00, 2024-04-06T22:15:00.000Z",
        "UTC, 2024-04-07T04:00, 2024-04-07T04:00:00.000Z"
    })
    void a_time_without_zone_means_the_connections_clock(ZoneId zone, String wall, String literal) throws SQLException {
        for (Object value : new Object[] {wall, wall.replace('T', ' '), LocalDateTime.parse(wall)}) {
            assertEquals(literal, SoqlWriter.write(Literals.of(SfType.DATETIME, new ParameterValue(value, zone), 1)));
        }
    }

    @Test
    void offsets_and_zones_do_not_change_an_instant() {
        OffsetDateTime same = INSTANT.atOffset(ZoneOffset.ofHoursMinutes(12, 45));
        assertEquals(literal(INSTANT, SfType.DATETIME), literal(same, SfType.DATETIME));
        assertEquals(literal(INSTANT, SfType.DATE), literal(same, SfType.DATE));
    }
}
