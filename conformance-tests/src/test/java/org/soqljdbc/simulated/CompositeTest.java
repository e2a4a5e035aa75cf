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

/** Several requests in one. */
class CompositeTest {

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

    private static String part(String method, String path, String reference, String body) {
        return "{\"method\":\"" + method + "\",\"url\":\"" + OrgClient.DATA + path + "\",\"referenceId\":\"" + reference
                + "\"" + (body == null ? "" : ",\"body\":" + body) + "}";
    }

    private JsonNode composite(boolean allOrNone, String... parts) throws Exception {
        var response = client.call(
                "POST",
                OrgClient.DATA + "/composite",
                "{\"allOrNone\":" + allOrNone + ",\"compositeRequest\":[" + String.join(",", parts) + "]}");
        assertEquals(200, response.statusCode(), OrgClient.text(response));
        return OrgClient.json(response).get("compositeResponse");
    }

    private static List<Integer> statuses(JsonNode items) {
        List<Integer> statuses = new ArrayList<>();
        items.forEach(item -> statuses.add(item.get("httpStatusCode").intValue()));
        return statuses;
    }

    @Test
    void later_parts_use_the_ids_of_earlier_ones() throws Exception {
        JsonNode items = composite(
                true,
                part("POST", "/sobjects/Account", "acc", "{\"Name\":\"New\"}"),
                part("POST", "/sobjects/Contact", "con", "{\"LastName\":\"n\",\"AccountId\":\"@{acc.id}\"}"),
                part("GET", "/query?q=SELECT+Id,AccountId+FROM+Contact+WHERE+Id='@{con.id}'", "back", null),
                part("PATCH", "/sobjects/Account/@{back.records[0].AccountId}", "upd", "{\"Site\":\"s\"}"));
        assertEquals(List.of(201, 201, 200, 204), statuses(items));
        String account = items.get(0).get("body").get("id").textValue();
        assertEquals(
                account,
                items.get(2).get("body").get("records").get(0).get("AccountId").textValue());
        assertEquals("s", org.row(account).orElseThrow().get("Site"));
        assertTrue(items.get(3).get("body").isNull());
        assertEquals(2, org.rules().writes(account));
    }

    @Test
    void only_references_decide_the_order_unless_told_otherwise() throws Exception {
        String id = Ids.of("001", 1);
        String parts = part("PATCH", "/sobjects/Account/" + id, "upd", "{\"Site\":\"new\"}") + ","
                + part("GET", "/sobjects/Account/" + id + "?fields=Site", "get", null);
        String body = "{%s\"compositeRequest\":[" + parts + "]}";
        String path = "/services/data/%s/composite";
        JsonNode collated = OrgClient.json(client.post(path.formatted("v67.0"), body.formatted("")));
        assertTrue(!collated.at("/compositeResponse/1/body/Site").asText().equals("new"));
        org.restore();
        JsonNode inOrder =
                OrgClient.json(client.post(path.formatted("v67.0"), body.formatted("\"collateSubrequests\":false,")));
        assertEquals("new", inOrder.at("/compositeResponse/1/body/Site").textValue());
        org.restore();
        JsonNode old = OrgClient.json(client.post(path.formatted("v48.0"), body.formatted("")));
        assertEquals("new", old.at("/compositeResponse/1/body/Site").textValue());
    }

    @Test
    void one_failure_takes_back_all_when_asked() throws Exception {
        JsonNode items = composite(
                true,
                part("POST", "/sobjects/Account", "acc", "{\"Name\":\"New\"}"),
                part("POST", "/sobjects/Contact", "con", "{}"));
        assertEquals(List.of(400, 400), statuses(items));
        assertEquals(
                "PROCESSING_HALTED",
                items.get(0).get("body").get(0).get("errorCode").textValue());
        assertEquals(
                "REQUIRED_FIELD_MISSING",
                items.get(1).get("body").get(0).get("errorCode").textValue());
        assertEquals(60, client.count("Account"));
    }

    @Test
    void without_that_only_what_refers_to_the_failed_part_fails() throws Exception {
        JsonNode items = composite(
                false,
                part("POST", "/sobjects/Account", "acc", "{}"),
                part("POST", "/sobjects/Contact", "con", "{\"LastName\":\"n\",\"AccountId\":\"@{acc.id}\"}"),
                part("POST", "/sobjects/Account", "other", "{\"Name\":\"Other\"}"));
        assertEquals(List.of(400, 400, 201), statuses(items));
        assertEquals(
                "PROCESSING_HALTED",
                items.get(1).get("body").get(0).get("errorCode").textValue());
        assertEquals(61, client.count("Account"));
    }

    @Test
    void a_failed_row_of_an_inner_collection_takes_back_all() throws Exception {
        String rows = "{\"records\":[{\"attributes\":{\"type\":\"Account\"},\"Name\":\"x\"},"
                + "{\"attributes\":{\"type\":\"Account\"}}]}";
        JsonNode items = composite(
                true,
                part("POST", "/sobjects/Account", "acc", "{\"Name\":\"New\"}"),
                part("POST", "/composite/sobjects", "rows", rows));
        assertEquals(List.of(400, 200), statuses(items));
        assertEquals(60, client.count("Account"));
    }

    @Test
    void limits_are_those_of_the_api() throws Exception {
        String get = part("GET", "/limits", "r%d", null);
        String many = IntStream.range(0, 26).mapToObj(get::formatted).collect(Collectors.joining(","));
        assertTrue(client.answer("POST", "/composite", "{\"compositeRequest\":[" + many + "]}")
                .startsWith("400"));
        String rows = part("POST", "/composite/sobjects", "r%d", "{\"records\":[]}");
        String six = IntStream.range(0, 6).mapToObj(rows::formatted).collect(Collectors.joining(","));
        assertTrue(client.answer("POST", "/composite", "{\"compositeRequest\":[" + six + "]}")
                .startsWith("400"));
        String twice = part("GET", "/limits", "r", null);
        assertTrue(client.answer("POST", "/composite", "{\"compositeRequest\":[" + twice + "," + twice + "]}")
                .startsWith("400"));
    }

    @Test
    void a_batch_goes_on_or_halts() throws Exception {
        String parts = "[{\"method\":\"PATCH\",\"url\":\"v67.0/sobjects/Account/" + Ids.of("001", 1)
                + "\",\"richInput\":{\"Site\":\"b\"}},{\"method\":\"GET\",\"url\":\"v67.0/sobjects/Nope\"},"
                + "{\"method\":\"GET\",\"url\":\"v67.0/limits/recordCount?sObjects=Account\"}]";
        String body = "{\"haltOnError\":%s,\"batchRequests\":" + parts + "}";
        JsonNode on = OrgClient.json(client.post(OrgClient.DATA + "/composite/batch", body.formatted(false)));
        assertTrue(on.get("hasErrors").booleanValue());
        assertEquals(
                "{\"statusCode\":204,\"result\":null}", on.get("results").get(0).toString());
        assertEquals(200, on.get("results").get(2).get("statusCode").intValue());
        JsonNode halted = OrgClient.json(client.post(OrgClient.DATA + "/composite/batch", body.formatted(true)));
        assertEquals(412, halted.get("results").get(2).get("statusCode").intValue());
        assertEquals("b", org.row(Ids.of("001", 1)).orElseThrow().get("Site"));
    }
}
