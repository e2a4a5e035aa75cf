package org.soqljdbc.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** Reading rows: state, columns, nulls, and the values that are faces of java.sql. */
class ResultSetFaceTest {

    private static ResultSet run(FakeEngine engine) throws SQLException {
        return Fakes.connect(engine).createStatement().executeQuery("SELECT a FROM b");
    }

    private static ResultSet onValues() throws SQLException {
        ResultSet rows = run(Fakes.everyType());
        assertTrue(rows.next());
        return rows;
    }

    private static String state(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(SQLException.class, call).getSQLState();
    }

    @Test
    void reading_without_a_current_row_is_refused() throws SQLException {
        ResultSet rows = run(Fakes.numbered(1));
        assertEquals("24000", state(() -> rows.getString(1)));
        assertTrue(rows.next());
        assertEquals("1", rows.getString(1));
        assertFalse(rows.next());
        SQLException after = assertThrows(SQLException.class, () -> rows.getString(1));
        assertEquals("24000", after.getSQLState());
        assertTrue(after.getMessage().contains("after its last row"), after.getMessage());
    }

    @Test
    void a_column_out_of_range_is_refused_with_the_range() throws SQLException {
        ResultSet rows = onValues();
        int columns = SfType.values().length;
        for (int column : new int[] {0, -1, columns + 1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            SQLException refusal = assertThrows(SQLException.class, () -> rows.getString(column));
            assertEquals("42S22", refusal.getSQLState());
            assertTrue(refusal.getMessage().contains("1 to " + columns), refusal.getMessage());
        }
    }

    @Test
    void labels_are_found_as_spelled_first_and_then_ignoring_case_the_first_one_winning() throws SQLException {
        FakeEngine engine = new FakeEngine(
                List.of(Column.text("NAME"), Column.text("Name"), Column.text("name"), Column.text("Name")),
                List.<Object[]>of(new Object[] {"1", "2", "3", "4"}));
        ResultSet rows = run(engine);
        assertEquals(2, rows.findColumn("Name"));
        assertEquals(3, rows.findColumn("name"));
        assertEquals(1, rows.findColumn("nAmE"));
        assertEquals("42S22", state(() -> rows.findColumn("Nam")));
        assertEquals("42S22", state(() -> rows.findColumn(null)));
    }

    @ParameterizedTest
    @EnumSource(SfType.class)
    void null_is_null_or_zero_for_every_getter_and_was_null_says_so(SfType type) throws SQLException {
        ResultSet rows = run(Fakes.everyType());
        assertTrue(rows.next());
        assertTrue(rows.next());
        String label = type.name();
        assertNull(rows.getString(label));
        assertTrue(rows.wasNull());
        assertNull(rows.getObject(label));
        assertEquals(0, rows.getInt(label));
        assertTrue(rows.wasNull());
        assertEquals(0L, rows.getLong(label));
        assertEquals(0d, rows.getDouble(label));
        assertEquals(0f, rows.getFloat(label));
        assertFalse(rows.getBoolean(label));
        assertNull(rows.getBytes(label));
        assertNull(rows.getBinaryStream(label));
        assertNull(rows.getCharacterStream(label));
        assertNull(rows.getClob(label));
        assertNull(rows.getObject(label, LocalDate.class));
        assertNull(rows.getObject(label, int.class));
        assertTrue(rows.wasNull());
    }

    @Test
    void was_null_is_of_the_value_read_last() throws SQLException {
        ResultSet rows = run(Fakes.everyType());
        rows.next();
        assertEquals(42, rows.getInt("INT"));
        assertFalse(rows.wasNull());
        rows.next();
        rows.getInt("INT");
        assertTrue(rows.wasNull());
    }

    @Test
    void date_times_are_read_as_each_class() throws SQLException {
        ResultSet rows = onValues();
        Instant instant = Instant.parse("2024-02-29T10:15:30Z");
        assertEquals(Timestamp.from(instant), rows.getTimestamp("DATETIME"));
        assertEquals(instant, rows.getObject("DATETIME", Instant.class));
        assertEquals(instant, rows.getObject("DATETIME", OffsetDateTime.class).toInstant());
        assertEquals(LocalDateTime.parse("2024-02-29T10:15:30"), rows.getObject("DATETIME", LocalDateTime.class));
        assertEquals(LocalDate.parse("2024-02-29"), rows.getObject("DATE", LocalDate.class));
        Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("Asia/Kathmandu"));
        calendar.clear();
        long before = calendar.getTimeInMillis();
        assertEquals(
                Instant.parse("2024-02-28T18:15:00Z").toEpochMilli(),
                rows.getDate("DATE", calendar).getTime());
        assertEquals(Timestamp.from(instant), rows.getTimestamp("DATETIME", calendar), "instants are never shifted");
        assertEquals(before, calendar.getTimeInMillis(), "the calendar is not changed");
    }

