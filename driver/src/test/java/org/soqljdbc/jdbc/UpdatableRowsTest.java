package org.soqljdbc.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.GivenBytes;
import org.soqljdbc.types.SfType;

/** CONCUR_UPDATABLE: rows of one object, changed through the result set. */
class UpdatableRowsTest {

    private static final String QUERY =
            "SELECT Id, Name, Owner.Name, Amount__c, Day__c, At__c, Active__c, Body__c FROM" + " Account";

    private static final String ID = "001000000000001AAA";

    private final FakeEngine engine = accounts();

    private static Column field(String name, SfType type, boolean writable) {
        return new Column(
                name,
                name.substring(name.indexOf('.') + 1),
                name.startsWith("Owner") ? "User" : "Account",
                type,
                type.sqlType(80).jdbcType(),
                80,
                18,
                2,
                ResultSetMetaData.columnNullable,
                true,
                false,
                false,
                writable);
    }

    private static FakeEngine accounts() {
        List<Column> columns = List.of(
                field("Id", SfType.ID, false),
                field("Name", SfType.STRING, true),
                field("Owner.Name", SfType.STRING, true),
                field("Amount__c", SfType.CURRENCY, true),
                field("Day__c", SfType.DATE, true),
                field("At__c", SfType.DATETIME, true),
                field("Active__c", SfType.BOOLEAN, true),
                field("Body__c", SfType.BASE64, true));
        List<Object[]> rows = new ArrayList<>();
        for (int row = 1; row <= 3; row++) {
            rows.add(new Object[] {
                "00100000000000" + row + "AAA", "name " + row, "Ada", "1.50", "2024-02-29", null, false, null
            });
        }
        return new FakeEngine(columns, rows);
    }

    private ResultSet rows(int type) throws SQLException {
        Connection connection = Fakes.connect(engine);
        Statement statement = connection.createStatement(type, ResultSet.CONCUR_UPDATABLE);
        assertNull(connection.getWarnings());
        assertEquals(ResultSet.CONCUR_UPDATABLE, statement.getResultSetConcurrency());
        ResultSet rows = statement.executeQuery(QUERY);
        assertEquals(ResultSet.CONCUR_UPDATABLE, rows.getConcurrency());
        assertNull(statement.getWarnings());
        return rows;
    }

    private static String state(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(SQLException.class, call).getSQLState();
    }

    private List<Object> written(int write) {
        return engine.writes.parameters.get(write).stream()
                .map(parameter -> parameter.value())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {ResultSet.TYPE_FORWARD_ONLY, ResultSet.TYPE_SCROLL_INSENSITIVE})
    void an_updated_row_is_written_by_its_id_and_shows_what_was_written(int type) throws SQLException {
        ResultSet rows = rows(type);
        assertTrue(rows.next());
        assertFalse(rows.rowUpdated());
        rows.updateString("Name", "new");
        rows.updateBigDecimal(4, new BigDecimal("2.5"));
        rows.updateDate("Day__c", Date.valueOf("2025-01-02"));
        rows.updateTimestamp("At__c", Timestamp.from(Instant.parse("2025-01-02T03:04:05Z")));
        rows.updateBoolean("Active__c", true);
        assertEquals("name 1", rows.getString("Name"), "until it is written");
        rows.updateRow();
        assertEquals(
                "UPDATE Account SET Name = ?, Amount__c = ?, Day__c = ?, At__c = ?, Active__c = ? WHERE Id = ?",
                engine.writes.texts.get(0));
        assertEquals("new", written(0).get(0));
        assertEquals(LocalDate.of(2025, 1, 2), written(0).get(2));
        assertEquals(ID, written(0).get(5));
        assertTrue(rows.rowUpdated());
        assertEquals("new", rows.getString("Name"));
        assertEquals(new BigDecimal("2.50"), rows.getBigDecimal(4));
        assertEquals(Date.valueOf("2025-01-02"), rows.getDate(5));
        assertEquals(Instant.parse("2025-01-02T03:04:05Z"), rows.getTimestamp(6).toInstant());
        assertTrue(rows.getBoolean(7));
        assertEquals("Ada", rows.getString(3));
        assertTrue(rows.next());
        assertEquals("name 2", rows.getString(2));
        assertFalse(rows.rowUpdated());
        if (type == ResultSet.TYPE_SCROLL_INSENSITIVE) {
            assertTrue(rows.previous());
            assertTrue(rows.rowUpdated());
            assertEquals("new", rows.getString(2));
        }
    }

