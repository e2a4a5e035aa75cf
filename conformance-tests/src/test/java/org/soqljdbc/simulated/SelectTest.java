package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a record holds, and in which order records come. */
class SelectTest {

    private static final String V = "/services/data/v67.0/sobjects/";

    private static SimulatedOrg org;
    private static OrgClient client;

    @BeforeAll
    static void start() {
        org = SimulatedOrg.start();
        client = new OrgClient(org);
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    private static String record(String soql) throws Exception {
        return client.query(soql).get("records").get(0).toString();
    }

    private static List<String> members(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void every_type_has_its_format() throws Exception {
        String id = client.column("SELECT Id FROM Type_Sample__c WHERE Name = 'Known values'")
                .get(0);
        String account =
                client.column("SELECT Id FROM Account WHERE Name = 'Acme'").get(0);
        String attributes =
                "{\"attributes\":{\"type\":\"Type_Sample__c\",\"url\":\"" + V + "Type_Sample__c/" + id + "\"},";
        assertEquals(
                attributes
                        + "\"Text__c\":\"It's \\\"text\\\" \\\\ with ünïcode\",\"Boolean__c\":true,\"Int__c\":42,"
                        + "\"Long__c\":9007199254740993,\"Double__c\":1234.5678,\"Currency__c\":1.0E7,"
                        + "\"Percent__c\":25.0,\"Date__c\":\"2024-02-29\","
                        + "\"Datetime__c\":\"2024-02-29T12:34:56.000+0000\",\"Time__c\":\"14:30:00.000Z\","
                        + "\"Multi__c\":\"One;Three\",\"Lookup__c\":\"" + account + "\","
                        + "\"Place__c\":{\"latitude\":37.79302,\"longitude\":-122.394507},"
                        + "\"Any__c\":\"any text\",\"Complex__c\":{\"referenceTo\":\"Account\"},"
                        + "\"Data__c\":\"" + V + "Type_Sample__c/" + id + "/Data__c\"}",
                client.raw("SELECT Text__c, Boolean__c, Int__c, Long__c, Double__c, Currency__c, Percent__c, Date__c,"
                                + " Datetime__c, Time__c, Multi__c, Lookup__c, Place__c, Any__c, Complex__c, Data__c"
                                + " FROM Type_Sample__c WHERE Name = 'Known values'")
                        .replaceAll("^.*\"records\":\\[(.*)]}$", "$1"));
    }

    @Test
    void a_field_without_a_value_is_null_and_an_unselected_one_absent() throws Exception {
        JsonNode row = client.query("SELECT Text__c, Place__c, Lookup__r.Name FROM Type_Sample__c LIMIT 2")
                .get("records")
                .get(1);
        assertEquals(List.of("attributes", "Text__c", "Place__c", "Lookup__r"), members(row));
        assertTrue(row.get("Text__c").isNull()
                && row.get("Place__c").isNull()
                && row.get("Lookup__r").isNull());
    }

    @Test
    void the_fields_of_a_parent_share_one_object_at_its_first_mention() throws Exception {
        JsonNode row = client.query("SELECT account.name, LASTNAME, Account.Owner.Name, Account.Industry, Account.Id,"
                        + " AccountId FROM Contact WHERE AccountId != null LIMIT 1")
                .get("records")
                .get(0);
        assertEquals(List.of("attributes", "Account", "LastName", "AccountId"), members(row));
        assertEquals(List.of("attributes", "Name", "Owner", "Industry", "Id"), members(row.get("Account")));
        assertEquals(
                "User",
                row.get("Account").get("Owner").get("attributes").get("type").textValue());
    }

    @Test
    void aliases_of_from_and_the_objects_name_may_stand_before_a_field() throws Exception {
        String expected = record("SELECT Name, Account.Name FROM Contact WHERE AccountId != null LIMIT 1");
        assertEquals(expected, record("SELECT c.Name, a.Name FROM Contact c, c.Account a WHERE a.Id != null LIMIT 1"));
        assertEquals(
                expected,
                record("SELECT Contact.Name, Contact.Account.Name FROM Contact WHERE AccountId != null LIMIT 1"));
    }

    @Test
    void children_are_a_nested_answer_or_null() throws Exception {
        JsonNode rows = client.query(
                        "SELECT Name, (SELECT LastName, Account.Name FROM Contacts WHERE LastName LIKE 'F%'"
                                + " ORDER BY LastName DESC LIMIT 2) FROM Account")
                .get("records");
        JsonNode children = rows.get(0).get("Contacts");
        assertEquals(List.of("totalSize", "done", "records"), members(children));
        assertEquals(2, children.get("records").size());
        assertEquals(
                List.of("attributes", "LastName", "Account"),
                members(children.get("records").get(0)));
        assertTrue(rows.get(rows.size() - 1).get("Contacts").isNull());
    }

    @Test
    void children_of_children_are_answered_too() throws Exception {
        JsonNode row = client.query("SELECT Name, (SELECT Name, (SELECT Name FROM Lines__r) FROM Invoices__r) FROM"
                        + " Account WHERE Id IN (SELECT Account__c FROM Invoice__c) LIMIT 1")
                .get("records")
                .get(0);
        assertNotNull(row.get("Invoices__r").get("records").get(0).get("Lines__r"));
    }

    @Test
    void typeof_selects_by_the_type_of_the_object() throws Exception {
        JsonNode rows = client.query("SELECT TYPEOF What WHEN Account THEN Name, Industry WHEN Opportunity THEN"
                        + " Amount ELSE Id, Type END FROM Task WHERE WhatId != null LIMIT 50")
                .get("records");
        for (JsonNode row : rows) {
            JsonNode what = row.get("What");
            String type = what.get("attributes").get("type").textValue();
            List<String> expected = switch (type) {
                case "Account" -> List.of("attributes", "Name", "Industry");
                case "Opportunity" -> List.of("attributes", "Amount");
                default -> List.of("attributes", "Id", "Type");
            };
            assertEquals(expected, members(what), type);
        }
    }

    @Test
    void typeof_without_a_match_is_null() throws Exception {
        JsonNode rows = client.query("SELECT What.Type, Id FROM Task WHERE What.Type = 'Case' LIMIT 1")
                .get("records");
        assertEquals("Case", rows.get(0).get("What").get("Type").textValue());
        assertTrue(
                client.query("SELECT TYPEOF What WHEN Account THEN Name END FROM Task WHERE What.Type = 'Case' LIMIT 1")
                        .get("records")
                        .get(0)
                        .get("What")
                        .isNull());
    }

    @Test
    void fields_selects_in_the_order_of_describe() throws Exception {
        JsonNode row = client.query("SELECT FIELDS(CUSTOM) FROM RelatedThing__c LIMIT 1")
                .get("records")
                .get(0);
        assertEquals(
                List.of("attributes", "Contact__c", "Account__c", "Parent__c", "Value__c", "Tags__c"), members(row));
        assertTrue(members(client.query("SELECT FIELDS(ALL) FROM Account LIMIT 200")
                        .get("records")
                        .get(0))
                .containsAll(List.of("Id", "BillingAddress", "Location__c")));
        assertFalse(members(client.query("SELECT FIELDS(STANDARD) FROM Account")
                        .get("records")
                        .get(0))
                .contains("Size__c"));
    }

    @Test
    void labels_and_formats_have_the_fields_name_or_their_alias() throws Exception {
        JsonNode row = client.query("SELECT toLabel(Size__c), Size__c code, FORMAT(CreatedDate) made FROM Account"
                                .replace("Size__c code, ", "")
                        + " WHERE Size__c = 'S' LIMIT 1")
                .get("records")
                .get(0);
        assertEquals(List.of("attributes", "Size__c", "made"), members(row));
        assertEquals("Small", row.get("Size__c").textValue());
        assertTrue(row.get("made").textValue().matches("\\d+/\\d+/20\\d\\d, \\d+:\\d\\d [AP]M"), row.toString());
    }

    @Test
    void nulls_come_first_in_both_directions_unless_asked_otherwise() throws Exception {
        int nulls = client.count("Account WHERE Industry = null");
        List<String> up = client.column("SELECT Industry FROM Account ORDER BY Industry");
        List<String> down = client.column("SELECT Industry FROM Account ORDER BY Industry DESC");
        List<String> last = client.column("SELECT Industry FROM Account ORDER BY Industry DESC NULLS LAST");
        assertEquals("null", up.get(nulls - 1));
        assertEquals("null", down.get(nulls - 1));
        assertEquals("null", last.get(last.size() - 1));
        // A picklist is ordered as it is defined.
        assertEquals("Agriculture", up.get(nulls));
        assertEquals("Other", down.get(nulls));
        // Not honoured behind a relationship.
        assertEquals(
                "null",
                client.column("SELECT Account.Name FROM Contact ORDER BY Account.Name NULLS LAST")
                        .get(0));
    }

    @Test
    void text_is_ordered_by_its_upper_case_form() throws Exception {
        List<String> names = client.column("SELECT Name FROM Account ORDER BY Name, Id");
        assertEquals(List.of("Acme", "Burlington Textiles Corp of America"), names.subList(0, 2));
        assertEquals(names.indexOf("Edge Communications") + 1, names.indexOf("edge communications"));
        assertTrue(names.indexOf("sForce") < names.indexOf("Straßenbau Müller GmbH"));
    }

    @Test
    void limit_and_offset_cut_the_ordered_rows() throws Exception {
        List<String> all = client.column("SELECT Name FROM Account ORDER BY Name DESC, Id");
        assertEquals(
                all.subList(5, 8), client.column("SELECT Name FROM Account ORDER BY Name DESC, Id LIMIT 3 OFFSET 5"));
        assertEquals(
                0,
                client.query("SELECT Id FROM Account LIMIT 0").get("totalSize").intValue());
        assertEquals(
                "NUMBER_OUTSIDE_VALID_RANGE: Maximum SOQL offset allowed is 2000",
                client.refusal("SELECT Id FROM Contact OFFSET 2001"));
        JsonNode first = client.query("SELECT Id FROM Contact OFFSET 1");
        assertEquals(2000, first.get("totalSize").intValue());
        assertTrue(first.get("done").booleanValue());
        assertNull(first.get("nextRecordsUrl"));
    }

    @Test
    void query_all_sees_what_was_deleted() throws Exception {
        JsonNode all = OrgClient.json(
                client.get(OrgClient.DATA + "/queryAll?q=" + OrgClient.encode("SELECT COUNT() FROM Contact")));
        assertEquals(client.count("Contact") + 3, all.get("totalSize").intValue());
        assertEquals(0, client.count("Contact WHERE IsDeleted = TRUE"));
    }
}
