package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.conformance.Refused;
import org.soqljdbc.conformance.TestOrg;

/** Grids edit rows through the result set that shows them. */
class UpdatableResultSetTest {

    private static final String QUERY =
            "SELECT Id, Name, NumberOfEmployees, AnnualRevenue, Owner.Name FROM Account ORDER BY Name LIMIT 5";

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static ResultSet rows(int type) throws SQLException {
        Statement statement = connection.createStatement(type, ResultSet.CONCUR_UPDATABLE);
        statement.closeOnCompletion();
        ResultSet rows = statement.executeQuery(QUERY);
        assertEquals(ResultSet.CONCUR_UPDATABLE, rows.getConcurrency());
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {ResultSet.TYPE_FORWARD_ONLY, ResultSet.TYPE_SCROLL_INSENSITIVE})
    void an_edited_cell_is_one_call(int type) throws SQLException {
        try (ResultSet rows = rows(type)) {
            rows.next();
            rows.next();
            String id = rows.getString("Id");
            rows.updateInt("NumberOfEmployees", 77);
            rows.updateBigDecimal("AnnualRevenue", new BigDecimal("12.5"));
            List<String> calls = Written.callsOf(ORG, rows::updateRow);
            assertEquals(List.of("PATCH /sobjects/Account/{id}"), calls);
            assertEquals(77, Written.row(ORG, id).get("NumberOfEmployees"));
            assertEquals(77, rows.getInt("NumberOfEmployees"));
            assertEquals(0, new BigDecimal("12.5").compareTo(rows.getBigDecimal("AnnualRevenue")));
            assertTrue(rows.rowUpdated());
            rows.updateNull("NumberOfEmployees");
            rows.updateRow();
            assertNull(Written.row(ORG, id).get("NumberOfEmployees"));
            assertEquals(0, rows.getInt("NumberOfEmployees"));
            assertTrue(rows.wasNull());
            assertTrue(rows.next());
            assertFalse(rows.rowUpdated());
        }
    }

    @Test
    void a_row_is_added_and_taken_away() throws SQLException {
        try (ResultSet rows = rows(ResultSet.TYPE_SCROLL_INSENSITIVE)) {
            rows.moveToInsertRow();
            rows.updateString("Name", "of the grid");
            List<String> calls = Written.callsOf(ORG, rows::insertRow);
            assertEquals(List.of("POST /sobjects/Account"), calls);
            String id = rows.getString("Id");
            assertEquals("of the grid", Written.row(ORG, id).get("Name"));
            rows.moveToCurrentRow();
            assertTrue(rows.isBeforeFirst());
        }
        Written.update(connection, "INSERT INTO Account (Name) VALUES ('A')");
        try (ResultSet rows = rows(ResultSet.TYPE_SCROLL_INSENSITIVE)) {
            rows.absolute(1);
            String first = rows.getString("Id");
            assertEquals(List.of("DELETE /sobjects/Account/{id}"), Written.callsOf(ORG, rows::deleteRow));
            assertTrue(rows.rowDeleted());
            assertTrue(TestOrg.rows(connection, "SELECT Id FROM Account WHERE Id = '" + first + "'")
                    .isEmpty());
            assertTrue(rows.next());
            assertFalse(rows.rowDeleted());
        }
    }

    @Test
    void a_row_is_read_again_by_one_call() throws SQLException {
        try (ResultSet rows = rows(ResultSet.TYPE_FORWARD_ONLY)) {
            rows.next();
            String id = rows.getString("Id");
            String owner = rows.getString(5);
            Written.update(connection, "UPDATE Account SET NumberOfEmployees = 4711 WHERE Id = ?", id);
            List<String> calls = Written.callsOf(ORG, rows::refreshRow);
            assertEquals(1, calls.size(), calls::toString);
            assertEquals(4711, rows.getInt(3));
            assertEquals(owner, rows.getString(5));
        }
    }

    @Test
    void a_row_deleted_meanwhile_and_a_field_that_is_not_the_object_s_are_told() throws SQLException {
        // Before all others in the order of names, and nothing hangs on it.
        Written.update(connection, "INSERT INTO Account (Name) VALUES ('A')");
        try (ResultSet rows = rows(ResultSet.TYPE_FORWARD_ONLY)) {
            rows.next();
            Refused.with("22023", SQLDataException.class, () -> rows.updateString(5, "x"));
            Written.update(connection, "DELETE FROM Account WHERE Id = ?", rows.getString(1));
            rows.updateString(2, "too late");
            Refused.with("24000", SQLNonTransientException.class, rows::updateRow);
            Refused.with("24000", SQLNonTransientException.class, rows::refreshRow);
        }
    }

    @Test
    void a_join_is_shown_read_only_with_a_warning() throws SQLException {
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE)) {
            ResultSet rows = statement.executeQuery(
                    "SELECT c.Id, c.LastName, a.Name FROM Contact c JOIN Account a ON a.Id = c.AccountId");
            assertEquals(ResultSet.CONCUR_READ_ONLY, rows.getConcurrency());
            assertTrue(statement.getWarnings().getMessage().contains("CONCUR_READ_ONLY"));
        }
    }
}