    @Test
    void moving_or_cancelling_forgets_what_was_not_written() throws SQLException {
        ResultSet rows = rows(ResultSet.TYPE_FORWARD_ONLY);
        rows.next();
        rows.updateString(2, "forgotten");
        rows.next();
        rows.updateRow();
        rows.updateString(2, "forgotten");
        rows.cancelRowUpdates();
        rows.updateRow();
        assertEquals(List.of(), engine.writes.texts);
    }

    @ParameterizedTest
    @ValueSource(ints = {ResultSet.TYPE_FORWARD_ONLY, ResultSet.TYPE_SCROLL_INSENSITIVE})
    void a_deleted_row_stays_as_a_hole(int type) throws SQLException {
        ResultSet rows = rows(type);
        rows.next();
        rows.next();
        rows.deleteRow();
        assertEquals("DELETE FROM Account WHERE Id = ?", engine.writes.texts.get(0));
        assertEquals(List.of("001000000000002AAA"), written(0));
        assertTrue(rows.rowDeleted());
        assertEquals("24000", state(() -> rows.getString(2)));
        assertEquals("24000", state(() -> rows.updateString(2, "x")));
        assertEquals("24000", state(rows::deleteRow));
        assertTrue(rows.next());
        assertFalse(rows.rowDeleted());
        assertEquals("name 3", rows.getString(2));
    }

    @Test
    void a_row_is_inserted_from_the_insert_row_which_then_tells_its_id() throws SQLException {
        ResultSet rows = rows(ResultSet.TYPE_SCROLL_INSENSITIVE);
        rows.next();
        rows.moveToInsertRow();
        assertNull(rows.getString(2));
        assertEquals("24000", state(rows::updateRow));
        assertEquals("24000", state(rows::deleteRow));
        assertEquals("24000", state(rows::refreshRow));
        rows.updateString(2, "fresh");
        rows.updateNull("Amount__c");
        rows.insertRow();
        assertEquals("INSERT INTO Account (Name, Amount__c) VALUES (?, ?)", engine.writes.texts.get(0));
        assertEquals("fresh", rows.getString(2));
        assertEquals("001000000000000AAA", rows.getString("Id"));
        assertFalse(rows.rowInserted());
        rows.moveToCurrentRow();
        assertEquals("name 1", rows.getString(2));
        assertEquals("24000", state(rows::insertRow));
    }

    @Test
    void refreshing_reads_the_object_s_fields_by_one_query() throws SQLException {
        ResultSet rows = rows(ResultSet.TYPE_FORWARD_ONLY);
        rows.next();
        rows.next();
        rows.refreshRow();
        assertEquals(
                "SELECT Id, Name, Amount__c, Day__c, At__c, Active__c, Body__c FROM Account WHERE Id = ?",
                engine.texts.get(1));
        assertEquals(1, engine.runs.get(1).size());
        assertEquals("Ada", rows.getString(3), "of a parent: as it was");
    }

    @Test
    void what_is_no_field_of_the_object_cannot_be_changed() throws SQLException {
        ResultSet rows = rows(ResultSet.TYPE_FORWARD_ONLY);
        assertEquals("24000", state(() -> rows.updateString(2, "before the first row")));
        rows.next();
        assertEquals("22023", state(() -> rows.updateString("Id", "x")));
        assertEquals("22023", state(() -> rows.updateString("Owner.Name", "x")));
        assertEquals("42S22", state(() -> rows.updateString(9, "x")));
        assertEquals("42S22", state(() -> rows.updateString("Nonsense", "x")));
    }

