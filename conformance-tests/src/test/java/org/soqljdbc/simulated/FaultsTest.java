package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.simulated.fault.Fault;
import org.soqljdbc.simulated.fault.Hold;
import org.soqljdbc.simulated.log.Call;
import org.soqljdbc.simulated.schema.Ids;

/** What can be made to go wrong. */
class FaultsTest {

    private static final String QUERY = OrgClient.DATA + "/query?q=" + OrgClient.encode("SELECT Id, Name FROM Contact");

    private SimulatedOrg org;
    private OrgClient client;

    @BeforeEach
    void start() {
        org = SimulatedOrg.start();
        client = new OrgClient(org);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private void plan(Fault fault) {
        org.plan(call -> call.contains("/query"), fault);
    }

    @Test
    void planned_answers_come_one_after_the_other_and_then_the_orgs_own() throws Exception {
        plan(Fault.answer(429, Map.of("Retry-After", "1"), "[]"));
        plan(Fault.error(503, "SERVER_UNAVAILABLE", "Server Unavailable"));
        plan(Fault.html(500, "<h1>Oh</h1>"));
        assertEquals(200, client.get(OrgClient.DATA + "/limits").statusCode());
        HttpResponse<byte[]> first = client.get(QUERY);
        assertEquals(429, first.statusCode());
        assertEquals("1", first.headers().firstValue("Retry-After").orElseThrow());
        HttpResponse<byte[]> second = client.get(QUERY);
        assertEquals(503, second.statusCode());
        assertEquals(
                "SERVER_UNAVAILABLE",
                OrgClient.json(second).get(0).get("errorCode").textValue());
        assertEquals("<h1>Oh</h1>", OrgClient.text(client.get(QUERY)));
        assertEquals(200, client.get(QUERY).statusCode());
        assertEquals(5, org.calls().size());
    }

    @Test
    void a_connection_can_break_before_the_answer() throws Exception {
        // A POST: the JDK's client repeats a GET of its own accord.
        String composite = OrgClient.DATA + "/composite";
        org.plan(call -> call.startsWith("POST " + composite), new Fault.Reset());
        org.plan(call -> call.startsWith("POST " + composite), new Fault.NoAnswer());
        assertThrows(IOException.class, () -> client.post(composite, "{}"));
        assertThrows(IOException.class, () -> client.post(composite, "{}"));
        assertEquals(0, org.calls().get(0).status());
        assertEquals(200, client.post(composite, "{}").statusCode());
    }

    @Test
    void a_connection_can_break_in_the_middle_of_the_answer() throws Exception {
        plan(new Fault.Cut(5000));
        assertThrows(IOException.class, () -> client.get(QUERY));
        plan(new Fault.Cut(500));
        assertThrows(IOException.class, () -> client.get(QUERY, "Accept-Encoding", "gzip"));
        assertEquals(200, client.get(QUERY).statusCode());
    }

    @Test
    void json_can_end_too_early() throws Exception {
        plan(new Fault.Malformed(5000));
        HttpResponse<byte[]> response = client.get(QUERY);
        assertEquals(200, response.statusCode());
        assertThrows(JsonProcessingException.class, () -> OrgClient.json(response));
    }

    @Test
    void a_call_waits_until_it_is_released() throws Exception {
        Hold hold = org.hold(call -> call.contains("/query"));
        CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return client.get(QUERY).statusCode();
            } catch (IOException | InterruptedException broken) {
                return 0;
            }
        });
        assertTrue(hold.awaitArrival(Duration.ofSeconds(20)));
        assertFalse(waiting.isDone());
        hold.release();
        assertEquals(200, waiting.join());
    }

    @Test
    void closing_the_org_lets_held_calls_go() throws Exception {
        Hold hold = org.hold(call -> call.contains("/query"));
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try {
                client.get(QUERY);
            } catch (IOException | InterruptedException broken) {
                Thread.currentThread().interrupt();
            }
        });
        assertTrue(hold.awaitArrival(Duration.ofSeconds(20)));
        org.close();
        waiting.join();
    }

    @Test
    void a_slow_answer_arrives_whole() throws Exception {
        plan(new Fault.Slow(5, 50));
        assertEquals(2000, OrgClient.json(client.get(QUERY)).get("records").size());
    }

    private static final String CREATE = "POST " + OrgClient.DATA + "/sobjects/Account";

    private void create() throws IOException, InterruptedException {
        client.post(OrgClient.DATA + "/sobjects/Account", "{\"Name\":\"Written\"}");
    }

    private long written() {
        return org.rows("Account").stream()
                .filter(row -> "Written".equals(row.get("Name")))
                .count();
    }

    @Test
    void a_reset_before_the_request_leaves_nothing_one_after_it_leaves_the_row() throws Exception {
        org.plan(call -> call.equals(CREATE), new Fault.Reset());
        assertThrows(IOException.class, this::create);
        assertEquals(0, written());
        org.plan(call -> call.equals(CREATE), new Fault.Lost());
        assertThrows(IOException.class, this::create);
        assertEquals(1, written());
        org.plan(call -> call.equals(CREATE), new Fault.Cut(5));
        assertThrows(IOException.class, this::create);
        assertEquals(2, written());
    }

    @Test
    void a_gateway_can_hide_that_a_write_was_applied() throws Exception {
        Fault.Answer timedOut = (Fault.Answer) Fault.html(504, "<h1>Gateway Time-out</h1>");
        org.plan(call -> call.equals(CREATE), new Fault.AppliedBut(timedOut));
        assertEquals(
                504,
                client.post(OrgClient.DATA + "/sobjects/Account", "{\"Name\":\"Written\"}")
                        .statusCode());
        assertEquals(1, written());
        org.plan(call -> call.equals(CREATE), timedOut);
        create();
        assertEquals(1, written());
    }

    @Test
    void a_fault_can_wait_for_a_later_call() throws Exception {
        org.planNth(3, call -> call.equals(CREATE), new Fault.Reset());
        create();
        create();
        assertThrows(IOException.class, this::create);
        create();
        assertEquals(3, written());
    }

    @Test
    void a_reply_is_held_after_the_write() throws Exception {
        Hold hold = org.holdReply(call -> call.equals(CREATE));
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try {
                create();
            } catch (IOException | InterruptedException broken) {
                Thread.currentThread().interrupt();
            }
        });
        assertTrue(hold.awaitArrival(Duration.ofSeconds(20)));
        assertEquals(1, written());
        hold.release();
        waiting.join();
    }

    @Test
    void connections_are_refused_until_it_listens_again() throws Exception {
        create();
        org.refuseConnections();
        assertThrows(ConnectException.class, this::create);
        org.listenAgain();
        create();
        assertEquals(2, written());
    }

    @Test
    void calls_are_named_by_their_template_and_refused_before_they_have_an_effect() throws Exception {
        org.plan(Call.fits("POST /sobjects/Account"), Fault.tooBusy(503, 7));
        org.plan(Call.fits("POST /sobjects/Account"), Fault.tooBusy(429));
        org.plan(Call.fits("POST /sobjects/Account"), Fault.sessionExpired());
        org.plan(Call.fits("POST /sobjects/Account"), Fault.unexpected());
        for (int status : new int[] {503, 429, 401, 500}) {
            HttpResponse<byte[]> refused = client.post(OrgClient.DATA + "/sobjects/Account", "{\"Name\":\"Written\"}");
            assertEquals(status, refused.statusCode());
            assertEquals(
                    status == 503, refused.headers().firstValue("Retry-After").isPresent());
        }
        assertEquals(0, written());
        assertEquals(Map.of("POST /sobjects/Account", 4), org.callCounts());
        assertTrue(Call.fits("PATCH /sobjects/Account/{id}")
                .test("PATCH " + OrgClient.DATA + "/sobjects/Account/" + Ids.of("001", 5) + "?a=b"));
        assertTrue(Call.fits("PATCH /sobjects/Account/Ext_Id__c/{value}")
                .test("PATCH " + OrgClient.DATA + "/sobjects/Account/Ext_Id__c/x%2Fy"));
        assertTrue(Call.fits("GET /jobs/ingest/{id}/successfulResults")
                .test("GET " + OrgClient.DATA + "/jobs/ingest/" + Ids.of("750", 1) + "/successfulResults/"));
    }
}
