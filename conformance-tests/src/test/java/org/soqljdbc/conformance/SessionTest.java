package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.SalesforceConnection;
import org.soqljdbc.simulated.SimulatedOrg;
import org.soqljdbc.simulated.fault.Fault;
import org.soqljdbc.simulated.log.Call;

/** What a connection costs, and how its session is renewed, asked after and ended. */
@Timeout(60)
class SessionTest {

    private static final String ONE = "SELECT Id FROM Account LIMIT 1";

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    /** After a first connection, which paid for the session they share and for Account's describe. */
    @BeforeEach
    void log_in_and_describe() throws SQLException {
        try (Connection connection = ORG.open()) {
            TestOrg.rows(connection, ONE);
        }
        ORG.simulated().forgetCalls();
    }

    private static List<String> paths(SimulatedOrg org) {
        return org.calls().stream()
                .map(call -> call.method() + " " + call.path())
                .toList();
    }

    @Test
    void a_connection_costs_one_token_call_and_a_second_none() throws SQLException {
        try (SimulatedOrg fresh = SimulatedOrg.start()) {
            try (Connection first = OrgConnections.open(fresh);
                    Connection second = OrgConnections.open(fresh)) {
                assertEquals(List.of("POST /services/oauth2/token"), paths(fresh));
                assertEquals(1, first.unwrap(SalesforceConnection.class).apiCallsMade());
                assertEquals(0, second.unwrap(SalesforceConnection.class).apiCallsMade());
                TestOrg.rows(first, ONE);
                assertEquals(
                        List.of(
                                "POST /services/oauth2/token",
                                "GET /services/data/v67.0/sobjects/Account/describe",
                                "GET /services/data/v67.0/query"),
                        paths(fresh));
                // The second connection shares the catalog too.
                TestOrg.rows(second, "SELECT Name FROM Account LIMIT 1");
                assertEquals(4, fresh.calls().size());
                assertEquals(1, second.unwrap(SalesforceConnection.class).apiCallsMade());
            }
            try (Connection third = OrgConnections.open(fresh)) {
                TestOrg.rows(third, ONE);
            }
            assertEquals(1, fresh.calls().stream().filter(Call::asksToken).count());
            assertEquals(5, fresh.calls().size());
        }
    }

    @Test
    void making_statements_settings_and_clean_up_cost_nothing() throws SQLException {
        try (Connection connection = ORG.open()) {
            connection.setAutoCommit(true);
            connection.setReadOnly(true);
            connection.getMetaData().getDatabaseProductName();
            connection.prepareStatement("SELECT Id FROM Contact WHERE Name = ?").close();
            connection.createStatement().close();
            connection.getSchema();
            connection.getWarnings();
        }
        assertEquals(0, ORG.calls().size());
    }

    @Test
    void an_expired_session_is_renewed_once_and_the_call_repeated() throws SQLException {
        try (Connection connection = ORG.open()) {
            ORG.simulated().expireSessions();
            assertEquals(1, TestOrg.rows(connection, ONE).size());
            List<Integer> statuses = ORG.calls().stream().map(Call::status).toList();
            assertEquals(List.of(401, 200, 200), statuses);
            assertEquals(1, ORG.tokenCalls());
        }
    }

