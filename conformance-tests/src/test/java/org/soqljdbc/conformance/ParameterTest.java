package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.simulated.log.Call;

/** Values of parameters: the literal each becomes, the rows it finds, and that none can change the query. */
class ParameterTest {

    /** What tries to leave a literal, and what the way through JSON, URLs or regular expressions could spoil. */
    private static final List<String> HOSTILE = List.of(
            "O'Neil",
            "' OR Name != '",
            "\\",
            "\\'",
            "\\\\' OR Id != null OR Name = '",
            "x' LIMIT 1 --",
            "line\nbreak\r\n\ttab\b\f",
            "nul\u0000\u0001\u001f",
            "$1 ${x} $$",
            "? ?? {0} :name",
            "%_\\%\\_",
            "a+b c%20d&e=f#g",
            "emoji 😀 \uD83D\uDE00",
            "Straße İıĞ 日本",
            "\u2028\u2029\uFEFF\u00A0",
            "\"double\" `back`",
            "/* */ -- ;",
            "\uD800 lone surrogate",
            "x".repeat(300));

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;
    private static Table samples;

    interface Setting {
        void set(PreparedStatement statement) throws SQLException;
    }

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
        samples = Table.read(
                connection,
                "Type_Sample__c",
                "Id",
                "Text__c",
                "Boolean__c",
                "Int__c",
                "Long__c",
                "Double__c",
                "Date__c",
                "Datetime__c",
                "Time__c",
                "Multi__c",
                "Picklist__c");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    /** @return the text after WHERE as it was sent */
    private static String sent(Connection through, String where, Setting... settings) throws SQLException {
        String head = "SELECT Id FROM Type_Sample__c WHERE ";
        try (PreparedStatement statement = through.prepareStatement(head + where)) {
            for (Setting setting : settings) {
                setting.set(statement);
            }
            ORG.simulated().forgetCalls();
            try (ResultSet rows = statement.executeQuery()) {
                Rows.all(rows);
            }
        }
        List<String> soql = ORG.soqlSent();
        assertEquals(1, soql.size());
        assertTrue(soql.get(0).startsWith(head), soql.get(0));
        return soql.get(0).substring(head.length());
    }

    private static String sent(String where, Setting... settings) throws SQLException {
        return sent(connection, where, settings);
    }

