package org.soqljdbc.conformance.fullsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.conformance.TestOrg;

/** What a plan holds is bounded; all else streams. */
class LocalRowsTest {

    @RegisterExtension
    static final TestOrg ORG =
            new TestOrg(builder -> builder.withRows("Account", 300).withRows("Contact", 9_000));

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open("maxLocalRows", "100");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a.Name, b.Name FROM Account a JOIN Account b ON LENGTH(a.Name) = LENGTH(b.Name)",
                "SELECT a.Name, b.Name FROM Account a, Account b WHERE a.Name < b.Name",
                "SELECT UPPER(Name) AS n FROM Account ORDER BY n",
                "SELECT UPPER(Name), COUNT(*) FROM Account GROUP BY UPPER(Name)",
                "SELECT DISTINCT UPPER(Name) FROM Account",
                "SELECT UPPER(Name) FROM Account UNION SELECT UPPER(LastName) FROM Contact",
                "SELECT NumberOfEmployees FROM Account EXCEPT SELECT 1 FROM (VALUES (1)) t (n)",
                "SELECT ROW_NUMBER() OVER (ORDER BY UPPER(Name)) FROM Account",
                "SELECT UPPER(Name), COUNT(*) FROM Account GROUP BY ROLLUP(UPPER(Name))"
            })
    void a_step_that_holds_too_many_rows_stops_and_names_the_property(String sql) {
        SQLException refused = assertThrows(SQLException.class, () -> TestOrg.rows(connection, sql));
        assertEquals("54001", refused.getSQLState(), refused.getMessage());
        assertTrue(refused.getMessage().contains("maxLocalRows"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT UPPER(LastName) FROM Contact",
                "SELECT LENGTH(LastName), COUNT(*) FROM Contact GROUP BY LENGTH(LastName)",
                "SELECT UPPER(Name) AS n FROM Account ORDER BY n LIMIT 50",
                "SELECT c.LastName, a.Name FROM Contact c JOIN (SELECT Id || '' AS Id, Name FROM Account LIMIT 50) a"
                        + " ON c.AccountId = a.Id"
            })
    void what_holds_few_rows_runs_however_many_it_reads(String sql) throws SQLException {
        assertTrue(!TestOrg.rows(connection, sql).isEmpty());
    }

    @Test
    void the_first_row_comes_before_the_scan_is_read_and_close_ends_it() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT UPPER(c.LastName), x FROM Contact c LEFT JOIN (VALUES (1, 'a')) t (n, x)"
                                + " ON LENGTH(c.LastName) = t.n")) {
            assertTrue(rows.next());
            // One page is read and one is asked for ahead, of five.
            assertTrue(ORG.pageCalls() <= 2, "pages " + ORG.pageCalls());
        }
        assertTrue(ORG.pageCalls() <= 2, "pages " + ORG.pageCalls());
    }

    @Test
    void explain_tells_which_steps_hold_rows() throws SQLException {
        String plan = TestOrg.rows(connection, "EXPLAIN SELECT UPPER(Name) AS n FROM Account ORDER BY n")
                .toString();
        assertTrue(plan.contains("holds"), plan);
    }
}