    @Test
    void a_session_that_expires_between_pages_loses_no_row() throws SQLException {
        try (Connection connection = ORG.open();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(200);
            try (ResultSet rows = statement.executeQuery("SELECT Id FROM Contact ORDER BY Id LIMIT 1500")) {
                List<String> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                    if (ids.size() % 400 == 0) {
                        ORG.simulated().expireSessions();
                    }
                }
                assertEquals(1500, ids.size());
                assertEquals(1500, ids.stream().distinct().count());
                assertEquals(ids.stream().sorted().toList(), ids);
            }
        }
    }

    @Test
    void many_threads_with_one_expired_session_cost_one_token_call() throws Exception {
        int threads = 8;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            ORG.simulated().expireSessions();
            CyclicBarrier together = new CyclicBarrier(threads);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                answers.add(executor.submit(() -> {
                    try (Connection connection = ORG.open()) {
                        together.await(30, TimeUnit.SECONDS);
                        return TestOrg.rows(connection, ONE).size();
                    }
                }));
            }
            for (Future<Integer> answer : answers) {
                assertEquals(1, answer.get(60, TimeUnit.SECONDS));
            }
        } finally {
            executor.shutdownNow();
        }
        assertEquals(1, ORG.tokenCalls());
    }

    @Test
    void a_call_is_not_repeated_for_ever_when_each_new_session_is_refused() throws SQLException {
        try (Connection connection = ORG.open()) {
            for (int i = 0; i < 5; i++) {
                ORG.simulated()
                        .plan(
                                call -> call.contains("/query?q="),
                                Fault.error(401, "INVALID_SESSION_ID", "Session expired or invalid"));
            }
            SQLException refusal = Refused.with(
                    "28000", SQLInvalidAuthorizationSpecException.class, () -> TestOrg.rows(connection, ONE));
            Refused.says(refusal, "INVALID_SESSION_ID");
            assertEquals(1, ORG.tokenCalls());
            assertEquals(2, ORG.calls().stream().filter(Call::startsQuery).count());
            ORG.simulated().forgetFaults();
            assertEquals(1, TestOrg.rows(connection, ONE).size());
        }
    }

    @Test
    void a_session_without_the_api_scope_is_not_renewed() throws SQLException {
        try (Connection connection = ORG.open()) {
            ORG.simulated()
                    .plan(
                            call -> call.contains("/query?q="),
                            Fault.error(
                                    401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API"));
            SQLException refusal = Refused.with(
                    "28000", SQLInvalidAuthorizationSpecException.class, () -> TestOrg.rows(connection, ONE));
            Refused.says(refusal, "scope");
            assertEquals(0, ORG.tokenCalls());
        }
    }

    @Test
    void a_session_that_cannot_be_renewed_says_so_and_the_connection_is_no_longer_valid() throws SQLException {
        try (SimulatedOrg org = SimulatedOrg.start();
                Connection connection = DriverManager.getConnection("jdbc:soql://" + org.hostAndPort()
                        + "?ssl=false&accessToken=" + TestOrg.encoded(org.openSession()))) {
            TestOrg.rows(connection, ONE);
            assertTrue(connection.isValid(5));
            org.expireSessions();
            SQLException refusal = Refused.with(
                    "28000", SQLInvalidAuthorizationSpecException.class, () -> TestOrg.rows(connection, ONE));
            Refused.says(refusal, "token");
            // Not trusting the call that succeeded a moment before the one that failed.
            assertFalse(connection.isValid(5));
        }
    }

    @Test
    void isValid_asks_the_org_once_in_an_interval() throws SQLException {
        try (Connection trusting = ORG.open();
                Connection asking = ORG.open("validationInterval", "0")) {
            assertTrue(trusting.isValid(5));
            assertEquals(1, ORG.calls().size());
            assertTrue(trusting.isValid(5));
            assertEquals(1, ORG.calls().size());
            assertTrue(asking.isValid(5));
            assertTrue(asking.isValid(5));
            assertEquals(3, ORG.calls().size());
            assertTrue(ORG.calls().stream().noneMatch(Call::startsQuery));
        }
    }

    @Test
    void isValid_renews_an_expired_session_and_denies_what_does_not_answer_in_time() throws SQLException {
        try (Connection connection = ORG.open("validationInterval", "0")) {
            ORG.simulated().expireSessions();
            assertTrue(connection.isValid(5));
            ORG.simulated().hold(call -> true);
            long start = System.nanoTime();
            assertFalse(connection.isValid(1));
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10));
            ORG.simulated().forgetFaults();
            assertTrue(connection.isValid(5));
            assertThrows(SQLException.class, () -> connection.isValid(-1));
        }
    }

    @Test
    void what_a_closed_connection_made_is_closed_too() throws SQLException {
        Connection connection = ORG.open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT Id FROM Contact");
        assertTrue(rows.next());
        connection.close();
        connection.close();
        assertTrue(connection.isClosed());
        assertFalse(connection.isValid(5));
        assertTrue(statement.isClosed());
        assertTrue(rows.isClosed());
        Refused.with("08003", SQLNonTransientConnectionException.class, connection::createStatement);
        assertThrows(SQLException.class, rows::next);
        assertThrows(SQLException.class, () -> statement.executeQuery(ONE));
    }

    @Test
    void a_closed_connection_leaves_the_session_to_the_others() throws SQLException {
        try (Connection stays = ORG.open()) {
            ORG.open().close();
            assertEquals(1, TestOrg.rows(stays, ONE).size());
            assertEquals(1, ORG.calls().size());
        }
    }

    @Test
    void the_org_tells_how_many_of_its_calls_are_used() throws SQLException {
        try (Connection connection = ORG.open()) {
            SalesforceConnection org = connection.unwrap(SalesforceConnection.class);
            assertTrue(org.apiUsage().isEmpty());
            TestOrg.rows(connection, ONE);
            assertNotNull(org.apiUsage().orElseThrow());
            long used = org.apiUsage().orElseThrow().used();
            TestOrg.rows(connection, ONE);
            assertEquals(used + 1, org.apiUsage().orElseThrow().used());
            assertEquals(2, org.apiCallsMade());
        }
    }

    @Test
    void call_limits_stop_a_runaway_client() throws SQLException {
        try (Connection connection = ORG.open("apiCallLimit", "2")) {
            TestOrg.rows(connection, ONE);
            TestOrg.rows(connection, ONE);
            SQLException refusal =
                    Refused.with("53000", SQLTransientException.class, () -> TestOrg.rows(connection, ONE));
            Refused.says(refusal, "apiCallLimit");
            assertEquals(2, ORG.calls().size());
        }
        try (Connection connection = ORG.open("statementCallLimit", "2", "fetchSize", "200")) {
            SQLException refusal = Refused.with(
                    "53000", SQLTransientException.class, () -> TestOrg.rows(connection, "SELECT Id FROM Contact"));
            Refused.says(refusal, "statementCallLimit");
            assertEquals(1, TestOrg.rows(connection, ONE).size());
        }
    }

    @Test
    void a_login_that_the_edge_answers_with_html_is_an_error_with_advice() throws SQLException {
        try (SimulatedOrg org = SimulatedOrg.start()) {
            for (int i = 0; i < 4; i++) {
                org.plan(call -> call.contains("oauth2"), Fault.html(420, "<html><h1>No route</h1></html>"));
            }
            SQLException refusal = Refused.with(
                    "08001",
                    SQLNonTransientConnectionException.class,
                    () -> OrgConnections.open(org).close());
            Refused.says(refusal, "420", "does not exist or moved");
        }
    }

    @Test
    void a_login_that_takes_too_long_is_given_up() throws SQLException {
        try (SimulatedOrg org = SimulatedOrg.start()) {
            org.hold(call -> call.contains("oauth2"));
            Refused.with(
                    "HYT00",
                    SQLTimeoutException.class,
                    () -> DriverManager.getConnection(OrgConnections.url(org) + "&loginTimeout=1")
                            .close());
        }
    }

    @Test
    void a_describe_reply_that_was_learnt_is_not_asked_for_again() throws SQLException {
        try (Connection connection = ORG.open()) {
            for (int i = 0; i < 3; i++) {
                TestOrg.rows(connection, "SELECT Account.Owner.Name, Name FROM Contact LIMIT 1");
            }
            Map<Boolean, Long> kinds =
                    ORG.calls().stream().collect(Collectors.partitioningBy(Call::startsQuery, Collectors.counting()));
            assertEquals(3, kinds.get(true));
            // Contact, then User; Account was known.
            assertTrue(kinds.get(false) <= 2, ORG.calls().toString());
        }
    }
}
