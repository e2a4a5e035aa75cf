package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.simulated.log.Call;

/** Versions, describes, records, limits, composite requests, and what all replies have in common. */
class ResourcesTest {

    private SimulatedOrg org;
    private OrgClient client;

    @BeforeEach
    void start() {
        org = SimulatedOrg.builder().withGeneratedObjects(40).start();
        client = new OrgClient(org);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private static final String NOT_FOUND =
            "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"The requested resource does not exist\"}]";

    @Test
    void versions_are_listed_oldest_first() throws Exception {
        JsonNode versions = OrgClient.json(client.send("GET", "/services/data/", null));
        assertEquals(
                "{\"label\":\"Summer '14\",\"url\":\"/services/data/v31.0\",\"version\":\"31.0\"}",
                versions.get(0).toString());
        assertEquals(
                "{\"label\":\"Summer '26\",\"url\":\"/services/data/v67.0\",\"version\":\"67.0\"}",
                versions.get(versions.size() - 1).toString());
    }

    @Test
    void unknown_places_are_not_found() throws Exception {
        for (String path : List.of(
                "/services/data/v999.0/",
                "/services/data/vfoo/limits",
                OrgClient.DATA + "/nothing",
                OrgClient.DATA + "/sobjects/Nothing__c/describe")) {
            HttpResponse<byte[]> response = client.get(path);
            assertEquals(404, response.statusCode(), path);
            assertEquals(NOT_FOUND, OrgClient.text(response));
        }
        assertEquals(410, client.get("/services/data/v29.0/").statusCode());
    }

    @Test
    void a_query_cannot_be_posted() throws Exception {
        HttpResponse<byte[]> response = client.post(OrgClient.DATA + "/query", "{\"q\":\"SELECT Id FROM Account\"}");
        assertEquals(405, response.statusCode());
        assertEquals(
                "METHOD_NOT_ALLOWED",
                OrgClient.json(response).get(0).get("errorCode").textValue());
    }

    @Test
    void the_global_describe_has_every_object_once() throws Exception {
        JsonNode objects =
                OrgClient.json(client.get(OrgClient.DATA + "/sobjects")).get("sobjects");
        Set<String> names = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        for (JsonNode object : objects) {
            assertTrue(names.add(object.get("name").textValue()));
            JsonNode prefix = object.get("keyPrefix");
            assertTrue(prefix.isNull() || prefixes.add(prefix.textValue()), object.toString());
        }
        assertTrue(names.containsAll(List.of(
                "Account",
                "Order",
                "Case",
                "Group",
                "User",
                "Invoice__c",
                "Rate__mdt",
                "Reading__b",
                "Remote_Order__x",
                "EntityDefinition",
                "AccountHistory",
                "Generated_0001__c",
                "Generated_0040__c")));
    }

    @Test
    void every_object_can_be_described_and_every_queryable_one_queried() throws Exception {
        for (JsonNode object :
                OrgClient.json(client.get(OrgClient.DATA + "/sobjects")).get("sobjects")) {
            String name = object.get("name").textValue();
            HttpResponse<byte[]> described = client.get(OrgClient.DATA + "/sobjects/" + name + "/describe");
            assertEquals(200, described.statusCode());
            if (object.get("queryable").booleanValue()
                    && !Set.of("ContentDocumentLink", "FieldDefinition").contains(name)) {
                JsonNode page = client.query("SELECT FIELDS(ALL) FROM " + name + " LIMIT 200");
                JsonNode fields = OrgClient.json(described).get("fields");
                assertEquals(fields.size() + 1, page.get("records").get(0).size(), name);
            }
        }
    }

    @Test
    void references_name_objects_of_the_org_and_parents_know_their_children() throws Exception {
        JsonNode account = OrgClient.json(client.get(OrgClient.DATA + "/sobjects/account/describe"));
        assertEquals("Account", account.get("name").textValue());
        Set<String> children = new HashSet<>();
        account.get("childRelationships").forEach(child -> {
            if (!child.get("relationshipName").isNull()) {
                assertTrue(children.add(child.get("relationshipName").textValue()), child.toString());
            }
        });
        assertTrue(children.containsAll(List.of("ChildAccounts", "Contacts", "Opportunities", "Invoices__r")));
    }

    @Test
    void a_describe_that_is_known_is_not_sent_again() throws Exception {
        String path = OrgClient.DATA + "/sobjects/Account/describe";
        HttpResponse<byte[]> first = client.get(path);
        String date = first.headers().firstValue("Last-Modified").orElseThrow();
        HttpResponse<byte[]> second = client.get(path, "If-Modified-Since", date);
        assertEquals(304, second.statusCode());
        assertEquals(0, second.body().length);
        assertTrue(second.headers().firstValue("ETag").isPresent());
        org.changeMetadata(Instant.parse("2026-03-01T00:00:00Z"));
        assertEquals(200, client.get(path, "If-Modified-Since", date).statusCode());
        assertEquals(
                304,
                client.get(OrgClient.DATA + "/sobjects", "If-Modified-Since", "Sun, 01 Mar 2026 00:00:00 GMT")
                        .statusCode());
    }

    @Test
    void a_record_can_be_read_whole_or_in_part() throws Exception {
        String id = client.column("SELECT Id FROM Account LIMIT 1").get(0);
        JsonNode whole = OrgClient.json(client.get(OrgClient.DATA + "/sobjects/Account/" + id));
        assertEquals("Acme", whole.get("Name").textValue());
        assertTrue(whole.has("BillingAddress"));
        JsonNode part =
                OrgClient.json(client.get(OrgClient.DATA + "/sobjects/Account/" + id + "?fields=Name,Industry"));
        assertEquals(3, part.size());
        assertEquals(
                404,
                client.get(OrgClient.DATA + "/sobjects/Account/001000000000000AAA")
                        .statusCode());
    }

    @Test
    void a_base64_field_is_fetched_by_its_path() throws Exception {
        String path =
                client.column("SELECT VersionData FROM ContentVersion LIMIT 1").get(0);
        HttpResponse<byte[]> response = client.get(path);
        assertEquals(300, response.body().length);
        assertTrue(new String(response.body(), StandardCharsets.ISO_8859_1).startsWith("blob 0\n"));
        assertEquals(404, client.get(path.replace("VersionData", "Title")).statusCode());
    }

    @Test
    void limits_and_row_counts_are_told() throws Exception {
        JsonNode limits = OrgClient.json(client.get(OrgClient.DATA + "/limits"));
        assertEquals(100_000, limits.get("DailyApiRequests").get("Max").intValue());
        assertEquals(
                "{\"sObjects\":[{\"count\":60,\"name\":\"Account\"},{\"count\":5000,\"name\":\"Contact\"}]}",
                OrgClient.text(client.get(OrgClient.DATA + "/limits/recordCount?sObjects=Account,Nope__c,contact")));
    }

    @Test
    void a_composite_request_is_answered_part_by_part() throws Exception {
        String soql = OrgClient.encode("SELECT Id FROM Contact WHERE Name != '" + "x".repeat(3000) + "'");
        JsonNode reply =
                OrgClient.json(client.post(OrgClient.DATA + "/composite", """
                {"compositeRequest":[
                  {"method":"GET","url":"%1$s/query?q=%2$s","referenceId":"rows"},
                  {"method":"GET","url":"%1$s/sobjects/Account/describe","referenceId":"known",
                   "httpHeaders":{"If-Modified-Since":"Sun, 01 Mar 2026 00:00:00 GMT"}},
                  {"method":"GET","url":"%1$s/sobjects/Nope/describe","referenceId":"unknown"}]}""".formatted(OrgClient.DATA, soql)));
        JsonNode parts = reply.get("compositeResponse");
        assertEquals(2000, parts.get(0).get("body").get("records").size());
        assertEquals(304, parts.get(1).get("httpStatusCode").intValue());
        assertTrue(parts.get(1).get("body").isNull());
        assertTrue(parts.get(1).get("httpHeaders").has("Last-Modified"));
        assertEquals(NOT_FOUND, parts.get(2).get("body").toString());
        String next = parts.get(0).get("body").get("nextRecordsUrl").textValue();
        assertEquals(200, client.get(next).statusCode());
        List<Call> calls = org.calls();
        assertTrue(calls.get(0).soql().orElseThrow().startsWith("SELECT Id FROM Contact WHERE"));
        assertEquals(2, calls.size());
    }

    @Test
    void a_composite_request_has_25_parts_at_most_and_5_queries() throws Exception {
        String query = "{\"method\":\"GET\",\"url\":\"/services/data/v67.0/query?q=SELECT+Id+FROM+Account\","
                + "\"referenceId\":\"r%d\"}";
        assertEquals(400, composite(query, 6).statusCode());
        assertEquals(200, composite(query, 5).statusCode());
        assertEquals(
                400,
                composite(query.replace("query?q=SELECT+Id+FROM+Account", "limits"), 26)
                        .statusCode());
        assertEquals(
                200,
                composite(query.replace("query?q=SELECT+Id+FROM+Account", "limits"), 25)
                        .statusCode());
    }

    private HttpResponse<byte[]> composite(String part, int count) throws Exception {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < count; i++) {
            parts.append(i == 0 ? "" : ",").append(part.formatted(i));
        }
        return client.post(OrgClient.DATA + "/composite", "{\"compositeRequest\":[" + parts + "]}");
    }

