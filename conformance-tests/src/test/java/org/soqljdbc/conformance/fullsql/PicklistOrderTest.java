package org.soqljdbc.conformance.fullsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.conformance.TestOrg;

/** A picklist sorts alike on both roads: by one SOQL query, and in a plan that does the rest here. */
class PicklistOrderTest {

    /** Has one row, so that it changes nothing but the road. */
    private static final String ONE = "(VALUES (1)) one (x)";

    @RegisterExtension
    static final TestOrg ORG = new TestOrg(builder -> builder.withRows("Account", 40));

    private static Connection pushed;
    private static Connection local;

    @BeforeAll
    static void connect() throws SQLException {
        pushed = ORG.open("dialect", "sql");
        local = ORG.open("dialect", "sql", "pushDown", "false");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        pushed.close();
        local.close();
    }

    private static List<Object> column(String sql) throws SQLException {
        List<List<Object>> there = TestOrg.rows(pushed, sql);
        assertEquals(there, TestOrg.rows(local, sql), sql);
        return there.stream().map(row -> row.get(0)).toList();
    }

    private static List<String> names(String sql) throws SQLException {
        return column(sql).stream().map(Objects::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a.Id FROM # ORDER BY a.Rating, a.Id",
                "SELECT a.Id FROM # ORDER BY a.Rating DESC, a.Id",
                "SELECT a.Id FROM # ORDER BY a.Rating NULLS LAST, a.Id LIMIT 30",
                "SELECT a.Id, a.Rating AS r FROM # ORDER BY r DESC NULLS LAST, a.Id",
                "SELECT a.Id FROM # ORDER BY a.Parent.Rating, a.Id",
                "SELECT DISTINCT a.Rating FROM # ORDER BY a.Rating",
                "SELECT a.Rating, COUNT(*) FROM # GROUP BY a.Rating ORDER BY a.Rating DESC",
                "SELECT MIN(a.Rating) AS least, MAX(a.Rating) AS most FROM #",
                "SELECT MIN(a.Rating) AS least, MAX(a.Rating) AS most FROM # WHERE a.Rating <> 'Hot'",
                "SELECT a.Industry, MAX(a.Rating) AS most FROM # GROUP BY a.Industry ORDER BY a.Industry"
            })
    void a_join_does_not_change_the_order(String sql) throws SQLException {
        List<List<Object>> alone = TestOrg.rows(pushed, sql.replace("#", "Account a"));
        assertEquals(alone, TestOrg.rows(pushed, sql.replace("#", "Account a CROSS JOIN " + ONE)), sql);
        assertEquals(alone, TestOrg.rows(local, sql.replace("#", "Account a CROSS JOIN " + ONE)), sql);
    }

    @Test
    void the_order_outlives_derived_tables_groups_and_unions() throws SQLException {
        List<String> order = List.of("null", "Hot", "Warm", "Cold");
        assertEquals(order, names("SELECT r FROM (SELECT DISTINCT Rating AS r FROM Account) d ORDER BY r"));
        assertEquals(order, names("SELECT Rating FROM Account UNION SELECT Rating FROM Account ORDER BY Rating"));
        assertEquals(
                List.of("Hot", "Warm", "Cold"),
                names("SELECT m FROM (SELECT Id, MIN(Rating) AS m FROM Account GROUP BY Id) d WHERE m IS NOT NULL"
                        + " GROUP BY m ORDER BY m"));
        assertEquals(
                List.of("Warm", "Hot"),
                names("SELECT (SELECT MIN(Rating) FROM Account b WHERE b.Rating = a.Rating) AS m FROM Account a"
                        + " WHERE a.Rating IN ('Hot', 'Warm') GROUP BY a.Rating ORDER BY m DESC"));
    }

    @Test
    void windows_order_by_it() throws SQLException {
        String ranked = "SELECT DISTINCT DENSE_RANK() OVER (ORDER BY Rating) AS place, Rating AS r FROM Account";
        assertEquals(List.of("null", "Hot", "Warm", "Cold"), names("SELECT r FROM (" + ranked + ") d ORDER BY place"));
        assertEquals(List.of("Cold"), names("SELECT DISTINCT MAX(Rating) OVER () AS m FROM Account"));
        assertEquals(List.of("Hot"), names("SELECT DISTINCT MIN(Rating) OVER () AS m FROM Account"));
    }

    @Test
    void what_is_made_of_a_picklist_is_text() throws SQLException {
        assertEquals(
                List.of("null", "COLD", "HOT", "WARM"),
                names("SELECT u FROM (SELECT DISTINCT UPPER(Rating) AS u FROM Account) d ORDER BY u"));
        assertEquals(
                List.of("Cold", "Hot", "Warm"),
                names("SELECT Rating FROM Account WHERE Rating IS NOT NULL UNION SELECT 'Hot' ORDER BY Rating"));
    }

    @Test
    void the_org_sorts_where_it_may() throws SQLException {
        ORG.simulated().forgetCalls();
        TestOrg.rows(pushed, "SELECT UPPER(Name) FROM Account ORDER BY Rating LIMIT 3");
        assertTrue(ORG.soqlSent().get(0).endsWith("ORDER BY Rating LIMIT 3"), ORG.soqlSent()::toString);
    }
}
