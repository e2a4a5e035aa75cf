package org.soqljdbc.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.soqljdbc.SalesforceConnection;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** What a connection is and takes: transactions, validity, kinds of statements, client info, closing. */
class ConnectionFaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final FakeEngine engine = Fakes.numbered(2);

    private static String state(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(SQLException.class, call).getSQLState();
    }

    @Test
    void commit_and_rollback_do_nothing_but_are_refused_in_auto_commit_mode() throws SQLException {
        Connection connection = Fakes.connect(engine);
        assertTrue(connection.getAutoCommit());
        assertEquals("25000", state(connection::commit));
        assertEquals("25000", state(connection::rollback));
        connection.setAutoCommit(false);
        ResultSet rows = connection.createStatement().executeQuery("SELECT Name FROM Account");
        connection.commit();
        connection.rollback();
        assertTrue(rows.next(), "result sets hold over commit");
        assertThrows(SQLFeatureNotSupportedException.class, connection::setSavepoint);
    }

    @Test
    void every_isolation_is_taken_and_stays_none_with_a_warning() throws SQLException {
        Connection connection = Fakes.connect(engine);
        connection.setTransactionIsolation(Connection.TRANSACTION_NONE);
        assertNull(connection.getWarnings());
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        assertEquals("01000", connection.getWarnings().getSQLState());
        assertEquals(Connection.TRANSACTION_NONE, connection.getTransactionIsolation());
        assertEquals("22023", state(() -> connection.setTransactionIsolation(3)));
    }

    @Test
    void there_is_one_schema_and_no_catalog() throws SQLException {
        Connection connection = Fakes.connect(engine);
        assertEquals("salesforce", connection.getSchema());
        connection.setSchema("SALESFORCE");
        assertEquals("22023", state(() -> connection.setSchema("public")));
        assertEquals("22023", state(() -> connection.setSchema(null)));
        assertNull(connection.getCatalog());
        connection.setCatalog("ignored");
        assertNull(connection.getCatalog());
    }

    @Test
    void kinds_of_result_sets_that_are_not_supported_become_the_nearest_with_a_warning() throws SQLException {
        Connection connection = Fakes.connect(engine);
        // LibreOffice Base asks for this pair.
        Statement statement = connection.createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE);
        assertEquals(ResultSet.TYPE_SCROLL_INSENSITIVE, statement.getResultSetType());
        assertEquals(ResultSet.CONCUR_UPDATABLE, statement.getResultSetConcurrency());
        assertTrue(connection.getWarnings().getMessage().contains("TYPE_SCROLL_SENSITIVE"));
        assertNull(connection.getWarnings().getNextWarning());
        ResultSet rows = statement.executeQuery("SELECT Name FROM Account");
        assertEquals(ResultSet.CONCUR_READ_ONLY, rows.getConcurrency());
        assertTrue(statement.getWarnings().getMessage().contains("CONCUR_READ_ONLY"));
        assertTrue(rows.absolute(2));
        assertEquals(ResultSet.TYPE_SCROLL_INSENSITIVE, rows.getType());
        connection.clearWarnings();
        // EclipseLink asks for this pair, and gets it.
        connection.prepareStatement(
                "SELECT Name FROM Account", ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        assertNull(connection.getWarnings());
        assertEquals("22023", state(() -> connection.createStatement(7, ResultSet.CONCUR_READ_ONLY)));
        assertEquals("22023", state(() -> connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, 7)));
        assertEquals("22023", state(() -> connection.prepareStatement("SELECT Name FROM Account", 3)));
    }

    private ConnectionFace clocked(AtomicLong now, String properties) throws SQLException {
        Settings settings = Settings.of("jdbc:soql://localhost?" + properties, new Properties());
        return new ConnectionFace(engine, settings, now::get);
    }

    @Test
    void is_valid_asks_the_org_at_most_once_in_the_interval() throws SQLException {
        AtomicLong now = new AtomicLong();
        Connection connection = clocked(now, "validationInterval=30");
        assertTrue(connection.isValid(5));
        assertTrue(connection.isValid(0));
        assertEquals(1, engine.pings.get());
        now.addAndGet(30 * SECOND);
        assertTrue(connection.isValid(5));
        assertEquals(2, engine.pings.get());
        assertEquals("22023", state(() -> connection.isValid(-1)));
        connection.close();
        assertFalse(connection.isValid(5));
        assertEquals(2, engine.pings.get());
    }

    @Test
    void any_successful_call_counts_as_an_answer() throws SQLException {
        AtomicLong now = new AtomicLong();
        Connection connection = clocked(now, "validationInterval=30");
        connection.createStatement().executeQuery("SELECT Name FROM Account");
        assertTrue(connection.isValid(5));
        assertEquals(0, engine.pings.get());
    }

    @Test
    void a_login_counts_as_an_answer() throws SQLException {
        engine.calls.set(1);
        assertTrue(clocked(new AtomicLong(), "validationInterval=30").isValid(5));
        assertEquals(0, engine.pings.get());
    }

    @Test
    void a_lost_connection_takes_the_trust_away() throws SQLException {
        Connection connection = clocked(new AtomicLong(), "validationInterval=30");
        assertTrue(connection.isValid(5));
        engine.failure = SqlErrors.of(SqlState.CONNECTION_LOST, "gone");
        assertEquals("08006", state(() -> connection.createStatement().executeQuery("SELECT Name FROM Account")));
        engine.pingAnswer = false;
        assertFalse(connection.isValid(5));
        assertEquals(2, engine.pings.get());
    }

    @Test
    void an_interval_of_zero_asks_each_time() throws SQLException {
        Connection connection = clocked(new AtomicLong(), "validationInterval=0");
        assertTrue(connection.isValid(5));
        assertTrue(connection.isValid(5));
        assertEquals(2, engine.pings.get());
    }

    @Test
    void client_info_keeps_what_jdbc_names_and_warns_of_the_rest() throws SQLException {
        Connection connection = Fakes.connect(engine, "applicationName=Reports");
        assertEquals("Reports", connection.getClientInfo("ApplicationName"));
        connection.setClientInfo("ClientUser", "ada");
        assertEquals("ada", connection.getClientInfo().getProperty("ClientUser"));
        connection.setClientInfo("Colour", "red");
        assertTrue(connection.getWarnings().getMessage().contains("Colour"));
        assertNull(connection.getClientInfo("Colour"));
        connection.setClientInfo("ClientUser", null);
        assertNull(connection.getClientInfo("ClientUser"));
        assertThrows(SQLClientInfoException.class, () -> connection.setClientInfo(null, "x"));
        assertThrows(SQLClientInfoException.class, () -> connection.setClientInfo(null));
        connection.close();
        assertEquals(
                "08003",
                assertThrows(SQLClientInfoException.class, () -> connection.setClientInfo("ClientUser", "x"))
                        .getSQLState());
    }

    @Test
    void closing_closes_statements_result_sets_and_the_engine() throws SQLException {
        Connection connection = Fakes.connect(engine);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT Name FROM Account");
        ResultSet types = connection.getMetaData().getTypeInfo();
        connection.close();
        connection.close();
        assertTrue(statement.isClosed());
        assertTrue(rows.isClosed());
        assertTrue(types.isClosed());
        assertTrue(engine.closed);
        assertEquals("08003", state(connection::createStatement));
    }

    @Test
    void abort_closes_at_once_and_whatever_the_executor_does() throws SQLException {
        Connection connection = Fakes.connect(engine);
        Statement statement = connection.createStatement();
        connection.abort(task -> {
            throw new RejectedExecutionException();
        });
        assertTrue(connection.isClosed());
        assertTrue(statement.isClosed());
        assertTrue(engine.closed);
        connection.abort(Runnable::run);
        assertEquals("22023", state(() -> Fakes.connect(engine).abort(null)));
    }

    @Test
    void unknown_properties_of_the_caller_are_warnings() throws SQLException {
        Properties others = new Properties();
        others.setProperty("dbtable", "Account");
        ConnectionFace connection =
                new ConnectionFace(engine, Settings.of("jdbc:soql://localhost", others), System::nanoTime);
        assertTrue(connection.getWarnings().getMessage().contains("dbtable"));
    }

    @Test
    void what_jdbc_does_not_know_is_reached_by_unwrap() throws SQLException {
        Connection connection = Fakes.connect(engine);
        assertTrue(connection.isWrapperFor(SalesforceConnection.class));
        SalesforceConnection own = connection.unwrap(SalesforceConnection.class);
        assertEquals(7, own.apiUsage().orElseThrow().used());
        assertEquals("https://example.my.salesforce.com", own.instanceUrl());
        connection.createStatement().executeQuery("SELECT Name FROM Account");
        assertEquals(1, own.apiCallsMade());
        assertEquals("22023", state(() -> connection.unwrap(String.class)));
    }

    @Test
    void metadata_knows_its_connection_and_no_secret() throws SQLException {
        Connection connection =
                Fakes.connect(engine, "user=ada%40example.com&password=secret&clientSecret=secret&clientId=x");
        DatabaseMetaData told = connection.getMetaData();
        assertEquals(connection, told.getConnection());
        assertEquals("ada@example.com", told.getUserName());
        assertEquals("jdbc:soql://localhost", told.getURL());
        ResultSet types = told.getTypeInfo();
        assertNull(types.getStatement());
        assertTrue(types.last(), "metadata scrolls");
    }

    @Test
    void type_maps_are_empty_or_refused() throws SQLException {
        Connection connection = Fakes.connect(engine);
        assertEquals(Map.of(), connection.getTypeMap());
        connection.setTypeMap(Map.of());
        assertThrows(SQLFeatureNotSupportedException.class, () -> connection.setTypeMap(Map.of("x", String.class)));
    }

    @Test
    void native_sql_is_what_would_be_sent() throws SQLException {
        assertEquals("SELECT Id FROM Account", Fakes.connect(engine).nativeSQL(" SELECT Id FROM Account "));
        assertEquals(List.of(), engine.runs);
    }
}
