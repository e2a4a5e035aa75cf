package org.soqljdbc.conformance.fullsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.conformance.TestOrg;

/** Where SOQL, or Calcite left to itself, answers otherwise than SQL: one test for each such place that was found. */
class TrapsTest {

    @RegisterExtension
    static final TestOrg ORG =
            new TestOrg(builder -> builder.withRows("Account", 40).withRows("Contact", 150));

    private static Connection pushed;
    private static Connection local;
    private static List<List<Object>> accounts;
    private static List<List<Object>> contacts;

    @BeforeAll
    static void connect() throws SQLException {
        pushed = ORG.open("dialect", "sql");
        local = ORG.open("dialect", "sql", "pushDown", "false");
        accounts =
                TestOrg.rows(pushed, "SELECT Id, Name, Industry, Active__c, NumberOfEmployees, Code__c FROM Account");
        contacts = TestOrg.rows(pushed, "SELECT Id, AccountId, LastName FROM Contact");
        assertTrue(contacts.stream().anyMatch(contact -> contact.get(1) == null), "some contacts have no account");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        pushed.close();
        local.close();
    }

    /** The rows, which must not depend on what the org does of the statement. */
    private static List<List<Object>> rows(String sql) throws SQLException {
        List<List<Object>> here = TestOrg.rows(local, sql);
        List<List<Object>> there = TestOrg.rows(pushed, sql);
        assertEquals(sorted(here), sorted(there), sql);
        return there;
    }

    private static List<String> sorted(List<List<Object>> rows) {
        return rows.stream().map(List::toString).sorted().toList();
    }

    private static long count(String condition) throws SQLException {
        Object count = rows("SELECT COUNT(*) FROM " + condition).get(0).get(0);
        return ((Number) count).longValue();
    }

    private static List<Object> accountOf(List<Object> contact) {
        return accounts.stream()
                .filter(account -> account.get(0).equals(contact.get(1)))
                .findFirst()
                .orElse(Arrays.asList(null, null, null, null, null, null));
    }

    private static String fold(Object text) {
        return text.toString().toUpperCase(Locale.ROOT);
    }

    // ---- SOQL ----------------------------------------------------------------------------------------------

    @Test
    void an_inner_join_leaves_out_rows_without_the_parent() throws SQLException {
        long with = contacts.stream().filter(contact -> contact.get(1) != null).count();
        assertEquals(with, count("Contact c JOIN Account a ON c.AccountId = a.Id"));
    }

    @Test
    void a_missing_parents_boolean_is_null_and_not_false() throws SQLException {
        long no = contacts.stream()
                .filter(contact -> Boolean.FALSE.equals(accountOf(contact).get(3)))
                .count();
        String from = "Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE ";
        assertEquals(no, count(from + "a.Active__c = FALSE"));
        assertEquals(no, count(from + "NOT a.Active__c"));
        long missing =
                contacts.stream().filter(contact -> contact.get(1) == null).count();
        assertEquals(missing, count(from + "a.Active__c IS NULL"));
    }

    @Test
    void a_missing_parents_field_is_neither_equal_nor_unequal() throws SQLException {
        long other = contacts.stream()
                .filter(contact -> accountOf(contact).get(2) != null
                        && !accountOf(contact).get(2).equals("Banking"))
                .count();
        assertEquals(other, count("Contact c LEFT JOIN Account a ON c.AccountId = a.Id WHERE a.Industry <> 'Banking'"));
    }

    @Test
    void a_condition_in_the_on_of_a_left_join_leaves_out_no_row() throws SQLException {
        List<List<Object>> rows = rows("SELECT c.Id, a.Name FROM Contact c LEFT JOIN Account a"
                + " ON c.AccountId = a.Id AND a.Industry = 'Banking' ORDER BY c.Id");
        assertEquals(contacts.size(), rows.size());
        long named = contacts.stream()
                .filter(contact -> "Banking".equals(accountOf(contact).get(2)))
                .count();
        assertEquals(named, rows.stream().filter(row -> row.get(1) != null).count());
    }

    @Test
    void no_value_equals_empty_text_and_every_value_differs_from_it() throws SQLException {
        long some = accounts.stream().filter(account -> account.get(2) != null).count();
        assertEquals(0, count("Account WHERE Industry = ''"));
        assertEquals(some, count("Account WHERE Industry <> ''"));
        assertEquals(some, count("Account WHERE LOWER(Industry) <> '' AND Industry <> ''"));
    }

    @Test
    void nulls_last_is_kept_where_the_server_does_not_keep_it() throws SQLException {
        List<List<Object>> rows = TestOrg.rows(
                pushed,
                "SELECT a.NumberOfEmployees, c.Id FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id"
                        + " ORDER BY a.NumberOfEmployees NULLS LAST, c.Id");
        long values = contacts.stream()
                .filter(contact -> accountOf(contact).get(4) != null)
                .count();
        assertTrue(rows.stream().limit(values).allMatch(row -> row.get(0) != null));
        assertTrue(rows.stream().skip(values).allMatch(row -> row.get(0) == null));
    }

