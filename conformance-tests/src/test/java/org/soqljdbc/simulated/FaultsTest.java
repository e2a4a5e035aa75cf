package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.simulated.fault.Fault;
import org.soqljdbc.simulated.fault.Hold;

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
}
