package org.soqljdbc.conformance.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.conformance.OrgConnections;
import org.soqljdbc.simulated.SimulatedOrg;

/** What an application reads through statements and result sets of every kind. */
class ReadingTest {

    private static SimulatedOrg org;
    private Connection connection;

    @BeforeAll
    static void start() {
        org = SimulatedOrg.builder().withRows("Contact", 1_234).start();
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = OrgConnections.open(org);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private long count(String soql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(soql)) {
            long count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 199, 200, 201, 1_233, 1_234, 1_235})
    void max_rows_bounds_the_rows(int bound) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(200);
        statement.setMaxRows(bound);
        ResultSet rows = statement.executeQuery("SELECT Id FROM Contact");
        int count = 0;
        while (rows.next()) {
            count++;
        }
        assertEquals(Math.min(bound, 1_234), count);
    }

    @Test
    void counting_counts_all_whatever_max_rows_says() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setMaxRows(1);
        ResultSet rows = statement.executeQuery("SELECT COUNT() FROM Contact");
        assertTrue(rows.next());
        assertEquals(1_234, rows.getInt(1));
        assertFalse(rows.next());
    }

    @Test
    void scrolling_goes_over_pages_in_every_direction() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery("SELECT Id FROM Contact ORDER BY Id")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        Statement statement = connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(200);
        ResultSet rows = statement.executeQuery("SELECT Id FROM Contact ORDER BY Id");
        assertTrue(rows.last());
        assertEquals(1_234, rows.getRow());
        for (int at = 1_233; at >= 0; at--) {
            assertEquals(ids.get(at), rows.getString(1));
            assertEquals(at > 0, rows.previous());
        }
        assertTrue(rows.absolute(700));
        assertEquals(ids.get(699), rows.getString("id"));
        assertTrue(rows.relative(-300));
        assertEquals(ids.get(399), rows.getString("ID"));
    }

    @Test
    void columns_are_known_before_the_first_run_and_for_no_rows() throws SQLException {
        String soql = "SELECT Id, Name, AnnualRevenue, Owner.Name, CreatedDate FROM Account WHERE Name = ?";
        PreparedStatement statement = connection.prepareStatement(soql);
        ResultSetMetaData before = statement.getMetaData();
        statement.setString(1, "no such account");
        ResultSet rows = statement.executeQuery();
        ResultSetMetaData after = rows.getMetaData();
        assertFalse(rows.next());
        for (ResultSetMetaData told : List.of(before, after)) {
            assertEquals(5, told.getColumnCount());
            assertEquals(Types.VARCHAR, told.getColumnType(1));
            assertEquals(Types.DECIMAL, told.getColumnType(3));
            assertEquals("Owner.Name", told.getColumnLabel(4));
            assertEquals("Account", told.getTableName(1));
            assertEquals("salesforce", told.getSchemaName(1));
            assertEquals(Types.TIMESTAMP, told.getColumnType(5));
            assertEquals(18, told.getPrecision(1));
        }
    }

    @Test
    void parameters_are_told_by_the_fields_they_meet() throws SQLException {
        ParameterMetaData told = connection
                .prepareStatement("SELECT Id FROM Account WHERE Name = ? AND AnnualRevenue > ? LIMIT ?")
                .getParameterMetaData();
        assertEquals(3, told.getParameterCount());
        assertEquals(Types.VARCHAR, told.getParameterType(1));
        assertEquals(Types.DECIMAL, told.getParameterType(2));
        assertEquals(Types.INTEGER, told.getParameterType(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x' OR Name != '",
                "x\\' OR Name != \\'",
                "\\",
                "'",
                "x\n' OR Id != null",
                "? ${x} $1 %_",
                "\u0000",
                "\uD83D\uDE00 Zürich",
                "x') OR (Name != '"
            })
    void a_value_never_changes_the_query(String value) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT Id FROM Account WHERE Name = ?");
        statement.setString(1, value);
        try (ResultSet rows = statement.executeQuery()) {
            assertFalse(rows.next());
        } catch (SQLException refused) {
            // A character that no SOQL literal can hold.
            assertTrue(refused.getSQLState().startsWith("22"), refused.toString());
        }
    }

    @Test
    void one_marker_takes_many_values_for_in() throws SQLException {
        List<Object> ids = new ArrayList<>();
        ResultSet some = connection.createStatement().executeQuery("SELECT Id FROM Contact LIMIT 7");
        while (some.next()) {
            ids.add(some.getString(1));
        }
        PreparedStatement statement = connection.prepareStatement("SELECT Id FROM Contact WHERE Id IN ?");
        statement.setArray(1, connection.createArrayOf("VARCHAR", ids.toArray()));
        assertEquals(7, rowsOf(statement));
        statement.setObject(1, ids.subList(0, 3));
        assertEquals(3, rowsOf(statement));
        PreparedStatement two = connection.prepareStatement("SELECT Id FROM Contact WHERE Id IN (?, ?)");
        two.setObject(1, ids.get(0));
        two.setObject(2, ids.get(1));
        assertEquals(2, rowsOf(two));
    }

    private static int rowsOf(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    @Test
    void children_are_read_row_by_row_inside_their_parent() throws SQLException {
        long contacts = count("SELECT Id FROM Contact WHERE AccountId != null");
        long nested = 0;
        Statement statement = connection.createStatement();
        ResultSet parents =
                statement.executeQuery("SELECT Id, (SELECT Id, AccountId FROM Contacts) FROM Account ORDER BY Id");
        ResultSet last = null;
        while (parents.next()) {
            if (last != null) {
                assertTrue(last.isClosed());
            }
            last = parents.getObject(2, ResultSet.class);
            while (last != null && last.next()) {
                assertEquals(parents.getString(1), last.getString("AccountId"));
                nested++;
            }
        }
        assertEquals(contacts, nested);
    }

    @Test
    void bytes_of_a_base64_field_come_by_every_getter() throws Exception {
        ResultSet rows =
                connection.createStatement().executeQuery("SELECT Id, Body, BodyLength FROM Attachment LIMIT 1");
        assertTrue(rows.next());
        byte[] bytes = rows.getBytes("Body");
        assertEquals(rows.getInt("BodyLength"), bytes.length);
        try (InputStream stream = rows.getBinaryStream("Body")) {
            assertArrayEquals(bytes, stream.readAllBytes());
        }
        assertArrayEquals(bytes, rows.getBlob("Body").getBytes(1, bytes.length));
        assertEquals(Types.BLOB, rows.getMetaData().getColumnType(2));
    }

    @Test
    void a_multi_select_picklist_is_an_array() throws SQLException {
        ResultSet rows = connection
                .createStatement()
                .executeQuery("SELECT Regions__c FROM Account WHERE Regions__c INCLUDES ('AMER;EMEA') LIMIT 1");
        assertTrue(rows.next());
        Object[] values = (Object[]) rows.getArray(1).getArray();
        assertEquals(rows.getString(1), String.join(";", (String[]) values));
        assertTrue(values.length >= 2);
    }

    @Test
    void what_is_not_soql_is_refused_with_the_place() throws SQLException {
        Statement statement = connection.createStatement();
        SQLException refusal = assertThrows(SQLException.class, () -> statement.executeQuery("SELECT Id FORM Account"));
        assertTrue(refusal.getSQLState().startsWith("42"), refusal.toString());
        assertTrue(refusal.getMessage().contains("1:"), refusal.getMessage());
        assertEquals(
                "42S02",
                assertThrows(SQLException.class, () -> statement.executeQuery("SELECT Id FROM Acount"))
                        .getSQLState());
        assertEquals(
                "42S22",
                assertThrows(SQLException.class, () -> statement.executeQuery("SELECT Nmae FROM Account"))
                        .getSQLState());
        assertNotNull(statement.getConnection());
    }
}
