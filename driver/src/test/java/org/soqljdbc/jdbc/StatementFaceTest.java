package org.soqljdbc.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Running statements: one result at a time, settings, cancelling and closing from other threads. */
class StatementFaceTest {

    private static final String QUERY = "SELECT Name FROM Account";

    private final FakeEngine engine = Fakes.numbered(3);

    private static String state(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(SQLException.class, call).getSQLState();
    }

    @Test
    void executing_again_closes_the_last_result_set() throws SQLException {
        Statement statement = Fakes.connect(engine).createStatement();
        ResultSet first = statement.executeQuery(QUERY);
        ResultSet second = statement.executeQuery(QUERY);
        assertTrue(first.isClosed());
        assertFalse(second.isClosed());
        assertSame(second, statement.getResultSet());
    }

    @Test
    void a_failing_execution_closes_the_last_result_set_too() throws SQLException {
        Statement statement = Fakes.connect(engine).createStatement();
        ResultSet first = statement.executeQuery(QUERY);
        assertEquals("42000", state(() -> statement.executeQuery("nonsense")));
        assertTrue(first.isClosed());
        assertNull(statement.getResultSet());
    }

    @Test
    void execute_has_one_result_and_no_update_count() throws SQLException {
        Statement statement = Fakes.connect(engine).createStatement();
        assertTrue(statement.execute(QUERY, Statement.RETURN_GENERATED_KEYS));
        assertEquals(-1, statement.getUpdateCount());
        ResultSet rows = statement.getResultSet();
        assertFalse(statement.getMoreResults());
        assertTrue(rows.isClosed());
        assertNull(statement.getResultSet());
        assertEquals(-1, statement.getLargeUpdateCount());
        assertFalse(statement.getGeneratedKeys().next());
    }

    @Test
    void a_query_run_as_an_update_is_refused_and_not_run() throws SQLException {
        Statement statement = Fakes.connect(engine).createStatement();
        assertEquals("07003", state(() -> statement.executeUpdate(QUERY)));
        assertEquals("07003", state(() -> statement.executeLargeUpdate(QUERY)));
        assertEquals(
                "07003",
                state(() -> statement.getConnection().prepareStatement(QUERY).executeUpdate()));
        assertTrue(engine.runs.isEmpty());
    }

    @Test
    void settings_reach_the_run() throws SQLException {
        Statement statement = Fakes.connect(engine).createStatement();
        statement.setMaxRows(7);
        statement.setFetchSize(300);
        ResultSet rows = statement.executeQuery(QUERY);
        assertEquals(7, engine.options.get(0).maxRows());
        assertEquals(300, engine.options.get(0).fetchSize());
        assertEquals(300, rows.getFetchSize());
        statement.setLargeMaxRows(5_000_000_000L);
        statement.executeQuery(QUERY);
        assertEquals(5_000_000_000L, engine.options.get(1).maxRows());
        assertEquals(0, statement.getMaxRows(), "more than an int holds");
    }

    @Test
    void negative_settings_are_refused() throws SQLException {
        Statement statement = Fakes.connect(engine).createStatement();
        assertEquals("22023", state(() -> statement.setMaxRows(-1)));
        assertEquals("22023", state(() -> statement.setFetchSize(-1)));
        assertEquals("22023", state(() -> statement.setQueryTimeout(-1)));
        assertEquals("22023", state(() -> statement.setMaxFieldSize(-1)));
        assertEquals("22023", state(() -> statement.setFetchDirection(7)));
    }

    @Test
    void cancel_from_another_thread_ends_a_wait_and_the_statement_can_run_again() throws Exception {
        engine.stuck = true;
        Statement statement = Fakes.connect(engine).createStatement();
        ResultSet rows = statement.executeQuery(QUERY);
        CompletableFuture<String> outcome = advanceElsewhere(rows);
        assertTrue(engine.streams.get(0).waiting.await(20, TimeUnit.SECONDS));
        statement.cancel();
        assertEquals("57014", outcome.get(20, TimeUnit.SECONDS));
        engine.stuck = false;
        ResultSet again = statement.executeQuery(QUERY);
        assertTrue(again.next());
    }

