package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soqljdbc.simulated.data.Place;
import org.soqljdbc.simulated.schema.Ids;

/** Writes of single records, by Id and by external id. */
class RowWritesTest {

    private static final String ACME = Ids.of("001", 1);
    private static final String ACCOUNT = "/sobjects/Account";

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

    private String create(String object, String json) throws Exception {
        HttpResponse<byte[]> response = client.call("POST", OrgClient.DATA + "/sobjects/" + object, json);
        assertEquals(201, response.statusCode(), OrgClient.text(response));
        return OrgClient.json(response).get("id").textValue();
    }

    private String error(String method, String path, String json) throws Exception {
        HttpResponse<byte[]> response = client.call(method, OrgClient.DATA + path, json);
        JsonNode error = OrgClient.json(response).get(0);
        String fields = error.has("fields") ? " " + error.get("fields") : "";
        return response.statusCode() + " " + error.get("errorCode").textValue() + ": "
                + error.get("message").textValue() + fields;
    }

    @Test
    void a_created_record_is_found_at_once_and_has_what_the_org_adds() throws Exception {
        HttpResponse<byte[]> response = client.call(
                "POST",
                OrgClient.DATA + ACCOUNT,
                "{\"Name\":\" New \",\"AnnualRevenue\":\"100\",\"BillingCity\":\"Izmir\",\"Phone\":\"\"}");
        String id = OrgClient.json(response).get("id").textValue();
        assertEquals(
                "/services/data/v67.0/sobjects/Account/" + id,
                response.headers().firstValue("Location").orElseThrow());
        assertEquals(List.of(id), client.column("SELECT Id FROM Account WHERE Name = 'New'"));
        Map<String, Object> row = org.row(id).orElseThrow();
        assertEquals("New", row.get("Name"));
        assertEquals(null, row.get("Phone"));
        assertEquals(25.0, row.get("Margin__c"));
        assertEquals(SimulatedOrg.NOW, row.get("CreatedDate"));
        assertEquals(SimulatedOrg.NOW, row.get("SystemModstamp"));
        assertEquals(Ids.of("005", 1), row.get("OwnerId"));
        assertEquals(false, row.get("Active__c"));
        assertEquals(61, client.count("Account"));
        assertEquals(61, org.rows("Account").size());
        assertEquals(1, org.rules().writes(id));
        assertEquals(Map.of("POST /sobjects/Account", 1), only("POST"));
    }

    private Map<String, Integer> only(String method) {
        Map<String, Integer> counts = org.callCounts();
        counts.keySet().removeIf(template -> !template.startsWith(method));
        return counts;
    }

    @Test
    void restoring_gives_back_the_first_rows() throws Exception {
        String rows = client.raw("SELECT Id, Name, Site FROM Account");
        create("Account", "{\"Name\":\"New\"}");
        client.answer("PATCH", ACCOUNT + "/" + ACME, "{\"Site\":\"changed\"}");
        client.answer("DELETE", ACCOUNT + "/" + Ids.of("001", 2), null);
        org.restore();
        assertEquals(rows, client.raw("SELECT Id, Name, Site FROM Account"));
        assertEquals(0, org.rules().writes(ACME));
    }

    @Test
    void an_update_changes_what_it_names_and_recomputes_formulae() throws Exception {
        org.setClock(Instant.parse("2026-04-01T00:00:00Z"));
        String before = client.raw("SELECT Name, Industry FROM Account WHERE Id = '" + ACME + "'");
        assertEquals("204", client.answer("PATCH", ACCOUNT + "/" + ACME, "{\"AnnualRevenue\":4000.99,\"Fax\":null}"));
        Map<String, Object> row = org.row(ACME).orElseThrow();
        assertEquals(4000.0, row.get("AnnualRevenue"));
        assertEquals(1000.0, row.get("Margin__c"));
        assertEquals(Instant.parse("2026-04-01T00:00:00Z"), row.get("LastModifiedDate"));
        assertEquals(before, client.raw("SELECT Name, Industry FROM Account WHERE Id = '" + ACME + "'"));
        assertEquals("204", client.answer("POST", ACCOUNT + "/" + ACME + "?_HttpMethod=PATCH", "{\"Fax\":\"1\"}"));
        assertEquals(2, org.rules().writes(ACME));
    }

