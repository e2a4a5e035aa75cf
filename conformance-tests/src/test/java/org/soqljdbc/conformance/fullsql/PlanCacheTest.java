package org.soqljdbc.conformance.fullsql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;

/** A plan that is kept runs with other values: what travels are those of the run. */
class PlanCacheTest {

    @RegisterExtension
    static final TestOrg ORG =
            new TestOrg(builder -> builder.withRows("Account", 60).withRows("Contact", 120));

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static List<String> run(String sql, Object... values) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    rows.add(answer.getString(1));
                }
            }
        }
        return rows;
    }

    private static String sent() {
        List<String> all = ORG.soqlSent();
        return all.get(all.size() - 1);
    }

    @Test
    void values_of_each_run_travel() throws SQLException {
        String sql = "SELECT UPPER(Name) FROM Account WHERE Industry = ? AND NumberOfEmployees > ?";
        for (String industry : List.of("Banking", "Energy", "x'y")) {
            List<String> rows = run(sql, industry, 5);
            assertEquals(
                    "SELECT Name FROM Account WHERE Industry = '" + industry.replace("'", "\\'")
                            + "' AND NumberOfEmployees > 5",
                    sent());
            assertEquals(
                    run("SELECT Id FROM Account WHERE Industry = ? AND NumberOfEmployees > 5", industry)
                            .size(),
                    rows.size());
        }
    }

    @Test
    void a_value_that_cannot_be_said_has_a_plan_of_its_own() throws SQLException {
        String sql = "SELECT UPPER(Name) FROM Account WHERE Industry = ?";
        run(sql, "Banking");
        assertEquals("SELECT Name FROM Account WHERE Industry = 'Banking'", sent());
        assertEquals(List.of(), run(sql, "Énergie"));
        assertEquals("SELECT Name, Industry FROM Account", sent());
        assertEquals(List.of(), run(sql, new Object[] {null}));
        run(sql, "Energy");
        assertEquals("SELECT Name FROM Account WHERE Industry = 'Energy'", sent());
    }

    @Test
    void numbers_of_rows_instants_and_short_ids_are_those_of_the_run() throws SQLException {
        String limited = "SELECT UPPER(Name) FROM Account ORDER BY Id LIMIT ?";
        assertEquals(3, run(limited, 3).size());
        assertEquals(5, run(limited, 5).size());
        String dated = "SELECT UPPER(Name) FROM Account WHERE CreatedDate > ?";
        run(dated, Timestamp.valueOf("2024-01-01 00:00:00"));
        run(dated, Timestamp.valueOf("2025-03-01 00:00:00"));
        assertEquals(true, sent().endsWith("2025-03-01T00:00:00.000Z"), sent());
        String one = "SELECT UPPER(Name) FROM Contact WHERE Id = ?";
        assertEquals(1, run(one, "0035g0000000001").size());
        assertEquals(1, run(one, "0035g0000000002").size());
        assertEquals("SELECT Name FROM Contact WHERE Id = '0035g0000000002AAA'", sent());
    }

    @Test
    void what_is_computed_has_the_values_of_the_run() throws SQLException {
        String sql = "SELECT SUBSTRING(Name, ?) || ? FROM Account WHERE Id = ?";
        String id = "0015g0000000001AAA";
        String name = run("SELECT Name FROM Account WHERE Id = ?", id).get(0);
        assertEquals(List.of(name.substring(1) + "!"), run(sql, 2, "!", id));
        assertEquals(List.of(name.substring(2) + "?"), run(sql, 3, "?", id));
    }
}
