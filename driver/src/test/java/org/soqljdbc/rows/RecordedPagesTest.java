package org.soqljdbc.rows;

import static java.util.Arrays.asList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads replies recorded from Salesforce, where the folder {@code reference} holds them. */
class RecordedPagesTest {

    private Path replies;

    @BeforeEach
    void find_the_replies() {
        String reference = System.getProperty("reference", "");
        replies = Path.of(reference, "salesforce", "fixtures");
        assumeTrue(
                !reference.isEmpty() && Files.isDirectory(replies),
                "skipped: the property reference names no folder of recorded replies");
    }

    private byte[] reply(String name) throws IOException {
        return Files.readAllBytes(replies.resolve(name + ".json"));
    }

    private List<List<String>> rows(String name, String... paths) throws IOException, SQLException {
        return Pages.rows(Pages.parser(reply(name)), Pages.shape(paths));
    }

    @Test
    void two_pages_of_two_thousand() throws IOException, SQLException {
        RecordShape shape = Pages.shape("RANDOM_1__c", "RANDOM_2__c");
        PageReader first = PageReader.open(Pages.parser(reply("query-page1-of-10000")), shape);
        assertEquals(10_000, first.totalSize());
        assertEquals(Optional.of("/services/data/v53.0/query/01gB000003OCxSPIA1-2000"), first.nextRecordsUrl());
        List<List<String>> rows = rows("query-page1-of-10000", "RANDOM_1__c", "RANDOM_2__c");
        assertEquals(2_000, rows.size());
        assertEquals(asList("NLEA", null), rows.get(0));
        assertEquals(asList("TGT", "WIPWMWVA"), rows.get(1_999));
        assertEquals(
                2_000,
                rows("query-page2-of-10000", "RANDOM_2__c", "RANDOM_1__c").size());
    }

    @Test
    void parents_and_children() throws IOException, SQLException {
        assertEquals(
                List.of(asList("TestAccount5", "Guy Smiley")), rows("query-parent-owner-name", "Name", "Owner.Name"));
        List<List<String>> accounts = rows("query-child-subquery-contacts", "Name", "Contacts");
        assertEquals(5, accounts.size());
        assertEquals(
                List.of(asList("Tom", "Ripley"), asList("Liz", "D'Cruz")),
                Pages.rows(accounts.get(2).get(1), "FirstName", "LastName"));
    }

    @Test
    void aggregates_lookups_and_base64() throws IOException, SQLException {
        assertEquals(
                asList("701E0000000JuFHIA0", "300.0"),
                rows("query-aggregate-groupby", "CampaignId", "expr0").get(0));
        assertEquals(
                3,
                rows("query-custom-objects-with-lookup", "Id", "CustomObject__c")
                        .size());
        assertEquals(
                List.of(asList("/services/data/v55.0/sobjects/ContentVersion/0689A0000002c13QAA/VersionData")),
                rows("query-base64-field-as-url", "VersionData"));
    }

    @Test
    void values_of_many_types() throws IOException, SQLException {
        List<String> row = rows(
                        "query-mixed-types-handmade",
                        "Checkbox_Label",
                        "Date_Label",
                        "DateTime_Label",
                        "Picklist_Multiselect_Label",
                        "ParentWhizbang__r.Text_Label",
                        "Whizbangs__r",
                        "Missing__c")
                .get(0);
        assertEquals(
                List.of("false", "2010-01-01", "2011-07-07T00:37:00.000+0000", "four;six", "Hello"), row.subList(0, 5));
        assertEquals("{\"totalSize\":1,\"done\":true,\"records\":[{\"Name\":\"Child Whizbang\"}]}", row.get(5));
        assertNull(row.get(6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query-child-subquery-contacts",
                "query-mixed-types-handmade",
                "query-contacts-pretty",
                "query-simple-accounts"
            })
    void a_recorded_reply_cut_anywhere_ends_in_a_sql_exception(String name) throws IOException, SQLException {
        byte[] page = new String(reply(name), java.nio.charset.StandardCharsets.UTF_8)
                .strip()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        RecordShape shape = Pages.shape("Name", "FirstName", "Contacts", "ParentWhizbang__r.Name", "Whizbangs__r");
        assertTrue(Pages.rows(Pages.parser(page), shape).size() > 0);
        for (int length = 0; length < page.length; length++) {
            byte[] cut = Arrays.copyOf(page, length);
            assertThrows(SQLException.class, () -> Pages.rows(Pages.parser(cut), shape), "cut at " + length);
        }
    }
}