    @Test
    void a_deleted_record_is_seen_by_queryAll_only() throws Exception {
        String id = create("Account", "{\"Name\":\"Gone\"}");
        assertEquals("204", client.answer("DELETE", ACCOUNT + "/" + id, null));
        assertEquals(60, client.count("Account"));
        String gone = "404 ENTITY_IS_DELETED: entity is deleted []";
        assertEquals(gone, error("DELETE", ACCOUNT + "/" + id, null));
        assertEquals(gone, error("PATCH", ACCOUNT + "/" + id, "{}"));
        assertEquals(404, client.get(OrgClient.DATA + ACCOUNT + "/" + id).statusCode());
        JsonNode all = OrgClient.json(client.get(OrgClient.DATA + "/queryAll?q="
                + OrgClient.encode("SELECT Id, IsDeleted FROM Account WHERE Name = 'Gone'")));
        assertEquals(true, all.get("records").get(0).get("IsDeleted").booleanValue());
    }

    @Test
    void details_go_with_their_master_lookups_are_cleared_and_restricting_ones_refuse() throws Exception {
        String invoice = create("Invoice__c", "{}");
        String line =
                create("Invoice_Line__c", "{\"Invoice__c\":\"" + invoice + "\",\"Quantity__c\":2,\"Unit_Price__c\":5}");
        assertEquals(10.0, org.row(invoice).orElseThrow().get("Total__c"));
        assertEquals(line, org.row(line).orElseThrow().get("Name"));
        assertEquals("204", client.answer("DELETE", "/sobjects/Invoice__c/" + invoice, null));
        assertEquals(true, org.row(line).orElseThrow().get("IsDeleted"));
        String account = create("Account", "{\"Name\":\"Parent\"}");
        String contact = create("Contact", "{\"LastName\":\"Child\",\"AccountId\":\"" + account + "\"}");
        assertEquals("204", client.answer("DELETE", ACCOUNT + "/" + account, null));
        assertEquals(null, org.row(contact).orElseThrow().get("AccountId"));
        String ordering = create("Account", "{\"Name\":\"Ordering\"}");
        create("Order", "{\"AccountId\":\"" + ordering + "\",\"EffectiveDate\":\"2026-01-01\",\"Status\":\"Draft\"}");
        assertTrue(error("DELETE", ACCOUNT + "/" + ordering, null).startsWith("400 DELETE_FAILED"));
        assertEquals(false, org.row(ordering).orElseThrow().get("IsDeleted"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Contact|{\"FirstName\":\"x\"}|REQUIRED_FIELD_MISSING: Required fields are missing: [LastName] [\"LastName\"]",
                "Account|{\"Name\":\"x\",\"Nope__c\":1}|INVALID_FIELD: No such column 'Nope__c' on sobject of type Account",
                "Account|{\"Name\":\"x\",\"NumberOfEmployees\":\"many\"}|JSON_PARSER_ERROR: Cannot deserialize instance of int"
                        + " from VALUE_STRING value many or request may be missing a required field at [line:1, column:2]",
                "Account|{\"Name\":\"x\",\"NumberOfEmployees\":123456789}|NUMBER_OUTSIDE_VALID_RANGE: Employees: value outside"
                        + " of valid range on numeric field: 123456789 [\"NumberOfEmployees\"]",
                "Account|{\"Name\":\"x\",\"Site\":\"123456789 123456789 123456789 123456789 123456789 123456789 123456789"
                        + " 1234567890x\"}|STRING_TOO_LONG: Site: data value too large: 123456789 123456789 123456789 123456789"
                        + " 123456789 123456789 123456789 1234567890x (max length=80) [\"Site\"]",
                "Invoice__c|{\"Status__c\":\"Lost\"}|INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Status: bad value for restricted"
                        + " picklist field: Lost [\"Status__c\"]",
                "Account|{\"Name\":\"x\",\"Ext_Id__c\":\"ext-00001\"}|DUPLICATE_VALUE: duplicate value found: Ext_Id__c"
                        + " duplicates value on record with id: 0015g0000000002AAA []",
                "Contact|{\"LastName\":\"x\",\"Email\":\"nobody\"}|INVALID_EMAIL_ADDRESS: Email: invalid email address: nobody"
                        + " [\"Email\"]",
                "Contact|{\"LastName\":\"x\",\"AccountId\":\"0035g0000000001AAA\"}|MALFORMED_ID: Account ID: id value of"
                        + " incorrect type: 0035g0000000001AAA [\"AccountId\"]",
                "Contact|{\"LastName\":\"x\",\"AccountId\":\"0015g0000zzzzzz\"}|INVALID_CROSS_REFERENCE_KEY: invalid cross"
                        + " reference id []",
                "Account|{\"Name\":\"x\",\"CreatedDate\":\"2026-01-01T00:00:00Z\",\"Margin__c\":1}|INVALID_FIELD_FOR_INSERT_UPDATE:"
                        + " Unable to create/update fields: CreatedDate, Margin__c. Please check the security settings of this"
                        + " field and verify that it is read/write for your profile or permission set."
                        + " [\"CreatedDate\",\"Margin__c\"]",
                "Contact|{\"LastName\":\"x\",\"Account\":{\"Ext_Id__c\":\"no\"}}|INVALID_FIELD: Foreign key external ID: no not"
                        + " found for field Ext_Id__c in entity Account []",
                "Account|{|JSON_PARSER_ERROR: Unexpected end-of-input",
            })
    void what_may_not_be_is_refused(String object, String json, String expected) throws Exception {
        String refused = error("POST", "/sobjects/" + object, json);
        assertTrue(refused.startsWith("400 " + expected), refused);
        assertEquals(60, client.count("Account"));
    }

    @Test
    void ids_and_paths_that_name_nothing_are_refused() throws Exception {
        assertEquals("400 MALFORMED_ID: malformed id abc [\"Id\"]", error("PATCH", ACCOUNT + "/abc", "{}"));
        assertEquals(
                "400 MALFORMED_ID: Record ID: id value of incorrect type: 0035g0000000001AAA [\"Id\"]",
                error("DELETE", ACCOUNT + "/0035g0000000001AAA", null));
        assertEquals(
                "404 NOT_FOUND: The requested resource does not exist",
                error("DELETE", ACCOUNT + "/" + Ids.of("001", 9999), null));
        assertEquals("404 NOT_FOUND: The requested resource does not exist", error("POST", "/sobjects/Nope", "{}"));
        assertEquals(
                "404 NOT_FOUND: Provided external ID field does not exist or is not accessible: Site",
                error("PATCH", ACCOUNT + "/Site/x", "{}"));
        assertEquals(
                "405 METHOD_NOT_ALLOWED: HTTP Method 'PUT' not allowed. Allowed are HEAD,GET,PATCH,DELETE",
                error("PUT", ACCOUNT + "/" + ACME, "{}"));
    }

    @Test
    void an_upsert_creates_then_updates_and_tells_which() throws Exception {
        String path = ACCOUNT + "/Ext_Id__c/a%2Fb%20c";
        HttpResponse<byte[]> created = client.call("PATCH", OrgClient.DATA + path, "{\"Name\":\"One\"}");
        assertEquals(201, created.statusCode());
        String id = OrgClient.json(created).get("id").textValue();
        assertEquals(
                "{\"id\":\"" + id + "\",\"success\":true,\"errors\":[],\"created\":true}", OrgClient.text(created));
        assertEquals("a/b c", org.row(id).orElseThrow().get("Ext_Id__c"));
        assertEquals(
                "200 {\"id\":\"" + id + "\",\"success\":true,\"errors\":[],\"created\":false}",
                client.answer("PATCH", path.replace("a%2F", "A%2F"), "{\"Name\":\"Two\"}"));
        assertEquals(
                204,
                client.call("PATCH", "/services/data/v45.0" + path, "{\"Name\":\"Three\"}")
                        .statusCode());
        assertEquals("Three", org.row(id).orElseThrow().get("Name"));
        assertEquals(200, client.get(OrgClient.DATA + path + "?fields=Id").statusCode());
        assertEquals("204", client.answer("DELETE", path, null));
        assertEquals(404, client.get(OrgClient.DATA + path).statusCode());
        assertTrue(client.answer("PATCH", path + "?updateOnly=true", "{}").startsWith("404"));
        assertEquals(
                List.of("DELETE /sobjects/Account/Ext_Id__c/{value}"),
                List.copyOf(only("DELETE").keySet()));
    }

    @Test
    void an_external_id_of_several_records_answers_their_urls() throws Exception {
        String first = create("Invoice__c", "{\"Number__c\":7}");
        String second = create("Invoice__c", "{\"Number__c\":7.0}");
        assertEquals(
                "300 [\"/services/data/v67.0/sobjects/Invoice__c/" + first
                        + "\",\"/services/data/v67.0/sobjects/Invoice__c/" + second + "\"]",
                client.answer("PATCH", "/sobjects/Invoice__c/Number__c/7", "{}"));
        assertEquals("204", client.answer("DELETE", "/sobjects/Invoice__c/" + first, null));
        assertTrue(
                client.answer("PATCH", "/sobjects/Invoice__c/Number__c/7", "{}").startsWith("200"));
    }

    @Test
    void a_parent_is_named_by_its_external_id() throws Exception {
        String contact = create("Contact", "{\"LastName\":\"x\",\"Account\":{\"Ext_Id__c\":\"EXT-00003\"}}");
        assertEquals(Ids.of("001", 4), org.row(contact).orElseThrow().get("AccountId"));
        String task = create(
                "Task",
                "{\"Status\":\"Completed\",\"Priority\":\"High\",\"What\":{\"attributes\":{\"type\":\"Account\"},"
                        + "\"Ext_Id__c\":\"EXT-00003\"}}");
        assertEquals(Ids.of("001", 4), org.row(task).orElseThrow().get("WhatId"));
        assertEquals(true, org.row(task).orElseThrow().get("IsClosed"));
        assertEquals(
                List.of("x"),
                client.column("SELECT LastName FROM Contact WHERE Account.Ext_Id__c = 'EXT-00003' AND LastName = 'x'"));
    }

    @Test
    void rules_of_the_test_refuse_and_duplicates_can_be_allowed() throws Exception {
        org.rules().refuseWhen("Account", row -> "Bad".equals(row.get("Site")), "Site", "Never at Bad");
        org.rules().refuseDuplicates("Account", "Name");
        assertEquals(
                "400 FIELD_CUSTOM_VALIDATION_EXCEPTION: Never at Bad [\"Site\"]",
                error("PATCH", ACCOUNT + "/" + ACME, "{\"Site\":\"Bad\"}"));
        assertEquals(
                "400 DUPLICATES_DETECTED: Use one of these records? []", error("POST", ACCOUNT, "{\"Name\":\"ACME\"}"));
        assertTrue(
                client.answer("POST", ACCOUNT, "{\"Name\":\"ACME\"}", "Sforce-Duplicate-Rule-Header", "allowSave=true")
                        .startsWith("201"));
        assertEquals(
                "allowSave=true",
                org.calls().get(org.calls().size() - 1).options().get("sforce-duplicate-rule-header"));
    }

    @Test
    void a_locked_record_refuses_as_often_as_told() throws Exception {
        org.rules().lock(ACME, 2);
        String locked = "400 UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record or 1 records: " + ACME
                + " []";
        assertEquals(locked, error("PATCH", ACCOUNT + "/" + ACME, "{}"));
        assertEquals(locked, error("POST", "/sobjects/Contact", "{\"LastName\":\"x\",\"AccountId\":\"" + ACME + "\"}"));
        assertEquals("204", client.answer("PATCH", ACCOUNT + "/" + ACME, "{}"));
        assertEquals(1, org.rules().writes(ACME));
    }

    @Test
    void a_value_that_was_taken_back_or_deleted_is_free_again() throws Exception {
        String ext = "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"x\",\"Ext_Id__c\":\"once\"}";
        String bad = "{\"attributes\":{\"type\":\"Account\"}}";
        client.answer("POST", "/composite/sobjects", "{\"allOrNone\":true,\"records\":[" + ext + "," + bad + "]}");
        assertEquals(0, org.writes("Account", "Ext_Id__c", "once"));
        String id = create("Account", ext);
        assertTrue(error("POST", ACCOUNT, ext).startsWith("400 DUPLICATE_VALUE"));
        assertEquals("204", client.answer("PATCH", ACCOUNT + "/" + id, "{\"Ext_Id__c\":\"other\"}"));
        String second = create("Account", ext);
        assertEquals("204", client.answer("DELETE", ACCOUNT + "/" + second, null));
        create("Account", ext);
        assertEquals(3, org.writes("Account", "Ext_Id__c", "ONCE"));
        assertEquals(2, org.writes("Account", "Ext_Id__c", "other"));
    }

    @Test
    void values_have_the_forms_the_api_documents() throws Exception {
        String id = create(
                "Type_Sample__c",
                "{\"Boolean__c\":\"true\",\"Int__c\":1.0E2,\"Long__c\":\"9007199254740993\",\"Double__c\":\"1.23456\","
                        + "\"Date__c\":\"2024-02-29\",\"Datetime__c\":\"2024-02-29T23:30:00.5+05:45\",\"Time__c\":"
                        + "\"23:59:59.999Z\",\"Multi__c\":\"One;Two\",\"Place__Latitude__s\":1,\"Place__Longitude__s\":-2.5}");
        Map<String, Object> row = org.row(id).orElseThrow();
        assertEquals(true, row.get("Boolean__c"));
        assertEquals(100, row.get("Int__c"));
        assertEquals(9007199254740993L, row.get("Long__c"));
        assertEquals(1.2345, row.get("Double__c"));
        assertEquals(Instant.parse("2024-02-29T17:45:00.500Z"), row.get("Datetime__c"));
        assertEquals(new Place(1, -2.5), row.get("Place__c"));
        for (String wrong : List.of(
                "\"Boolean__c\":\"yes\"",
                "\"Int__c\":1.5",
                "\"Date__c\":\"2023-02-29\"",
                "\"Datetime__c\":\"2024-02-29 12:00:00\"",
                "\"Time__c\":\"25:00:00Z\"",
                "\"Text__c\":{\"a\":1}",
                "\"Double__c\":[1]")) {
            String refused = error("PATCH", "/sobjects/Type_Sample__c/" + id, "{" + wrong + "}");
            assertTrue(refused.startsWith("400 JSON_PARSER_ERROR: Cannot deserialize instance of "), refused);
        }
    }

    @Test
    void bodies_of_another_type_are_refused_and_heads_have_none() throws Exception {
        HttpResponse<byte[]> plain = client.send(
                "POST",
                OrgClient.DATA + ACCOUNT,
                "{}",
                "Authorization",
                "Bearer " + org.openSession(),
                "Content-Type",
                "text/plain");
        assertEquals(415, plain.statusCode());
        HttpResponse<byte[]> head = client.call("HEAD", OrgClient.DATA + ACCOUNT + "/" + ACME, null);
        assertEquals(200, head.statusCode());
        assertEquals(0, head.body().length);
        assertEquals(
                404,
                client.call("HEAD", OrgClient.DATA + ACCOUNT + "/" + Ids.of("001", 999), null)
                        .statusCode());
    }

    @Test
    void what_describe_calls_writable_can_be_written() throws Exception {
        for (JsonNode item :
                OrgClient.json(client.get(OrgClient.DATA + "/sobjects")).get("sobjects")) {
            String name = item.get("name").textValue();
            JsonNode describe = OrgClient.json(client.get(OrgClient.DATA + "/sobjects/" + name + "/describe"));
            if (!describe.get("createable").booleanValue() || name.matches(".*__[ex]|AccountChangeEvent")) {
                continue;
            }
            ObjectNode record = JsonNodeFactory.instance.objectNode();
            for (JsonNode field : describe.get("fields")) {
                boolean required = field.get("createable").booleanValue()
                        && !field.get("nillable").booleanValue()
                        && !field.get("defaultedOnCreate").booleanValue();
                if (required) {
                    record.set(field.get("name").textValue(), sample(field));
                }
            }
            String id = create(name, record.toString());
            assertEquals("204", client.answer("PATCH", "/sobjects/" + name + "/" + id, "{}"), name);
            String first = (String) org.rows(name).get(0).get("Id");
            assertEquals("204", client.answer("PATCH", "/sobjects/" + name + "/" + first, "{}"), name);
            String deleted = client.answer("DELETE", "/sobjects/" + name + "/" + id, null);
            assertEquals(describe.get("deletable").booleanValue(), deleted.equals("204"), name + deleted);
        }
    }

    private JsonNode sample(JsonNode field) {
        return switch (field.get("type").textValue()) {
            case "reference" ->
                TextNode.valueOf(
                        (String) org.rows(field.get("referenceTo").get(0).textValue())
                                .get(0)
                                .get("Id"));
            case "picklist" -> field.get("picklistValues").get(0).get("value");
            case "date" -> TextNode.valueOf("2026-01-01");
            case "base64" -> TextNode.valueOf("AAEC");
            case "email" -> TextNode.valueOf("a@example.com");
            case "double", "currency", "percent", "int" -> IntNode.valueOf(1);
            default -> TextNode.valueOf("x");
        };
    }

    @Test
    void many_threads_write_and_nothing_is_lost() throws Exception {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int number = thread;
            writers.add(CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < 25; i++) {
                        create("Account", "{\"Name\":\"t\",\"Ext_Id__c\":\"t" + number + "-" + i + "\"}");
                        client.count("Account WHERE Name = 't'");
                    }
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
            }));
        }
        writers.forEach(CompletableFuture::join);
        assertEquals(200, client.count("Account WHERE Name = 't'"));
        assertEquals(200, org.rules().writes().size());
    }
}