    @Test
    void every_way_to_set_a_column_is_led_to_its_value() throws Exception {
        ResultSet rows = rows(ResultSet.TYPE_FORWARD_ONLY);
        rows.next();
        rows.updateCharacterStream(2, new StringReader("text"), 2);
        rows.updateObject(4, new BigDecimal("1.255"), 2);
        rows.updateObject("Day__c", "2024-02-29", JDBCType.DATE);
        rows.updateBinaryStream(8, new ByteArrayInputStream(new byte[] {1, 2, 3}), 2);
        rows.updateRow();
        assertEquals("te", written(0).get(0));
        assertEquals(new BigDecimal("1.26"), written(0).get(1));
        assertEquals("2024-02-29", written(0).get(2));
        assertEquals(2, ((GivenBytes) written(0).get(3)).open().readAllBytes().length);
        assertEquals("22023", state(() -> rows.updateBinaryStream(8, null, -1)));
    }

    @Test
    void a_value_that_cannot_be_the_field_s_is_refused_before_any_call() throws SQLException {
        ResultSet rows = rows(ResultSet.TYPE_FORWARD_ONLY);
        rows.next();
        rows.updateString("Day__c", "tomorrow");
        assertEquals("22007", state(rows::updateRow));
        assertEquals(List.of(), engine.writes.texts);
    }

    @Test
    void a_row_that_is_gone_is_told() throws SQLException {
        engine.writes.count = 0;
        ResultSet rows = rows(ResultSet.TYPE_FORWARD_ONLY);
        rows.next();
        rows.updateString(2, "x");
        assertEquals("24000", state(rows::updateRow));
        assertFalse(rows.rowUpdated());
        assertEquals("24000", state(rows::deleteRow));
        assertFalse(rows.rowDeleted());
    }

    @Test
    void a_read_only_connection_refuses_changes() throws SQLException {
        ResultSet rows = rows(ResultSet.TYPE_FORWARD_ONLY);
        rows.next();
        rows.getStatement().getConnection().setReadOnly(true);
        assertEquals("25006", state(rows::deleteRow));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT DISTINCT Id, Name, Owner.Name, Amount__c, Day__c, At__c, Active__c, Body__c FROM Account",
                "SELECT a.Id, a.Name, b.Name, a.Amount__c, a.Day__c, a.At__c, a.Active__c, a.Body__c FROM Account a"
                        + " JOIN Account b ON b.Id = a.ParentId",
                "SELECT Parent.Id, Name, Owner.Name, Amount__c, Day__c, At__c, Active__c, Body__c FROM Account",
                "SELECT *, Owner.Name FROM Account"
            })
    void other_queries_are_read_only_with_a_warning(String query) throws SQLException {
        Statement statement =
                Fakes.connect(engine).createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE);
        ResultSet rows = statement.executeQuery(query);
        assertEquals(ResultSet.CONCUR_READ_ONLY, rows.getConcurrency());
        assertNotNull(statement.getWarnings());
        rows.next();
        assertThrows(SQLFeatureNotSupportedException.class, () -> rows.updateString(2, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM Account ORDER BY Name LIMIT 3",
                "SELECT FIELDS(ALL) FROM Account LIMIT 3",
                "SELECT a.Id, a.Name n, Owner.Name, Amount__c, Day__c, At__c, Active__c, 1 FROM Account AS a",
                "SELECT Account.Id, salesforce.Account.Name, 1, 2, 3, 4, 5, 6 FROM salesforce.Account"
            })
    void plain_queries_of_one_object_can_be_changed(String query) throws SQLException {
        ResultSet rows = Fakes.connect(engine)
                .prepareStatement(query, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE)
                .executeQuery();
        rows.next();
        rows.updateString(2, "x");
        rows.updateRow();
        assertEquals("UPDATE Account SET Name = ? WHERE Id = ?", engine.writes.texts.get(0));
    }
}
