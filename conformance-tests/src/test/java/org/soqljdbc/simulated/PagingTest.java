package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of queries and of their children, and when a cursor ends. */
class PagingTest {

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

    private JsonNode page(String soql, int batch) throws Exception {
        return OrgClient.json(client.get(
                OrgClient.DATA + "/query/?q=" + OrgClient.encode(soql), "Sforce-Query-Options", "batchSize=" + batch));
    }

    private List<Integer> pageSizes(JsonNode first, Set<String> ids) throws Exception {
        List<Integer> sizes = new ArrayList<>();
        for (JsonNode page = first; ; ) {
            sizes.add(page.get("records").size());
            page.get("records").forEach(record -> ids.add(record.get("Id").textValue()));
            if (page.get("done").booleanValue()) {
                assertFalse(page.has("nextRecordsUrl"));
                return sizes;
            }
            page = OrgClient.json(client.get(page.get("nextRecordsUrl").textValue()));
        }
    }

    @Test
    void two_thousand_rows_make_a_page() throws Exception {
        JsonNode first = client.query("SELECT Id FROM Contact");
        assertEquals(5000, first.get("totalSize").intValue());
        assertTrue(first.get("nextRecordsUrl").textValue().matches("/services/data/v67\\.0/query/0r8\\w{15}-2000"));
        Set<String> ids = new HashSet<>();
        assertEquals(List.of(2000, 2000, 1000), pageSizes(first, ids));
        assertEquals(5000, ids.size());
    }

    @Test
    void a_batch_size_is_kept_between_200_and_2000() throws Exception {
        assertEquals(500, page("SELECT Id FROM Contact", 500).get("records").size());
        assertEquals(200, page("SELECT Id FROM Contact", 1).get("records").size());
        assertEquals(2000, page("SELECT Id FROM Contact", 9999).get("records").size());
    }

    @Test
    void the_batch_size_of_the_first_call_holds_for_all_pages() throws Exception {
        assertEquals(
                List.of(900, 900, 200), pageSizes(page("SELECT Id FROM Contact LIMIT 2000", 900), new HashSet<>()));
    }

    @Test
    void pages_follow_filter_and_order() throws Exception {
        JsonNode first = page("SELECT Id, LastName FROM Contact WHERE LastName LIKE 'b%' ORDER BY LastName, Id", 200);
        Set<String> ids = new HashSet<>();
        pageSizes(first, ids);
        assertEquals(first.get("totalSize").intValue(), ids.size());
    }

    @Test
    void a_page_can_be_fetched_again_and_through_query_all() throws Exception {
        String next =
                client.query("SELECT Id FROM Contact").get("nextRecordsUrl").textValue();
        String once = OrgClient.text(client.get(next));
        assertEquals(once, OrgClient.text(client.get(next)));
        assertEquals(once, OrgClient.text(client.get(next.replace("/query/", "/queryAll/"))));
    }

    @Test
    void wide_rows_come_in_small_pages() throws Exception {
        JsonNode page = OrgClient.json(client.get(OrgClient.DATA + "/query?q="
                + OrgClient.encode("SELECT Id, Long_Text__c, Rich_Text__c FROM Type_Sample__c")));
        assertEquals(50, page.get("records").size());
        try (SimulatedOrg large =
                SimulatedOrg.builder().withRows("Type_Sample__c", 300).start()) {
            assertEquals(
                    200,
                    new OrgClient(large)
                            .query("SELECT Id, Long_Text__c, Rich_Text__c FROM Type_Sample__c")
                            .get("records")
                            .size());
        }
    }

    @Test
    void children_have_pages_of_their_own_and_count_toward_the_parents_page() throws Exception {
        JsonNode first = page("SELECT Id, (SELECT Id FROM Contacts) FROM Account", 2000);
        JsonNode children = first.get("records").get(0).get("Contacts");
        assertEquals(1000, children.get("totalSize").intValue());
        assertFalse(children.get("done").booleanValue());
        assertEquals(List.of(500, 500), pageSizes(children, new HashSet<>()));
        assertTrue(first.get("records").size() < 60);
        assertFalse(first.get("done").booleanValue());
    }

    @Test
    void the_parents_next_page_ends_the_childrens_cursors() throws Exception {
        JsonNode first = page("SELECT Id, (SELECT Id FROM Contacts) FROM Account", 200);
        String child = first.get("records")
                .get(0)
                .get("Contacts")
                .get("nextRecordsUrl")
                .textValue();
        assertEquals(200, client.get(child).statusCode());
        assertEquals(200, client.get(first.get("nextRecordsUrl").textValue()).statusCode());
        assertRefused(client.get(child));
    }

    @Test
    void unknown_locators_are_refused() throws Exception {
        assertRefused(client.get(OrgClient.DATA + "/query/0r8000000000000AAA-2000"));
        assertRefused(client.get(OrgClient.DATA + "/query/nonsense"));
        String next =
                client.query("SELECT Id FROM Contact").get("nextRecordsUrl").textValue();
        org.expireCursors();
        assertRefused(client.get(next));
    }

    @Test
    void a_cursor_outlives_an_expired_session_but_not_a_rotated_one() throws Exception {
        org.rotateRefreshTokens(true);
        Map<String, String> refresh = Map.of(
                "grant_type", "refresh_token",
                "refresh_token", SimulatedOrg.REFRESH_TOKEN,
                "client_id", SimulatedOrg.CLIENT_ID);
        JsonNode login = OrgClient.json(client.form("/services/oauth2/token", refresh));
        String[] bearer = {
            "Authorization", "Bearer " + login.get("access_token").textValue()
        };
        String next = OrgClient.json(client.send(
                        "GET", OrgClient.DATA + "/query?q=" + OrgClient.encode("SELECT Id FROM Contact"), null, bearer))
                .get("nextRecordsUrl")
                .textValue();
        org.expireSessions();
        OrgClient other = new OrgClient(org);
        assertEquals(200, other.get(next).statusCode());
        client.form(
                "/services/oauth2/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        login.get("refresh_token").textValue(),
                        "client_id",
                        SimulatedOrg.CLIENT_ID));
        assertRefused(other.get(next));
    }

    private static void assertRefused(HttpResponse<byte[]> response) {
        assertEquals(400, response.statusCode());
        assertEquals(
                "[{\"message\":\"invalid query locator\",\"errorCode\":\"INVALID_QUERY_LOCATOR\"}]",
                OrgClient.text(response));
    }

    @Test
    void two_hundred_thousand_rows_are_made_as_they_are_read() throws Exception {
        try (SimulatedOrg large =
                SimulatedOrg.builder().withRows("Contact", 200_000).start()) {
            OrgClient reader = new OrgClient(large);
            JsonNode page = reader.query("SELECT Id, Name, Email, Account.Name, CreatedDate FROM Contact");
            int rows = page.get("records").size();
            while (page.has("nextRecordsUrl")) {
                page = OrgClient.json(reader.get(page.get("nextRecordsUrl").textValue()));
                rows += page.get("records").size();
            }
            assertEquals(200_000, rows);
            assertEquals(100, large.calls().size());
        }
    }
}
