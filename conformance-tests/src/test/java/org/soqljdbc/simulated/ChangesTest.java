package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.simulated.schema.Ids;

/** What changed when, event series, and the resources that only answer what they were asked. */
class ChangesTest {

    private static final String TODAY = "start=2026-03-20T10:00:00%2B00:00&end=2026-03-20T11:00:59%2B00:00";

    private SimulatedOrg org;
    private OrgClient client;

    @BeforeEach
    void start() {
        org = SimulatedOrg.builder().at(Instant.parse("2026-03-20T10:30:00Z")).start();
        client = new OrgClient(org);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private JsonNode get(String path) throws Exception {
        return OrgClient.json(client.get(OrgClient.DATA + path));
    }

    @Test
    void updated_and_deleted_records_are_told_by_the_minute() throws Exception {
        assertEquals(
                "{\"ids\":[],\"latestDateCovered\":\"2026-03-20T10:30:00.000+0000\"}",
                get("/sobjects/Account/updated/?" + TODAY).toString());
        client.answer("PATCH", "/sobjects/Account/" + Ids.of("001", 1), "{\"Site\":\"x\"}");
        client.answer("DELETE", "/sobjects/Lead/" + Ids.of("00Q", 5), null);
        assertEquals(
                "{\"ids\":[\"" + Ids.of("001", 1) + "\"],\"latestDateCovered\":\"2026-03-20T10:30:00.000+0000\"}",
                get("/sobjects/Account/updated?" + TODAY).toString());
        assertEquals(
                "{\"deletedRecords\":[{\"id\":\"" + Ids.of("00Q", 5)
                        + "\",\"deletedDate\":\"2026-03-20T10:30:00.000+0000\"}],\"earliestDateAvailable\":"
                        + "\"2026-03-05T10:30:00.000+0000\",\"latestDateCovered\":\"2026-03-20T10:30:00.000+0000\"}",
                get("/sobjects/Lead/deleted?" + TODAY).toString());
        assertEquals(0, get("/sobjects/Lead/updated?" + TODAY).get("ids").size());
    }

    @Test
    void spans_that_make_no_sense_are_refused() throws Exception {
        for (String query : new String[] {
            "",
            "start=now&end=then",
            "start=2026-03-20T11:00:00Z&end=2026-03-20T10:00:00Z",
            "start=2026-01-01T00:00:00Z&end=2026-03-20T10:00:00Z"
        }) {
            assertTrue(
                    client.answer("GET", "/sobjects/Account/updated?" + query, null)
                            .startsWith("400"),
                    query);
        }
        assertTrue(client.answer("DELETE", "/sobjects/Account/deleted?" + TODAY, null)
                .startsWith("405"));
    }

    @Test
    void nothing_is_undeleted_by_rest() throws Exception {
        String gone = Ids.of("001", 61);
        assertTrue(client.answer("POST", "/sobjects/Account/" + gone + "/undelete", "{}")
                .startsWith("404"));
        assertTrue(client.answer("POST", "/sobjects/Account/" + gone, "{}").startsWith("405"));
        assertTrue(client.answer("PATCH", "/sobjects/Account/" + gone, "{}").startsWith("404"));
    }

    @Test
    void a_series_is_deleted_from_an_event_onwards() throws Exception {
        int before = client.count("Event");
        String fourth = "/sobjects/Event/" + Ids.of("00U", 4) + "/fromThisEventOnwards";
        String answer = client.answer("DELETE", fourth, null);
        assertTrue(answer.startsWith("200 {\"success\":"), answer);
        assertEquals(before - 7, client.count("Event"));
        assertEquals(3, client.count("Event WHERE IsRecurrence2 = true"));
        assertTrue(client.answer("DELETE", fourth, null).contains("ENTITY_IS_DELETED"));
        assertTrue(client.answer("DELETE", fourth.replace("4", "C"), null).startsWith("40"));
        assertTrue(client.answer("GET", fourth, null).startsWith("405"));
    }

    @Test
    void apex_and_connect_answer_what_they_were_asked() throws Exception {
        HttpResponse<byte[]> apex = client.post("/services/apexrest/orders/1?dry=true", "{\"a\":[1]}");
        assertEquals(
                "{\"method\":\"POST\",\"path\":\"/services/apexrest/orders/1\",\"query\":\"dry=true\",\"body\":{\"a\":[1]}}",
                OrgClient.text(apex));
        assertEquals(401, client.send("GET", "/services/apexrest/orders", null).statusCode());
        org.limitConnect(1);
        assertEquals(200, client.get(OrgClient.DATA + "/connect/organization").statusCode());
        HttpResponse<byte[]> refused = client.get(OrgClient.DATA + "/connect/organization");
        assertEquals(503, refused.statusCode());
        assertEquals("1", refused.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(200, client.get(OrgClient.DATA + "/connect/organization").statusCode());
        assertTrue(client.answer("POST", "/actions/standard/emailSimple", "{\"inputs\":[]}")
                .startsWith("200"));
    }
}
