package org.soqljdbc.conformance.fullsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.OrgConnections;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.SimulatedOrg;
import org.soqljdbc.simulated.log.Call;

/** Joins, subqueries and set operations that no SOQL query can say, against the same computed in plain Java. */
class JoinTest {

    @RegisterExtension
    static final TestOrg ORG =
            new TestOrg(builder -> builder.withRows("Account", 60).withRows("Contact", 120));

    private static Connection connection;
    private static List<List<Object>> accounts;
    private static List<List<Object>> contacts;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
        accounts = TestOrg.rows(connection, "SELECT Id, Name, Industry, ParentId FROM Account");
        contacts = TestOrg.rows(connection, "SELECT Id, LastName, AccountId FROM Contact");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static List<List<Object>> rows(String sql) throws SQLException {
        return TestOrg.rows(connection, sql);
    }

    private static String fold(Object text) {
        return ((String) text).toUpperCase(Locale.ROOT);
    }

    private static String lower(Object text) {
        return ((String) text).toLowerCase(Locale.ROOT);
    }

    @Test
    void a_right_join_keeps_every_row_of_the_right_side() throws SQLException {
        long matched =
                contacts.stream().filter(contact -> contact.get(2) != null).count();
        long childless = accounts.stream()
                .filter(account ->
                        contacts.stream().noneMatch(contact -> account.get(0).equals(contact.get(2))))
                .count();
        assertEquals(
                matched + childless,
                rows("SELECT a.Id, c.Id FROM Contact c RIGHT JOIN Account a ON c.AccountId = a.Id")
                        .size());
    }

    @Test
    void a_full_join_keeps_every_row_of_both_sides() throws SQLException {
        assertEquals(
                accounts.size() + contacts.size(),
                rows("SELECT a.Id, c.Id FROM Account a FULL JOIN Contact c ON a.Id = c.Id")
                        .size());
    }

    @Test
    void a_join_on_text_ignores_case() throws SQLException {
        long expected = accounts.stream()
                .flatMap(a ->
                        accounts.stream().filter(b -> fold(lower(a.get(1))).equals(fold(b.get(1)))))
                .count();
        assertEquals(
                expected,
                rows("SELECT a.Id FROM Account a JOIN Account b ON LOWER(a.Name) = b.Name")
                        .size());
    }

    @Test
    void one_column_of_each_table_is_asked_for_and_conditions_travel() throws SQLException {
        rows("SELECT a.Id FROM Account a FULL JOIN (SELECT Id, AccountId FROM Contact WHERE LastName <> 'Davis') c"
                + " ON a.Id = c.AccountId");
        assertEquals(
                new TreeSet<>(List.of(
                        "SELECT Id FROM Account",
                        "SELECT AccountId FROM Contact WHERE LastName != 'Davis' AND LastName != NULL")),
                new TreeSet<>(ORG.soqlSent()));
    }

    @Test
    void planning_describes_the_objects_named_and_no_other() throws SQLException {
        try (SimulatedOrg org = SimulatedOrg.start();
                Connection fresh = OrgConnections.open(org)) {
            org.forgetCalls();
            TestOrg.rows(fresh, "SELECT COUNT(*) FROM Account a FULL JOIN Contact c ON a.Id = c.AccountId");
            assertEquals(
                    new TreeSet<>(List.of("Account", "Contact")),
                    org.calls().stream()
                            .map(Call::path)
                            .filter(path -> path.endsWith("/describe"))
                            .map(path -> path.replaceFirst(".*/sobjects/(.*)/describe", "$1"))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void a_derived_table_has_its_own_limit_and_a_scalar_subquery_its_own_row() throws SQLException {
        List<List<Object>> rows = rows("SELECT x.Id, (SELECT COUNT(*) FROM Contact c WHERE c.AccountId = x.Id) AS n"
                + " FROM (SELECT Id FROM Account ORDER BY Id LIMIT 7) x ORDER BY x.Id");
        assertEquals(7, rows.size());
        for (List<Object> row : rows) {
            long expected = contacts.stream()
                    .filter(contact -> row.get(0).equals(contact.get(2)))
                    .count();
            assertEquals(expected, ((Number) row.get(1)).longValue());
        }
    }

    @Test
    void a_common_table_is_read_as_often_as_it_is_named() throws SQLException {
        assertEquals(
                accounts.size(),
                rows("WITH t AS (SELECT Id, Name FROM Account) SELECT a.Name, b.Name FROM t a, t b WHERE a.Id = b.Id")
                        .size());
    }

    @Test
    void not_in_with_a_null_in_the_subquery_finds_nothing() throws SQLException {
        assertTrue(accounts.stream().anyMatch(account -> account.get(2) == null));
        assertEquals(
                List.of(),
                rows("SELECT LastName FROM Contact WHERE UPPER(LastName) NOT IN (SELECT Industry FROM Account)"));
    }

    @Test
    void set_operations_ignore_case_and_hold_nulls_equal() throws SQLException {
        long expected = accounts.stream()
                .map(account -> account.get(2) == null ? null : fold(account.get(2)))
                .distinct()
                .count();
        assertEquals(
                expected,
                rows("SELECT Industry FROM Account UNION SELECT UPPER(Industry) FROM Account")
                        .size());
        assertEquals(
                expected,
                rows("SELECT Industry FROM Account INTERSECT SELECT LOWER(Industry) FROM Account")
                        .size());
        assertEquals(List.of(), rows("SELECT Industry FROM Account EXCEPT SELECT LOWER(Industry) FROM Account"));
        assertEquals(
                accounts.size() * 2,
                rows("SELECT Industry FROM Account UNION ALL SELECT Name FROM Account")
                        .size());
    }

    @Test
    void a_group_of_an_expression_ignores_case_and_nulls_come_first() throws SQLException {
        List<List<Object>> rows = rows(
                "SELECT SUBSTRING(Industry, 1, 1) AS first, COUNT(*) FROM Account GROUP BY SUBSTRING(Industry, 1, 1)"
                        + " ORDER BY first");
        List<String> expected = accounts.stream()
                .map(account -> account.get(2))
                .filter(Objects::nonNull)
                .map(industry -> fold(industry).substring(0, 1))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
        assertEquals(null, rows.get(0).get(0));
        assertEquals(
                expected, rows.stream().skip(1).map(row -> fold(row.get(0))).toList());
    }
}
