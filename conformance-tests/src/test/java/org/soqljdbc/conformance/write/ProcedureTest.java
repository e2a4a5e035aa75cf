package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.Refused;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.SimulatedOrg;

/** CALL: what has no SQL, each by one call. */
class ProcedureTest {

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

    private static List<String> changed(String procedure, String object) throws SQLException {
        Instant now = SimulatedOrg.NOW;
        try (CallableStatement call = connection.prepareCall("{call " + procedure + "(?, ?, ?)}")) {
            call.setString("object", object);
            call.setObject("start", now.minus(1, ChronoUnit.DAYS));
            call.setObject("end", now.plus(1, ChronoUnit.DAYS));
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = call.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString("Id"));
                }
            }
            return ids;
        }
    }

    @Test
    void deleted_and_updated_records_are_told() throws SQLException {
        List<String> ids = Written.keys(connection, "INSERT INTO Account (Name) VALUES ('stays'), ('goes')");
        Written.update(connection, "DELETE FROM Account WHERE Id = ?", ids.get(1));
        List<String> calls = Written.callsOf(ORG, () -> {
            assertTrue(changed("GET_DELETED", "Account").contains(ids.get(1)));
            assertTrue(changed("GET_UPDATED", "Account").contains(ids.get(0)));
        });
        assertEquals(2, calls.size(), calls::toString);
        assertFalse(changed("GET_DELETED", "Account").contains(ids.get(0)));
    }

    @Test
    void a_series_of_events_is_deleted_from_one_of_them_onwards() throws SQLException {
        List<String> series = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT Id FROM Event WHERE IsRecurrence2 = true ORDER BY Id")) {
            while (rows.next()) {
                series.add(rows.getString(1));
            }
        }
        String third = series.get(2);
        List<String> calls = Written.callsOf(
                ORG, () -> assertEquals(1, Written.update(connection, "CALL DELETE_EVENT_SERIES(?)", third)));
        assertEquals(1, calls.size(), calls::toString);
        List<Object> left = ORG.simulated().rows("Event").stream()
                .filter(row -> Boolean.TRUE.equals(row.get("IsRecurrence2")))
                .map(row -> row.get("Id"))
                .toList();
        assertEquals(series.subList(0, 2), left);
        SQLException gone = assertThrows(
                SQLException.class, () -> Written.update(connection, "CALL DELETE_EVENT_SERIES(?)", third));
        assertTrue(gone.getMessage().contains("ENTITY_IS_DELETED"), gone::getMessage);
    }

    @Test
    void any_resource_of_the_org_can_be_called() throws SQLException {
        try (CallableStatement call = connection.prepareCall("{call REST(?, ?, ?, ?, ?, ?)}")) {
            call.setString(1, "POST");
            call.setString(2, "/sobjects/Account");
            call.setString(3, "{\"Name\":\"by REST\"}");
            call.registerOutParameter(4, Types.INTEGER);
            call.registerOutParameter(5, Types.VARCHAR);
            call.registerOutParameter(6, Types.LONGVARCHAR);
            List<String> calls = Written.callsOf(ORG, call::execute);
            assertEquals(List.of("POST /sobjects/Account"), calls);
            assertEquals(201, call.getInt("status"));
            assertTrue(call.getString("contentType").contains("json"));
            assertTrue(call.getString("reply").contains("\"success\""));
        }
        assertEquals(
                1,
                TestOrg.rows(connection, "SELECT Id FROM Account WHERE Name = 'by REST'")
                        .size());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("CALL REST('GET', '/limits')")) {
            assertTrue(rows.next());
            assertEquals(200, rows.getInt("Status"));
            assertTrue(rows.getString("Reply").contains("DailyApiRequests"));
        }
    }

    @Test
    void a_refusal_keeps_salesforces_code() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute("CALL REST('POST', '/sobjects/Account', '{\"Nonsense\":1}')"));
            assertEquals("42S22", refused.getSQLState());
            assertEquals(400, refused.getErrorCode());
        }
    }

    @Test
    void a_call_that_wrote_cannot_be_rolled_back() throws SQLException {
        try (Connection manual = ORG.open();
                Statement statement = manual.createStatement()) {
            manual.setAutoCommit(false);
            statement.execute("CALL REST('GET', '/limits')");
            manual.rollback();
            statement.execute("CALL REST('POST', '/sobjects/Account', '{\"Name\":\"stays\"}')");
            Refused.with("25000", SQLNonTransientException.class, manual::rollback);
        }
    }

    @Test
    void a_read_only_connection_may_only_ask() throws SQLException {
        try (Connection reading = ORG.open("readOnly", "true");
                Statement statement = reading.createStatement()) {
            assertTrue(statement.execute("CALL REST('GET', '/limits')"));
            Refused.with(
                    "25006",
                    SQLNonTransientException.class,
                    () -> statement.execute("CALL REST('DELETE', '/sobjects/Account/001000000000001AAA')"));
        }
    }
}
