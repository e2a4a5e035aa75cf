package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the org's replies with recorded ones of Salesforce: members and their order, formats of values, error
 * bodies. The recordings lie outside the repository, in the folder that the system property {@code reference} names.
 */
class RecordedRepliesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** What differs from one reply to another: the label a customer chose, the version, the objects an org has. */
    private static final Set<String> OWN_OF_EACH_ORG =
            Set.of("label", "picklistValues", "referenceTo", "inlineHelpText");

    /** Members of describes that came with later versions than some recordings have. */
    private static final Set<String> LATER =
            Set.of("associateEntityType", "associateParentEntity", "sobjectDescribeOption");

    private static final Path FIXTURES = Reference.folder("salesforce", "fixtures");
    private static SimulatedOrg org;
    private static OrgClient client;

    @BeforeAll
    static void start() {
        org = SimulatedOrg.start();
        client = new OrgClient(org);
    }

    @BeforeEach
    void requireReference() {
        Reference.require(FIXTURES);
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    private static JsonNode recorded(String name) throws IOException {
        return MAPPER.readTree(Files.readString(FIXTURES.resolve(name)).replace("\uFEFF", ""));
    }

    private static List<String> members(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The structure of a reply: members in order, kinds of values, the first element of each array. */
    private static String shape(JsonNode node) {
        if (node.isObject()) {
            List<String> parts = new ArrayList<>();
            node.properties().forEach(member -> parts.add(member.getKey() + ":" + shape(member.getValue())));
            return parts.toString();
        }
        if (node.isArray()) {
            return node.isEmpty() ? "array" : "array of " + shape(node.get(0));
        }
        return node.getNodeType().toString();
    }

    @Test
    void a_query_of_one_field() throws Exception {
        assertEquals(
                shape(recorded("query-simple-accounts.json")), shape(client.query("SELECT Name FROM Account LIMIT 5")));
    }

    @Test
    void a_query_through_a_parent() throws Exception {
        assertEquals(
                shape(recorded("query-parent-owner-name.json")),
                shape(client.query("SELECT Name, Owner.Name from Account LIMIT 1")));
    }

    @Test
    void a_query_with_children() throws Exception {
        assertEquals(
                shape(recorded("query-child-subquery-contacts.json")),
                shape(client.query("SELECT Account.Name, (SELECT Contact.FirstName, Contact.LastName FROM"
                        + " Account.Contacts) FROM Account WHERE Name != 'Acme' LIMIT 5")));
    }

    @Test
    void a_query_of_a_custom_object() throws Exception {
        JsonNode recorded = recorded("query-custom-objects-with-lookup.json");
        JsonNode ours =
                client.query("select Id, SystemModstamp, LastModifiedById, Name, Contact__c from RelatedThing__c"
                        + " where Contact__c != null");
        assertEquals(shape(recorded).replace("CustomObject__c", "Contact__c"), shape(ours));
        String format = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000";
        for (JsonNode reply : List.of(recorded, ours)) {
            assertTrue(reply.get("records")
                    .get(0)
                    .get("SystemModstamp")
                    .textValue()
                    .matches(format));
        }
    }

    @Test
    void a_grouped_query() throws Exception {
        JsonNode recorded = recorded("query-aggregate-groupby.json");
        JsonNode ours = client.query(
                "SELECT CampaignId, SUM(Amount) FROM Opportunity WHERE CampaignId != null GROUP BY" + " CampaignId");
        assertEquals(shape(recorded), shape(ours));
    }

    @Test
    void a_page_and_its_successor() throws Exception {
        JsonNode recorded = recorded("query-page1-of-10000.json");
        JsonNode first = client.query("SELECT FirstName, Title FROM Contact WHERE Title != null");
        assertEquals(members(recorded), members(first));
        assertEquals(recorded.get("records").size(), first.get("records").size());
        String locator = "/services/data/v\\d\\d\\.0/query/[0-9A-Za-z]{18}-2000";
        assertTrue(recorded.get("nextRecordsUrl").textValue().matches(locator));
        assertTrue(first.get("nextRecordsUrl").textValue().matches(locator));
        JsonNode second = OrgClient.json(client.get(first.get("nextRecordsUrl").textValue()));
        JsonNode recordedSecond = recorded("query-page2-of-10000.json");
        assertEquals(
                shape(recordedSecond.get("records").get(0).get("attributes")),
                shape(second.get("records").get(0).get("attributes")));
        assertEquals(
                recordedSecond.get("totalSize").isInt(), second.get("totalSize").isInt());
    }

    @Test
    void a_base64_field() throws Exception {
        JsonNode recorded = recorded("query-base64-field-as-url.json");
        JsonNode ours = client.query("SELECT VersionData FROM ContentVersion LIMIT 1");
        assertEquals(shape(recorded), shape(ours));
        for (JsonNode reply : List.of(recorded, ours)) {
            JsonNode record = reply.get("records").get(0);
            assertEquals(
                    record.get("attributes").get("url").textValue() + "/VersionData",
                    record.get("VersionData").textValue());
        }
    }

    @Test
    void an_address() throws Exception {
        JsonNode recorded = recorded("record-Organization-with-address.json").get("Address");
        JsonNode ours = client.query("SELECT Address FROM Organization")
                .get("records")
                .get(0)
                .get("Address");
        assertEquals(members(recorded), members(ours));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error-invalid-field-in-query.json|SELECT Bacon__c FROM Account LIMIT 2",
                "error-malformed-query.json|SELEKT Name FROM Account"
            })
    void a_refused_query(String fixtureAndSoql) throws Exception {
        String[] parts = fixtureAndSoql.split("\\|");
        assertEquals(recorded(parts[0]).toString(), client.raw(parts[1]));
    }

    @Test
    void a_missing_session() throws Exception {
        assertEquals(
                recorded("error-invalid-session-id-401.json").toString(),
                OrgClient.text(client.send("GET", OrgClient.DATA + "/limits", null)));
    }

    @Test
    void an_unknown_version_or_object() throws Exception {
        assertEquals(
                recorded("error-bad-api-version-404.json").toString(),
                OrgClient.text(client.get("/services/data/viAmABadVersion/sobjects/Account")));
        assertEquals(
                recorded("error-create-unknown-object-404.json").toString(),
                OrgClient.text(client.get("/services/data/v53.0/sobjects/PlayingCard__c/describe")));
    }

    @Test
    void token_replies() throws Exception {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type", "refresh_token",
                "refresh_token", SimulatedOrg.REFRESH_TOKEN,
                "client_id", SimulatedOrg.CLIENT_ID));
        JsonNode ours = OrgClient.json(client.form("/services/oauth2/token", form));
        assertTrue(members(ours).containsAll(members(recorded("oauth-refresh-success-placeholder.json"))));
        form.put("refresh_token", "gone");
        JsonNode refused = OrgClient.json(client.form("/services/oauth2/token", form));
        assertEquals(recorded("oauth-error-expired-refresh-token.json"), refused);
    }

    @Test
    void composite_replies() throws Exception {
        assertEquals(
                recorded("composite-404.json"), composite("CCI__RefId__0__", "/services/data/v67.0/sobjects/Nope", ""));
        String since = ",\"httpHeaders\":{\"If-Modified-Since\":\"Fri, 14 Aug 2026 20:53:02 GMT\"}";
        JsonNode known = composite("r", "/services/data/v67.0/sobjects/Account/describe", since);
        assertEquals(shape(recorded("composite-describe-304.json")), shape(known));
        JsonNode empty = composite("one", "/services/data/v67.0/query?q=SELECT+Id+FROM+Account+LIMIT+0", "");
        assertEquals(
                recorded("composite-two-empty-queries.json")
                        .get("compositeResponse")
                        .get(0),
                empty.get("compositeResponse").get(0));
        JsonNode unknown = composite("refXYZZY", "/services/data/v67.0/query?q=select+count()+from+XYZZY", "");
        assertEquals(
                recorded("composite-count-with-invalid-type.json")
                        .get("compositeResponse")
                        .get(1),
                unknown.get("compositeResponse").get(0));
    }

    private static JsonNode composite(String reference, String url, String headers) throws Exception {
        return OrgClient.json(client.post(
                OrgClient.DATA + "/composite",
                "{\"compositeRequest\":[{\"method\":\"GET\",\"url\":\"" + url + "\",\"referenceId\":\"" + reference
                        + "\"" + headers + "}]}"));
    }

    @Test
    void limits_and_row_counts() throws Exception {
        assertEquals(
                shape(recorded("limits-recordCount.json")),
                shape(OrgClient.json(client.get(OrgClient.DATA + "/limits/recordCount?sObjects=Account"))));
        JsonNode recorded = recorded("limits-developer-edition.json");
        JsonNode ours = OrgClient.json(client.get(OrgClient.DATA + "/limits"));
        assertEquals(shape(recorded.get("DailyApiRequests")), shape(ours.get("DailyApiRequests")));
    }

    @Test
    void the_resources_of_a_version() throws Exception {
        JsonNode ours = OrgClient.json(client.get(OrgClient.DATA + "/"));
        for (String name : List.of("query", "queryAll", "sobjects", "limits", "search", "tooling", "recent")) {
            assertEquals(
                    recorded("resources-root.json").get(name).textValue().replace("<api_version>", "v67.0"),
                    ours.get(name).textValue());
        }
        assertTrue(ours.get("identity").textValue().matches("http.*/id/00D\\w{15}/005\\w{15}"));
    }

    @Test
    void the_global_describe() throws Exception {
        JsonNode recorded = recorded("describe-global.json");
        JsonNode ours = OrgClient.json(client.get(OrgClient.DATA + "/sobjects"));
        assertEquals(members(recorded), members(ours));
        assertEquals(recorded.get("maxBatchSize"), ours.get("maxBatchSize"));
        Map<String, JsonNode> byName = new HashMap<>();
        recorded.get("sobjects").forEach(item -> byName.put(item.get("name").textValue(), item));
        for (JsonNode item : ours.get("sobjects")) {
            assertEquals(members(recorded.get("sobjects").get(0)), members(item));
            JsonNode known = byName.get(item.get("name").textValue());
            if (known != null && !known.get("keyPrefix").isNull()) {
                assertEquals(known.get("keyPrefix"), item.get("keyPrefix"), item.toString());
            }
        }
        JsonNode account = byName.get("Account");
        ours.get("sobjects").forEach(item -> {
            if (item.get("name").textValue().equals("Account")) {
                assertEquals(account.toString().replaceAll("v\\d\\d\\.0", "v67.0"), item.toString());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Account", "Contact", "Case", "Event", "Lead", "Opportunity", "OpportunityContactRole"})
    void the_describe_of_an_object(String name) throws Exception {
        JsonNode recorded = recorded("describe-" + name + ".json");
        JsonNode ours = OrgClient.json(client.get(OrgClient.DATA + "/sobjects/" + name + "/describe"));
        Set<String> expected = new TreeSet<>(members(recorded));
        expected.addAll(LATER);
        assertEquals(expected, new TreeSet<>(members(ours)));
        for (String member : members(recorded)) {
            if (recorded.get(member).isValueNode()) {
                assertEquals(recorded.get(member), ours.get(member), member);
            }
        }
        if (!recorded.get("childRelationships").isEmpty()
                && !ours.get("childRelationships").isEmpty()) {
            assertEquals(
                    members(recorded.get("childRelationships").get(0)),
                    members(ours.get("childRelationships").get(0)));
        }
        fields(recorded, ours);
    }

    private static void fields(JsonNode recorded, JsonNode ours) {
        Map<String, JsonNode> byName = new HashMap<>();
        recorded.get("fields").forEach(field -> byName.put(field.get("name").textValue(), field));
        int compared = 0;
        for (JsonNode field : ours.get("fields")) {
            String name = field.get("name").textValue();
            assertEquals(new TreeSet<>(members(recorded.get("fields").get(0))), new TreeSet<>(members(field)), name);
            assertEquals(57, field.size());
            JsonNode known = byName.get(name);
            if (known == null || name.endsWith("__c")) {
                continue;
            }
            compared++;
            for (String member : members(known)) {
                if (!OWN_OF_EACH_ORG.contains(member)) {
                    assertEquals(known.get(member), field.get(member), name + "." + member);
                }
            }
        }
        assertTrue(compared > 8);
    }

    @Test
    void urls_of_a_describe() throws Exception {
        JsonNode recorded = recorded("describe-Contact.json").get("urls");
        JsonNode ours = OrgClient.json(client.get(OrgClient.DATA + "/sobjects/Contact/describe"))
                .get("urls");
        assertEquals(members(recorded), members(ours));
    }

    @Test
    void picklist_values_and_record_types() throws Exception {
        JsonNode recorded = recorded("describe-Account.json");
        JsonNode ours = OrgClient.json(client.get(OrgClient.DATA + "/sobjects/Account/describe"));
        assertEquals(shape(industry(recorded)), shape(industry(ours)));
        assertEquals(
                shape(recorded.get("recordTypeInfos").get(0)).replaceAll("\\[layout:STRING]", "[]"),
                shape(ours.get("recordTypeInfos").get(0)).replaceAll("\\[layout:STRING]", "[]"));
        assertEquals(shape(recorded.get("supportedScopes")), shape(ours.get("supportedScopes")));
    }

    private static JsonNode industry(JsonNode describe) {
        for (JsonNode field : describe.get("fields")) {
            if (field.get("name").textValue().equals("Industry")) {
                return field.get("picklistValues");
            }
        }
        throw new AssertionError("no Industry");
    }
}