    @Test
    void a_big_decimal_is_rounded_to_a_scale_only_when_asked() throws SQLException {
        ResultSet rows = onValues();
        assertEquals(new BigDecimal("12.5"), rows.getBigDecimal("CURRENCY"));
        @SuppressWarnings("deprecation")
        BigDecimal rounded = rows.getBigDecimal("CURRENCY", 0);
        assertEquals(new BigDecimal("13"), rounded);
    }

    @Test
    void bytes_are_fetched_when_they_are_read_and_not_before() throws SQLException, IOException {
        FakeEngine engine = Fakes.everyType();
        ResultSet rows = run(engine);
        rows.next();
        Blob blob = rows.getBlob("BASE64");
        assertInstanceOf(Blob.class, rows.getObject("BASE64"));
        assertEquals(0, engine.blobControls.size());
        byte[] expected = "bytes of /services/data/v67.0/sobjects/Attachment/x/Body".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(expected, rows.getBytes("BASE64"));
        try (InputStream bytes = rows.getBinaryStream("BASE64")) {
            assertArrayEquals(expected, bytes.readAllBytes());
        }
        assertEquals(2, engine.blobControls.size());
        rows.getStatement().close();
        assertEquals(expected.length, blob.length(), "a Blob outlives its statement");
        assertArrayEquals("bytes".getBytes(StandardCharsets.UTF_8), blob.getBytes(1, 5));
        assertEquals(7, blob.position("of".getBytes(StandardCharsets.UTF_8), 1));
        assertEquals(3, engine.blobControls.size(), "and reads its bytes once");
        assertTrue(engine.blobControls.get(0).isCancelled(), "what the statement itself was reading ends with it");
        assertFalse(engine.blobControls.get(2).isCancelled());
    }

    @Test
    void text_is_read_as_clob_stream_and_bytes() throws SQLException, IOException {
        FakeEngine engine =
                new FakeEngine(List.of(Column.text("Name")), List.<Object[]>of(new Object[] {"Zürich \uD83D\uDE00"}));
        ResultSet rows = run(engine);
        rows.next();
        Clob clob = rows.getClob(1);
        assertEquals("Zürich \uD83D\uDE00", clob.getSubString(1, 100));
        assertEquals("ric", rows.getNClob(1).getSubString(3, 3));
        assertArrayEquals("Zürich \uD83D\uDE00".getBytes(StandardCharsets.UTF_8), rows.getBytes(1));
        assertEquals("Z?rich ??".length(), rows.getAsciiStream(1).readAllBytes().length + 1);
        assertEquals('Z', rows.getCharacterStream(1).read());
    }

    @Test
    void the_maximum_field_size_cuts_text_at_a_whole_character() throws SQLException {
        FakeEngine engine =
                new FakeEngine(List.of(Column.text("Name")), List.<Object[]>of(new Object[] {"ab\u00fc\uD83D\uDE00z"}));
        Statement statement = Fakes.connect(engine).createStatement();
        String[] cut = {
            "ab\u00fc\uD83D\uDE00z",
            "a",
            "ab",
            "ab",
            "ab\u00fc",
            "ab\u00fc",
            "ab\u00fc",
            "ab\u00fc",
            "ab\u00fc\uD83D\uDE00",
            "ab\u00fc\uD83D\uDE00z"
        };
        for (int bytes = 0; bytes < cut.length; bytes++) {
            statement.setMaxFieldSize(bytes);
            ResultSet rows = statement.executeQuery("SELECT Name FROM Account");
            rows.next();
            assertEquals(cut[bytes], rows.getString(1), "bytes " + bytes);
            assertEquals(cut[bytes], rows.getObject(1));
        }
    }

