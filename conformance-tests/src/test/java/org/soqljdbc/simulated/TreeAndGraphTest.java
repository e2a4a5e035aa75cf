package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.simulated.schema.Ids;

/** Records with their children in one request: trees and graphs. */
class TreeAndGraphTest {

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

    private static String node(String type, String reference, String members) {
        return "{\"attributes\":{\"type\":\"" + type + "\",\"referenceId\":\"" + reference + "\"}" + members + "}";
    }

    private static String tree(String... records) {
        return "{\"records\":[" + String.join(",", records) + "]}";
    }

    @Test
    void children_get_the_id_of_their_parent_level_by_level() throws Exception {
        String contacts = ",\"Contacts\":"
                + tree(node("Contact", "c1", ",\"LastName\":\"one\""), node("Contact", "c2", ",\"LastName\":\"two\""));
        var response = client.post(
                OrgClient.DATA + "/composite/tree/Account",
                tree(node("Account", "a1", ",\"Name\":\"x\"" + contacts), node("Account", "a2", ",\"Name\":\"y\"")));
        assertEquals(201, response.statusCode());
        String[] accounts = {Ids.of("001", 64), Ids.of("001", 65)};
        String[] people = {Ids.of("003", 5004), Ids.of("003", 5005)};
        assertEquals(
                "{\"hasErrors\":false,\"results\":[{\"referenceId\":\"a1\",\"id\":\"" + accounts[0]
                        + "\"},{\"referenceId\":\"a2\",\"id\":\"" + accounts[1]
                        + "\"},{\"referenceId\":\"c1\",\"id\":\""
                        + people[0] + "\"},{\"referenceId\":\"c2\",\"id\":\"" + people[1] + "\"}]}",
                OrgClient.text(response));
        assertEquals(accounts[0], org.row(people[1]).orElseThrow().get("AccountId"));
    }

    @Test
    void one_bad_record_takes_back_the_tree_and_only_it_is_told() throws Exception {
        String contacts = ",\"Contacts\":" + tree(node("Contact", "c1", ",\"LastName\":\"one\",\"Email\":\"123\""));
        assertEquals(
                "400 {\"hasErrors\":true,\"results\":[{\"referenceId\":\"c1\",\"errors\":[{\"statusCode\":"
                        + "\"INVALID_EMAIL_ADDRESS\",\"message\":\"Email: invalid email address: 123\",\"fields\":[\"Email\"]}]}]}",
                client.answer(
                        "POST", "/composite/tree/Account", tree(node("Account", "a1", ",\"Name\":\"x\"" + contacts))));
        assertEquals(60, client.count("Account"));
        String many = IntStream.range(0, 201)
                .mapToObj(i -> node("Account", "a" + i, ",\"Name\":\"x\""))
                .collect(Collectors.joining(","));
        assertTrue(client.answer("POST", "/composite/tree/Account", tree(many)).startsWith("400"));
        assertTrue(client.answer("POST", "/composite/tree/Account", tree(node("Account", "", ",\"Name\":\"x\"")))
                .contains("Include a reference ID"));
    }

    private static String graph(String id, String... parts) {
        return "{\"graphId\":\"" + id + "\",\"compositeRequest\":[" + String.join(",", parts) + "]}";
    }

    private static String part(String method, String path, String reference, String body) {
        return "{\"method\":\"" + method + "\",\"url\":\"" + OrgClient.DATA + path + "\",\"referenceId\":\"" + reference
                + "\",\"body\":" + body + "}";
    }

    private static String graphs(String... graphs) {
        return "{\"graphs\":[" + String.join(",", graphs) + "]}";
    }

    @Test
    void each_graph_is_all_or_none_for_itself() throws Exception {
        JsonNode reply = OrgClient.json(client.post(
                OrgClient.DATA + "/composite/graph",
                graphs(
                        graph(
                                "good",
                                part("POST", "/sobjects/Account", "ref-0", "{\"Name\":\"x\"}"),
                                part(
                                        "POST",
                                        "/sobjects/Contact",
                                        "ref-1",
                                        "{\"LastName\":\"y\",\"AccountId\":\"@{ref-0.id}\"}")),
                        graph(
                                "bad",
                                part("POST", "/sobjects/Account", "ref-0", "{\"Name\":\"x\"}"),
                                part("POST", "/sobjects/Account", "ref-1", "{}")))));
        JsonNode good = reply.get("graphs").get(0);
        assertTrue(good.get("isSuccessful").booleanValue());
        String contact = good.at("/graphResponse/compositeResponse/1/body/id").textValue();
        assertEquals(
                good.at("/graphResponse/compositeResponse/0/body/id").textValue(),
                org.row(contact).orElseThrow().get("AccountId"));
        JsonNode bad = reply.get("graphs").get(1);
        assertEquals(false, bad.get("isSuccessful").booleanValue());
        assertEquals(
                "PROCESSING_HALTED",
                bad.at("/graphResponse/compositeResponse/0/body/0/errorCode").textValue());
        assertEquals(61, client.count("Account"));
    }

    @Test
    void five_hundred_nodes_are_allowed_and_no_more() throws Exception {
        String[] parts = IntStream.range(0, 500)
                .mapToObj(i -> part("POST", "/sobjects/Account", "r" + i, "{\"Name\":\"x\"}"))
                .toArray(String[]::new);
        JsonNode reply = OrgClient.json(client.post(OrgClient.DATA + "/composite/graph", graphs(graph("g", parts))));
        assertTrue(reply.at("/graphs/0/isSuccessful").booleanValue());
        assertEquals(560, client.count("Account"));
        String more = part("POST", "/sobjects/Account", "r", "{\"Name\":\"x\"}");
        assertTrue(client.answer("POST", "/composite/graph", graphs(graph("g", parts), graph("h", more)))
                .startsWith("400"));
        assertTrue(client.answer(
                        "POST", "/composite/graph", graphs(graph("g", part("POST", "/composite/sobjects", "r", "{}"))))
                .startsWith("400"));
    }
}