    @Test
    void too_long_an_address_is_refused_in_html() throws Exception {
        String soql = "SELECT Id FROM Account WHERE Name != '" + "x".repeat(3500) + "'";
        assertEquals(
                200,
                client.get(OrgClient.DATA + "/query?q=" + OrgClient.encode(soql))
                        .statusCode());
        String longer = soql + " AND Name != 'y'".repeat(800);
        HttpResponse<byte[]> response = client.get(OrgClient.DATA + "/query?q=" + OrgClient.encode(longer));
        assertEquals(414, response.statusCode());
        assertEquals("<h1>Bad Message 414</h1><pre>reason: URI Too Long</pre>", OrgClient.text(response));
        assertEquals(
                431,
                client.get(OrgClient.DATA + "/limits", "X-Long", "y".repeat(17_000))
                        .statusCode());
    }

    @Test
    void a_statement_has_100_000_characters_at_most() throws Exception {
        String soql = "SELECT Id FROM Account WHERE Name IN ('" + "a','".repeat(25_000) + "b')";
        JsonNode part = OrgClient.json(client.post(
                        OrgClient.DATA + "/composite",
                        "{\"compositeRequest\":[{\"method\":\"GET\",\"url\":\"" + OrgClient.DATA + "/query?q="
                                + OrgClient.encode(soql) + "\",\"referenceId\":\"r\"}]}"))
                .get("compositeResponse")
                .get(0);
        assertEquals(
                "SOQL statements cannot be longer than 100000 characters",
                part.get("body").get(0).get("message").textValue());
    }

