package org.soqljdbc.api.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soqljdbc.api.write.FieldValue;
import org.soqljdbc.api.write.RowResult;
import org.soqljdbc.api.write.WriteRecord;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.api.write.WriteVerb;
import org.soqljdbc.error.SalesforceErrors;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.http.CallControl;

@Timeout(60)
class BulkIngestApiTest {

    private static final JobWait SOON = new JobWait(Duration.ofMillis(1), Duration.ofMillis(4));
    private static final IngestSpec INSERT =
            new IngestSpec("Account", WriteVerb.INSERT, Optional.empty(), Optional.empty(), true);

    private final Map<Long, RowResult> results = new TreeMap<>();
    private final List<String> states = new ArrayList<>();
    private final CallControl control = CallControl.unlimited();
    private BulkOrg org;

    @BeforeEach
    void open() throws IOException {
        org = new BulkOrg();
    }

    @AfterEach
    void close() {
        org.close();
    }

    private static List<WriteRecord> named(String... names) {
        List<WriteRecord> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(WriteRecord.of(
                    "Account",
                    List.of(
                            FieldValue.of("Name", new WriteValue.Text(name)),
                            FieldValue.of("Phone", WriteValue.NULL),
                            FieldValue.of("N__c", new WriteValue.Number(BigDecimal.TEN)))));
        }
        return rows;
    }

    private long write(IngestSpec spec, List<WriteRecord> rows, long largestUpload) throws SQLException {
        BulkIngestApi api = new BulkIngestApi(org.caller(), SOON, largestUpload);
        return api.write(
                spec,
                RowSource.of(rows.iterator()),
                (row, result) -> {
                    if (results.put(row, result) != null) {
                        throw new AssertionError("row " + row + " was told twice");
                    }
                },
                job -> states.add(job.state()),
                control);
    }

    private SQLException failure(String... names) {
        return assertThrows(SQLException.class, () -> write(INSERT, named(names), 1_000));
    }

    @Test
    void rows_are_uploaded_compressed_and_their_results_found_again_in_order() throws SQLException {
        assertEquals(3, write(INSERT, named("a", "b, \"c\"", "d"), 1_000));
        assertEquals(
                List.of(
                        "POST ingest",
                        "PUT ingest/7500/batches",
                        "PATCH ingest/7500",
                        "GET ingest/7500",
                        "GET ingest/7500",
                        "GET ingest/7500/successfulResults/"),
                org.calls);
        assertEquals(
                List.of("{\"object\":\"Account\",\"operation\":\"insert\",\"contentType\":\"CSV\","
                        + "\"columnDelimiter\":\"COMMA\",\"lineEnding\":\"LF\"}"),
                org.bodies);
        assertEquals("Name,Phone,N__c\na,#N/A,10\n\"b, \"\"c\"\"\",#N/A,10\nd,#N/A,10\n", org.uploads.get("7500"));
        assertEquals(
                Map.of(
                        0L, RowResult.written(Optional.of("0017500r1"), true),
                        1L, RowResult.written(Optional.of("0017500r2"), true),
                        2L, RowResult.written(Optional.of("0017500r3"), true)),
                results);
        assertEquals(List.of("Open", "InProgress", "JobComplete"), states);
    }

    @Test
    void failed_and_unprocessed_rows_are_told_as_such() throws SQLException {
        write(INSERT, named("a", "bad", "late", "bad", "a"), 1_000);
        assertTrue(results.get(0L).isWritten() && results.get(4L).isWritten());
        assertEquals(RowResult.Outcome.NOT_SENT, results.get(2L).outcome());
        for (long row : new long[] {1, 3}) {
            SQLException refused = SalesforceErrors.ofRow(results.get(row).failures());
            assertEquals("23502", refused.getSQLState());
            assertEquals(List.of("Name"), results.get(row).failures().get(0).fields());
        }
        assertTrue(org.calls.contains("GET ingest/7500/failedResults/"));
        assertTrue(org.calls.contains("GET ingest/7500/unprocessedrecords/"));
    }

    @Test
    void results_are_not_asked_for_where_nobody_wants_ids_and_no_row_failed() throws SQLException {
        IngestSpec update = new IngestSpec("Account", WriteVerb.UPDATE, Optional.empty(), Optional.of("TRUE"), false);
        write(update, named("a", "b"), 1_000);
        assertEquals(RowResult.written(Optional.empty(), false), results.get(1L));
        assertEquals("GET ingest/7500", org.calls.get(org.calls.size() - 1));
        assertFalse(org.bodies.get(0).contains("assignmentRuleId"));
    }

    @Test
    void key_and_rule_stand_in_the_job() throws SQLException {
        IngestSpec upsert = new IngestSpec(
                "Lead", WriteVerb.UPSERT, Optional.of("Ext__c"), Optional.of("01Q000000000001AAA"), true);
        write(upsert, named("a"), 1_000);
        assertTrue(org.bodies
                .get(0)
                .startsWith("{\"object\":\"Lead\",\"operation\":\"upsert\",\"externalIdFieldName\":\"Ext__c\","
                        + "\"assignmentRuleId\":\"01Q000000000001AAA\","));
    }

    @Test
    void what_is_too_much_for_one_job_goes_on_in_the_next_with_a_header_of_its_own() throws SQLException {
        String[] names =
                IntStream.range(0, 100).mapToObj(i -> i == 57 ? "bad" : "n" + i).toArray(String[]::new);
        assertEquals(100, write(INSERT, named(names), 300));
        assertTrue(org.uploads.size() > 3);
        for (String upload : org.uploads.values()) {
            assertTrue(upload.length() <= 300 && upload.startsWith("Name,Phone,N__c\n"));
        }
        assertEquals(100, results.size());
        assertEquals(99, results.values().stream().filter(RowResult::isWritten).count());
        assertFalse(results.get(57L).isWritten());
    }

    @Test
    void rows_whose_echo_differs_are_told_if_all_were_written_and_unknown_otherwise() throws SQLException {
        org.echoesOtherwise = true;
        write(INSERT, named("a", "b"), 1_000);
        assertEquals(RowResult.written(Optional.empty(), true), results.get(1L));
        results.clear();
        write(INSERT, named("a", "bad"), 1_000);
        assertEquals(RowResult.Outcome.UNKNOWN, results.get(0L).outcome());
        assertEquals(RowResult.Outcome.UNKNOWN, results.get(1L).outcome());
    }

    @Test
    void a_job_that_fails_as_a_whole_fails_each_row_with_its_reason() throws SQLException {
        org.endState = "Failed";
        org.errorMessage = "InvalidBatch : Field name not found : Nmae";
        org.fault = (exchange, call) -> {
            if (call.contains("Results") || call.contains("unprocessed")) {
                BulkOrg.reply(exchange, 200, "");
                return true;
            }
            return false;
        };
        write(INSERT, named("a", "b"), 1_000);
        assertEquals("42S22", SalesforceErrors.ofRow(results.get(1L).failures()).getSQLState());
    }

    @Test
    void a_broken_upload_wrote_nothing_and_its_job_is_aborted() {
        org.fault = (exchange, call) -> cut(exchange, call.startsWith("PUT"));
        SQLException lost = failure("a");
        assertEquals("08006", lost.getSQLState());
        assertFalse(SqlErrors.leavesUnknown(lost));
        assertEquals("Aborted", org.states.get("7500"));
        assertEquals(
                1, org.calls.stream().filter(call -> call.startsWith("PUT")).count());
    }

    @Test
    void a_source_of_rows_that_fails_wrote_nothing_of_its_job() {
        SQLException why = new SQLException("no more rows", "22003");
        AtomicInteger given = new AtomicInteger();
        RowSource source = () -> {
            if (given.incrementAndGet() > 2) {
                throw why;
            }
            return Optional.of(named("a").get(0));
        };
        SQLException failed = assertThrows(
                SQLException.class,
                () -> new BulkIngestApi(org.caller(), SOON, 1_000)
                        .write(INSERT, source, results::put, JobListener.NOBODY, control));
        assertEquals(why, failed);
        assertEquals("Aborted", org.states.get("7500"));
    }

    @Test
    void a_close_without_an_answer_is_asked_after_and_not_repeated_if_it_took_effect() throws SQLException {
        org.fault = (exchange, call) -> {
            if (call.startsWith("PATCH")) {
                org.states.put("7500", "UploadComplete");
            }
            return cut(exchange, call.startsWith("PATCH"));
        };
        write(INSERT, named("a"), 1_000);
        assertTrue(results.get(0L).isWritten());
        assertEquals(
                1, org.calls.stream().filter(call -> call.startsWith("PATCH")).count());
    }

    @Test
    void a_close_without_an_answer_is_repeated_if_it_did_not_take_effect() throws SQLException {
        AtomicInteger closes = new AtomicInteger();
        org.fault = (exchange, call) -> cut(exchange, call.startsWith("PATCH") && closes.incrementAndGet() == 1);
        write(INSERT, named("a"), 1_000);
        assertTrue(results.get(0L).isWritten());
        assertEquals(2, closes.get());
    }

    @Test
    void a_session_lost_while_the_job_is_at_work_is_unknown() {
        org.fault = (exchange, call) -> {
            if (call.equals("GET ingest/7500")) {
                BulkOrg.reply(exchange, 403, "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"m\"}]");
                return true;
            }
            return false;
        };
        SQLException unknown = failure("a");
        assertEquals("08007", unknown.getSQLState());
        assertEquals("Aborted", org.states.get("7500"));
    }

    @Test
    void results_that_cannot_be_read_are_unknown() {
        org.fault = (exchange, call) -> {
            if (call.contains("successfulResults")) {
                BulkOrg.reply(exchange, 200, "sf__Id,sf__Created,Name\n\"0017");
                return true;
            }
            return false;
        };
        assertEquals("08007", failure("a").getSQLState());
    }

    @Test
    void cancel_aborts_the_job_and_leaves_its_rows_unknown() {
        org.fault = (exchange, call) -> {
            if (call.equals("GET ingest/7500")) {
                control.cancel();
            }
            return false;
        };
        SQLException ended = failure("a");
        assertEquals("57014", ended.getSQLState());
        assertTrue(SqlErrors.leavesUnknown(ended));
        assertEquals("Aborted", org.states.get("7500"));
    }

    @Test
    void the_time_out_aborts_the_job_too() {
        org.endState = "InProgress";
        CallControl soon = new CallControl(Optional.of(Duration.ofMillis(300)));
        SQLException late = assertThrows(
                SQLException.class,
                () -> new BulkIngestApi(org.caller(), SOON, 1_000)
                        .write(INSERT, RowSource.of(named("a").iterator()), results::put, JobListener.NOBODY, soon));
        assertEquals("HYT00", late.getSQLState());
        assertTrue(SqlErrors.leavesUnknown(late));
        assertEquals("Aborted", org.states.get("7500"));
    }

    @Test
    void no_rows_cost_no_call() throws SQLException {
        assertEquals(0, write(INSERT, List.of(), 1_000));
        assertEquals(List.of(), org.calls);
    }

    @Test
    void waits_double_up_to_the_longest() {
        assertEquals(Duration.ofMillis(500), JobWait.USUAL.before(0));
        assertEquals(Duration.ofSeconds(4), JobWait.USUAL.before(3));
        assertEquals(Duration.ofSeconds(10), JobWait.USUAL.before(5));
        assertEquals(Duration.ofSeconds(10), JobWait.USUAL.before(1_000));
    }

    /** Ends the connection without an answer. */
    private static boolean cut(HttpExchange exchange, boolean now) {
        if (now) {
            exchange.close();
        }
        return now;
    }
}
