package org.soqljdbc.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.GivenBytes;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/** What each setter hands to the engine, and which values are refused when they are set. */
class PreparedStatementFaceTest {

    private static final String ONE = "SELECT Name FROM Account WHERE Name = ?";

    private final FakeEngine engine = Fakes.numbered(1);

    private interface Setting {
        void on(PreparedStatement statement) throws SQLException;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return Fakes.connect(engine, "timeZone=Asia/Kathmandu").prepareStatement(sql);
    }

    private ParameterValue taken(Setting setting) throws SQLException {
        PreparedStatement statement = prepare(ONE);
        setting.on(statement);
        statement.executeQuery();
        return engine.runs.get(engine.runs.size() - 1).get(0);
    }

    private static String state(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(SQLException.class, call).getSQLState();
    }

    private static Arguments row(Setting setting, Object expected) {
        return Arguments.of(setting, expected);
    }

    private static URL url() {
        try {
            return URI.create("https://example.com/a").toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Stream<Arguments> settersAndValues() {
        LocalDateTime wall = LocalDateTime.of(2024, 2, 29, 10, 15, 30);
        Instant instant = Instant.parse("2024-02-29T10:15:30Z");
        UUID uuid = new UUID(1, 2);
        return Stream.of(
                row(s -> s.setString(1, "a'b"), "a'b"),
                row(s -> s.setNString(1, "ü"), "ü"),
                row(s -> s.setString(1, null), null),
                row(s -> s.setNull(1, Types.OTHER), null),
                row(s -> s.setNull(1, Types.VARCHAR, "x"), null),
                row(s -> s.setBoolean(1, true), true),
                row(s -> s.setByte(1, (byte) 1), (byte) 1),
                row(s -> s.setShort(1, (short) 2), (short) 2),
                row(s -> s.setInt(1, 3), 3),
                row(s -> s.setLong(1, 4), 4L),
                row(s -> s.setFloat(1, 1.5f), 1.5f),
                row(s -> s.setDouble(1, 2.5), 2.5),
                row(s -> s.setBigDecimal(1, new BigDecimal("1.50")), new BigDecimal("1.50")),
                row(s -> s.setDate(1, Date.valueOf("2024-02-29")), LocalDate.of(2024, 2, 29)),
                row(s -> s.setTime(1, Time.valueOf("10:15:30")), LocalTime.of(10, 15, 30)),
                row(s -> s.setTimestamp(1, Timestamp.from(instant)), Timestamp.from(instant)),
                row(s -> s.setURL(1, url()), "https://example.com/a"),
                row(s -> s.setCharacterStream(1, new StringReader("text")), "text"),
                row(s -> s.setCharacterStream(1, new StringReader("text"), 2), "te"),
                row(s -> s.setNCharacterStream(1, new StringReader("text"), 2L), "te"),
                row(s -> s.setClob(1, new StringReader("text")), "text"),
                row(s -> s.setNClob(1, new StringReader("text"), 4L), "text"),
                row(s -> s.setAsciiStream(1, new ByteArrayInputStream(new byte[] {'a', 'b'}), 1), "a"),
                row(s -> s.setCharacterStream(1, null), null),
                row(s -> s.setBinaryStream(1, null), null),
                row(s -> s.setObject(1, wall), wall),
                row(s -> s.setObject(1, instant), instant),
                row(s -> s.setObject(1, new java.util.Date(instant.toEpochMilli())), instant),
                row(s -> s.setObject(1, 'c'), "c"),
                row(s -> s.setObject(1, new StringBuilder("text")), "text"),
                row(s -> s.setObject(1, uuid), uuid.toString()),
                row(s -> s.setObject(1, TimeUnit.DAYS), "DAYS"),
                row(s -> s.setObject(1, BigInteger.TEN), BigInteger.TEN),
                row(s -> s.setObject(1, new AtomicInteger(7)), new BigDecimal(7)),
                row(s -> s.setObject(1, "12", Types.INTEGER), 12L),
                row(s -> s.setObject(1, 3.0, Types.BIGINT), 3L),
                row(s -> s.setObject(1, true, Types.INTEGER), 1L),
                row(s -> s.setObject(1, "1.5", Types.DECIMAL), new BigDecimal("1.5")),
                row(s -> s.setObject(1, "1.25", Types.DECIMAL, 1), new BigDecimal("1.3")),
                row(s -> s.setObject(1, 5, Types.DOUBLE), 5.0),
                row(s -> s.setObject(1, new BigDecimal("1E+3"), Types.VARCHAR), "1000"),
                row(s -> s.setObject(1, false, JDBCType.VARCHAR), "false"),
                row(s -> s.setObject(1, "TRUE", Types.BIT), true),
                row(s -> s.setObject(1, 0, Types.BOOLEAN), false),
                row(s -> s.setObject(1, null, Types.DATE), null),
                row(s -> s.setObject(1, wall, Types.DATE), LocalDate.of(2024, 2, 29)),
                row(s -> s.setObject(1, instant, Types.DATE), LocalDate.of(2024, 2, 29)),
                row(s -> s.setObject(1, instant, Types.TIME), LocalTime.of(16, 0, 30)),
                row(s -> s.setObject(1, Instant.parse("2024-02-29T20:00:00Z"), Types.DATE), LocalDate.of(2024, 3, 1)),
                row(s -> s.setObject(1, "2024-02-29", Types.DATE), "2024-02-29"),
                row(s -> s.setObject(1, wall, Types.TIMESTAMP), wall),
                row(s -> s.setObject(1, "x", Types.OTHER), "x"));
    }

    @ParameterizedTest
    @MethodSource("settersAndValues")
    void a_setter_hands_on_its_value(Setting setting, Object expected) throws SQLException {
        ParameterValue value = taken(setting);
        assertEquals(expected, value.value());
        assertEquals(ZoneId.of("Asia/Kathmandu"), value.zone());
    }

    @Test
    void bytes_stay_bytes_and_those_of_streams_are_read_when_they_are_sent() throws Exception {
        byte[] bytes = {1, 2, 3};
        Blob blob = Fakes.connect(engine).createBlob();
        blob.setBytes(1, bytes);
        for (Setting setting : List.<Setting>of(s -> s.setBytes(1, bytes), s -> s.setObject(1, bytes, Types.BLOB))) {
            assertArrayEquals(bytes, (byte[]) taken(setting).value());
        }
        for (Setting setting : List.<Setting>of(
                s -> s.setBlob(1, blob),
                s -> s.setObject(1, new ByteArrayInputStream(bytes), Types.LONGVARBINARY),
                s -> s.setBinaryStream(1, new ByteArrayInputStream(bytes)),
                s -> s.setBlob(1, new ByteArrayInputStream(new byte[] {1, 2, 3, 4}), 3))) {
            GivenBytes given = (GivenBytes) taken(setting).value();
            assertArrayEquals(bytes, given.open().readAllBytes());
        }
    }

    @Test
    void a_stream_is_read_once_and_to_its_length() throws Exception {
        GivenBytes once = (GivenBytes) taken(s -> s.setBinaryStream(1, new ByteArrayInputStream(new byte[2]), 3))
                .value();
        assertEquals(3, once.length().orElseThrow());
        assertThrows(IOException.class, () -> once.open().readAllBytes());
        assertEquals("22023", assertThrows(SQLException.class, once::open).getSQLState());
        Blob blob = Fakes.connect(engine).createBlob();
        GivenBytes again = (GivenBytes) taken(s -> s.setBlob(1, blob)).value();
        again.open().close();
        assertEquals(-1, again.open().read());
    }

    @Test
    void a_calendar_tells_the_day_the_time_and_the_zone() throws SQLException {
        Calendar tokyo = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
        ParameterValue day = taken(
                s -> s.setDate(1, new Date(Instant.parse("2024-02-29T20:00:00Z").toEpochMilli()), tokyo));
        assertEquals(LocalDate.of(2024, 3, 1), day.value());
        assertEquals(ZoneId.of("Asia/Tokyo"), day.zone());
        ParameterValue time = taken(s -> s.setTime(1, new Time(0), tokyo));
        assertEquals(LocalTime.of(9, 0), time.value());
        Timestamp instant = Timestamp.from(Instant.parse("2024-02-29T20:00:00Z"));
        assertEquals(instant, taken(s -> s.setTimestamp(1, instant, tokyo)).value());
    }

    @Test
    void arrays_and_collections_are_set_for_in() throws SQLException {
        Object[] expected = {"a", 1};
        for (Setting setting : List.<Setting>of(
                s -> s.setArray(1, s.getConnection().createArrayOf("VARCHAR", expected)),
                s -> s.setObject(1, expected),
                s -> s.setObject(1, Arrays.asList(expected)),
                s -> s.setObject(1, expected, Types.ARRAY))) {
            assertArrayEquals(expected, (Object[]) taken(setting).value());
        }
        assertArrayEquals(new Object[] {1, 2}, (Object[]) taken(s -> s.setObject(1, new int[] {1, 2}))
                .value());
        assertArrayEquals(new Object[] {"1", "2"}, (Object[])
                taken(s -> s.setObject(1, List.of(1, 2), Types.VARCHAR)).value());
        assertArrayEquals(new Object[] {"x"}, (Object[])
                taken(s -> s.setObject(1, Set.of('x'))).value());
    }

    @Test
    void what_has_no_literal_is_refused_when_it_is_set() throws SQLException {
        PreparedStatement statement = prepare(ONE);
        assertEquals("22023", state(() -> statement.setObject(1, new Object())));
        assertEquals("22023", state(() -> statement.setObject(1, List.of(List.of(1)))));
        assertEquals("22023", state(() -> statement.setObject(1, List.of(new Object()))));
        assertEquals("22018", state(() -> statement.setObject(1, "x", Types.INTEGER)));
        assertEquals("22003", state(() -> statement.setObject(1, 1.5, Types.INTEGER)));
        assertEquals("22003", state(() -> statement.setObject(1, 128, Types.TINYINT)));
        assertEquals("22003", state(() -> statement.setObject(1, "9223372036854775808", Types.BIGINT)));
        assertEquals("22018", state(() -> statement.setObject(1, "maybe", Types.BOOLEAN)));
        assertEquals("22018", state(() -> statement.setObject(1, 1, Types.DATE)));
        assertEquals("22018", state(() -> statement.setObject(1, "x", Types.BLOB)));
        assertEquals("22018", state(() -> statement.setObject(1, LocalTime.NOON, Types.TIMESTAMP)));
        assertEquals("22023", state(() -> statement.setObject(1, "x", 12345)));
        assertEquals("22023", state(() -> statement.setObject(1, "1", Types.DECIMAL, -1)));
        assertEquals("22023", state(() -> statement.setCharacterStream(1, new StringReader("ab"), 3)));
        assertEquals("22023", state(() -> statement.setCharacterStream(1, new StringReader("ab"), -3)));
        assertThrows(SQLFeatureNotSupportedException.class, () -> statement.setObject(1, "x", Types.SQLXML));
    }

    @Test
    void a_parameter_that_was_not_set_is_named() throws SQLException {
        PreparedStatement statement = prepare("SELECT Name FROM Account WHERE Name = ? OR Name = ?");
        statement.setString(1, "x");
        SQLException refusal = assertThrows(SQLException.class, statement::executeQuery);
        assertEquals("07001", refusal.getSQLState());
        assertTrue(refusal.getMessage().contains("Parameter 2"), refusal.getMessage());
        assertEquals("22023", state(() -> statement.setString(3, "x")));
        assertEquals("22023", state(() -> statement.setString(0, "x")));
        statement.setString(2, null);
        statement.executeQuery();
        statement.executeQuery();
        assertEquals(2, engine.runs.size(), "values stay for the next run");
        statement.clearParameters();
        assertEquals("07001", state(statement::executeQuery));
    }

    @Test
    void what_is_changed_after_a_run_does_not_change_that_run() throws SQLException {
        PreparedStatement statement = prepare(ONE);
        statement.setString(1, "first");
        statement.executeQuery();
        statement.setString(1, "second");
        assertEquals("first", engine.runs.get(0).get(0).value());
    }

    @Test
    void its_text_is_settled() throws SQLException {
        PreparedStatement statement = prepare(ONE);
        assertEquals("55000", state(() -> statement.executeQuery(ONE)));
        assertEquals("55000", state(() -> statement.execute(ONE)));
        assertEquals("55000", state(() -> statement.executeUpdate(ONE)));
        assertTrue(statement.isPoolable());
    }

    @Test
    void columns_are_known_before_the_first_run() throws SQLException {
        ResultSetMetaData columns = prepare(ONE).getMetaData();
        assertEquals("Name", columns.getColumnLabel(1));
        assertTrue(engine.runs.isEmpty());
    }

    @Test
    void a_parameter_is_told_by_the_column_it_is_compared_with() throws SQLException {
        engine.parameterColumn = Optional.of(Column.of("Amount", SfType.CURRENCY, 0, 18, 2));
        ParameterMetaData told = prepare(ONE).getParameterMetaData();
        assertEquals(1, told.getParameterCount());
        assertEquals(Types.DECIMAL, told.getParameterType(1));
        assertEquals("DECIMAL", told.getParameterTypeName(1));
        assertEquals("java.math.BigDecimal", told.getParameterClassName(1));
        assertEquals(18, told.getPrecision(1));
        assertEquals(2, told.getScale(1));
        assertTrue(told.isSigned(1));
        assertEquals(ParameterMetaData.parameterModeIn, told.getParameterMode(1));
        assertEquals("22023", state(() -> told.getParameterType(2)));
        engine.parameterColumn = Optional.empty();
        assertEquals(Types.VARCHAR, told.getParameterType(1));
        assertEquals(ParameterMetaData.parameterNullableUnknown, told.isNullable(1));
    }

    @Test
    void a_clob_is_read_when_it_is_set() throws SQLException {
        Clob clob = Fakes.connect(engine).createClob();
        clob.setString(1, "before");
        PreparedStatement statement = prepare(ONE);
        statement.setClob(1, clob);
        clob.free();
        statement.executeQuery();
        assertEquals("before", engine.runs.get(0).get(0).value());
    }

    @Test
    void zoned_values_are_handed_on_with_their_offset() throws SQLException {
        OffsetDateTime offset = OffsetDateTime.parse("2024-02-29T10:15:30+05:45");
        ZonedDateTime zoned = ZonedDateTime.parse("2024-02-29T10:15:30+01:00[Europe/Berlin]");
        assertEquals(offset, taken(s -> s.setObject(1, offset)).value());
        assertEquals(
                zoned,
                taken(s -> s.setObject(1, zoned, Types.TIMESTAMP_WITH_TIMEZONE)).value());
        assertFalse(engine.runs.isEmpty());
        assertNull(taken(s -> s.setObject(1, null)).value());
        assertEquals(
                "ascii",
                taken(s -> s.setAsciiStream(1, new ByteArrayInputStream("ascii".getBytes(StandardCharsets.US_ASCII))))
                        .value());
    }
}
