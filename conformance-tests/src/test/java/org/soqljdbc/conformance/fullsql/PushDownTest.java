package org.soqljdbc.conformance.fullsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;

/** What travels of a statement that one query cannot say: the SOQL that is sent, and that the answer is the same. */
class PushDownTest {

    @RegisterExtension
    static final TestOrg ORG =
            new TestOrg(builder -> builder.withRows("Account", 60).withRows("Contact", 120));

    private static Connection connection;
    private static Connection here;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
        here = ORG.open("pushDown", "false");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
        here.close();
    }

    /** The rows are those of whole objects; in order where the statement asks for one. */
    private static void sends(String sql, String... soql) throws SQLException {
        List<List<Object>> expected = TestOrg.rows(here, sql);
        int before = ORG.soqlSent().size();
        List<List<Object>> rows = TestOrg.rows(connection, sql);
        assertEquals(
                List.of(soql), ORG.soqlSent().subList(before, ORG.soqlSent().size()), sql);
        assertEquals(sorted(expected), sorted(rows), sql);
    }

    private static List<String> sorted(List<List<Object>> rows) {
        return rows.stream().map(String::valueOf).sorted().toList();
    }

    // ---- conditions and columns ----------------------------------------------------------------------------

    @Test
    void what_is_said_exactly_is_not_checked_again_and_its_columns_do_not_come() throws SQLException {
        sends(
                "SELECT UPPER(Name) FROM Account WHERE Industry = 'Banking' AND NumberOfEmployees > 5",
                "SELECT Name FROM Account WHERE Industry = 'Banking' AND NumberOfEmployees > 5");
    }

    @Test
    void unequal_asks_for_a_value_too() throws SQLException {
        sends(
                "SELECT UPPER(Name) FROM Account WHERE Industry <> 'Banking'",
                "SELECT Name FROM Account WHERE Industry != 'Banking' AND Industry != NULL");
    }

    @Test
    void what_cannot_be_said_is_checked_here_and_the_rest_travels() throws SQLException {
        sends(
                "SELECT UPPER(Name) FROM Account WHERE Industry = 'Banking' AND LENGTH(Name) > 3",
                "SELECT Name FROM Account WHERE Industry = 'Banking'");
    }

    @Test
    void a_condition_on_a_union_reaches_each_part_of_it() throws SQLException {
        sends(
                "SELECT UPPER(Name) FROM (SELECT Name FROM Account UNION ALL SELECT Name FROM Contact) t"
                        + " WHERE Name LIKE 'C%'",
                "SELECT Name FROM Account WHERE Name LIKE 'C%'", "SELECT Name FROM Contact WHERE Name LIKE 'C%'");
    }

    // ---- order and limit -----------------------------------------------------------------------------------

    @Test
    void order_and_limit_travel_where_nothing_is_left_to_drop_rows() throws SQLException {
        sends(
                "SELECT UPPER(Name), AnnualRevenue FROM Account WHERE Industry IS NOT NULL"
                        + " ORDER BY AnnualRevenue DESC NULLS LAST, Id LIMIT 3",
                "SELECT Name, AnnualRevenue FROM Account WHERE Industry != NULL"
                        + " ORDER BY AnnualRevenue DESC NULLS LAST, Id LIMIT 3");
    }

    @Test
    void limit_stays_here_when_a_condition_remains() throws SQLException {
        sends(
                "SELECT UPPER(Name) FROM Account WHERE LENGTH(Name) > 8 ORDER BY Id LIMIT 3",
                "SELECT Name FROM Account ORDER BY Id");
    }

    @Test
    void what_is_passed_over_is_passed_over_here() throws SQLException {
        sends(
                "SELECT UPPER(Name) FROM Account ORDER BY Id LIMIT 3 OFFSET 2",
                "SELECT Name FROM Account ORDER BY Id LIMIT 5");
    }

    @Test
    void picklists_are_sorted_by_the_org() throws SQLException {
        sends(
                "SELECT UPPER(Name), Industry FROM Account ORDER BY Industry, Id LIMIT 4",
                "SELECT Name, Industry FROM Account ORDER BY Industry, Id LIMIT 4");
    }

    @Test
    void what_is_made_of_picklists_is_sorted_here_and_so_are_the_nulls_of_parents_that_come_last() throws SQLException {
        sends(
                "SELECT UPPER(Name) FROM Account ORDER BY LOWER(Industry), Id LIMIT 4",
                "SELECT Id, Name, Industry FROM Account");
        sends(
                "SELECT UPPER(c.LastName), a.Name FROM Contact c LEFT JOIN Account a ON c.AccountId = a.Id"
                        + " ORDER BY a.Name NULLS LAST, c.Id LIMIT 4",
                "SELECT Id, LastName, Account.Name FROM Contact");
    }

    @Test
    void a_derived_table_has_its_limit_in_its_query() throws SQLException {
        sends(
                "SELECT x.Name, y.LastName FROM (SELECT Id, Name FROM Account ORDER BY Id LIMIT 2) x"
                        + " JOIN (SELECT LastName, AccountId FROM Contact) y ON y.AccountId = x.Id",
                "SELECT Id, Name FROM Account ORDER BY Id LIMIT 2",
                "SELECT AccountId, LastName FROM Contact"
                        + " WHERE AccountId IN ('0015g0000000001AAA', '0015g0000000002AAA')");
    }

    // ---- parents -------------------------------------------------------------------------------------------

    @Test
    void a_join_to_a_parent_is_a_path_in_a_larger_plan() throws SQLException {
        sends(
                "SELECT UPPER(c.LastName), a.Name FROM Contact c JOIN Account a ON a.Id = c.AccountId"
                        + " WHERE a.Industry = 'Banking'",
                "SELECT LastName, Account.Name FROM Contact"
                        + " WHERE Account.Industry = 'Banking' AND Account.Id != NULL");
        sends(
                "SELECT UPPER(c.LastName), p.Name FROM Contact c LEFT JOIN Account a ON a.Id = c.AccountId"
                        + " LEFT JOIN Account p ON p.Id = a.ParentId",
                "SELECT LastName, Account.Parent.Name FROM Contact");
    }

    @Test
    void a_condition_of_a_left_join_is_no_path() throws SQLException {
        sends(
                "SELECT UPPER(c.LastName), a.Name FROM (SELECT LastName, AccountId FROM Contact WHERE LastName = 'Young')"
                        + " c LEFT JOIN Account a ON a.Id = c.AccountId AND a.Industry = 'Banking'",
                "SELECT AccountId, LastName FROM Contact WHERE LastName = 'Young'",
                "SELECT Id, Name FROM Account WHERE Industry = 'Banking' AND Id = '" + accountOf("Young") + "'");
    }

    private static Object accountOf(String name) throws SQLException {
        return TestOrg.rows(here, "SELECT AccountId FROM Contact WHERE LastName = '" + name + "'")
                .get(0)
                .get(0);
    }

    @Test
    void ids_of_a_subquery_over_the_parent_are_a_path_too() throws SQLException {
        sends(
                "SELECT UPPER(LastName) FROM Contact WHERE AccountId IN"
                        + " (SELECT Id FROM Account WHERE Industry = 'Banking')",
                "SELECT LastName FROM Contact WHERE Account.Industry = 'Banking' AND Account.Id != NULL");
    }

    // ---- groups --------------------------------------------------------------------------------------------

    @Test
    void the_org_groups_and_the_rest_is_done_with_its_groups() throws SQLException {
        sends(
                "SELECT CASE WHEN n > 3 THEN 'many' ELSE 'few' END, Industry, m FROM (SELECT Industry, COUNT(*) AS n,"
                        + " MAX(AnnualRevenue) AS m FROM Account WHERE Name <> 'x' GROUP BY Industry) t",
                "SELECT Industry, COUNT(Id) a0, MAX(AnnualRevenue) a1 FROM Account"
                        + " WHERE Name != 'x' AND Name != NULL GROUP BY Industry");
    }

    @Test
    void an_average_is_a_sum_and_a_count() throws SQLException {
        sends(
                "SELECT AVG(a.NumberOfEmployees) * 2, a.Industry FROM Account a GROUP BY a.Industry",
                "SELECT Industry, SUM(NumberOfEmployees) a0, COUNT(NumberOfEmployees) a1 FROM Account GROUP BY Industry");
    }

    @Test
    void children_are_grouped_by_a_field_of_the_parent() throws SQLException {
        sends(
                "SELECT a.Industry, COUNT(*) AS n FROM Contact c JOIN Account a ON c.AccountId = a.Id"
                        + " GROUP BY a.Industry HAVING COUNT(*) > 2 ORDER BY UPPER(a.Industry)",
                "SELECT Account.Industry k0, COUNT(Id) a0 FROM Contact"
                        + " WHERE Account.Id != NULL GROUP BY Account.Industry");
    }

    @Test
    void groups_that_differ_by_case_only_are_one_group() throws SQLException {
        sends(
                "SELECT UPPER(Name), n FROM (SELECT Name, COUNT(*) AS n FROM Account GROUP BY Name) t",
                "SELECT Name, COUNT(Id) a0 FROM Account GROUP BY Name");
    }

    @Test
    void what_is_computed_is_grouped_here() throws SQLException {
        sends("SELECT UPPER(Industry), COUNT(*) FROM Account GROUP BY UPPER(Industry)", "SELECT Industry FROM Account");
        sends(
                "SELECT AnnualRevenue, COUNT(*) + 1 FROM Account GROUP BY AnnualRevenue",
                "SELECT AnnualRevenue FROM Account");
    }

    // ---- SOQL's own words ----------------------------------------------------------------------------------

    @Test
    void date_literals_travel_where_they_are_a_condition_of_one_object() throws SQLException {
        int before = ORG.soqlSent().size();
        TestOrg.rows(
                connection,
                "SELECT a.Name, c.LastName FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id"
                        + " WHERE a.CreatedDate > LAST_N_DAYS:30 AND a.CreatedDate < TOMORROW AND LENGTH(a.Name) > 99");
        assertEquals(
                "SELECT Id, Name FROM Account WHERE CreatedDate > LAST_N_DAYS:30 AND CreatedDate < TOMORROW",
                ORG.soqlSent().get(before));
    }

    @Test
    void what_only_the_org_can_check_is_named_where_it_cannot_travel() {
        for (String sql : List.of(
                "SELECT UPPER(Name) FROM Account WHERE CreatedDate < THIS_MONTH OR LENGTH(Name) > 3",
                "SELECT CASE WHEN CreatedDate < THIS_MONTH THEN 1 ELSE 2 END FROM Account")) {
            SQLException refused = assertThrows(SQLException.class, () -> TestOrg.rows(connection, sql));
            assertEquals("0A000", refused.getSQLState(), refused.getMessage());
            assertTrue(refused.getMessage().contains("< THIS_MONTH"), refused.getMessage());
        }
    }

    /** Only the org can check them. */
    @Test
    void includes_and_excludes_travel_to_the_object_they_are_of() throws SQLException {
        for (String condition :
                List.of("Regions__c INCLUDES ('AMER;EMEA', 'APAC')", "Regions__c EXCLUDES ('AMER', 'EMEA')")) {
            String soql = "SELECT Id FROM Account WHERE " + condition;
            List<List<Object>> expected = TestOrg.rows(connection, soql);
            int before = ORG.soqlSent().size();
            List<List<Object>> rows = TestOrg.rows(
                    connection, "SELECT a.Id FROM Account a CROSS JOIN (VALUES (1)) one (n) WHERE a." + condition);
            assertEquals(
                    List.of(soql), ORG.soqlSent().subList(before, ORG.soqlSent().size()));
            assertEquals(sorted(expected), sorted(rows), condition);
        }
    }

    // ---- the same twice ------------------------------------------------------------------------------------

    @Test
    void what_a_plan_asks_twice_is_read_once() throws SQLException {
        sends(
                "WITH t AS (SELECT Id, Name, Industry FROM Account WHERE LENGTH(Name) > 4) SELECT a.Name, b.Name"
                        + " FROM t a JOIN t b ON a.Industry = b.Industry AND a.Id < b.Id",
                "SELECT Id, Name, Industry FROM Account");
        sends(
                "SELECT UPPER(LastName) FROM Contact WHERE UPPER(LastName) NOT IN (SELECT Name FROM Account)",
                "SELECT LastName FROM Contact",
                "SELECT Name FROM Account");
    }
}