    private static List<String> found(String where, Setting setting) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT Id FROM Type_Sample__c WHERE " + where + " ORDER BY Id")) {
            setting.set(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return Rows.firsts(rows);
            }
        }
    }

    // ---- text ------------------------------------------------------------------------------------------------

    @Test
    void a_hostile_text_stays_one_literal() throws SQLException {
        for (String text : HOSTILE) {
            String where = sent("Text__c = ? AND Int__c != 5", p -> p.setString(1, text));
            assertOneLiteral(where, "Text__c = ", " AND Int__c != 5", text);
        }
    }

    @Test
    void random_texts_stay_one_literal() throws SQLException {
        long seed = Seeds.seed();
        Random random = new Random(seed);
        String alphabet = "'\\\"%_\n\r\t ?$:;-/*()abcnrtu0189\u0000\u0007\u00e9\u2028😀";
        for (int round = 0; round < 60; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.appendCodePoint(alphabet.codePointAt(
                        alphabet.offsetByCodePoints(0, random.nextInt(alphabet.codePointCount(0, alphabet.length())))));
            }
            String where = sent("Text__c = ? AND Int__c != 5", p -> p.setString(1, text.toString()));
            try {
                assertOneLiteral(where, "Text__c = ", " AND Int__c != 5", text.toString());
            } catch (AssertionError failed) {
                throw new AssertionError("seed " + seed, failed);
            }
        }
    }

    /** Reads the literal as SOQL's rules say, not with the driver's own reader. */
    private static void assertOneLiteral(String where, String before, String after, String text) {
        assertTrue(where.startsWith(before) && where.endsWith(after), where);
        String literal = where.substring(before.length(), where.length() - after.length());
        assertTrue(literal.startsWith("'") && literal.endsWith("'") && literal.length() >= 2, where);
        StringBuilder read = new StringBuilder();
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            assertTrue(c != '\'', where);
            if (c != '\\') {
                read.append(c);
                continue;
            }
            char escaped = literal.charAt(++i);
            assertTrue(i < literal.length() - 1, where);
            switch (escaped) {
                case 'n' -> read.append('\n');
                case 'r' -> read.append('\r');
                case 't' -> read.append('\t');
                case 'b' -> read.append('\b');
                case 'f' -> read.append('\f');
                case '\'', '"', '\\' -> read.append(escaped);
                case 'u' -> {
                    read.append((char) Integer.parseInt(literal.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> throw new AssertionError("\\" + escaped + " is an error in SOQL: " + where);
            }
        }
        // A lone surrogate cannot travel in UTF-8: it arrives as a question mark.
        assertEquals(text.replace("\uD800", "?"), read.toString().replace("\uD800", "?"));
    }

    @Test
    void a_text_finds_the_rows_that_hold_it() throws SQLException {
        List<String> texts = samples.rows()
                .map(row -> row.text("Text__c"))
                .filter(text -> text != null)
                .distinct()
                .toList();
        assertTrue(texts.size() > 20);
        for (String text : texts) {
            assertEquals(
                    samples.ids(row -> row.is("Text__c", text)), found("Text__c = ?", p -> p.setString(1, text)), text);
        }
    }

    @Test
    void like_takes_wildcards_and_escapes_from_the_value() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT Name FROM Account WHERE Name LIKE ?")) {
            assertEquals(List.of("Acme"), names(statement, "acm_"));
            assertEquals(List.of("under_score Labs"), names(statement, "under\\_score%"));
            assertEquals(List.of("Çağrı 100% Medya"), names(statement, "%100\\%%"));
            assertEquals(List.of("O'Brien \\ Sons"), names(statement, "O'Brien%\\\\%"));
            assertEquals(List.of("O'Brien \\ Sons"), names(statement, "O'Brien \\ Sons"));
            assertEquals(List.of(), names(statement, "'; DELETE%"));
        }
    }

    private static List<String> names(PreparedStatement statement, String pattern) throws SQLException {
        statement.setString(1, pattern);
        try (ResultSet rows = statement.executeQuery()) {
            return Rows.firsts(rows);
        }
    }

    @Test
    void text_may_come_in_every_jdbc_form() throws SQLException {
        List<Setting> forms = List.of(
                p -> p.setString(1, "a'b"),
                p -> p.setNString(1, "a'b"),
                p -> p.setObject(1, "a'b"),
                p -> p.setObject(1, "a'b", Types.VARCHAR),
                p -> p.setObject(1, new StringBuilder("a'b")),
                p -> p.setObject(1, "a'b", JDBCType.LONGNVARCHAR),
                p -> p.setCharacterStream(1, new StringReader("a'b")),
                p -> p.setCharacterStream(1, new StringReader("a'bc"), 3),
                p -> p.setClob(1, new StringReader("a'b")));
        for (Setting form : forms) {
            assertEquals("Text__c = 'a\\'b'", sent("Text__c = ?", form));
        }
    }

    // ---- numbers and booleans -----------------------------------------------------------------------------------

    @Test
    void numbers_travel_exactly_and_without_exponent() throws SQLException {
        assertEquals("Int__c = 42", sent("Int__c = ?", p -> p.setInt(1, 42)));
        assertEquals("Int__c = -7", sent("Int__c = ?", p -> p.setByte(1, (byte) -7)));
        assertEquals("Int__c = 5", sent("Int__c = ?", p -> p.setShort(1, (short) 5)));
        assertEquals("Int__c = 42", sent("Int__c = ?", p -> p.setString(1, "42")));
        assertEquals("Int__c = 42", sent("Int__c = ?", p -> p.setBigDecimal(1, new BigDecimal("42.00"))));
        assertEquals("Long__c = 9007199254740993", sent("Long__c = ?", p -> p.setLong(1, 9_007_199_254_740_993L)));
        assertEquals("Double__c = 0.1", sent("Double__c = ?", p -> p.setDouble(1, 0.1)));
        assertEquals("Double__c = 0.1", sent("Double__c = ?", p -> p.setFloat(1, 0.1f)));
        assertEquals("Double__c = 100000000000000000000", sent("Double__c = ?", p -> p.setDouble(1, 1e20)));
        assertEquals("Double__c = 0.0001", sent("Double__c = ?", p -> p.setBigDecimal(1, new BigDecimal("1E-4"))));
        assertEquals(
                "Currency__c < 10000000", sent("Currency__c < ?", p -> p.setObject(1, new BigInteger("10000000"))));
        assertEquals("Double__c = 1.50", sent("Double__c = ?", p -> p.setObject(1, 1.5, Types.DECIMAL, 2)));
    }

    @Test
    void numbers_find_their_rows() throws SQLException {
        assertEquals(
                samples.ids(row -> row.get("Double__c") != null
                        && ((BigDecimal) row.get("Double__c")).compareTo(new BigDecimal("1234.5678")) == 0),
                found("Double__c = ?", p -> p.setBigDecimal(1, new BigDecimal("1234.5678"))));
        assertEquals(
                samples.ids(row -> row.get("Int__c") != null && (Integer) row.get("Int__c") > 50_000),
                found("Int__c > ?", p -> p.setLong(1, 50_000)));
    }

    @Test
    void what_is_no_number_is_refused_before_any_call() throws SQLException {
        for (Setting wrong : List.<Setting>of(
                p -> p.setDouble(1, Double.NaN),
                p -> p.setDouble(1, Double.POSITIVE_INFINITY),
                p -> p.setString(1, "4 2"),
                p -> p.setString(1, "1 OR Id != null"),
                p -> p.setBigDecimal(1, new BigDecimal("1.5")),
                p -> p.setObject(1, LocalDate.of(2026, 3, 10)),
                p -> p.setObject(1, new Object()),
                p -> p.setObject(1, new Object[] {1, 2}))) {
            assertThrows(SQLDataException.class, () -> sent("Int__c = ?", wrong));
            assertTrue(ORG.soqlSent().isEmpty());
        }
    }

    @Test
    void booleans_travel_as_words() throws SQLException {
        assertEquals("Boolean__c = TRUE", sent("Boolean__c = ?", p -> p.setBoolean(1, true)));
        for (Setting form : List.<Setting>of(
                p -> p.setBoolean(1, false),
                p -> p.setInt(1, 0),
                p -> p.setString(1, "false"),
                p -> p.setObject(1, false))) {
            assertEquals(samples.ids(row -> !row.isTrue("Boolean__c")), found("Boolean__c = ?", form));
        }
    }

    @Test
    void null_is_null_for_every_type() throws SQLException {
        for (String field : List.of("Text__c", "Int__c", "Double__c", "Date__c", "Datetime__c", "Picklist__c")) {
            assertEquals(field + " = NULL", sent(field + " = ?", p -> p.setNull(1, Types.VARCHAR)));
            assertEquals(samples.ids(row -> row.get(field) == null), found(field + " = ?", p -> p.setObject(1, null)));
            assertEquals(samples.ids(row -> row.get(field) != null), found(field + " != ?", p -> p.setString(1, null)));
        }
    }

    @Test
    void ids_of_either_length_find_their_row() throws SQLException {
        String id = samples.rows().findFirst().orElseThrow().text("Id");
        assertEquals(List.of(id), found("Id = ?", p -> p.setString(1, id)));
        assertEquals(List.of(id), found("Id = ?", p -> p.setString(1, id.substring(0, 15))));
        assertEquals("Id = '" + id + "'", sent("Id = ?", p -> p.setObject(1, id)));
    }

    // ---- days and instants --------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Kathmandu", "Pacific/Chatham", "America/St_Johns"})
    void instants_are_never_shifted_and_wall_clock_times_go_by_the_connections_zone(String zoneId) throws SQLException {
        ZoneId zone = ZoneId.of(zoneId);
        Instant instant = Instant.parse("2026-03-08T10:00:00.123Z");
        LocalDateTime wall = LocalDateTime.of(2026, 7, 1, 12, 30);
        LocalDate day = LocalDate.of(2026, 4, 5);
        String exact = "Datetime__c = 2026-03-08T10:00:00.123Z";
        try (Connection zoned = ORG.open("timeZone", zoneId)) {
            for (Setting form : List.<Setting>of(
                    p -> p.setTimestamp(1, Timestamp.from(instant)),
                    p -> p.setObject(1, instant),
                    p -> p.setObject(1, instant.atOffset(ZoneOffset.ofHours(-3))),
                    p -> p.setObject(1, instant.atZone(ZoneId.of("Pacific/Chatham"))),
                    p -> p.setObject(1, java.util.Date.from(instant)),
                    p -> p.setObject(1, OffsetDateTime.ofInstant(instant, zone), Types.TIMESTAMP_WITH_TIMEZONE))) {
                assertEquals(exact, sent(zoned, "Datetime__c = ?", form));
            }
            Instant then = wall.atZone(zone).toInstant();
            for (Setting form : List.<Setting>of(
                    p -> p.setObject(1, wall),
                    p -> p.setString(1, "2026-07-01 12:30:00"),
                    p -> p.setString(1, "2026-07-01T12:30"))) {
                assertEquals(
                        "Datetime__c = " + then,
                        sent(zoned, "Datetime__c = ?", form).replace(".000Z", "Z"));
            }
            String midnight = day.atStartOfDay(zone).toInstant().toString();
            assertEquals(
                    "Datetime__c >= " + midnight,
                    sent(zoned, "Datetime__c >= ?", p -> p.setObject(1, day)).replace(".000Z", "Z"));
            for (Setting form : List.<Setting>of(
                    p -> p.setObject(1, day),
                    p -> p.setDate(1, Date.valueOf(day)),
                    p -> p.setString(1, "2026-04-05"),
                    p -> p.setObject(1, "2026-04-05", Types.DATE))) {
                assertEquals("Date__c = 2026-04-05", sent(zoned, "Date__c = ?", form));
            }
        }
    }

    @Test
    void a_calendar_says_in_which_zone_a_day_time_or_timestamp_was_meant() throws SQLException {
        Calendar kathmandu = Calendar.getInstance(TimeZone.getTimeZone("Asia/Kathmandu"));
        // A Date is the instant of a midnight: of the calendar's zone, here.
        Date date = new Date(ZonedDateTime.of(2026, 4, 5, 0, 0, 0, 0, ZoneId.of("Asia/Kathmandu"))
                .toInstant()
                .toEpochMilli());
        assertEquals("Date__c = 2026-04-05", sent("Date__c = ?", p -> p.setDate(1, date, kathmandu)));
        Time time = new Time(ZonedDateTime.of(1970, 1, 1, 14, 30, 0, 0, ZoneId.of("Asia/Kathmandu"))
                .toInstant()
                .toEpochMilli());
        assertEquals(
                "Time__c = 14:30:00Z",
                sent("Time__c = ?", p -> p.setTime(1, time, kathmandu)).replace(".000Z", "Z"));
        Timestamp timestamp = Timestamp.from(Instant.parse("2026-04-05T00:00:00Z"));
        assertEquals(
                "Datetime__c = 2026-04-05T00:00:00Z",
                sent("Datetime__c = ?", p -> p.setTimestamp(1, timestamp, kathmandu))
                        .replace(".000Z", "Z"));
    }

    @Test
    void times_of_day_keep_their_milliseconds() throws SQLException {
        assertEquals(
                "Time__c = 23:59:59.999Z",
                sent("Time__c = ?", p -> p.setObject(1, LocalTime.of(23, 59, 59, 999_000_000))));
        assertEquals(
                "Time__c = 14:30:00Z",
                sent("Time__c = ?", p -> p.setTime(1, Time.valueOf("14:30:00"))).replace(".000Z", "Z"));
        assertEquals(
                samples.ids(row -> row.get("Time__c") != null
                        && ((Time) row.get("Time__c")).toLocalTime().equals(LocalTime.of(14, 30))),
                found("Time__c = ?", p -> p.setObject(1, LocalTime.of(14, 30))));
    }

    @Test
    void days_and_instants_find_their_rows() throws SQLException {
        Instant instant = Instant.parse("2024-02-29T12:34:56Z");
        assertEquals(
                samples.ids(row -> row.get("Datetime__c") != null
                        && ((Timestamp) row.get("Datetime__c")).toInstant().equals(instant)),
                found("Datetime__c = ?", p -> p.setTimestamp(1, Timestamp.from(instant))));
        LocalDate day = LocalDate.of(1700, 1, 1);
        assertEquals(
                samples.ids(row -> row.get("Date__c") != null
                        && ((Date) row.get("Date__c")).toLocalDate().equals(day)),
                found("Date__c = ?", p -> p.setObject(1, day)));
    }

    @Test
    void a_date_function_takes_a_number_and_a_period_its_count() throws SQLException {
        assertEquals("CALENDAR_YEAR(Date__c) = 2024", sent("CALENDAR_YEAR(Date__c) = ?", p -> p.setInt(1, 2024)));
        assertEquals("Date__c = LAST_N_DAYS:30", sent("Date__c = LAST_N_DAYS:?", p -> p.setInt(1, 30)));
    }

    // ---- lists --------------------------------------------------------------------------------------------------

    @Test
    void a_list_takes_one_value_for_each_marker_or_an_array_for_one() throws SQLException {
        assertEquals(
                "Text__c IN ('a', 'b\\'b')",
                sent("Text__c IN (?, ?)", p -> p.setString(1, "a"), p -> p.setString(2, "b'b")));
        Array array = connection.createArrayOf("VARCHAR", new Object[] {"a", "b"});
        for (Setting form : List.<Setting>of(
                p -> p.setArray(1, array),
                p -> p.setObject(1, new Object[] {"a", "b"}),
                p -> p.setObject(1, new String[] {"a", "b"}),
                p -> p.setObject(1, List.of("a", "b")),
                p -> p.setObject(1, array, Types.ARRAY))) {
            assertEquals("Text__c IN ('a', 'b')", sent("Text__c IN ?", form));
            assertEquals("Text__c IN ('a', 'b')", sent("Text__c IN (?)", form));
        }
        assertEquals("Int__c NOT IN (1, 2)", sent("Int__c NOT IN ?", p -> p.setObject(1, new Integer[] {1, 2})));
    }

    @Test
    void an_empty_array_finds_nothing_and_its_opposite_everything() throws SQLException {
        assertEquals(List.of(), found("Text__c IN ?", p -> p.setObject(1, new Object[0])));
        assertEquals(samples.ids(row -> true), found("Text__c NOT IN ?", p -> p.setObject(1, new Object[0])));
        assertEquals(List.of(), found("(Text__c IN ? OR Id = null) AND Int__c != 5", p -> p.setObject(1, List.of())));
    }

    @Test
    void includes_takes_an_array_too() throws SQLException {
        assertEquals(
                samples.ids(row -> row.get("Multi__c") != null
                        && (row.text("Multi__c").contains("Three")
                                || row.text("Multi__c").contains("Four"))),
                found("Multi__c INCLUDES (?)", p -> p.setObject(1, new String[] {"Three", "Four"})));
        assertEquals(
                samples.ids(row ->
                        row.get("Multi__c") == null || !row.text("Multi__c").contains("Three")),
                found("Multi__c EXCLUDES (?)", p -> p.setString(1, "Three")));
    }

    @Test
    void an_empty_array_for_includes_finds_nothing_and_excludes_everything() throws SQLException {
        assertEquals(List.of(), found("Multi__c INCLUDES (?)", p -> p.setObject(1, new String[0])));
        assertEquals(samples.ids(row -> true), found("Multi__c EXCLUDES (?)", p -> p.setObject(1, new String[0])));
    }

    @Test
    void an_array_of_thousands_travels() throws SQLException {
        List<String> ids = new ArrayList<>(samples.ids(row -> true));
        for (int i = 0; i < 3000; i++) {
            ids.add("a03%012dAAA".formatted(900_000 + i));
        }
        assertEquals(samples.ids(row -> true), found("Id IN ?", p -> p.setObject(1, ids)));
        assertEquals(
                "POST",
                ORG.calls().stream()
                        .filter(Call::startsQuery)
                        .findFirst()
                        .orElseThrow()
                        .method());
    }

    // ---- the statement ------------------------------------------------------------------------------------------

    @Test
    void a_statement_runs_again_with_the_values_set_since() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT Id FROM Type_Sample__c WHERE Int__c > ? AND Boolean__c = ?")) {
            SQLException unset = Refused.with("07001", SQLNonTransientException.class, statement::executeQuery);
            Refused.says(unset, "1 of 2");
            statement.setInt(1, 1);
            statement.setBoolean(2, true);
            statement.executeQuery().close();
            statement.setInt(1, 2);
            ResultSet second = statement.executeQuery();
            ResultSet third = statement.executeQuery();
            assertTrue(second.isClosed());
            assertFalse(third.isClosed());
            List<String> sent = ORG.soqlSent();
            assertTrue(sent.get(0).contains("Int__c > 1") && sent.get(1).contains("Int__c > 2"), sent.toString());
            assertEquals(sent.get(1), sent.get(2));
            statement.clearParameters();
            Refused.with("07001", SQLNonTransientException.class, statement::executeQuery);
            assertThrows(SQLException.class, () -> statement.setInt(3, 1));
            assertThrows(SQLException.class, () -> statement.setInt(0, 1));
        }
    }

    @Test
    void a_question_mark_in_a_text_or_comment_is_no_parameter() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT Id FROM Account /* ? */ WHERE Name = 'is it?' -- ?\n AND Phone = ?")) {
            assertEquals(1, statement.getParameterMetaData().getParameterCount());
            statement.setString(1, "?");
            statement.executeQuery().close();
        }
    }

    @Test
    void a_plain_statement_with_markers_is_refused() {
        Refused.with(
                "07001",
                SQLNonTransientException.class,
                () -> TestOrg.rows(connection, "SELECT Id FROM Account WHERE Name = ?"));
        assertTrue(ORG.soqlSent().isEmpty());
    }

    @Test
    void parameter_metadata_tells_what_each_place_takes() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT Id FROM Opportunity WHERE Amount > ?"
                + " AND CloseDate = ? AND Account.Name LIKE ? AND IsWon = ? AND CreatedDate < ? LIMIT ?")) {
            ParameterMetaData parameters = statement.getParameterMetaData();
            int[] types = new int[6];
            for (int i = 0; i < 6; i++) {
                types[i] = parameters.getParameterType(i + 1);
                assertEquals(ParameterMetaData.parameterModeIn, parameters.getParameterMode(i + 1));
            }
            assertArrayEquals(
                    new int[] {Types.DECIMAL, Types.DATE, Types.VARCHAR, Types.BOOLEAN, Types.TIMESTAMP, Types.INTEGER},
                    types);
            assertEquals(18, parameters.getPrecision(1));
            assertEquals(2, parameters.getScale(1));
            assertTrue(ORG.soqlSent().isEmpty());
            assertEquals(1, statement.getMetaData().getColumnCount());
            assertTrue(ORG.soqlSent().isEmpty());
        }
    }

    @Test
    void parameters_stand_in_child_subqueries_semi_joins_having_and_distance_too() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT Id, (SELECT Id FROM Contacts WHERE LastName"
                        + " = ? LIMIT ?) FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE Amount > ?)"
                        + " AND DISTANCE(Location__c, GEOLOCATION(?, ?), 'km') > ? LIMIT ? OFFSET ?")) {
            statement.setString(1, "O'Neil");
            statement.setInt(2, 3);
            statement.setInt(3, 1000);
            statement.setDouble(4, 37.5);
            statement.setDouble(5, -122);
            statement.setInt(6, 1);
            statement.setInt(7, 4);
            statement.setInt(8, 1);
            statement.executeQuery().close();
        }
        String sent = ORG.soqlSent().get(0);
        assertTrue(sent.contains("LastName = 'O\\'Neil' LIMIT 3"), sent);
        assertTrue(sent.contains("Amount > 1000"), sent);
        assertTrue(sent.contains("GEOLOCATION(37.5, -122"), sent);
        assertTrue(sent.endsWith("LIMIT 4 OFFSET 1"), sent);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT Industry FROM Account GROUP BY Industry HAVING COUNT(Id) > ?")) {
            statement.setInt(1, 5);
            statement.executeQuery().close();
        }
        assertTrue(
                ORG.soqlSent().get(1).endsWith("HAVING COUNT(Id) > 5"),
                ORG.soqlSent().get(1));
    }
}
