package org.soqljdbc.api.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soqljdbc.http.CallControl;

@Timeout(60)
class BulkQueryApiTest {

    private static final JobWait SOON = new JobWait(Duration.ofMillis(1), Duration.ofMillis(4));

    private final CallControl control = CallControl.unlimited();
    private BulkOrg org;
    private BulkQueryApi api;

    @BeforeEach
    void open() throws Exception {
        org = new BulkOrg();
        api = new BulkQueryApi(org.caller(), SOON);
    }

    @AfterEach
    void close() {
        org.close();
    }

    private static boolean page(HttpExchange exchange, String locator, String csv) throws IOException {
        if (!locator.isEmpty()) {
            exchange.getResponseHeaders().add("Sforce-Locator", locator);
        }
        exchange.getResponseHeaders()
                .add("X-Accept", exchange.getRequestHeaders().get("Accept").toString());
        BulkOrg.reply(exchange, 200, csv);
        return true;
    }

    private List<String> read(BulkJob job) throws SQLException {
        List<String> rows = new ArrayList<>();
        Optional<String> locator = Optional.empty();
        do {
            try (BulkPage page = api.page(job, locator, control);
                    CsvReader csv = page.open()) {
                csv.next();
                while (csv.next()) {
                    rows.add(csv.text(0));
                }
                locator = page.nextLocator();
            }
        } while (locator.isPresent());
        return rows;
    }

    @Test
    void pages_follow_each_other_until_the_locator_is_the_text_null() throws SQLException {
        List<List<String>> accepted = new ArrayList<>();
        org.fault = (exchange, call) -> {
            if (!call.contains("/results")) {
                return false;
            }
            accepted.add(exchange.getRequestHeaders().get("Accept"));
            return call.contains("locator=MTA%3D%2B")
                    ? page(exchange, "null", "\"Id\"\n\"3\"\n")
                    : page(exchange, "MTA=+", "\"Id\"\n\"1\"\n\"2\"\n");
        };
        BulkJob job = api.create("SELECT Id FROM Account WHERE Name = 'x\"'", true, control);
        BulkJob done = api.await(job, JobListener.NOBODY, control);
        assertTrue(done.isComplete());
        assertEquals(List.of("1", "2", "3"), read(done));
        assertEquals(
                List.of("{\"operation\":\"queryAll\",\"query\":\"SELECT Id FROM Account WHERE Name = 'x\\\"'\","
                        + "\"contentType\":\"CSV\",\"columnDelimiter\":\"COMMA\",\"lineEnding\":\"LF\"}"),
                org.bodies);
        assertEquals(
                List.of(
                        "POST query",
                        "GET query/7500",
                        "GET query/7500",
                        "GET query/7500/results",
                        "GET query/7500/results?locator=MTA%3D%2B"),
                org.calls);
        assertEquals(List.of(List.of("text/csv"), List.of("text/csv")), accepted);
    }

    @Test
    void an_absent_locator_is_the_end_and_a_result_may_be_empty() throws SQLException {
        org.fault = (exchange, call) -> call.contains("/results") && page(exchange, "", "");
        BulkJob job = api.create("SELECT Id FROM Account", false, control);
        assertEquals(List.of(), read(job));
    }

    @Test
    void a_query_that_is_not_for_bulk_is_refused_at_once() {
        org.fault = (exchange, call) -> {
            BulkOrg.reply(
                    exchange,
                    400,
                    "[{\"errorCode\":\"INVALIDENTITY\",\"message\":\"Entity 'X' is not supported by the Bulk API.\"}]");
            return true;
        };
        SQLException refused = assertThrows(SQLException.class, () -> api.create("SELECT Id FROM X", false, control));
        assertTrue(BulkQueryApi.isNotForBulk(refused));
    }

    @Test
    void a_failed_job_tells_why() throws SQLException {
        org.endState = "Failed";
        org.errorMessage = "QUERY_TIMEOUT: Your query request was running for too long.";
        BulkJob job = api.create("SELECT Id FROM Account", false, control);
        SQLException failed = assertThrows(SQLException.class, () -> api.await(job, JobListener.NOBODY, control));
        assertEquals("HYT00", failed.getSQLState());
        assertTrue(failed.getMessage().contains("7500") && failed.getMessage().contains("running for too long"));
    }

    @Test
    void a_job_aborted_by_somebody_is_55000() throws SQLException {
        org.endState = "Aborted";
        BulkJob job = api.create("SELECT Id FROM Account", false, control);
        assertEquals(
                "55000",
                assertThrows(SQLException.class, () -> api.await(job, JobListener.NOBODY, control))
                        .getSQLState());
    }

    @Test
    void cancel_aborts_the_job() throws SQLException {
        org.endState = "InProgress";
        BulkJob job = api.create("SELECT Id FROM Account", false, control);
        SQLException ended = assertThrows(SQLException.class, () -> api.await(job, seen -> control.cancel(), control));
        assertEquals("57014", ended.getSQLState());
        assertEquals("Aborted", org.states.get(job.id()));
    }

    @Test
    void an_interrupted_thread_aborts_the_job_and_stays_interrupted() throws SQLException {
        org.endState = "InProgress";
        BulkJob job = api.create("SELECT Id FROM Account", false, control);
        SQLException ended = assertThrows(
                SQLException.class,
                () -> api.await(job, seen -> Thread.currentThread().interrupt(), control));
        assertTrue(Thread.interrupted());
        assertEquals("57014", ended.getSQLState());
        assertEquals("Aborted", org.states.get(job.id()));
    }

    @Test
    void a_page_that_is_closed_early_ends_its_call() throws SQLException {
        org.fault = (exchange, call) ->
                call.contains("/results") && page(exchange, "x", "\"Id\"\n" + "\"1\"\n".repeat(1_000_000));
        BulkJob job = api.create("SELECT Id FROM Account", false, control);
        try (BulkPage page = api.page(job, Optional.empty(), control);
                CsvReader csv = page.open()) {
            assertTrue(csv.next() && csv.next());
            assertEquals("1", csv.text(0));
        }
        assertFalse(control.isCancelled());
    }
}
