package org.soqljdbc.conformance.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;

/**
 * Text that differs only in case is one group in SQL, whatever Salesforce says; and what depends on whole groups counts
 * whole groups. The org has the accounts {@code Edge Communications} and {@code edge communications}, and no others of
 * one name.
 */
class GroupSpellingTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection soql;
    private static Connection sql;

    @BeforeAll
    static void connect() throws SQLException {
        soql = ORG.open("dialect", "soql");
        sql = ORG.open("dialect", "sql");
        TestOrg.rows(sql, "SELECT Name, Rating, Owner.Name FROM Account");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        soql.close();
        sql.close();
    }

    private static List<List<Object>> edge(String select) throws SQLException {
        return TestOrg.rows(sql, select).stream()
                .filter(row ->
                        String.valueOf(row.get(0)).toUpperCase(Locale.ROOT).startsWith("EDGE COMM"))
                .toList();
    }

    @Test
    void groups_of_one_name_are_one() throws SQLException {
        List<List<Object>> parts = TestOrg.rows(
                soql,
                "SELECT Name, COUNT(Id), SUM(NumberOfEmployees), MIN(CreatedDate), MAX(CreatedDate) FROM Account"
                        + " WHERE Name = 'Edge Communications' GROUP BY Name");
        assertEquals(2, parts.size(), "in SOQL they are as Salesforce tells them");
        ORG.simulated().forgetCalls();
        List<List<Object>> one = edge(
                "SELECT a.Name, COUNT(*), SUM(NumberOfEmployees), AVG(NumberOfEmployees) FROM Account a GROUP BY a.Name");
        assertEquals(1, ORG.calls().size());
        assertEquals(1, one.size());
        assertEquals(parts.get(0).get(0), one.get(0).get(0), "the spelling that came first");
        assertEquals(2L, one.get(0).get(1));
        long sum = ((Number) parts.get(0).get(2)).longValue()
                + ((Number) parts.get(1).get(2)).longValue();
        assertEquals(sum, one.get(0).get(2));
        assertEquals(sum / 2.0, ((BigDecimal) one.get(0).get(3)).doubleValue(), 1e-9);
    }

    @Test
    void distinct_has_one_of_them() throws SQLException {
        assertEquals(1, edge("SELECT DISTINCT a.Name AS n FROM Account a").size());
        int names = TestOrg.rows(sql, "SELECT DISTINCT a.Name FROM Account a").size();
        assertEquals(59, names);
        assertEquals(
                57,
                TestOrg.rows(sql, "SELECT DISTINCT a.Name FROM Account a OFFSET 2")
                        .size());
        assertEquals(
                5,
                TestOrg.rows(sql, "SELECT DISTINCT a.Name FROM Account a LIMIT 5")
                        .size());
    }

    @Test
    void having_and_limit_see_whole_groups() throws SQLException {
        ORG.simulated().forgetCalls();
        List<List<Object>> twice = TestOrg.rows(
                sql, "SELECT a.Name AS n, COUNT(*) AS c FROM Account a GROUP BY a.Name HAVING COUNT(*) > 1");
        assertEquals(1, twice.size());
        assertEquals(2L, twice.get(0).get(1));
        List<List<Object>> most = TestOrg.rows(
                sql, "SELECT a.Name AS n FROM Account a GROUP BY a.Name ORDER BY COUNT(*) DESC, a.Name LIMIT 1");
        assertTrue("EDGE COMMUNICATIONS".equalsIgnoreCase((String) most.get(0).get(0)), most.toString());
        assertEquals(2, ORG.calls().size());
    }

    @Test
    void counts_of_different_values_are_counted_again_where_groups_are_made_one() throws SQLException {
        ORG.simulated().forgetCalls();
        List<List<Object>> rows = edge(
                "SELECT a.Name, COUNT(DISTINCT a.Type) AS n, COUNT(DISTINCT a.Id) AS i FROM Account a GROUP BY a.Name");
        assertEquals(2L, rows.get(0).get(2));
        assertEquals(2, ORG.calls().size());
        TestOrg.rows(sql, "SELECT a.Rating, COUNT(DISTINCT a.Industry) FROM Account a GROUP BY a.Rating");
        assertEquals(3, ORG.calls().size());
    }

    @Test
    void the_order_is_kept() throws SQLException {
        List<Object> names =
                TestOrg.rows(sql, "SELECT a.Name FROM Account a GROUP BY a.Name ORDER BY a.Name DESC").stream()
                        .map(row -> row.get(0))
                        .toList();
        List<String> folded = names.stream()
                .map(name -> ((String) name).toUpperCase(Locale.ROOT))
                .collect(Collectors.toList());
        assertEquals(folded.stream().sorted(java.util.Comparator.reverseOrder()).toList(), folded);
        assertEquals(59, names.size());
    }

    @Test
    void parents_names_are_text_too() throws SQLException {
        List<List<Object>> rows =
                edge("SELECT a.Name, COUNT(c.Id) FROM Contact c JOIN Account a ON c.AccountId = a.Id GROUP BY a.Name");
        assertEquals(1, rows.size());
    }
}
