package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows a condition of SOQL chooses. */
class WhereTest {

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

    private static List<String> names(String where) throws Exception {
        return client.column("SELECT Name FROM Account WHERE " + where + " ORDER BY Id");
    }

    @Test
    void text_compares_without_letter_case() throws Exception {
        assertEquals(List.of("Edge Communications", "edge communications"), names("Name = 'EDGE communications'"));
        assertEquals(List.of("Acme"), names("Name IN ('aCME')"));
        assertEquals(List.of("Acme"), names("Name <= 'ACME'"));
    }

    @Test
    void a_case_sensitive_field_compares_with_letter_case() throws Exception {
        assertEquals(1, client.count("Account WHERE Code__c = 'key3'"));
        assertEquals(0, client.count("Account WHERE Code__c = 'Key3'"));
        assertEquals(1, client.count("Account WHERE Code__c IN ('KEY3', 'Key3')"));
    }

    @Test
    void the_turkish_letters_follow_their_upper_case_form() throws Exception {
        assertEquals(List.of("İstanbul Ticaret"), names("Name = 'İstanbul Ticaret'"));
        assertEquals(List.of(), names("Name = 'istanbul ticaret'"));
        // A plain I is the upper case of both small letters.
        assertEquals(List.of("ışık Enerji"), names("Name = 'IŞIK ENERJI'"));
        assertEquals(List.of("ışık Enerji"), names("Name = 'işik enerji'"));
    }

    @Test
    void unequal_returns_rows_without_a_value() throws Exception {
        int all = client.count("Account");
        int nulls = client.count("Account WHERE Industry = null");
        int energy = client.count("Account WHERE Industry = 'Energy'");
        assertTrue(nulls > 0 && energy > 0);
        assertEquals(all - energy, client.count("Account WHERE Industry != 'Energy'"));
        assertEquals(all - energy, client.count("Account WHERE Industry NOT IN ('Energy')"));
        assertEquals(all - energy, client.count("Account WHERE (NOT Industry = 'Energy')"));
        assertEquals(all - energy, client.count("Account WHERE (NOT Industry LIKE 'energy')"));
        assertEquals(all - nulls, client.count("Account WHERE Industry != null"));
        assertEquals(nulls + energy, client.count("Account WHERE Industry IN ('Energy', null)"));
    }

    @Test
    void the_empty_text_is_null() throws Exception {
        assertEquals(client.count("Account WHERE Industry = null"), client.count("Account WHERE Industry = ''"));
        assertEquals(client.count("Account WHERE Industry != null"), client.count("Account WHERE Industry != ''"));
    }

    @Test
    void less_and_greater_never_match_null() throws Exception {
        int all = client.count("Account");
        int nulls = client.count("Account WHERE NumberOfEmployees = null");
        int low = client.count("Account WHERE NumberOfEmployees < 100");
        int high = client.count("Account WHERE NumberOfEmployees >= 100");
        assertEquals(all, nulls + low + high);
    }

    @Test
    void a_boolean_is_never_null() throws Exception {
        assertEquals(client.count("Account WHERE Active__c = FALSE"), client.count("Account WHERE Active__c = null"));
        assertEquals(client.count("Account WHERE Active__c = TRUE"), client.count("Account WHERE Active__c != null"));
        int withoutParent = client.count("Contact WHERE AccountId = null");
        assertTrue(withoutParent > 0);
        // The boolean of a missing parent reads false.
        assertEquals(withoutParent, client.count("Contact WHERE AccountId = null AND Account.Active__c = FALSE"));
    }

    @Test
    void a_missing_parent_reads_null() throws Exception {
        int withoutParent = client.count("Contact WHERE AccountId = null");
        assertEquals(withoutParent, client.count("Contact WHERE Account.Name = null"));
        assertEquals(
                client.count("Contact") - client.count("Contact WHERE Account.Name = 'Acme'"),
                client.count("Contact WHERE Account.Name != 'Acme'"));
    }

    @ParameterizedTest
    @CsvSource({
        "'burlington%', 1",
        "'%oil & gas%', 3",
        "'%', 60",
        "'_cme', 1",
        "'Acm', 0",
        "'%100\\%%', 1",
        "'under\\_score%', 1",
        "'%\\\\%', 1"
    })
    void like_knows_any_text_one_character_and_escapes(String pattern, int expected) throws Exception {
        assertEquals(expected, client.count("Account WHERE Name LIKE " + "'" + pattern.replace("'", "\\'") + "'"));
    }

    @Test
    void includes_wants_all_of_one_item_or_another() throws Exception {
        List<String> all = client.column("SELECT Tags__c FROM RelatedThing__c");
        long both = all.stream()
                .filter(tags -> tags.contains("red") && tags.contains("blue"))
                .count();
        long bothOrGreen = all.stream()
                .filter(tags -> tags.contains("red") && tags.contains("blue") || tags.contains("green"))
                .count();
        assertEquals(both, client.count("RelatedThing__c WHERE Tags__c INCLUDES ('Red;blue')"));
        assertEquals(bothOrGreen, client.count("RelatedThing__c WHERE Tags__c INCLUDES ('red;blue', 'green')"));
        assertEquals(
                all.size() - bothOrGreen, client.count("RelatedThing__c WHERE Tags__c EXCLUDES ('red;blue', 'green')"));
        assertEquals(
                all.stream().filter("red;blue"::equals).count(),
                client.count("RelatedThing__c WHERE Tags__c = 'red;blue'"));
    }