    @Test
    void not_in_of_a_query_with_a_null_is_never_true() throws SQLException {
        assertEquals(0, count("Account WHERE Id NOT IN (SELECT AccountId FROM Contact)"));
        long childless = accounts.stream()
                .filter(account ->
                        contacts.stream().noneMatch(contact -> account.get(0).equals(contact.get(1))))
                .count();
        assertEquals(
                childless,
                count("Account WHERE Id NOT IN (SELECT AccountId FROM Contact WHERE AccountId IS NOT NULL)"));
    }

    @Test
    void a_null_in_a_list_matches_nothing_and_makes_not_in_unknown() throws SQLException {
        long banks = accounts.stream()
                .filter(account -> "Banking".equals(account.get(2)))
                .count();
        assertEquals(banks, count("Account WHERE Industry IN ('Banking', NULL)"));
        assertEquals(0, count("Account WHERE Industry NOT IN ('Banking', NULL)"));
        assertEquals(0, count("Account WHERE UPPER(Industry) NOT IN ('BANKING', NULL)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " DESC"})
    void nulls_come_first_in_both_directions(String direction) throws SQLException {
        for (String item : List.of("NumberOfEmployees", "NumberOfEmployees + 0", "LOWER(Industry)")) {
            List<Object> values = rows("SELECT " + item + " AS x FROM Account ORDER BY x" + direction).stream()
                    .map(row -> row.get(0))
                    .toList();
            long nulls = values.stream().filter(Objects::isNull).count();
            assertTrue(nulls > 0, item);
            assertTrue(values.stream().limit(nulls).allMatch(Objects::isNull), item + direction);
        }
        List<Object> numbers = rows("SELECT RANK() OVER (ORDER BY NumberOfEmployees" + direction + ") AS r FROM Account"
                        + " WHERE NumberOfEmployees IS NULL")
                .stream()
                .map(row -> row.get(0))
                .toList();
        assertTrue(numbers.stream().allMatch(rank -> ((Number) rank).longValue() == 1));
    }

    // ---- text ----------------------------------------------------------------------------------------------

    @Test
    void joins_by_text_in_another_case_lose_no_row() throws SQLException {
        long pairs = accounts.stream()
                .flatMap(a -> accounts.stream()
                        .filter(b -> a.get(2) != null
                                && b.get(2) != null
                                && fold(a.get(2)).equals(fold(b.get(2)))))
                .count();
        assertEquals(pairs, count("Account a JOIN Account b ON UPPER(a.Industry) = LOWER(b.Industry)"));
        assertEquals(pairs, count("Account a JOIN (SELECT UPPER(Industry) AS i FROM Account) b ON a.Industry = b.i"));
    }

    @Test
    void a_group_of_one_text_in_several_spellings_is_one_row_with_one_of_them() throws SQLException {
        List<List<Object>> rows = rows("SELECT i, COUNT(*) FROM (SELECT Industry AS i FROM Account UNION ALL"
                + " SELECT UPPER(Industry) FROM Account) x WHERE i IS NOT NULL GROUP BY i");
        List<String> kinds = Stream.concat(accounts.stream().map(account -> account.get(2)), Stream.of())
                .filter(Objects::nonNull)
                .map(TrapsTest::fold)
                .distinct()
                .toList();
        assertEquals(kinds.size(), rows.size());
        for (List<Object> row : rows) {
            assertTrue(kinds.contains(fold(row.get(0))), row.toString());
            assertEquals(0, ((Number) row.get(1)).longValue() % 2, row.toString());
        }
    }

    @Test
    void ids_that_differ_in_case_are_two() throws SQLException {
        assertEquals(0, count("Account a JOIN Account b ON a.Id = LOWER(b.Id)"));
        List<List<Object>> distinct = rows("SELECT Id FROM Account UNION SELECT LOWER(Id) FROM Account");
        assertEquals(2 * accounts.size(), distinct.size());
    }

    @Test
    void an_id_in_15_characters_is_the_one_in_18() throws SQLException {
        String id = (String) accounts.get(0).get(0);
        String brief = id.substring(0, 15);
        assertEquals(1, count("Account WHERE Id = '" + brief + "'"));
        assertEquals(1, count("Account WHERE LENGTH(Name) > 0 AND Id IN ('" + brief + "', 'x')"));
        assertEquals(1, count("Account a JOIN (VALUES ('" + brief + "'), ('" + id + "')) v (id) ON a.Id = v.id") - 1);
        assertEquals(
                1, count("Account WHERE Id IN (SELECT SUBSTRING(Id, 1, 15) FROM Account WHERE Id = '" + id + "')"));
        assertEquals(0, count("Account WHERE LENGTH(Name) > 0 AND Id = '" + brief + "XXX'"));
    }

    @Test
    void a_field_that_differs_by_case_is_compared_so() throws SQLException {
        long lower = accounts.stream()
                .map(account -> account.get(5))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(code -> code.equals(code.toLowerCase(Locale.ROOT)))
                .count();
        assertTrue(lower > 0 && lower < accounts.size());
        assertEquals(lower, count("Account WHERE Code__c = LOWER(Code__c)"));
        assertEquals(lower, count("Account WHERE Code__c LIKE 'key%' AND LENGTH(Name) > 0"));
        assertEquals(
                accounts.size(),
                rows("SELECT Code__c, COUNT(*) FROM Account WHERE LENGTH(Name) > 0 GROUP BY Code__c")
                        .size());
    }

    // ---- Calcite -------------------------------------------------------------------------------------------

    @Test
    void texts_of_several_lengths_are_not_padded() throws SQLException {
        for (List<Object> row :
                rows("SELECT CASE WHEN NumberOfEmployees > 60 THEN 'big' ELSE 'small' END FROM Account")) {
            assertTrue(List.of("big", "small").contains(row.get(0)), "'" + row.get(0) + "'");
        }
        assertEquals(
                List.of(List.of("a"), List.of("longer")), rows("SELECT 'a' AS x UNION SELECT 'longer' ORDER BY x"));
        assertEquals(List.of(List.of("a")), rows("SELECT s FROM (VALUES ('a'), ('longer')) t (s) WHERE s = 'a'"));
    }

    @Test
    void decimals_have_38_digits() throws SQLException {
        String most = "12345678901234567890123456789012345678";
        assertEquals(
                new BigDecimal(most),
                rows("SELECT n + 0 FROM (VALUES (" + most + ")) t (n)").get(0).get(0));
        assertEquals(
                new BigDecimal("12345678901234567890.1300000000"),
                rows("SELECT n / 1 FROM (VALUES (12345678901234567890.13)) t (n)")
                        .get(0)
                        .get(0));
        assertEquals(
                new BigDecimal("99999999999999999999.99"),
                rows("SELECT SUM(n) FROM (VALUES (99999999999999999999.98), (0.01)) t (n)")
                        .get(0)
                        .get(0));
    }

    @Test
    void an_average_of_whole_numbers_has_a_fraction() throws SQLException {
        try (Statement statement = pushed.createStatement();
                ResultSet rows = statement.executeQuery("SELECT AVG(n) FROM (VALUES (1), (2), (2)) t (n)")) {
            ResultSetMetaData columns = rows.getMetaData();
            assertEquals(Types.DECIMAL, columns.getColumnType(1));
            assertTrue(columns.getScale(1) >= 6);
            assertTrue(rows.next());
            assertEquals(1.666667, rows.getDouble(1), 0.000001);
        }
    }

    @Test
    void text_is_unicode_whatever_the_host_is_set_to() throws SQLException {
        String text = "東京 İstanbul ß 😀 \u0000x";
        assertEquals(
                List.of(List.of(text)), rows("SELECT s FROM (VALUES ('" + text + "')) t (s) WHERE s = '" + text + "'"));
        assertNull(System.getProperty("calcite.default.charset"));
        assertEquals(List.of(), rows("SELECT UPPER(Name) FROM Account WHERE Name || '東' = 'x'"));
    }

    @Test
    void a_quotient_of_nothing_is_null_and_one_by_zero_an_error() throws SQLException {
        List<List<Object>> rows = rows("SELECT n / d FROM (VALUES (1.5, 2), (NULL, 2), (3, NULL)) t (n, d)");
        assertEquals(2, rows.stream().filter(row -> row.get(0) == null).count());
        assertFalse(rows.stream().allMatch(row -> row.get(0) == null));
    }

    // ---- the two ways --------------------------------------------------------------------------------------

    @Test
    void without_push_down_the_org_is_asked_for_whole_objects() throws SQLException {
        for (String sql : List.of(
                "SELECT Id FROM Account WHERE Industry = 'Banking' ORDER BY Name LIMIT 3",
                "SELECT Industry, COUNT(*) FROM Account GROUP BY Industry",
                "SELECT c.Id FROM Contact c JOIN Account a ON c.AccountId = a.Id WHERE a.Industry = 'Banking'",
                "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName <> 'x')")) {
            ORG.simulated().forgetCalls();
            TestOrg.rows(local, sql);
            assertFalse(ORG.soqlSent().isEmpty(), sql);
            for (String soql : ORG.soqlSent()) {
                assertTrue(soql.matches("SELECT [A-Za-z_, ]+ FROM [A-Za-z_]+"), soql);
            }
        }
    }
}
