package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.simulated.schema.Ids;

/** Compares the org's replies to writes with recorded ones of Salesforce, as {@link RecordedRepliesTest} does. */
class RecordedWritesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path FIXTURES = Reference.folder("salesforce", "fixtures");

    private SimulatedOrg org;
    private OrgClient client;

    @BeforeEach
    void start() {
        Reference.require(FIXTURES);
        org = SimulatedOrg.start();
        client = new OrgClient(org);
    }

    @AfterEach
    void stop() {
        if (org != null) {
            org.close();
        }
    }

    private static String text(String name) throws IOException {
        return Files.readString(FIXTURES.resolve(name)).replace("\uFEFF", "");
    }

    private static JsonNode recorded(String name) throws IOException {
        return MAPPER.readTree(text(name));
    }

    /** Members in order and kinds of values; every element of an array. */
    private static String shape(JsonNode node) {
        if (node.isObject()) {
            List<String> parts = new ArrayList<>();
            node.properties().forEach(member -> parts.add(member.getKey() + ":" + shape(member.getValue())));
            return parts.toString();
        }
        if (node.isArray()) {
            TreeSet<String> kinds = new TreeSet<>();
            node.forEach(item -> kinds.add(shape(item)));
            return "array of " + kinds;
        }
        return node.getNodeType().toString();
    }

    private void same(String fixture, String method, String path, String json) throws Exception {
        JsonNode ours = OrgClient.json(client.call(method, path, json));
        assertEquals(shape(recorded(fixture)), shape(ours), ours.toString());
    }

    private void equal(String fixture, String method, String path, String json) throws Exception {
        assertEquals(text(fixture).strip(), OrgClient.text(client.call(method, path, json)));
    }

    @Test
    void single_records() throws Exception {
        String base = "/services/data/v53.0/sobjects/";
        same("create-201.json", "POST", base + "Account", "{\"Name\":\"x\"}");
        equal("error-create-unknown-object-404.json", "POST", base + "PlayingCard__c", "{}");
        equal("error-create-invalid-field.json", "POST", base + "Account", "{\"FavoritePet__c\":\"Dog\"}");
        assertEquals(
                text("error-update-invalid-field.json").replace("Movie__c", "Invoice__c"),
                OrgClient.text(client.call("PATCH", base + "Invoice__c/" + Ids.of("a00", 1), "{\"Color__c\":1}")));
        assertEquals(
                text("error-required-field-missing.json").replace("Website__c", "LastName"),
                OrgClient.text(client.call("POST", base + "Contact", "{}")));
        assertEquals(
                text("error-restricted-picklist.json")
                        .replace("Rating__c", "Status__c")
                        .replace("Rating", "Status"),
                OrgClient.text(client.call("POST", base + "Invoice__c", "{\"Status__c\":\"Terrible\"}")));
        equal("error-malformed-id.json", "PATCH", base + "Account/a00B000000FSjVUIB1", "{}");
        String lead = base + "Lead/" + Ids.of("00Q", 1);
        assertEquals(204, client.call("DELETE", lead, null).statusCode());
        equal("error-delete-404-already-deleted.json", "DELETE", lead, null);
        equal("error-entity-is-deleted-404.json", "PATCH", lead, "{}");
    }

    @Test
    void upserts() throws Exception {
        same(
                "upsert-201-created-old-version.json",
                "PATCH",
                "/services/data/v45.0/sobjects/Account/Ext_Id__c/new",
                "{\"Name\":\"x\"}");
        equal("error-external-id-field-not-found.json", "PATCH", OrgClient.DATA + "/sobjects/Account/Namez/x", "{}");
        client.post(OrgClient.DATA + "/sobjects/Invoice__c", "{\"Number__c\":1}");
        client.post(OrgClient.DATA + "/sobjects/Invoice__c", "{\"Number__c\":1}");
        same("upsert-300-multiple-choices.json", "PATCH", OrgClient.DATA + "/sobjects/Invoice__c/Number__c/1", "{}");
    }

    @Test
    void collections() throws Exception {
        String path = OrgClient.DATA + "/composite/sobjects";
        String record = "{\"records\":[{\"attributes\":{\"type\":\"Contact\"},%s}]}";
        same("collections-insert-one.json", "POST", path, record.formatted("\"LastName\":\"x\""));
        same("collections-update-6.json", "PATCH", path, record.formatted("\"id\":\"" + Ids.of("003", 1) + "\""));
        same(
                "collections-upsert-16-created.json",
                "PATCH",
                path + "/Contact/Email",
                record.formatted("\"LastName\":\"x\",\"Email\":\"new@example.com\""));
    }

    @Test
    void composite_requests_that_fail() throws Exception {
        String part = "{\"method\":\"POST\",\"url\":\"" + OrgClient.DATA
                + "/sobjects/Contact\",\"referenceId\":\"%s\",\"body\":{\"LastName\":\"x\"%s}}";
        JsonNode ours = OrgClient.json(client.post(
                OrgClient.DATA + "/composite",
                "{\"allOrNone\":true,\"compositeRequest\":[" + part.formatted("NewPayment1", "") + ","
                        + part.formatted("NewPayment2", ",\"Account\":{\"Ext_Id__c\":\"0116\"}") + "]}"));
        String expected = recorded("composite-all-or-none-failure.json")
                .toString()
                .replace("Invoice_External_Id__c in entity blng__Invoice__c", "Ext_Id__c in entity Account");
        assertEquals(expected, ours.toString());
    }

    private void graph(String fixture, String... parts) throws Exception {
        String body = "{\"graphs\":[{\"graphId\":\"graph0\",\"compositeRequest\":[" + String.join(",", parts) + "]}]}";
        same(fixture, "POST", "/services/data/v53.0/composite/graph", body);
    }

    private static String node(String method, String path, String reference, String body) {
        return "{\"method\":\"" + method + "\",\"url\":\"/services/data/v53.0/sobjects/" + path
                + "\",\"referenceId\":\"" + reference + "\"" + (body.isEmpty() ? "" : ",\"body\":" + body) + "}";
    }

    @Test
    void graphs() throws Exception {
        graph("graph-create-ok.json", node("POST", "Account", "insert-anh", "{\"Name\":\"x\"}"));
        graph("graph-create-error.json", node("POST", "Invoice__c", "insert-anh", "{\"Status__c\":\"Amazing\"}"));
        graph(
                "graph-create-tree-ok.json",
                node("POST", "Account", "referenceId0", "{\"Name\":\"x\"}"),
                node("POST", "Contact", "referenceId1", "{\"LastName\":\"x\",\"AccountId\":\"@{referenceId0.id}\"}"));
        graph("graph-update-ok.json", node("PATCH", "Lead/" + Ids.of("00Q", 2), "referenceId0", "{\"Title\":\"x\"}"));
        graph("graph-delete-ok.json", node("DELETE", "Lead/" + Ids.of("00Q", 2), "referenceId0", ""));
    }

    @Test
    void changes() throws Exception {
        client.call("DELETE", OrgClient.DATA + "/sobjects/Lead/" + Ids.of("00Q", 1), null);
        String span = "?start=2026-03-10T00:00:00Z&end=2026-03-12T00:00:00Z";
        same("getdeleted.json", "GET", OrgClient.DATA + "/sobjects/Lead/deleted" + span, null);
        client.call("PATCH", OrgClient.DATA + "/sobjects/Contact/" + Ids.of("003", 1), "{}");
        same("getupdated.json", "GET", OrgClient.DATA + "/sobjects/Contact/updated" + span, null);
    }

    /** The stubs that were kept do not quote values; the service does. */
    private String unquoted(String path) throws Exception {
        return OrgClient.text(client.get(path)).replace("\"", "");
    }

    @Test
    void bulk_jobs() throws Exception {
        JsonNode created = OrgClient.json(
                client.post(OrgClient.DATA + "/jobs/ingest", "{\"object\":\"Account\",\"operation\":\"insert\"}"));
        String job = OrgClient.DATA + "/jobs/ingest/" + created.get("id").textValue() + "/";
        client.csv(
                job + "batches",
                "Name,Description,NumberOfEmployees\nTestAccount1,Description of TestAccount1,30\n"
                        + ",Description of TestAccount1,30\n,Another description,40\n");
        client.call("PATCH", job, "{\"state\":\"UploadComplete\"}");
        client.get(job);
        JsonNode done = OrgClient.json(client.get(job));
        assertEquals(shape(recorded("stub-bulk2-ingest-job-info.mapping.json").at("/response/jsonBody")), shape(done));
        assertEquals(
                new TreeSet<>(text("bulk2-ingest-failedResults.csv").lines().toList()),
                new TreeSet<>(unquoted(job + "failedResults").lines().toList()));
        assertTrue(unquoted(job + "successfulResults")
                .startsWith(text("bulk2-ingest-successfulResults.csv")
                        .lines()
                        .findFirst()
                        .orElseThrow()));
        assertTrue(unquoted(job + "unprocessedrecords")
                .startsWith(text("bulk2-ingest-unprocessedrecords.csv")
                        .lines()
                        .findFirst()
                        .orElseThrow()));
        equal("error-bulk2-invalidjobstate.json", "PATCH", job, "{\"state\":\"Aborted\"}");
        JsonNode query = OrgClient.json(client.post(
                OrgClient.DATA + "/jobs/query", "{\"operation\":\"query\",\"query\":\"SELECT Id FROM Account\"}"));
        String path = OrgClient.DATA + "/jobs/query/" + query.get("id").textValue();
        client.get(path);
        JsonNode complete = OrgClient.json(client.get(path));
        // The stub is of a version that does not yet tell whether PK chunking is supported.
        assertEquals(
                shape(recorded("stub-bulk2-query-job-info.mapping.json").at("/response/jsonBody")),
                shape(complete).replace(", isPkChunkingSupported:BOOLEAN", ""));
        assertEquals(
                text("bulk2-query-results.csv").lines().findFirst().orElseThrow(),
                unquoted(path + "/results").lines().findFirst().orElseThrow());
    }
}
