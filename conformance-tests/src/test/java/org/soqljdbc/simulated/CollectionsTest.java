package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.simulated.schema.Ids;

/** Up to 200 records in one request. */
class CollectionsTest {

    private static final String PATH = "/composite/sobjects";

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

    private static String body(boolean allOrNone, String... records) {
        return "{\"allOrNone\":" + allOrNone + ",\"records\":[" + String.join(",", records) + "]}";
    }

    private static String record(String type, String members) {
        return "{\"attributes\":{\"type\":\"" + type + "\"}," + members + "}";
    }

    private JsonNode rows(String method, String path, String body) throws Exception {
        var response = client.call(method, OrgClient.DATA + path, body);
        assertEquals(200, response.statusCode(), OrgClient.text(response));
        return OrgClient.json(response);
    }

    private static List<String> verdicts(JsonNode rows) {
        List<String> verdicts = new ArrayList<>();
        rows.forEach(row -> verdicts.add(
                row.get("success").booleanValue()
                        ? "ok"
                        : row.get("errors").get(0).get("statusCode").textValue()));
        return verdicts;
    }

    @Test
    void each_row_has_its_own_verdict_in_order() throws Exception {
        JsonNode rows = rows(
                "POST",
                PATH,
                body(
                        false,
                        record("Account", "\"Name\":\"a\""),
                        record("Account", "\"Site\":\"no name\""),
                        record("Contact", "\"LastName\":\"b\"")));
        assertEquals(List.of("ok", "REQUIRED_FIELD_MISSING", "ok"), verdicts(rows));
        assertEquals(
                "{\"success\":false,\"errors\":[{\"statusCode\":\"REQUIRED_FIELD_MISSING\",\"message\":\"Required fields are"
                        + " missing: [Name]\",\"fields\":[\"Name\"]}]}",
                rows.get(1).toString());
        assertEquals(61, client.count("Account"));
        assertEquals(5001, client.count("Contact"));
    }

    @Test
    void all_or_none_takes_back_every_row() throws Exception {
        JsonNode rows = rows(
                "POST",
                PATH,
                body(true, record("Account", "\"Name\":\"a\""), record("Account", "\"Site\":\"no name\"")));
        assertEquals(List.of("ALL_OR_NONE_OPERATION_ROLLED_BACK", "REQUIRED_FIELD_MISSING"), verdicts(rows));
        assertEquals(60, client.count("Account"));
        assertEquals(60, org.rows("Account").size());
        assertEquals(0, org.rules().writes().size());
    }

    @Test
    void updates_name_their_ids() throws Exception {
        String one = Ids.of("001", 1);
        JsonNode rows = rows(
                "PATCH",
                PATH,
                body(
                        false,
                        record("Account", "\"id\":\"" + one.substring(0, 15) + "\",\"Site\":\"a\""),
                        record("Account", "\"Id\":\"" + Ids.of("001", 9999) + "\",\"Site\":\"b\""),
                        record("Account", "\"Site\":\"c\""),
                        record("Account", "\"Id\":\"abc\""),
                        record("Account", "\"Id\":\"" + one + "\",\"Site\":\"d\""),
                        record("Account", "\"Id\":\"" + Ids.of("001", 61) + "\"")));
        assertEquals(
                List.of(
                        "ok",
                        "INVALID_CROSS_REFERENCE_KEY",
                        "MISSING_ARGUMENT",
                        "MALFORMED_ID",
                        "DUPLICATE_VALUE",
                        "ENTITY_IS_DELETED"),
                verdicts(rows));
        assertEquals("a", org.row(one).orElseThrow().get("Site"));
    }

    @Test
    void deletes_are_named_in_the_url() throws Exception {
        String one = Ids.of("003", 1);
        String two = Ids.of("003", 2);
        String path = PATH + "?allOrNone=";
        assertEquals(
                List.of("ALL_OR_NONE_OPERATION_ROLLED_BACK", "ENTITY_IS_DELETED"),
                verdicts(rows("DELETE", path + "true&ids=" + one + "," + Ids.of("003", 5001), null)));
        assertEquals(5000, client.count("Contact"));
        assertEquals(
                List.of("ok", "ok", "ENTITY_IS_DELETED"),
                verdicts(rows("DELETE", path + "false&ids=" + one + "," + two + "," + one, null)));
        assertEquals(4998, client.count("Contact"));
    }

