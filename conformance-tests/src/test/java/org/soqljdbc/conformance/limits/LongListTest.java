package org.soqljdbc.conformance.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.conformance.TestOrg;

/** A query that a list of values makes longer than 100,000 characters is asked in several, as if it were one. */
class LongListTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection soql;
    private static Connection sql;
    /** Ids of half the contacts, of no contact, and of accounts, in no order, some twice or in their short form. */
    private static List<String> given;

    private static Set<String> wanted;

    @BeforeAll
    static void choose() throws SQLException {
        soql = ORG.open("dialect", "soql");
        sql = ORG.open("dialect", "sql");
        List<String> ids = firsts(TestOrg.rows(soql, "SELECT Id FROM Contact ORDER BY Id"));
        given = new ArrayList<>();
        wanted = new HashSet<>();
        for (int i = 0; i < ids.size(); i += 2) {
            given.add(ids.get(i));
            wanted.add(ids.get(i));
        }
        for (int i = 0; i < 3_000; i++) {
            given.add("003" + String.format("%012d", 900_000 + i) + "AAA");
        }
        given.addAll(firsts(TestOrg.rows(soql, "SELECT Id FROM Account")));
        for (int i = 0; i < 200; i += 2) {
            given.add(ids.get(i));
            given.add(ids.get(i).substring(0, 15));
        }
        Collections.shuffle(given, new Random(5));
    }

    @AfterAll
    static void disconnect() throws SQLException {
        soql.close();
        sql.close();
    }

    private static List<String> firsts(List<List<Object>> rows) {
        return rows.stream().map(row -> (String) row.get(0)).toList();
    }

    private static String list(List<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "\\'") + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static Connection connection(String dialect) {
        return dialect.equals("sql") ? sql : soql;
    }

    @ParameterizedTest
    @ValueSource(strings = {"soql", "sql"})
    void rows_come_once_each_from_as_few_queries_as_can_be(String dialect) throws SQLException {
        List<List<Object>> rows =
                TestOrg.rows(connection(dialect), "SELECT Id, Name FROM Contact WHERE Id IN " + list(given));
        assertEquals(wanted.size(), rows.size());
        assertEquals(wanted, new HashSet<>(firsts(rows)));
        assertEquals(2, ORG.soqlSent().size());
        assertEquals(2, ORG.pageCalls());
        assertTrue(ORG.soqlSent().stream().allMatch(sent -> sent.length() <= 100_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ORDER BY Id",
                "ORDER BY LastName, Id",
                "ORDER BY Email DESC, Id",
                "ORDER BY Phone DESC NULLS LAST, Id DESC",
                "ORDER BY LeadSource NULLS LAST, CreatedDate DESC, Id",
                "ORDER BY Account.Name, Id",
                "ORDER BY Birthdate, HasOptedOutOfEmail DESC, Id"
            })
    void an_order_is_kept_whether_its_fields_are_selected_or_not(String order) throws SQLException {
        List<String> whole = firsts(TestOrg.rows(soql, "SELECT Id, Name FROM Contact " + order)).stream()
                .filter(wanted::contains)
                .toList();
        for (Connection each : List.of(soql, sql)) {
            List<List<Object>> rows =
                    TestOrg.rows(each, "SELECT Id, Name FROM Contact WHERE Id IN " + list(given) + " " + order);
            assertEquals(whole, firsts(rows), order);
            assertEquals(2, rows.get(0).size());
        }
    }

    @Test
    void limit_offset_and_max_rows_are_of_the_whole() throws SQLException {
        List<String> whole = firsts(TestOrg.rows(soql, "SELECT Id FROM Contact ORDER BY Name, Id")).stream()
                .filter(wanted::contains)
                .toList();
        String query = "SELECT Id FROM Contact WHERE Id IN " + list(given) + " ORDER BY Name, Id";
        assertEquals(whole.subList(0, 30), firsts(TestOrg.rows(soql, query + " LIMIT 30")));
        assertEquals(whole.subList(20, 50), firsts(TestOrg.rows(soql, query + " LIMIT 30 OFFSET 20")));
        assertEquals(whole.subList(2100, 2150), firsts(TestOrg.rows(sql, query + " LIMIT 50 OFFSET 2100")));
        assertEquals(List.of(), TestOrg.rows(soql, query + " LIMIT 0"));
        try (Statement statement = soql.createStatement()) {
            statement.setMaxRows(7);
            List<String> some = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    some.add(rows.getString(1));
                }
            }
            assertEquals(whole.subList(0, 7), some);
        }
        assertTrue(ORG.soqlSent().stream().anyMatch(sent -> sent.endsWith(" LIMIT 7")), "the limit travels too");
    }

    @Test
    void what_a_limit_has_filled_is_not_asked_further() throws SQLException {
        assertEquals(
                40,
                TestOrg.rows(soql, "SELECT Id FROM Contact WHERE Id IN " + list(given) + " LIMIT 40")
                        .size());
        assertEquals(1, ORG.pageCalls());
    }

    @Test
    void twenty_thousand_parameters_are_taken() throws SQLException {
        List<String> many = new ArrayList<>(given);
        for (int i = 0; many.size() < 20_000; i++) {
            many.add("003" + String.format("%012d", 800_000 + i) + "AAA");
        }
        for (Connection each : List.of(soql, sql)) {
            String marks = String.join(",", Collections.nCopies(many.size(), "?"));
            try (PreparedStatement statement =
                    each.prepareStatement("SELECT Id FROM Contact WHERE Id IN (" + marks + ") ORDER BY Id")) {
                for (int i = 0; i < many.size(); i++) {
                    statement.setString(i + 1, many.get(i));
                }
                ORG.simulated().forgetCalls();
                List<String> ids = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getString(1));
                    }
                }
                assertEquals(wanted.stream().sorted().toList(), ids);
                assertEquals(5, ORG.soqlSent().size());
            }
        }
        try (PreparedStatement statement = soql.prepareStatement("SELECT COUNT() FROM Contact WHERE Id IN ?")) {
            statement.setObject(1, many.toArray());
            try (ResultSet rows = statement.executeQuery()) {
                assertTrue(rows.next());
                assertEquals(wanted.size(), rows.getInt(1));
            }
        }
    }

    @Test
    void counts_are_added() throws SQLException {
        String count = "SELECT COUNT() FROM Contact WHERE Id IN " + list(given);
        assertEquals(List.of(List.of((long) wanted.size())), TestOrg.rows(soql, count));
        assertEquals(2, ORG.pageCalls());
        assertEquals(List.of(List.of(9L)), TestOrg.rows(soql, count + " LIMIT 9"));
        assertEquals(
                List.of(List.of((long) wanted.size())), TestOrg.rows(sql, count.replace("COUNT()", "COUNT(*) AS n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soql", "sql"})
    void aggregates_and_groups_are_put_together(String dialect) throws SQLException {
        Connection connection = connection(dialect);
        List<String> ids = firsts(TestOrg.rows(soql, "SELECT Id FROM Opportunity ORDER BY Id"));
        List<String> many = new ArrayList<>();
        for (int i = 0; many.size() < 5_000; i++) {
            many.add(i < 280 ? ids.get(i) : "006" + String.format("%012d", 800_000 + i) + "AAA");
        }
        Collections.shuffle(many, new Random(9));
        String some = " FROM Opportunity WHERE Id IN " + list(many);
        String few = " FROM Opportunity WHERE Id <= '" + ids.get(279) + "'";
        String aggregates =
                "COUNT(Id) n, SUM(Amount) total, MIN(CloseDate) earliest, MAX(Amount) most, AVG(Amount) mean,"
                        + " COUNT(DISTINCT StageName) kinds";
        String inSoql = aggregates.replace("COUNT(DISTINCT StageName)", "COUNT_DISTINCT(StageName)");
        String here = dialect.equals("sql") ? aggregates : inSoql;
        assertClose(TestOrg.rows(soql, "SELECT " + inSoql + few), TestOrg.rows(connection, "SELECT " + here + some));
        String plain = "COUNT(Id) n, SUM(Amount) total, MIN(CloseDate) earliest, MAX(Amount) most, AVG(Amount) mean";
        ORG.simulated().forgetCalls();
        List<List<Object>> grouped = TestOrg.rows(
                connection,
                "SELECT StageName, IsWon, " + plain + some
                        + " GROUP BY StageName, IsWon HAVING COUNT(Id) > 3 ORDER BY SUM(Amount) DESC LIMIT 5");
        assertEquals(2, ORG.soqlSent().size());
        assertClose(
                TestOrg.rows(
                        soql,
                        "SELECT StageName, IsWon, " + plain + few
                                + " GROUP BY StageName, IsWon HAVING COUNT(Id) > 3 ORDER BY SUM(Amount) DESC LIMIT 5"),
                grouped);
    }

    private static void assertClose(List<List<Object>> expected, List<List<Object>> actual) {
        assertEquals(expected.size(), actual.size());
        for (int row = 0; row < expected.size(); row++) {
            for (int i = 0; i < expected.get(row).size(); i++) {
                Object one = expected.get(row).get(i);
                Object other = actual.get(row).get(i);
                if (one instanceof java.math.BigDecimal number) {
                    double near = Math.abs(number.doubleValue()) * 1e-12 + 1e-6;
                    assertEquals(number.doubleValue(), ((java.math.BigDecimal) other).doubleValue(), near);
                } else {
                    assertEquals(one, other);
                }
            }
        }
    }

    @Test
    void text_that_salesforce_takes_for_equal_stays_in_one_query() throws SQLException {
        List<String> names = new ArrayList<>();
        for (List<Object> row : TestOrg.rows(soql, "SELECT LastName FROM Contact LIMIT 900")) {
            String name = (String) row.get(0);
            names.addAll(List.of(name, name.toUpperCase(), name.toLowerCase(), "no " + name));
        }
        while (list(names).length() < 130_000) {
            names.add("nobody has a name as long as this one, number " + names.size());
        }
        Collections.shuffle(names, new Random(8));
        Set<String> folded = names.stream().map(String::toUpperCase).collect(Collectors.toSet());
        List<String> expected = TestOrg.rows(soql, "SELECT Id, LastName FROM Contact ORDER BY Id").stream()
                .filter(row -> folded.contains(((String) row.get(1)).toUpperCase()))
                .map(row -> (String) row.get(0))
                .toList();
        List<String> found = firsts(TestOrg.rows(soql, "SELECT Id FROM Contact WHERE LastName IN " + list(names)));
        assertEquals(expected, found.stream().sorted().toList());
    }

    @Test
    void a_list_of_equalities_is_a_list() throws SQLException {
        String or = given.stream().map(id -> "Id = '" + id + "'").collect(Collectors.joining(" OR "));
        List<List<Object>> rows = TestOrg.rows(soql, "SELECT Id FROM Contact WHERE Name != NULL AND (" + or + ")");
        assertEquals(wanted, new HashSet<>(firsts(rows)));
        assertEquals(wanted.size(), rows.size());
    }

    @Test
    void two_long_lists_are_both_cut() throws SQLException {
        List<String> accounts = new ArrayList<>(
                firsts(TestOrg.rows(soql, "SELECT Id FROM Account")).subList(0, 30));
        Set<String> those = new HashSet<>(accounts);
        while (accounts.size() < 5_000) {
            accounts.add("001" + String.format("%012d", 800_000 + accounts.size()) + "AAA");
        }
        Set<String> expected = TestOrg.rows(soql, "SELECT Id, AccountId FROM Contact").stream()
                .filter(row -> wanted.contains(row.get(0)) && those.contains(row.get(1)))
                .map(row -> (String) row.get(0))
                .collect(Collectors.toSet());
        List<String> found = firsts(TestOrg.rows(
                soql, "SELECT Id FROM Contact WHERE Id IN " + list(given) + " AND AccountId IN " + list(accounts)));
        assertEquals(expected, new HashSet<>(found));
        assertEquals(expected.size(), found.size());
        assertTrue(ORG.soqlSent().stream().allMatch(sent -> sent.length() <= 100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soql", "sql"})
    void of_not_in_what_does_not_fit_is_left_out_here(String dialect) throws SQLException {
        List<String> whole = firsts(TestOrg.rows(soql, "SELECT Id FROM Contact ORDER BY Name, Id")).stream()
                .filter(id -> !wanted.contains(id))
                .toList();
        Connection connection = connection(dialect);
        String where = " FROM Contact WHERE Id NOT IN " + list(given);
        ORG.simulated().forgetCalls();
        assertEquals(whole, firsts(TestOrg.rows(connection, "SELECT Id, Email" + where + " ORDER BY Name, Id")));
        assertEquals(1, ORG.calls().stream().filter(call -> call.startsQuery()).count());
        assertEquals(
                whole.subList(5, 8),
                firsts(TestOrg.rows(connection, "SELECT Id" + where + " ORDER BY Name, Id LIMIT 3 OFFSET 5")));
        String count = dialect.equals("sql") ? "SELECT COUNT(*)" : "SELECT COUNT()";
        assertEquals(List.of(List.of((long) whole.size())), TestOrg.rows(connection, count + where));
    }

    @Test
    void text_is_left_out_whatever_its_case_and_rows_without_a_value_stay() throws SQLException {
        List<List<Object>> all = TestOrg.rows(soql, "SELECT Id, Email FROM Contact ORDER BY Id");
        List<String> emails = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 2) {
            if (all.get(i).get(1) != null) {
                emails.add(((String) all.get(i).get(1)).toUpperCase());
            }
        }
        while (list(emails).length() < 180_000) {
            emails.add(0, "nobody." + emails.size() + "@example.com");
        }
        Set<String> out = new HashSet<>(emails);
        List<String> expected = all.stream()
                .filter(row -> row.get(1) == null || !out.contains(((String) row.get(1)).toUpperCase()))
                .map(row -> (String) row.get(0))
                .toList();
        assertEquals(
                expected,
                firsts(TestOrg.rows(
                        soql, "SELECT Id FROM Contact WHERE Email NOT IN " + list(emails) + " ORDER BY Id")));
    }

    @Test
    void what_cannot_be_cut_is_refused_before_any_call() throws SQLException {
        TestOrg.rows(soql, "SELECT Id FROM Contact LIMIT 1");
        ORG.simulated().forgetCalls();
        SQLException refused = assertThrows(
                SQLException.class,
                () -> TestOrg.rows(soql, "SELECT Id FROM Contact WHERE Name = 'x' OR Id IN " + list(given)));
        assertEquals("54001", refused.getSQLState());
        assertEquals(List.of(), ORG.calls());
    }

    @Test
    void explain_shows_each_request_and_asks_nothing() throws SQLException {
        TestOrg.rows(soql, "SELECT Id FROM Contact LIMIT 1");
        ORG.simulated().forgetCalls();
        List<String> lines = firsts(
                TestOrg.rows(soql, "EXPLAIN SELECT Id FROM Contact WHERE Id IN " + list(given) + " ORDER BY Name"));
        assertEquals(List.of(), ORG.calls());
        assertEquals(
                2,
                lines.stream()
                        .filter(line -> line.startsWith("request: query SELECT Id, Name"))
                        .count());
        assertTrue(lines.contains("here: merges the requests' rows in their order"), lines.toString());
    }
}
