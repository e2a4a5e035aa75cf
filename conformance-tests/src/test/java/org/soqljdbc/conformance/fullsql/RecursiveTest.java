package org.soqljdbc.conformance.fullsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;

/** WITH RECURSIVE: hierarchies, and what goes on until there is nothing more. */
class RecursiveTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg(builder -> builder.withRows("Account", 60));

    private static Connection pushed;
    private static Connection local;

    @BeforeAll
    static void connect() throws SQLException {
        pushed = ORG.open("dialect", "sql");
        local = ORG.open("dialect", "sql", "pushDown", "false", "maxLocalRows", "500");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        pushed.close();
        local.close();
    }

    private static List<List<Object>> rows(String sql) throws SQLException {
        List<List<Object>> there = TestOrg.rows(pushed, sql);
        assertEquals(there, TestOrg.rows(local, sql), sql);
        return there;
    }

    private static List<String> column(String sql) throws SQLException {
        return rows(sql).stream().map(row -> Objects.toString(row.get(0))).toList();
    }

    @Test
    void numbers_count_up() throws SQLException {
        assertEquals(
                List.of("1", "2", "3"),
                column("WITH RECURSIVE r (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM r WHERE n < 3)"
                        + " SELECT n FROM r"));
        assertEquals(
                List.of("120"),
                column("WITH RECURSIVE f AS (SELECT 1 AS n, 1 AS p UNION ALL SELECT n + 1, p * (n + 1) FROM f"
                        + " WHERE n < 5) SELECT MAX(p) FROM f"));
    }

    @Test
    void a_hierarchy_is_walked_level_by_level() throws SQLException {
        List<List<Object>> accounts = TestOrg.rows(pushed, "SELECT Id, ParentId FROM Account");
        Map<Object, Integer> levels = new LinkedHashMap<>();
        accounts.stream().filter(row -> row.get(1) == null).forEach(row -> levels.put(row.get(0), 0));
        for (int level = 0, before = 0; before < levels.size(); level++) {
            before = levels.size();
            for (List<Object> row : accounts) {
                if (levels.getOrDefault(row.get(1), -1) == level) {
                    levels.put(row.get(0), level + 1);
                }
            }
        }
        assertTrue(levels.containsValue(1), "the org has children");
        List<String> expected = new ArrayList<>();
        levels.forEach((id, level) -> expected.add(id + " " + level));
        List<String> found = rows("WITH RECURSIVE tree AS (SELECT Id, 0 AS level FROM Account WHERE ParentId IS NULL"
                        + " UNION ALL SELECT a.Id, t.level + 1 FROM Account a JOIN tree t ON a.ParentId = t.Id)"
                        + " SELECT Id, level FROM tree ORDER BY Id")
                .stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList();
        assertEquals(
                expected.stream().sorted().toList(), found.stream().sorted().toList());
    }

    @Test
    void a_union_of_different_rows_ends_in_a_circle() throws SQLException {
        assertEquals(
                List.of("a", "b"),
                column("WITH RECURSIVE r (s) AS (SELECT 'a' FROM (VALUES (1)) v (x) UNION"
                        + " SELECT CASE WHEN s = 'a' THEN 'b' ELSE 'A' END FROM r) SELECT s FROM r ORDER BY s"));
    }

    @Test
    void columns_may_become_null() throws SQLException {
        assertEquals(
                List.of("null", "1"),
                column("WITH RECURSIVE r (n) AS (VALUES (1) UNION ALL SELECT NULLIF(n, 1) FROM r WHERE n = 1)"
                        + " SELECT n FROM r ORDER BY n"));
    }

    @Test
    void what_never_ends_is_bounded_or_cut_by_a_limit() throws SQLException {
        assertEquals(
                List.of("1", "2", "3", "4"),
                column("WITH RECURSIVE r (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM r) SELECT n FROM r LIMIT 4"));
        SQLException refused = assertThrows(
                SQLException.class,
                () -> TestOrg.rows(
                        local, "WITH RECURSIVE r (n) AS (VALUES (1) UNION SELECT n + 1 FROM r) SELECT n FROM r"));
        assertEquals("54001", refused.getSQLState());
    }

    @Test
    void it_names_itself_in_from_of_the_last_part_only() {
        for (String sql : List.of(
                "WITH RECURSIVE r (n) AS (SELECT n FROM r) SELECT n FROM r",
                "WITH RECURSIVE r (n) AS (SELECT n FROM r UNION ALL VALUES (1)) SELECT n FROM r",
                "WITH RECURSIVE r (n) AS (VALUES (1) UNION ALL SELECT x FROM (VALUES (2)) v (x)"
                        + " WHERE x IN (SELECT n FROM r)) SELECT n FROM r",
                "WITH RECURSIVE r AS (VALUES (1) UNION ALL SELECT * FROM r) SELECT * FROM r")) {
            SQLException refused = assertThrows(SQLException.class, () -> TestOrg.rows(pushed, sql), sql);
            assertEquals("0A000", refused.getSQLState(), refused.getMessage());
            assertTrue(refused.getMessage().contains("RECURSIVE"), refused.getMessage());
        }
    }
}