    @Test
    void upserts_tell_what_was_created() throws Exception {
        JsonNode rows = rows(
                "PATCH",
                PATH + "/Account/Ext_Id__c",
                body(
                        false,
                        record("Account", "\"Ext_Id__c\":\"new\",\"Name\":\"n\""),
                        record("Account", "\"Ext_Id__c\":\"EXT-00000\",\"Site\":\"s\""),
                        record("Account", "\"Ext_Id__c\":\"twice\",\"Name\":\"m\""),
                        record("Account", "\"Ext_Id__c\":\"TWICE\",\"Name\":\"m\""),
                        record("Account", "\"Name\":\"no key\"")));
        assertEquals(List.of("ok", "ok", "DUPLICATE_VALUE", "DUPLICATE_VALUE", "MISSING_ARGUMENT"), verdicts(rows));
        assertTrue(rows.get(0).get("created").booleanValue());
        assertEquals(
                "{\"id\":\"" + Ids.of("001", 1) + "\",\"success\":true,\"errors\":[],\"created\":false}",
                rows.get(1).toString());
        JsonNode byId = rows(
                "PATCH",
                PATH + "/Account/Id",
                body(
                        false,
                        record("Account", "\"Id\":null,\"Name\":\"n\""),
                        record("Account", "\"Id\":\"" + Ids.of("001", 2) + "\"")));
        assertEquals(true, byId.get(0).get("created").booleanValue());
        assertEquals(false, byId.get(1).get("created").booleanValue());
    }

    @Test
    void malformed_requests_fail_whole_and_write_nothing() throws Exception {
        String fine = record("Account", "\"Name\":\"a\"");
        assertEquals(
                "400 [{\"message\":\"No such column 'Nope' on sobject of type Account\",\"errorCode\":\"INVALID_FIELD\"}]",
                client.answer("POST", PATH, body(false, fine, record("Account", "\"Nope\":1"))));
        assertTrue(client.answer("POST", PATH, body(false, fine, record("Account", "\"Founded__c\":\"soon\"")))
                .contains("JSON_PARSER_ERROR"));
        String many = IntStream.range(0, 201).mapToObj(i -> fine).collect(Collectors.joining(","));
        assertEquals(
                "400 [{\"message\":\"record limit reached. cannot submit more than 200 records in this operation\","
                        + "\"errorCode\":\"EXCEEDED_ID_LIMIT\"}]",
                client.answer("POST", PATH, body(false, many)));
        String mixed = IntStream.range(0, 11)
                .mapToObj(i -> i % 2 == 0 ? fine : record("Contact", "\"LastName\":\"b\""))
                .collect(Collectors.joining(","));
        assertTrue(client.answer("POST", PATH, body(false, mixed)).startsWith("400"));
        assertEquals(60, client.count("Account"));
    }

    @Test
    void records_are_read_in_the_order_asked() throws Exception {
        String ids = Ids.of("001", 2) + "," + Ids.of("001", 999) + "," + Ids.of("001", 1);
        JsonNode rows = rows("GET", PATH + "/Account?fields=Name&ids=" + ids, null);
        assertEquals("Acme", rows.get(2).get("Name").textValue());
        assertTrue(rows.get(1).isNull());
        JsonNode posted = rows(
                "POST", PATH + "/Account", "{\"ids\":[\"" + ids.replace(",", "\",\"") + "\"],\"fields\":[\"Name\"]}");
        assertEquals(rows, posted);
    }

    @Test
    void a_hundred_thousand_rows_can_be_inserted() throws Exception {
        String rows = IntStream.range(0, 200)
                .mapToObj(i -> record("Account", "\"Name\":\"a" + i + "\""))
                .collect(Collectors.joining(","));
        for (int call = 0; call < 500; call++) {
            assertEquals(200, rows("POST", PATH, body(true, rows)).size());
        }
        assertEquals(100_060, client.count("Account"));
    }
}