    @Test
    void closing_in_mid_flight_ends_a_wait() throws Exception {
        engine.stuck = true;
        Connection connection = Fakes.connect(engine);
        ResultSet rows = connection.createStatement().executeQuery(QUERY);
        CompletableFuture<String> outcome = advanceElsewhere(rows);
        assertTrue(engine.streams.get(0).waiting.await(20, TimeUnit.SECONDS));
        connection.close();
        assertEquals("57014", outcome.get(20, TimeUnit.SECONDS));
        assertTrue(rows.isClosed());
    }

    private static CompletableFuture<String> advanceElsewhere(ResultSet rows) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                rows.next();
                return "answered";
            } catch (SQLException expected) {
                return expected.getSQLState();
            }
        });
    }

    @Test
    void cancel_without_a_run_does_nothing() throws SQLException {
        Statement statement = Fakes.connect(engine).createStatement();
        statement.cancel();
        assertTrue(statement.executeQuery(QUERY).next());
    }

    @Test
    void close_on_completion_closes_with_the_result_set_but_not_at_the_next_run() throws SQLException {
        Statement statement = Fakes.connect(engine).createStatement();
        statement.closeOnCompletion();
        assertTrue(statement.isCloseOnCompletion());
        statement.executeQuery(QUERY);
        ResultSet second = statement.executeQuery(QUERY);
        assertFalse(statement.isClosed());
        second.close();
        assertTrue(statement.isClosed());
    }

    @Test
    void warnings_of_a_run_are_the_statements_until_the_next_run() throws SQLException {
        Statement statement = Fakes.connect(engine).createStatement();
        statement.executeQuery(QUERY);
        engine.options.get(0).warnings().accept(new SQLWarning("one", "01000"));
        engine.options.get(0).warnings().accept(new SQLWarning("two", "01000"));
        assertEquals("two", statement.getWarnings().getNextWarning().getMessage());
        statement.executeQuery(QUERY);
        assertNull(statement.getWarnings());
        statement.setFetchDirection(ResultSet.FETCH_REVERSE);
        assertNotNull(statement.getWarnings());
        statement.clearWarnings();
        assertNull(statement.getWarnings());
    }

    @Test
    void literals_and_names_are_quoted_as_soql_reads_them() throws SQLException {
        Statement statement = Fakes.connect(engine).createStatement();
        assertEquals("'O\\'Reilly \\\\'", statement.enquoteLiteral("O'Reilly \\"));
        assertEquals("Account", statement.enquoteIdentifier("Account", false));
        assertEquals("\"Account\"", statement.enquoteIdentifier("Account", true));
        assertEquals("\"two words\"", statement.enquoteIdentifier("two words", false));
        assertEquals("22023", state(() -> statement.enquoteIdentifier("a\"b", false)));
        assertEquals("22023", state(() -> statement.enquoteIdentifier("", false)));
        assertTrue(statement.isSimpleIdentifier("My_Field__c"));
        assertFalse(statement.isSimpleIdentifier("1a"));
    }

    @Test
    void a_closed_statement_says_so() throws SQLException {
        Statement statement = Fakes.connect(engine).createStatement();
        statement.close();
        statement.close();
        assertEquals("55000", state(() -> statement.executeQuery(QUERY)));
        assertEquals("55000", state(statement::cancel));
    }

    @Test
    void a_wait_is_bounded_by_the_shorter_of_query_and_network_time_out() throws SQLException {
        ConnectionFace connection = Fakes.connect(engine);
        assertTrue(connection.newControl(Optional.empty()).timeout().isEmpty());
        connection.setNetworkTimeout(Runnable::run, 2_000);
        assertEquals(
                2,
                connection.newControl(Optional.empty()).timeout().orElseThrow().toSeconds());
        assertEquals(
                1,
                connection
                        .newControl(Optional.of(Duration.ofSeconds(1)))
                        .timeout()
                        .orElseThrow()
                        .toSeconds());
        assertEquals(
                2,
                connection
                        .newControl(Optional.of(Duration.ofSeconds(9)))
                        .timeout()
                        .orElseThrow()
                        .toSeconds());
    }
}