    @Test
    void replies_are_compressed_for_those_who_accept_it() throws Exception {
        String path = OrgClient.DATA + "/sobjects/Account/describe";
        HttpResponse<byte[]> plain = client.get(path);
        HttpResponse<byte[]> packed = client.get(path, "Accept-Encoding", "gzip");
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElseThrow());
        assertTrue(packed.headers().firstValue("ETag").orElseThrow().endsWith("--gzip\""));
        assertTrue(packed.body().length * 5 < plain.body().length);
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
        assertFalse(plain.headers().firstValue("Content-Encoding").isPresent());
    }

    @Test
    void usage_is_told_with_every_billed_reply() throws Exception {
        client.get(OrgClient.DATA + "/limits");
        HttpResponse<byte[]> second = client.get(OrgClient.DATA + "/sobjects/Nope/describe");
        assertEquals(
                "api-usage=2/100000",
                second.headers().firstValue("Sforce-Limit-Info").orElseThrow());
        assertTrue(client.send("GET", "/services/data", null)
                .headers()
                .firstValue("Sforce-Limit-Info")
                .isEmpty());
    }

    @Test
    void bodies_are_compact_unless_asked_otherwise() throws Exception {
        String path = OrgClient.DATA + "/limits/recordCount?sObjects=Account";
        assertEquals(
                "{\n  \"sObjects\" : [ {\n    \"count\" : 60,\n    \"name\" : \"Account\"\n  } ]\n}",
                OrgClient.text(client.get(path, "X-PrettyPrint", "1")));
    }

    @Test
    void calls_are_logged_in_order() throws Exception {
        client.query("SELECT Id FROM Account LIMIT 1");
        client.get(OrgClient.DATA + "/limits?x=1");
        List<Call> calls = org.calls();
        assertEquals("SELECT Id FROM Account LIMIT 1", calls.get(0).soql().orElseThrow());
        assertEquals("x=1", calls.get(1).query());
        assertEquals(OrgClient.DATA + "/limits", calls.get(1).path());
        assertEquals(200, calls.get(1).status());
        assertTrue(calls.get(1).responseBytes() > 100);
        org.forgetCalls();
        assertTrue(org.calls().isEmpty());
    }
}
