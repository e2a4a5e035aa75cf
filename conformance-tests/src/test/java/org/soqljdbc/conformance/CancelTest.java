package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.simulated.fault.Fault;
import org.soqljdbc.simulated.fault.Hold;

/** Time-outs, cancel, close and interruption while the org keeps one waiting; afterwards the connection works on. */
@Timeout(60)
class CancelTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private Connection connection;

    @BeforeEach
    void connect_and_describe() throws SQLException {
        connection = ORG.open("fetchSize", "200");
        TestOrg.rows(connection, "SELECT Id FROM Contact LIMIT 1");
        ORG.simulated().forgetCalls();
    }

    @AfterEach
    void the_connection_works_on() throws SQLException {
        ORG.simulated().forgetFaults();
        if (!connection.isClosed()) {
            assertEquals(
                    2,
                    TestOrg.rows(connection, "SELECT Id FROM Contact LIMIT 2").size());
            connection.close();
        }
    }

    private static Hold holdQueries() {
        return ORG.simulated().hold(call -> call.contains("/query?q="));
    }

    private static Hold holdLaterPages() {
        return ORG.simulated().hold(call -> call.contains("/query/"));
    }

    /** The work on a thread of its own. */
    private static <T> CompletableFuture<T> started(Callable<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                future.complete(work.call());
            } catch (Exception | Error failure) {
                future.completeExceptionally(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    private static SQLException failure(CompletableFuture<?> work) throws Exception {
        ExecutionException failed = assertThrows(ExecutionException.class, () -> work.get(30, TimeUnit.SECONDS));
        return assertInstanceOf(SQLException.class, failed.getCause());
    }

    private static void assertCancelled(SQLException failure) {
        assertEquals("57014", failure.getSQLState(), failure.toString());
        assertEquals(SQLNonTransientException.class, failure.getClass());
    }

    @Test
    void a_query_that_takes_too_long_times_out() throws SQLException {
        holdQueries();
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            long start = System.nanoTime();
            Refused.with("HYT00", SQLTimeoutException.class, () -> statement.executeQuery("SELECT Id FROM Contact"));
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10));
            ORG.simulated().forgetFaults();
            try (ResultSet rows = statement.executeQuery("SELECT Id FROM Contact LIMIT 3")) {
                assertEquals(3, Rows.all(rows).size());
            }
        }
    }

    @Test
    void a_page_that_takes_too_long_times_out_after_its_predecessors_rows() throws SQLException {
        holdLaterPages();
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            try (ResultSet rows = statement.executeQuery("SELECT Id FROM Contact")) {
                for (int i = 0; i < 200; i++) {
                    assertTrue(rows.next());
                }
                Refused.with("HYT00", SQLTimeoutException.class, rows::next);
                // Rows are missing: to go on as if at the end would hide them.
                assertThrows(SQLException.class, rows::next);
            }
        }
    }

    @Test
    void a_body_that_dribbles_for_longer_than_the_timeout_times_out() throws SQLException {
        ORG.simulated().plan(call -> call.contains("/query?q="), new Fault.Slow(20, 20_000));
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            long start = System.nanoTime();
            Refused.with("HYT00", SQLTimeoutException.class, () -> {
                try (ResultSet rows = statement.executeQuery("SELECT Id, Name, Email FROM Contact")) {
                    Rows.all(rows);
                }
            });
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10));
        }
    }

    @Test
    void the_time_the_reader_spends_between_rows_does_not_count() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertEquals(1, statement.getQueryTimeout());
            try (ResultSet rows = statement.executeQuery("SELECT Id FROM Contact LIMIT 1000")) {
                int count = 0;
                while (rows.next()) {
                    if (count++ == 300) {
                        waitFor(Duration.ofMillis(1300));
                    }
                }
                assertEquals(1000, count);
            }
        }
    }

    /** A reader who is busy for a while. */
    private static void waitFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void cancel_frees_a_thread_that_waits_for_the_first_page() throws Exception {
        Hold hold = holdQueries();
        try (Statement statement = connection.createStatement()) {
            CompletableFuture<ResultSet> work = started(() -> statement.executeQuery("SELECT Id FROM Contact"));
            assertTrue(hold.awaitArrival(LONG));
            statement.cancel();
            assertCancelled(failure(work));
            ORG.simulated().forgetFaults();
            try (ResultSet rows = statement.executeQuery("SELECT Id FROM Contact LIMIT 3")) {
                assertEquals(3, Rows.all(rows).size());
            }
        }
    }

    @Test
    void cancel_frees_a_thread_that_waits_for_a_later_page() throws Exception {
        Hold hold = holdLaterPages();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT Id FROM Contact")) {
            CompletableFuture<Integer> work = started(() -> Rows.all(rows).size());
            assertTrue(hold.awaitArrival(LONG));
            statement.cancel();
            assertCancelled(failure(work));
        }
    }

    @Test
    void cancel_frees_a_thread_that_waits_for_a_describe() throws Exception {
        Hold hold = ORG.simulated().hold(call -> call.contains("/Campaign/describe"));
        try (Statement statement = connection.createStatement()) {
            CompletableFuture<ResultSet> work = started(() -> statement.executeQuery("SELECT Id FROM Campaign"));
            assertTrue(hold.awaitArrival(LONG));
            statement.cancel();
            assertCancelled(failure(work));
        }
    }

    @Test
    void a_describe_that_takes_too_long_times_out() throws SQLException {
        ORG.simulated().hold(call -> call.contains("/Product2/describe"));
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            Refused.with("HYT00", SQLTimeoutException.class, () -> statement.executeQuery("SELECT Id FROM Product2"));
        }
    }

    @Test
    void cancel_without_a_run_does_nothing_to_the_next_one() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.cancel();
            try (ResultSet rows = statement.executeQuery("SELECT Id FROM Contact LIMIT 3")) {
                assertEquals(3, Rows.all(rows).size());
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT Id FROM Contact LIMIT ?")) {
            statement.setInt(1, 4);
            statement.cancel();
            try (ResultSet rows = statement.executeQuery()) {
                assertEquals(4, Rows.all(rows).size());
            }
        }
    }

    @Test
    @SuppressWarnings("try") // Closing early is the point.
    void closing_the_statement_frees_the_thread_that_waits_in_it() throws Exception {
        Hold hold = holdQueries();
        try (Statement statement = connection.createStatement()) {
            CompletableFuture<ResultSet> work = started(() -> statement.executeQuery("SELECT Id FROM Contact"));
            assertTrue(hold.awaitArrival(LONG));
            statement.close();
            failure(work);
            assertTrue(statement.isClosed());
        }
    }

    @Test
    @SuppressWarnings("try") // Closing early is the point.
    void closing_the_result_set_frees_the_thread_that_waits_in_it() throws Exception {
        Hold hold = holdLaterPages();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT Id FROM Contact")) {
            CompletableFuture<Integer> work = started(() -> Rows.all(rows).size());
            assertTrue(hold.awaitArrival(LONG));
            rows.close();
            failure(work);
        }
    }

    @Test
    void closing_the_connection_frees_the_thread_that_waits_in_it() throws Exception {
        Hold hold = holdLaterPages();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT Id FROM Contact")) {
            CompletableFuture<Integer> work = started(() -> Rows.all(rows).size());
            assertTrue(hold.awaitArrival(LONG));
            connection.close();
            failure(work);
            assertTrue(rows.isClosed());
        }
    }

    @Test
    void abort_frees_the_thread_that_waits() throws Exception {
        Hold hold = holdQueries();
        try (Statement statement = connection.createStatement()) {
            CompletableFuture<ResultSet> work = started(() -> statement.executeQuery("SELECT Id FROM Contact"));
            assertTrue(hold.awaitArrival(LONG));
            connection.abort(Runnable::run);
            failure(work);
            assertTrue(connection.isClosed());
        }
    }

    @Test
    void an_interrupted_thread_stops_waiting_and_stays_interrupted() throws Exception {
        for (boolean laterPage : new boolean[] {false, true}) {
            Hold hold = laterPage ? holdLaterPages() : holdQueries();
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            CompletableFuture<SQLException> refusal = new CompletableFuture<>();
            Thread reader = new Thread(() -> {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT Id FROM Contact")) {
                    Rows.all(rows);
                    refusal.completeExceptionally(new AssertionError("all rows were read"));
                } catch (SQLException cause) {
                    interrupted.complete(Thread.currentThread().isInterrupted());
                    refusal.complete(cause);
                }
            });
            reader.start();
            assertTrue(hold.awaitArrival(LONG));
            reader.interrupt();
            assertCancelled(refusal.get(30, TimeUnit.SECONDS));
            assertTrue(interrupted.get(1, TimeUnit.SECONDS));
            reader.join(TimeUnit.SECONDS.toMillis(30));
            assertFalse(reader.isAlive());
            ORG.simulated().forgetFaults();
        }
    }

    @Test
    void a_second_run_closes_the_first_result_set_and_ends_its_calls() throws Exception {
        Hold hold = holdLaterPages();
        try (Statement statement = connection.createStatement()) {
            ResultSet first = statement.executeQuery("SELECT Id FROM Contact");
            assertTrue(first.next());
            assertTrue(hold.awaitArrival(LONG));
            try (ResultSet second = statement.executeQuery("SELECT Id FROM Contact LIMIT 3")) {
                assertTrue(first.isClosed());
                assertThrows(SQLException.class, first::next);
                assertEquals(3, Rows.all(second).size());
            }
        }
    }
}