    @Test
    void a_multi_select_picklist_is_an_array_too() throws SQLException {
        ResultSet rows = onValues();
        assertEquals("Red;Green", rows.getString("MULTIPICKLIST"));
        Array array = rows.getArray("MULTIPICKLIST");
        assertArrayEquals(new String[] {"Red", "Green"}, (Object[]) array.getArray());
        assertEquals(Types.VARCHAR, array.getBaseType());
        ResultSet values = array.getResultSet(2, 1);
        assertTrue(values.next());
        assertEquals(2, values.getInt(1));
        assertEquals("Green", values.getString(2));
        assertFalse(values.next());
        assertEquals("22018", state(() -> rows.getArray("STRING")));
    }

    @Test
    void children_are_text_or_a_result_set_that_the_next_row_closes() throws SQLException {
        ResultSet rows = onValues();
        assertTrue(rows.getString("CHILD_ROWS").startsWith("{\"totalSize\":2"));
        ResultSet children = rows.getObject("CHILD_ROWS", ResultSet.class);
        assertTrue(children.next());
        assertTrue(children.next());
        assertEquals("Lopez", children.getString(1));
        assertFalse(children.next());
        assertTrue(rows.next());
        assertTrue(children.isClosed());
        assertEquals("24000", state(() -> children.getString(1)));
        assertEquals("22018", state(() -> onValues().getObject("STRING", ResultSet.class)));
    }

    @Test
    void a_class_that_a_type_is_never_read_as_is_refused_naming_both() throws SQLException {
        ResultSet rows = onValues();
        SQLException refusal = assertThrows(SQLException.class, () -> rows.getObject("BOOLEAN", LocalDate.class));
        assertEquals("22018", refusal.getSQLState());
        assertTrue(
                refusal.getMessage().contains("BOOLEAN") && refusal.getMessage().contains("LocalDate"));
        assertEquals("22018", state(() -> rows.getObject(1, Thread.class)));
        assertEquals("22023", state(() -> rows.getObject(1, (Class<?>) null)));
    }

    @Test
    void metadata_tells_every_column_and_outlives_the_result_set() throws SQLException {
        Column amount = new Column(
                "sum",
                "Amount",
                "Opportunity",
                SfType.CURRENCY,
                Types.DECIMAL,
                0,
                18,
                2,
                ResultSetMetaData.columnNullable,
                true,
                false,
                false,
                true);
        ResultSet rows = run(new FakeEngine(List.of(amount, Column.text("Text")), List.of()));
        ResultSetMetaData told = rows.getMetaData();
        rows.close();
        assertEquals(2, told.getColumnCount());
        assertEquals("sum", told.getColumnLabel(1));
        assertEquals("Amount", told.getColumnName(1));
        assertEquals("Opportunity", told.getTableName(1));
        assertEquals("salesforce", told.getSchemaName(1));
        assertEquals("", told.getCatalogName(1));
        assertEquals("", told.getTableName(2));
        assertEquals("", told.getSchemaName(2));
        assertEquals(Types.DECIMAL, told.getColumnType(1));
        assertEquals("DECIMAL", told.getColumnTypeName(1));
        assertEquals("java.math.BigDecimal", told.getColumnClassName(1));
        assertEquals(18, told.getPrecision(1));
        assertEquals(2, told.getScale(1));
        assertEquals(21, told.getColumnDisplaySize(1));
        assertEquals(ResultSetMetaData.columnNullable, told.isNullable(1));
        assertTrue(told.isSigned(1));
        assertTrue(told.isCurrency(1));
        assertTrue(told.isSearchable(1));
        assertTrue(told.isWritable(1));
        assertFalse(told.isReadOnly(1));
        assertFalse(told.isDefinitelyWritable(1));
        assertFalse(told.isAutoIncrement(1));
        assertFalse(told.isCaseSensitive(1));
        assertEquals("42S22", state(() -> told.getColumnType(3)));
    }

    @Test
    void closing_closes_the_stream_below() throws SQLException {
        FakeEngine engine = Fakes.numbered(1);
        ResultSet rows = run(engine);
        rows.close();
        rows.close();
        assertTrue(rows.isClosed());
        assertTrue(engine.streams.get(0).closed);
    }
}
