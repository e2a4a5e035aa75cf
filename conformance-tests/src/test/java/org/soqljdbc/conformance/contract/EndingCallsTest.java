package org.soqljdbc.conformance.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soqljdbc.conformance.OrgConnections;
import org.soqljdbc.simulated.SimulatedOrg;
import org.soqljdbc.simulated.fault.Hold;

/** Cancel, close and time-outs end a call that is in flight, whatever it is waiting for. */
@Timeout(60)
class EndingCallsTest {

    private static final String QUERY = "SELECT Id, LastName FROM Contact";
    private static final Duration LONG = Duration.ofSeconds(20);

    private SimulatedOrg org;
    private Connection connection;

    @BeforeEach
    void start() throws SQLException {
        org = SimulatedOrg.builder().withRows("Contact", 1_000).start();
        connection = OrgConnections.open(org);
        // What is held below is then the query, not a describe before it.
        connection.prepareStatement(QUERY).getMetaData();
    }

    @AfterEach
    void stop() throws SQLException {
        org.close();
        connection.close();
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** @return to be the SQLState the work ends with, or "done" */
    private static CompletableFuture<String> elsewhere(Work work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                work.run();
                return "done";
            } catch (SQLException ended) {
                return ended.getSQLState();
            }
        });
    }

    private static String outcome(CompletableFuture<String> work) throws Exception {
        return work.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    private Hold holdFirstPage() {
        return org.hold(call -> call.contains("/query") && call.contains("LastName"));
    }

    private Hold holdLaterPage() {
        return org.hold(call -> call.matches("GET /services/data/v[0-9.]+/query/.*"));
    }

    @Test
    void cancel_ends_an_execution_and_the_statement_runs_again() throws Exception {
        Hold hold = holdFirstPage();
        Statement statement = connection.createStatement();
        CompletableFuture<String> run = elsewhere(() -> statement.executeQuery(QUERY));
        assertTrue(hold.awaitArrival(LONG));
        statement.cancel();
        assertEquals("57014", outcome(run));
        hold.release();
        assertTrue(statement.executeQuery(QUERY).next());
    }

    @Test
    void cancel_ends_the_wait_for_a_page() throws Exception {
        Hold hold = holdLaterPage();
        Statement statement = connection.createStatement();
        statement.setFetchSize(200);
        ResultSet rows = statement.executeQuery(QUERY);
        CompletableFuture<String> reading = elsewhere(() -> readAll(rows));
        assertTrue(hold.awaitArrival(LONG));
        statement.cancel();
        assertEquals("57014", outcome(reading));
        assertEquals("24000", assertThrows(SQLException.class, rows::next).getSQLState());
    }

    private static void readAll(ResultSet rows) throws SQLException {
        while (rows.next()) {
            rows.getString(1);
        }
    }

    @Test
    void closing_the_statement_ends_an_execution() throws Exception {
        Hold hold = holdFirstPage();
        Statement statement = connection.createStatement();
        CompletableFuture<String> run = elsewhere(() -> statement.executeQuery(QUERY));
        assertTrue(hold.awaitArrival(LONG));
        statement.close();
        assertFalse(outcome(run).equals("done"));
        assertTrue(statement.isClosed());
    }

    @Test
    void closing_the_connection_ends_the_wait_for_a_page() throws Exception {
        Hold hold = holdLaterPage();
        Statement statement = connection.createStatement();
        statement.setFetchSize(200);
        ResultSet rows = statement.executeQuery(QUERY);
        CompletableFuture<String> reading = elsewhere(() -> readAll(rows));
        assertTrue(hold.awaitArrival(LONG));
        connection.close();
        assertFalse(outcome(reading).equals("done"));
        assertTrue(rows.isClosed());
        assertTrue(statement.isClosed());
    }

    @Test
    void the_query_time_out_ends_an_execution() throws Exception {
        Hold hold = holdFirstPage();
        Statement statement = connection.createStatement();
        statement.setQueryTimeout(1);
        SQLException late = assertThrows(SQLException.class, () -> statement.executeQuery(QUERY));
        assertInstanceOf(SQLTimeoutException.class, late);
        assertEquals("HYT00", late.getSQLState());
        assertTrue(hold.awaitArrival(LONG));
    }

    @Test
    void the_query_time_out_ends_the_wait_for_a_page() throws Exception {
        Hold hold = holdLaterPage();
        Statement statement = connection.createStatement();
        statement.setFetchSize(200);
        statement.setQueryTimeout(1);
        ResultSet rows = statement.executeQuery(QUERY);
        assertEquals(
                "HYT00", assertThrows(SQLException.class, () -> readAll(rows)).getSQLState());
        assertTrue(hold.awaitArrival(LONG));
    }

    @Test
    void the_network_time_out_ends_an_execution() throws Exception {
        Hold hold = holdFirstPage();
        connection.setNetworkTimeout(Runnable::run, 300);
        Statement statement = connection.createStatement();
        assertEquals(
                "HYT00",
                assertThrows(SQLException.class, () -> statement.executeQuery(QUERY))
                        .getSQLState());
        assertTrue(hold.awaitArrival(LONG));
    }

    @Test
    void cancel_ends_the_reading_of_bytes() throws Exception {
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT Id, Body FROM Attachment LIMIT 1");
        assertTrue(rows.next());
        Hold hold = org.hold(call -> call.endsWith("/Body"));
        CompletableFuture<String> reading = elsewhere(() -> {
            try (InputStream bytes = rows.getBinaryStream(2)) {
                bytes.readAllBytes();
            } catch (IOException broken) {
                throw new SQLException(broken.getMessage(), "08006", broken);
            }
        });
        assertTrue(hold.awaitArrival(LONG));
        statement.cancel();
        assertFalse(outcome(reading).equals("done"));
    }

    @Test
    void an_org_that_does_not_answer_in_time_is_not_valid() throws Exception {
        try (Connection other = DriverManager.getConnection(OrgConnections.url(org) + "&validationInterval=0")) {
            assertTrue(other.isValid(5));
            Hold hold = org.hold(call -> true);
            assertFalse(other.isValid(1));
            assertTrue(hold.awaitArrival(LONG));
        }
    }
}
