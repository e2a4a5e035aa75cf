package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
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
import java.util.Arrays;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.simulated.fault.Fault;
import org.soqljdbc.simulated.log.Call;

/** Every field type through the getters a user would call: a row of known values, one of nulls, one of extremes. */
class ColumnValuesTest {

    private static final String ALL = "SELECT FIELDS(ALL) FROM Type_Sample__c ORDER BY Id LIMIT 3";

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;

    private Statement statement;
    private ResultSet row;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @BeforeEach
    void read_the_known_row() throws SQLException {
        statement = connection.createStatement();
        row = statement.executeQuery(ALL);
        assertTrue(row.next());
    }

    @AfterEach
    void close() throws SQLException {
        statement.close();
    }

    @Test
    void text_is_text() throws Exception {
        Map<String, String> known = new HashMap<>(Map.of(
                "Name", "Known values",
                "Text__c", "It's \"text\" \\ with ünïcode",
                "Textarea__c", "line 1\nline 2",
                "Long_Text__c", "Long\r\ntext",
                "Rich_Text__c", "<b>rich</b> &amp; text",
                "Email__c", "known@example.com",
                "Phone__c", "(415) 555-0100",
                "Url__c", "https://www.example.com/?a=1&b=2",
                "Picklist__c", "Two",
                "Multi__c", "One;Three"));
        known.put("Combobox__c", "Red");
        known.put("Encrypted__c", "secret");
        known.put("Category__c", "Asia");
        known.put("Any__c", "any text");
        known.put("Order__c", "reserved name");
        for (Map.Entry<String, String> each : known.entrySet()) {
            String label = each.getKey();
            String text = each.getValue();
            assertEquals(text, row.getString(label));
            assertEquals(text, row.getNString(label.toUpperCase()));
            assertEquals(text, row.getObject(label));
            assertEquals(text, row.getObject(label, String.class));
            assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), row.getBytes(label));
            StringWriter streamed = new StringWriter();
            try (Reader reader = row.getCharacterStream(label)) {
                reader.transferTo(streamed);
            }
            assertEquals(text, streamed.toString());
            assertEquals(text, row.getClob(label).getSubString(1, 100));
            assertFalse(row.wasNull());
        }
        assertArrayEquals(new String[] {"One", "Three"}, (Object[])
                row.getArray("Multi__c").getArray());
        assertEquals("https://www.example.com/?a=1&b=2", row.getURL("Url__c").toString());
        assertThrows(SQLDataException.class, () -> row.getInt("Text__c"));
        assertThrows(SQLDataException.class, () -> row.getDate("Text__c"));
        assertThrows(SQLDataException.class, () -> row.getBoolean("Picklist__c"));
    }

    @Test
    void ids_have_eighteen_characters() throws SQLException {
        assertEquals(18, row.getString("Id").length());
        assertTrue(row.getString("Lookup__c").startsWith("001"));
    }

    @Test
    void numbers_come_in_every_numeric_form_that_holds_them() throws SQLException {
        assertEquals(42, row.getInt("Int__c"));
        assertEquals(42L, row.getLong("Int__c"));
        assertEquals((short) 42, row.getShort("Int__c"));
        assertEquals((byte) 42, row.getByte("Int__c"));
        assertEquals(42.0, row.getDouble("Int__c"));
        assertEquals("42", row.getString("Int__c"));
        assertEquals(42, row.getObject("Int__c"));
        assertEquals(42L, row.getObject("Int__c", Long.class));
        assertEquals(new BigDecimal("42"), row.getBigDecimal("Int__c"));
        assertEquals(BigInteger.valueOf(42), row.getObject("Int__c", BigInteger.class));

        assertEquals(9_007_199_254_740_993L, row.getLong("Long__c"));
        assertEquals(9_007_199_254_740_993L, row.getObject("Long__c"));
        assertThrows(SQLDataException.class, () -> row.getInt("Long__c"));

        assertEquals(new BigDecimal("1234.5678"), row.getObject("Double__c"));
        assertEquals(1234.5678, row.getDouble("Double__c"));
        assertEquals(1234.5678f, row.getFloat("Double__c"));
        assertEquals("1234.5678", row.getString("Double__c"));
        assertThrows(SQLDataException.class, () -> row.getInt("Double__c"));

        // The wire says 1.0E7.
        assertEquals(new BigDecimal("10000000.00"), row.getBigDecimal("Currency__c"));
        assertEquals("10000000.00", row.getString("Currency__c"));
        assertEquals(10_000_000, row.getInt("Currency__c"));
        assertEquals(new BigDecimal("25.00"), row.getObject("Percent__c"));
        assertEquals(25, row.getLong("Percent__c"));
    }

    @Test
    void extreme_numbers_are_exact() throws SQLException {
        assertTrue(row.next());
        assertTrue(row.next());
        assertEquals(-999_999_999, row.getInt("Int__c"));
        assertEquals(Long.MAX_VALUE, row.getLong("Long__c"));
        assertEquals(new BigDecimal("0.0001"), row.getBigDecimal("Double__c"));
        assertEquals("0.0001", row.getString("Double__c"));
        assertEquals(new BigDecimal("-0.01"), row.getBigDecimal("Currency__c"));
        assertEquals(32768, row.getString("Long_Text__c").length());
        assertEquals(LocalDate.of(1700, 1, 1), row.getObject("Date__c", LocalDate.class));
        assertEquals("1700-01-01", row.getDate("Date__c").toString());
        assertEquals(LocalTime.of(23, 59, 59, 999_000_000), row.getObject("Time__c", LocalTime.class));
        assertEquals(1.5, Double.parseDouble(row.getString("Any__c")));
        assertEquals(0, row.getBytes("Data__c").length);
    }

    @Test
    void booleans_are_truth_or_one_and_zero() throws SQLException {
        assertTrue(row.getBoolean("Boolean__c"));
        assertEquals(1, row.getInt("Boolean__c"));
        assertEquals("true", row.getString("Boolean__c"));
        assertEquals(true, row.getObject("Boolean__c"));
        assertEquals(true, row.getObject("Boolean__c", Boolean.class));
        assertTrue(row.getBoolean("Select__c"));
    }

    @Test
    void days_have_no_zone() throws SQLException {
        assertEquals(LocalDate.of(2024, 2, 29), row.getObject("Date__c", LocalDate.class));
        assertEquals("2024-02-29", row.getString("Date__c"));
        assertEquals(
                Instant.parse("2024-02-29T00:00:00Z"),
                row.getTimestamp("Date__c", Calendar.getInstance(TimeZone.getTimeZone("UTC")))
                        .toInstant());
        assertEquals(
                Date.valueOf("2024-02-29").toString(), row.getObject("Date__c").toString());
        for (String zone : List.of("Asia/Kathmandu", "Pacific/Chatham", "America/St_Johns")) {
            Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone(zone));
            Instant midnight =
                    LocalDate.of(2024, 2, 29).atStartOfDay(ZoneId.of(zone)).toInstant();
            assertEquals(
                    midnight.toEpochMilli(), row.getDate("Date__c", calendar).getTime());
        }
        assertThrows(SQLDataException.class, () -> row.getInt("Date__c"));
        assertThrows(SQLDataException.class, () -> row.getTime("Date__c"));
    }

    @Test
    void times_of_day_have_no_zone() throws SQLException {
        assertEquals(LocalTime.of(14, 30), row.getObject("Time__c", LocalTime.class));
        assertEquals("14:30:00", row.getString("Time__c"));
        Calendar chatham = Calendar.getInstance(TimeZone.getTimeZone("Pacific/Chatham"));
        Time time = row.getTime("Time__c", chatham);
        assertEquals(
                LocalTime.of(14, 30),
                Instant.ofEpochMilli(time.getTime())
                        .atZone(ZoneId.of("Pacific/Chatham"))
                        .toLocalTime());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Kathmandu", "Pacific/Chatham", "America/Los_Angeles"})
    void instants_are_the_same_in_every_zone_and_wall_clocks_are_not(String zone) throws SQLException {
        Instant instant = Instant.parse("2024-02-29T12:34:56Z");
        LocalDateTime wall = LocalDateTime.ofInstant(instant, ZoneId.of(zone));
        try (Connection zoned = ORG.open("timeZone", zone);
                Statement other = zoned.createStatement();
                ResultSet rows = other.executeQuery(ALL)) {
            assertTrue(rows.next());
            assertEquals(instant, rows.getTimestamp("Datetime__c").toInstant());
            assertEquals(
                    instant,
                    rows.getTimestamp("Datetime__c", Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo")))
                            .toInstant());
            assertEquals(instant, ((Timestamp) rows.getObject("Datetime__c")).toInstant());
            assertEquals(instant, rows.getObject("Datetime__c", Instant.class));
            assertEquals(instant.atOffset(ZoneOffset.UTC), rows.getObject("Datetime__c", OffsetDateTime.class));
            assertEquals(
                    instant, rows.getObject("Datetime__c", ZonedDateTime.class).toInstant());
            assertEquals(wall, rows.getObject("Datetime__c", LocalDateTime.class));
            assertEquals(wall.toLocalDate(), rows.getObject("Datetime__c", LocalDate.class));
            assertEquals(wall.toLocalTime(), rows.getObject("Datetime__c", LocalTime.class));
            assertEquals(Timestamp.valueOf(wall).toString(), rows.getString("Datetime__c"));
            // On the other side of the change to daylight saving time in Los Angeles.
            assertTrue(rows.next() && rows.next());
            Instant change = Instant.parse("2026-03-08T10:00:00Z");
            assertEquals(change, rows.getTimestamp("Datetime__c").toInstant());
            assertEquals(
                    LocalDateTime.ofInstant(change, ZoneId.of(zone)),
                    rows.getObject("Datetime__c", LocalDateTime.class));
        }
    }

    @Test
    void nulls_are_null_zero_or_false_and_wasNull_tells() throws SQLException {
        assertTrue(row.next());
        ResultSetMetaData columns = row.getMetaData();
        int nulls = 0;
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            Object value = row.getObject(column);
            assertEquals(value == null, row.wasNull());
            if (value != null) {
                continue;
            }
            nulls++;
            assertEquals(ResultSetMetaData.columnNullable, columns.isNullable(column), columns.getColumnLabel(column));
            assertNull(row.getString(column));
            assertTrue(row.wasNull());
            switch (columns.getColumnType(column)) {
                case Types.INTEGER, Types.BIGINT, Types.DECIMAL -> {
                    assertEquals(0, row.getInt(column));
                    assertEquals(0, row.getDouble(column));
                    assertNull(row.getBigDecimal(column));
                }
                case Types.DATE -> assertNull(row.getDate(column));
                case Types.TIME -> assertNull(row.getTime(column));
                case Types.TIMESTAMP -> assertNull(row.getTimestamp(column));
                case Types.BLOB -> {
                    assertNull(row.getBlob(column));
                    assertNull(row.getBytes(column));
                    assertNull(row.getBinaryStream(column));
                }
                default -> {
                    assertFalse(row.getBoolean(column));
                    assertNull(row.getCharacterStream(column));
                }
            }
            assertTrue(row.wasNull());
        }
        assertTrue(nulls >= 25, "nulls: " + nulls);
        assertFalse(row.getBoolean("Boolean__c") && row.wasNull());
    }

    @Test
    void compound_values_are_json() throws Exception {
        ObjectMapper json = new ObjectMapper();
        assertEquals(
                json.readTree("{\"latitude\":37.79302,\"longitude\":-122.394507}"),
                json.readTree(row.getString("Place__c")));
        assertEquals(new BigDecimal("37.793020000000000"), row.getBigDecimal("Place__Latitude__s"));
        assertEquals(json.readTree("{\"referenceTo\":\"Account\"}"), json.readTree(row.getString("Complex__c")));
        for (List<Object> address : TestOrg.rows(
                connection, "SELECT BillingAddress, BillingCity, BillingStreet, BillingState FROM Account")) {
            if (address.get(0) == null) {
                assertNull(address.get(1));
                continue;
            }
            var tree = json.readTree((String) address.get(0));
            assertEquals(address.get(1), tree.get("city").asText());
            assertEquals(address.get(2), tree.get("street").asText());
            assertEquals(
                    address.get(3),
                    tree.get("state").isNull() ? null : tree.get("state").asText());
        }
    }

    // ---- blobs -----------------------------------------------------------------------------------------------

    private static long blobCalls() {
        return ORG.calls().stream()
                .map(Call::path)
                .filter(path -> path.endsWith("/Data__c"))
                .count();
    }

    @Test
    void bytes_are_fetched_only_when_they_are_read() throws Exception {
        assertEquals(0, blobCalls());
        String path = row.getString("Data__c");
        assertTrue(path.startsWith("/services/data/"), path);
        Blob blob = row.getBlob("Data__c");
        assertFalse(row.wasNull());
        assertEquals(0, blobCalls());
        byte[] bytes = row.getBytes("Data__c");
        assertEquals(1000, bytes.length);
        assertEquals(1, blobCalls());
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        try (InputStream stream = row.getBinaryStream("Data__c")) {
            stream.transferTo(streamed);
        }
        assertArrayEquals(bytes, streamed.toByteArray());
        assertEquals(2, blobCalls());
        // It outlives row and statement.
        statement.close();
        assertEquals(1000, blob.length());
        assertArrayEquals(Arrays.copyOfRange(bytes, 9, 19), blob.getBytes(10, 10));
        assertEquals(3, blobCalls());
        blob.free();
        assertThrows(SQLException.class, blob::length);
    }

    @Test
    void bytes_that_cannot_be_had_are_a_sql_exception() throws SQLException {
        Blob blob = row.getBlob("Data__c");
        for (int i = 0; i < 8; i++) {
            ORG.simulated().plan(call -> call.contains("/Data__c"), Fault.error(404, "NOT_FOUND", "gone"));
        }
        assertThrows(SQLException.class, () -> row.getBytes("Data__c"));
        assertThrows(SQLException.class, () -> row.getBinaryStream("Data__c"));
        assertThrows(SQLException.class, blob::length);
        assertThrows(SQLException.class, blob::getBinaryStream);
    }

    // ---- labels, metadata, scrolling -----------------------------------------------------------------------------

    @Test
    void columns_are_found_by_label_ignoring_case_and_the_first_counts() throws SQLException {
        assertEquals(row.findColumn("Text__c"), row.findColumn("TEXT__C"));
        assertEquals(
                "42S22",
                assertThrows(SQLException.class, () -> row.findColumn("Txt__c")).getSQLState());
        assertThrows(SQLException.class, () -> row.getString(0));
        assertThrows(SQLException.class, () -> row.getString(10_000));
        assertThrows(SQLException.class, () -> row.getString((String) null));
    }

    @Test
    void metadata_tells_all_of_every_column() throws Exception {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object[]> expected = new HashMap<>();
        // JDBC type, precision, scale, class
        expected.put("Id", new Object[] {Types.VARCHAR, 18, 0, "java.lang.String"});
        expected.put("Text__c", new Object[] {Types.VARCHAR, 255, 0, "java.lang.String"});
        expected.put("Long_Text__c", new Object[] {Types.LONGVARCHAR, 32768, 0, "java.lang.String"});
        expected.put("Boolean__c", new Object[] {Types.BOOLEAN, 1, 0, "java.lang.Boolean"});
        expected.put("Int__c", new Object[] {Types.INTEGER, 9, 0, "java.lang.Integer"});
        expected.put("Long__c", new Object[] {Types.BIGINT, 19, 0, "java.lang.Long"});
        expected.put("Double__c", new Object[] {Types.DECIMAL, 18, 4, "java.math.BigDecimal"});
        expected.put("Currency__c", new Object[] {Types.DECIMAL, 16, 2, "java.math.BigDecimal"});
        expected.put("Percent__c", new Object[] {Types.DECIMAL, 5, 2, "java.math.BigDecimal"});
        expected.put("Date__c", new Object[] {Types.DATE, 10, 0, "java.sql.Date"});
        expected.put("Datetime__c", new Object[] {Types.TIMESTAMP, 23, 3, "java.sql.Timestamp"});
        expected.put("Time__c", new Object[] {Types.TIME, 12, 3, "java.sql.Time"});
        expected.put("Data__c", new Object[] {Types.BLOB, 0, 0, "java.sql.Blob"});
        expected.put("Place__c", new Object[] {Types.VARCHAR, 0, 0, "java.lang.String"});
        for (Map.Entry<String, Object[]> each : expected.entrySet()) {
            int column = row.findColumn(each.getKey());
            Object[] facts = {
                columns.getColumnType(column),
                columns.getPrecision(column),
                columns.getScale(column),
                columns.getColumnClassName(column)
            };
            assertArrayEquals(each.getValue(), facts, each.getKey() + " " + Arrays.toString(facts));
            assertEquals("Type_Sample__c", columns.getTableName(column));
            assertEquals("salesforce", columns.getSchemaName(column));
            assertEquals("", columns.getCatalogName(column));
            assertEquals(each.getKey(), columns.getColumnName(column));
            Object value = row.getObject(column);
            assertTrue(Class.forName(columns.getColumnClassName(column)).isInstance(value), each.getKey());
        }
        assertEquals(ResultSetMetaData.columnNoNulls, columns.isNullable(row.findColumn("Id")));
        assertEquals(ResultSetMetaData.columnNoNulls, columns.isNullable(row.findColumn("Boolean__c")));
        assertEquals(ResultSetMetaData.columnNullable, columns.isNullable(row.findColumn("Text__c")));
        assertTrue(columns.isCurrency(row.findColumn("Currency__c")));
        assertTrue(columns.isSigned(row.findColumn("Double__c")));
        assertFalse(columns.isSearchable(row.findColumn("Long_Text__c")));
        assertThrows(SQLException.class, () -> columns.getColumnLabel(0));
    }

    @Test
    void a_parents_column_is_nullable_and_of_the_parents_table() throws SQLException {
        try (Statement other = connection.createStatement();
                ResultSet rows = other.executeQuery("SELECT Account.Name, Account.Owner.Id FROM Contact LIMIT 1")) {
            ResultSetMetaData columns = rows.getMetaData();
            assertEquals("Account.Name", columns.getColumnLabel(1));
            assertEquals("Name", columns.getColumnName(1));
            assertEquals("Account", columns.getTableName(1));
            assertEquals("User", columns.getTableName(2));
            assertEquals(ResultSetMetaData.columnNullable, columns.isNullable(2));
            assertTrue(columns.isReadOnly(1));
        }
    }

    @Test
    void a_forward_only_result_set_only_goes_forward() throws SQLException {
        assertTrue(row.isFirst());
        assertEquals(1, row.getRow());
        assertThrows(SQLException.class, row::previous);
        assertThrows(SQLException.class, row::first);
        assertThrows(SQLException.class, () -> row.absolute(1));
        assertFalse(row.isLast());
        // Looking ahead keeps the current row.
        assertEquals("Known values", row.getString("Name"));
        assertTrue(row.next());
        assertTrue(row.next());
        assertTrue(row.isLast());
        assertEquals("Ends of the ranges", row.getString("Name"));
        assertFalse(row.next());
        assertTrue(row.isAfterLast());
        assertThrows(SQLException.class, () -> row.getString(1));
        assertFalse(row.next());
    }

    @Test
    void a_scrollable_result_set_goes_everywhere_and_reads_no_page_twice() throws SQLException {
        try (Statement scrolling =
                connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            scrolling.setFetchSize(200);
            ORG.simulated().forgetCalls();
            try (ResultSet rows = scrolling.executeQuery("SELECT Id FROM OpportunityLineItem ORDER BY Id")) {
                assertTrue(rows.isBeforeFirst());
                assertTrue(rows.absolute(250));
                String id = rows.getString(1);
                assertTrue(rows.previous());
                assertEquals(249, rows.getRow());
                assertTrue(rows.relative(1));
                assertEquals(id, rows.getString(1));
                assertTrue(rows.absolute(-1));
                assertEquals(600, rows.getRow());
                assertTrue(rows.isLast());
                assertFalse(rows.next());
                assertTrue(rows.isAfterLast());
                assertEquals(0, rows.getRow());
                assertTrue(rows.first());
                assertFalse(rows.previous());
                assertTrue(rows.isBeforeFirst());
                assertFalse(rows.absolute(0));
                assertFalse(rows.absolute(601));
                assertTrue(rows.absolute(-351));
                assertEquals(id, rows.getString(1));
                rows.beforeFirst();
                assertEquals(600, Rows.all(rows).size());
            }
            assertEquals(3, ORG.pageCalls());
        }
    }

    @Test
    void rows_cannot_be_changed() {
        assertThrows(SQLException.class, () -> row.updateString(1, "x"));
        assertThrows(SQLException.class, row::deleteRow);
        assertThrows(SQLException.class, row::moveToInsertRow);
    }

    @Test
    void maxFieldSize_cuts_text_only() throws SQLException {
        try (Statement cutting = connection.createStatement()) {
            cutting.setMaxFieldSize(4);
            try (ResultSet rows = cutting.executeQuery(ALL)) {
                assertTrue(rows.next());
                assertEquals("Know", rows.getString("Name"));
                assertEquals(new BigDecimal("1234.5678"), rows.getBigDecimal("Double__c"));
            }
        }
    }
}
