package org.soqljdbc.conformance.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.conformance.TestOrg;

/** More groups than the 2,000 that one answer holds: the same groups as if there were no such limit. */
class ManyGroupsTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg(org -> org.withRows("Opportunity", 6500));

    private static Connection soql;
    private static Connection sql;

    @BeforeAll
    static void connect() throws SQLException {
        soql = ORG.open("dialect", "soql");
        sql = ORG.open("dialect", "sql");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        soql.close();
        sql.close();
    }

    private static Connection connection(String dialect) {
        return dialect.equals("sql") ? sql : soql;
    }

    /** How many rows there are of each value of a field. */
    private static Map<String, Long> counts(String field, String object) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (List<Object> row : TestOrg.rows(soql, "SELECT " + field + " FROM " + object)) {
            counts.merge(String.valueOf(row.get(0)), 1L, Long::sum);
        }
        return counts;
    }

    private static Map<String, Long> pairs(List<List<Object>> rows) {
        Map<String, Long> pairs = new TreeMap<>();
        for (List<Object> row : rows) {
            assertEquals(null, pairs.put(String.valueOf(row.get(0)), (Long) row.get(1)), "told twice: " + row.get(0));
        }
        return pairs;
    }

    private static List<List<Object>> asked(Connection connection, String query) throws SQLException {
        // Described before, so that only queries are counted.
        TestOrg.rows(connection, "EXPLAIN " + query);
        ORG.simulated().forgetCalls();
        return TestOrg.rows(connection, query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soql", "sql"})
    void groups_by_an_id_are_asked_range_by_range(String dialect) throws SQLException {
        Map<String, Long> expected = counts("ReportsToId", "Contact");
        assertTrue(expected.size() > 2000, "groups: " + expected.size());
        List<List<Object>> rows =
                asked(connection(dialect), "SELECT ReportsToId, COUNT(Id) FROM Contact GROUP BY ReportsToId");
        assertEquals(expected, pairs(rows));
        int answers = expected.size() / 2000 + 1;
        assertEquals(1 + answers, ORG.calls().size(), "one refusal, and an answer for each 2,000 groups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soql", "sql"})
    void groups_by_several_fields_too(String dialect) throws SQLException {
        Set<List<Object>> expected = new HashSet<>();
        Map<List<Object>, Long> counts = new LinkedHashMap<>();
        for (List<Object> row : TestOrg.rows(soql, "SELECT CloseDate, StageName, AccountId FROM Opportunity")) {
            counts.merge(row, 1L, Long::sum);
        }
        counts.forEach((key, count) -> {
            List<Object> row = new ArrayList<>(key);
            row.add(count);
            expected.add(row);
        });
        assertTrue(expected.size() > 2000, "groups: " + expected.size());
        List<List<Object>> rows = asked(
                connection(dialect),
                "SELECT CloseDate, StageName, AccountId, COUNT(Id) FROM Opportunity"
                        + " GROUP BY CloseDate, StageName, AccountId");
        assertEquals(expected, new HashSet<>(rows));
        assertEquals(expected.size(), rows.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soql", "sql"})
    void groups_by_text_are_made_of_the_rows(String dialect) throws SQLException {
        Map<String, Long> expected = counts("Email", "Contact");
        assertTrue(expected.size() > 2000, "groups: " + expected.size());
        List<List<Object>> rows = asked(connection(dialect), "SELECT Email, COUNT(Id) FROM Contact GROUP BY Email");
        assertEquals(expected, pairs(rows));
        assertEquals(4, ORG.calls().size(), "one refusal, and 5,000 rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soql", "sql"})
    void every_aggregate_is_what_salesforce_would_say(String dialect) throws SQLException {
        String all =
                "COUNT(Id) n, COUNT(Amount) some, COUNT_DISTINCT(StageName) kinds, SUM(Amount) total, AVG(Amount) mean,"
                        + " MIN(CloseDate) earliest, MAX(Amount) most, MIN(CreatedDate) made";
        Map<Object, List<Object>> told = new LinkedHashMap<>();
        for (List<Object> row : TestOrg.rows(
                soql, "SELECT AccountId, " + all + " FROM Opportunity GROUP BY AccountId ORDER BY AccountId")) {
            told.put(row.get(0), row);
        }
        // The same groups, each of which a name makes another: read here, then put together by the test.
        List<List<Object>> here = asked(
                connection(dialect),
                "SELECT Name, "
                        + all.replace(
                                "COUNT_DISTINCT(StageName)",
                                dialect.equals("sql") ? "COUNT(DISTINCT StageName)" : "COUNT_DISTINCT(StageName)")
                        + " FROM Opportunity GROUP BY Name ORDER BY Name");
        assertTrue(here.size() > 2000, "groups: " + here.size());
        Map<Object, List<Object>> byName = new LinkedHashMap<>();
        for (int from = 0; from < here.size(); from += 500) {
            String some = here.subList(from, Math.min(here.size(), from + 500)).stream()
                    .map(row ->
                            "'" + ((String) row.get(0)).replace("\\", "\\\\").replace("'", "\\'") + "'")
                    .collect(Collectors.joining(", ", "(", ")"));
            for (List<Object> row : TestOrg.rows(
                    soql, "SELECT Name, " + all + " FROM Opportunity WHERE Name IN " + some + " GROUP BY Name")) {
                byName.put(row.get(0), row);
            }
        }
        assertEquals(byName.size(), here.size());
        for (List<Object> row : here) {
            List<Object> other = byName.get(row.get(0));
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) instanceof BigDecimal number) {
                    assertEquals(
                            number.doubleValue(), ((BigDecimal) other.get(i)).doubleValue(), 1e-6, row + " " + other);
                } else {
                    assertEquals(other.get(i), row.get(i), row + " " + other);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soql", "sql"})
    void having_order_limit_and_offset_are_kept(String dialect) throws SQLException {
        Connection connection = connection(dialect);
        Map<String, Long> counts = counts("CloseDate", "Opportunity");
        String query = "SELECT Phone, COUNT(Id) FROM Contact GROUP BY Phone HAVING COUNT(Id) > 1 AND Phone != NULL"
                + " ORDER BY COUNT(Id) DESC, Phone DESC";
        Map<String, Long> phones = counts("Phone", "Contact");
        assertTrue(phones.size() > 2000);
        List<List<Object>> expected = phones.entrySet().stream()
                .filter(entry -> entry.getValue() > 1 && !entry.getKey().equals("null"))
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .map(entry -> List.<Object>of(entry.getKey(), entry.getValue()))
                .toList();
        String written = dialect.equals("sql") ? query.replace("Phone != NULL", "Phone IS NOT NULL") : query;
        assertEquals(expected, TestOrg.rows(connection, written));
        String byId = "SELECT Id, COUNT(Name) FROM Contact GROUP BY Id ORDER BY Id DESC";
        List<Object> ids = TestOrg.rows(soql, "SELECT Id FROM Contact ORDER BY Id DESC").stream()
                .map(row -> row.get(0))
                .toList();
        assertEquals(ids, firsts(TestOrg.rows(connection, byId)));
        assertEquals(ids.subList(0, 2500), firsts(TestOrg.rows(connection, byId + " LIMIT 2500")));
        assertEquals(ids.subList(2500, 2600), firsts(TestOrg.rows(connection, byId + " LIMIT 100 OFFSET 2500")));
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(2100);
            try (ResultSet rows = statement.executeQuery(byId)) {
                List<Object> some = new ArrayList<>();
                while (rows.next()) {
                    some.add(rows.getString(1));
                }
                assertEquals(ids.subList(0, 2100), some);
            }
        }
        assertTrue(counts.size() > 10);
    }

    private static List<Object> firsts(List<List<Object>> rows) {
        return rows.stream().map(row -> row.get(0)).toList();
    }

    @Test
    void few_groups_are_one_call() throws SQLException {
        for (Connection each : List.of(soql, sql)) {
            asked(each, "SELECT LeadSource, COUNT(Id) FROM Contact GROUP BY LeadSource");
            assertEquals(1, ORG.calls().size(), () -> ORG.soqlSent().toString());
            asked(each, "SELECT Id, COUNT(Name) FROM Contact GROUP BY Id LIMIT 2000");
            assertEquals(1, ORG.calls().size());
        }
    }

    @Test
    void distinct_rows_stop_where_the_limit_is() throws SQLException {
        List<List<Object>> rows = asked(sql, "SELECT DISTINCT Email FROM Contact ORDER BY Email LIMIT 20");
        assertEquals(20, rows.size());
        assertEquals(2, ORG.calls().size(), "one refusal, and one page");
        assertEquals(TestOrg.rows(soql, "SELECT Email FROM Contact GROUP BY Email ORDER BY Email LIMIT 20"), rows);
    }

    @Test
    void what_cannot_be_made_here_is_salesforces_refusal() {
        SQLException refused = assertThrows(
                SQLException.class,
                () -> TestOrg.rows(soql, "SELECT Email, COUNT(Id) FROM Contact GROUP BY ROLLUP(Email)"));
        assertEquals("54001", refused.getSQLState());
    }

    @Test
    void what_is_held_here_is_bounded() throws SQLException {
        try (Connection small = ORG.open("maxLocalRows", "300", "dialect", "soql")) {
            for (String field : List.of("Email", "Id")) {
                ORG.simulated().forgetCalls();
                SQLException refused = assertThrows(
                        SQLException.class,
                        () -> TestOrg.rows(
                                small, "SELECT " + field + ", COUNT(LastName) FROM Contact GROUP BY " + field));
                assertEquals("54001", refused.getSQLState());
                assertTrue(refused.getMessage().contains("maxLocalRows"), refused.getMessage());
                assertTrue(ORG.soqlSent().size() <= 3, ORG.soqlSent().toString());
            }
        }
    }

    @Test
    void explain_tells_what_would_be_done_instead() throws SQLException {
        List<Object> lines =
                firsts(TestOrg.rows(soql, "EXPLAIN SELECT Email, COUNT(Id) FROM Contact GROUP BY Email LIMIT 3000"));
        assertEquals(
                List.of(
                        "language: SOQL, sent as written",
                        "because: the connection says dialect=soql",
                        "request: query SELECT Email, COUNT(Id) FROM Contact GROUP BY Email LIMIT 3000",
                        "calls: 1",
                        "if there are more than 2000 groups: request: query SELECT Email, Id FROM Contact",
                        "if there are more than 2000 groups: here: groups the rows",
                        "if there are more than 2000 groups: here: stops after 3000 rows"),
                lines,
                String.join("\n", lines.stream().map(String::valueOf).toList()));
        assertEquals(List.of(), ORG.soqlSent());
    }
}
