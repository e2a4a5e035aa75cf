package org.soqljdbc.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.SfType;

class DescribeReaderTest {

    private final SmallOrg org = new SmallOrg();

    @Test
    void an_object_keeps_what_describe_says_of_it() throws SQLException {
        ObjectSummary account = org.object("account", CallControl.unlimited()).summary();
        assertEquals("Account", account.name());
        assertEquals("001", account.keyPrefix());
        assertTrue(account.queryable());
        assertFalse(account.custom());
    }

    @Test
    void a_field_keeps_type_size_and_flags_and_absent_members_are_empty() throws SQLException {
        SObject account = org.object("Account", CallControl.unlimited());
        Field revenue = account.field("ANNUALREVENUE").orElseThrow();
        assertEquals(SfType.CURRENCY, revenue.type());
        assertEquals(18, revenue.precision());
        assertEquals(2, revenue.scale());
        assertTrue(revenue.createable());
        assertFalse(revenue.updateable());
        assertEquals("", revenue.relationshipName());
        assertEquals(
                "The first contract", account.field("Since__c").orElseThrow().help());
        assertEquals("", account.field("Since__c").orElseThrow().defaultValue());
    }

    @Test
    void the_digits_of_an_int_are_its_precision() throws SQLException {
        assertEquals(
                8,
                org.object("Account", CallControl.unlimited())
                        .field("NumberOfEmployees")
                        .orElseThrow()
                        .precision());
    }

    @Test
    void only_active_picklist_values_are_kept() throws SQLException {
        assertEquals(
                List.of("Energy"),
                org.object("Account", CallControl.unlimited())
                        .field("Industry")
                        .orElseThrow()
                        .picklistValues());
    }

    @Test
    void a_child_relationship_without_a_name_is_kept_and_found_by_no_name() throws SQLException {
        SObject account = org.object("Account", CallControl.unlimited());
        assertEquals(2, account.children().size());
        assertEquals("Contact", account.child("contacts").orElseThrow().childObject());
        assertTrue(account.child("").isEmpty());
    }

    @Test
    void recorded_describes_are_read() throws IOException {
        SObject account = recorded("describe-Account.json");
        assertEquals("Account", account.name());
        assertEquals(
                SfType.ADDRESS, account.field("BillingAddress").orElseThrow().type());
        assertEquals(
                "BillingAddress", account.field("BillingCity").orElseThrow().compoundFieldName());
        assertEquals("Contact", account.child("Contacts").orElseThrow().childObject());
        SObject event = recorded("describe-Event.json");
        assertTrue(event.reference("What").orElseThrow().polymorphic());
    }

    @Test
    void the_recorded_list_of_objects_is_read() throws IOException {
        try (JsonParser json = new JsonFactory().createParser(fixture("describe-global.json"))) {
            json.nextToken();
            List<ObjectSummary> objects = DescribeReader.global(json);
            assertEquals(110, objects.size());
            assertTrue(objects.stream().anyMatch(object -> object.name().equals("Account") && object.queryable()));
        }
    }

    private static SObject recorded(String name) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(fixture(name))) {
            json.nextToken();
            return DescribeReader.object(json);
        }
    }

    private static java.io.File fixture(String name) {
        String reference = System.getProperty("reference", "");
        Assumptions.assumeFalse(
                reference.isEmpty(), "skipped: the property 'reference' names no folder of recorded replies");
        Path file = Path.of(reference, "salesforce", "fixtures", name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: no recorded replies in the folder 'reference'");
        return file.toFile();
    }
}
