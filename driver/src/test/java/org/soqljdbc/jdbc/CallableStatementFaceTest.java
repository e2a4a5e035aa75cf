package org.soqljdbc.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Procedures, through every kind of statement. */
class CallableStatementFaceTest {

    private final FakeEngine engine = Fakes.numbered(1);
    private final FakeCalls calls = engine.procedures;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = Fakes.connect(engine);
    }

    private static String state(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(SQLException.class, call).getSQLState();
    }

    @Test
    void rows_and_out_parameters_come_from_one_call() throws SQLException {
        CallableStatement call = connection.prepareCall("{call GET_UPDATED(?, ?, ?, ?)}");
        call.setString(1, "Account");
        call.setTimestamp(2, Timestamp.from(Instant.parse("2024-01-01T00:00:00Z")));
        call.setObject(3, Instant.parse("2024-01-02T00:00:00Z"));
        call.registerOutParameter(4, Types.TIMESTAMP);
        assertTrue(call.execute());
        assertEquals(-1, call.getUpdateCount());
        ResultSet rows = call.getResultSet();
        assertTrue(rows.next());
        assertEquals("003q000000KvQ1tAAF", rows.getString("Id"));
        assertTrue(rows.next());
        assertFalse(rows.next());
        assertEquals(Instant.parse("2015-08-19T08:17:00Z"), call.getTimestamp(4).toInstant());
        assertFalse(call.wasNull());
        assertEquals(List.of("updated Account 2024-01-01T00:00:00Z 2024-01-02T00:00:00Z"), calls.asked);
    }

    @Test
    void parameters_have_names() throws SQLException {
        CallableStatement call = connection.prepareCall("CALL salesforce.rest(?, ?, ?, ?, ?, ?)");
        call.setString("METHOD", "get");
        call.setString("path", "/limits");
        call.setNull("body", Types.VARCHAR);
        call.registerOutParameter("status", Types.INTEGER);
        call.registerOutParameter("contentType", JDBCType.VARCHAR);
        call.registerOutParameter("reply", Types.LONGVARCHAR);
        assertEquals(0, call.executeUpdate(), "for its OUT parameters alone");
        assertEquals(200, call.getInt("status"));
        assertEquals("application/json", call.getString("contenttype"));
        assertEquals("{\"a\":1}", call.getObject("reply"));
        assertEquals(200, call.getObject(4, Integer.class));
        assertEquals(List.of("rest GET /limits null"), calls.asked);
        assertEquals("22023", state(() -> call.setString("nonsense", "x")));
        call.setString("method", "DELETE");
        call.execute();
        assertEquals(204, call.getInt(4));
        assertNull(call.getString("reply"));
        assertTrue(call.wasNull());
    }

    @Test
    void out_parameters_are_registered_before_they_are_read() throws SQLException {
        CallableStatement call = connection.prepareCall("{call REST('GET', '/limits', NULL, ?)}");
        assertEquals("55000", state(() -> call.getInt(1)));
        call.registerOutParameter(1, Types.INTEGER);
        assertEquals("55000", state(() -> call.getInt(1)), "not called yet");
        assertEquals("22023", state(() -> call.registerOutParameter(2, Types.INTEGER)));
        assertEquals("22023", state(() -> call.registerOutParameter(1, 123_456)));
        call.execute();
        assertEquals(200, call.getInt(1));
        ParameterMetaData told = call.getParameterMetaData();
        assertEquals(ParameterMetaData.parameterModeOut, told.getParameterMode(1));
        assertEquals(Types.INTEGER, told.getParameterType(1));
        CallableStatement in = connection.prepareCall("{call GET_UPDATED(?, ?, ?)}");
        assertEquals("22023", state(() -> in.registerOutParameter(1, Types.VARCHAR)));
        assertEquals("22023", state(() -> in.getString(1)));
        assertEquals("07001", state(in::execute));
    }

    @Test
    void a_call_runs_in_any_statement() throws SQLException {
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(
                "CALL GET_DELETED('Account', TIMESTAMP '2024-01-01 00:00:00', 2024-01-02T00:00:00Z)");
        assertTrue(rows.next());
        assertEquals("a00D0000008pQRAIA2", rows.getString(1));
        assertEquals(
                Instant.parse("2013-05-07T22:07:19Z"),
                rows.getTimestamp("DeletedDate").toInstant());
        assertEquals(1, statement.executeUpdate("CALL DELETE_EVENT_SERIES('00U000000000001AAA')"));
        assertEquals("07005", state(() -> statement.executeQuery("CALL DELETE_EVENT_SERIES('00U000000000001AAA')")));
        assertEquals("07003", state(() -> statement.executeUpdate("CALL REST('GET', '/limits')")));
        assertEquals("07003", state(() -> statement.addBatch("CALL DELETE_EVENT_SERIES('00U000000000001AAA')")));
        assertEquals(
                "Status",
                connection
                        .prepareStatement("CALL REST('GET', '/limits')")
                        .getMetaData()
                        .getColumnLabel(1));
        assertEquals(
                List.of(
                        "deleted Account 2024-01-01T00:00:00Z 2024-01-02T00:00:00Z",
                        "deleteEventSeries 00U000000000001AAA",
                        "wrote"),
                calls.asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CALL GET_DELETD('Account', NULL, NULL)|42000|did you mean GET_DELETED?",
                "CALL other.REST('GET', '/')|42000|There is no procedure other.REST",
                "CALL GET_DELETED('Account')|42000|takes 3 to 5 arguments, not 1",
                "CALL DELETE_EVENT_SERIES()|42000|takes 1 arguments",
                "CALL REST('GET', '/', NULL, 1)|42000|must be a ?",
                "CALL REST('GET', 1 + 1)|0A000|values or ?",
                "{? = call REST('GET', '/')}|0A000|OUT parameters",
                "CALL UNDELETE('001000000000001AAA')|0A000|recycle bin",
            })
    void a_call_that_does_not_fit_is_refused_before_any_call(String text, String state, String told) {
        SQLException refusal = assertThrows(SQLException.class, () -> connection.prepareCall(text));
        assertEquals(state, refusal.getSQLState());
        assertTrue(refusal.getMessage().contains(told), refusal.getMessage());
        assertEquals(List.of(), calls.asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALL REST('GET', 'limits')",
                "CALL REST('GET', '//evil.example/')",
                "CALL REST('GET', 'https://evil.example/')",
                "CALL REST('GET', '/query?q=SELECT Id FROM Account')",
                "CALL REST('TRACE', '/limits')",
                "CALL REST('GET', '/limits', '{}')",
                "CALL REST(NULL, '/limits')",
                "CALL GET_DELETED('Account', NULL, NULL)"
            })
    void what_must_not_travel_is_refused_before_any_call(String text) throws SQLException {
        Statement statement = connection.createStatement();
        assertEquals("22023", state(() -> statement.execute(text)));
        assertEquals(List.of(), calls.asked);
    }

    @Test
    void a_read_only_connection_may_only_ask() throws SQLException {
        connection.setReadOnly(true);
        Statement statement = connection.createStatement();
        assertTrue(statement.execute("CALL REST('GET', '/limits')"));
        assertEquals("25006", state(() -> statement.execute("CALL REST('POST', '/limits', '{}')")));
        assertEquals("25006", state(() -> statement.execute("CALL DELETE_EVENT_SERIES('00U000000000001AAA')")));
        assertEquals(1, calls.asked.size());
    }

    @Test
    void what_may_have_been_written_is_told_to_the_unit() throws SQLException {
        Statement statement = connection.createStatement();
        calls.failure = SqlErrors.of(SqlState.OUTCOME_UNKNOWN, "no answer");
        assertEquals("08007", state(() -> statement.execute("CALL REST('POST', '/x', '{}')")));
        calls.failure = SqlErrors.of(SqlState.SYNTAX_ERROR, "refused");
        assertEquals("42000", state(() -> statement.execute("CALL REST('POST', '/x', '{}')")));
        assertEquals(List.of("rest POST /x {}", "wrote", "rest POST /x {}"), calls.asked);
    }

    @Test
    void other_statements_can_be_prepared_as_calls() throws SQLException {
        CallableStatement query = connection.prepareCall("SELECT Name FROM Account");
        assertTrue(query.execute());
        assertThrows(SQLFeatureNotSupportedException.class, () -> query.getRef(1));
    }
}