    @Test
    void an_id_may_have_15_or_18_characters_and_its_letter_case_counts() throws Exception {
        String id = client.column("SELECT Id FROM Account WHERE Name = 'O\\'Brien \\\\ Sons'")
                .get(0);
        assertEquals(18, id.length());
        assertEquals(1, client.count("Account WHERE Id = '" + id + "'"));
        assertEquals(1, client.count("Account WHERE Id = '" + id.substring(0, 15) + "'"));
        assertEquals(1, client.count("Account WHERE Id IN ('" + id.substring(0, 15) + "')"));
        assertEquals(
                "INVALID_QUERY_FILTER_OPERATOR: invalid ID field: " + id.toLowerCase(Locale.ROOT),
                client.refusal("SELECT Id FROM Account WHERE Id = '" + id.toLowerCase(Locale.ROOT) + "'"));
    }

    @Test
    void semi_and_anti_joins_divide_the_rows() throws Exception {
        int with = client.count("Account WHERE Id IN (SELECT AccountId FROM Contact)");
        int without = client.count("Account WHERE Id NOT IN (SELECT AccountId FROM Contact)");
        assertTrue(without > 0);
        assertEquals(client.count("Account"), with + without);
        assertEquals(
                client.count("Contact WHERE Account.Industry = 'Energy'"),
                client.count("Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Industry = 'Energy')"));
    }

    @Test
    void date_functions_go_by_utc_unless_converted() throws Exception {
        String known = "Type_Sample__c WHERE Name = 'Ends of the ranges' AND ";
        // 2026-03-08T10:00:00Z is three in the morning in Los Angeles.
        assertEquals(1, client.count(known + "HOUR_IN_DAY(Datetime__c) = 10"));
        assertEquals(1, client.count(known + "HOUR_IN_DAY(convertTimezone(Datetime__c)) = 3"));
        assertEquals(1, client.count(known + "DAY_ONLY(Datetime__c) = 2026-03-08"));
        assertEquals(1, client.count(known + "DAY_IN_WEEK(Datetime__c) = 1"));
        assertEquals(1, client.count(known + "WEEK_IN_MONTH(Datetime__c) = 2"));
        assertEquals(1, client.count(known + "WEEK_IN_YEAR(Datetime__c) = 10"));
        assertEquals(1, client.count(known + "CALENDAR_QUARTER(Datetime__c) = 1"));
        assertEquals(1, client.count(known + "FISCAL_YEAR(Date__c) = 1700"));
    }

    @Test
    void literals_of_every_kind_find_their_row() throws Exception {
        String known = "Type_Sample__c WHERE Name = 'Known values' AND ";
        for (String condition : List.of(
                "Int__c = 42",
                "Long__c > 9007199254740992",
                "Double__c = 1234.5678",
                "Currency__c = 10000000",
                "Percent__c >= 25",
                "Date__c = 2024-02-29",
                "Datetime__c = 2024-02-29T12:34:56Z",
                "Datetime__c = 2024-02-29T14:34:56.000+02:00",
                "Time__c = 14:30:00.000Z",
                "Boolean__c = TRUE",
                "Text__c = 'It\\'s \\\"text\\\" \\\\ with \\u00fcn\\u00efcode'",
                "Lookup__r.Name = 'acme'",
                "Multi__c INCLUDES ('three')",
                "toLabel(Picklist__c) = 'two'",
                "Textarea__c = 'line 1\\nline 2'")) {
            assertEquals(1, client.count(known + condition), condition);
        }
    }

    @Test
    void a_polymorphic_parent_is_seen_as_a_name() throws Exception {
        int users = client.count("Case WHERE Owner.Type = 'User'");
        int groups = client.count("Case WHERE Owner.Type IN ('Group')");
        assertTrue(users > 0 && groups > 0);
        assertEquals(client.count("Case"), users + groups);
        assertEquals(users, client.count("Case WHERE OwnerId IN (SELECT Id FROM User)"));
    }

    @Test
    void using_scope_mine_means_the_users_own_records() throws Exception {
        String me = client.column("SELECT Id FROM User WHERE Username = '" + SimulatedOrg.USERNAME + "'")
                .get(0);
        int mine = client.query("SELECT Id FROM Account USING SCOPE mine")
                .get("totalSize")
                .intValue();
        assertEquals(client.count("Account WHERE OwnerId = '" + me + "'"), mine);
        assertEquals(
                "INVALID_QUERY_SCOPE: invalid query scope: delegated",
                client.refusal("SELECT Id FROM Account USING SCOPE delegated"));
    }
}
