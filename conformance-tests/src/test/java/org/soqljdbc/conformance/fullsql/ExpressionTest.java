package org.soqljdbc.conformance.fullsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;

/** Expressions, types, parameters, zones and errors of statements that Calcite runs. */
class ExpressionTest {

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

    private static List<List<Object>> rows(String sql) throws SQLException {
        return TestOrg.rows(connection, sql);
    }

    private static void refuses(String state, String words, String sql) {
        SQLException refused = assertThrows(SQLException.class, () -> rows(sql));
        assertEquals(state, refused.getSQLState(), refused.getMessage());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
        assertTrue(!refused.getMessage().contains("org.apache"), refused.getMessage());
    }

    @Test
    void ragged_text_of_case_and_union_is_not_padded() throws SQLException {
        assertEquals(
                new TreeSet<>(List.of("big", "x  ")),
                new TreeSet<>(
                        rows("SELECT CASE WHEN Industry = 'Banking' THEN 'big' ELSE 'x  ' END AS k FROM Account")
                                .stream()
                                .map(row -> (String) row.get(0))
                                .toList()));
        assertEquals(
                List.of(List.of("a"), List.of("bcd")),
                rows("SELECT 'a' AS v FROM (VALUES (1)) t UNION SELECT 'bcd' FROM (VALUES (1)) t ORDER BY v"));
    }

    @Test
    void values_are_rows() throws SQLException {
        assertEquals(List.of(List.of(1, "a"), List.of(2, "bcd")), rows("VALUES (1, 'a'), (2, 'bcd')"));
    }

    @Test
    void an_average_of_whole_numbers_has_a_fraction() throws SQLException {
        assertEquals(
                List.of(List.of(new BigDecimal("1.5000000000"))), rows("SELECT AVG(x) FROM (VALUES (1), (2)) t (x)"));
    }

    @Test
    void text_is_unicode_wherever_it_stands() throws SQLException {
        assertEquals(List.of(List.of("日本 Çağrı!")), rows("SELECT '日本 ' || x FROM (VALUES ('Çağrı!')) t (x)"));
    }

    @Test
    void functions_of_the_usual_names_are_there() throws SQLException {
        assertEquals(
                List.of(List.of("ABC", "bc", 3, "x", "a-b", new BigDecimal("2"))),
                rows("SELECT {fn UCASE(x)}, SUBSTR(x, 2), LENGTH(x), IFNULL(NULL, 'x'), CONCAT('a', '-', 'b'),"
                        + " CAST(ROUND(1.6) AS DECIMAL(5, 0)) FROM (VALUES ('abc')) t (x)"));
    }

    @Test
    void windows_number_the_rows_of_each_caseless_group() throws SQLException {
        assertEquals(
                List.of(List.of("a", 1L), List.of("A", 2L), List.of("b", 1L)),
                rows("SELECT x, ROW_NUMBER() OVER (PARTITION BY x ORDER BY n) AS r FROM"
                        + " (VALUES ('a', 1), ('A', 2), ('b', 3)) t (x, n) ORDER BY n"));
    }

    @Test
    void least_and_greatest_text_and_distinct_ignore_case() throws SQLException {
        assertEquals(
                List.of(List.of("a", "C", 3L)),
                rows("SELECT MIN(x), MAX(x), COUNT(DISTINCT x) FROM (VALUES ('B'), ('a'), ('C'), ('b')) t (x)"));
        assertEquals(
                3,
                rows("SELECT DISTINCT x FROM (VALUES ('B'), ('a'), ('C'), ('b')) t (x)")
                        .size());
        assertEquals(List.of(List.of("a")), rows("SELECT x FROM (VALUES ('B'), ('a')) t (x) WHERE x IN ('A', 'z')"));
        assertEquals(List.of(List.of("Bob")), rows("SELECT x FROM (VALUES ('Bob'), ('a')) t (x) WHERE x LIKE 'bO_'"));
    }

    @Test
    void rollup_keeps_the_null_of_the_total_apart() throws SQLException {
        assertEquals(
                3,
                rows("SELECT x, COUNT(*) FROM (VALUES ('a'), ('A'), ('b')) t (x) GROUP BY ROLLUP(x)")
                        .size());
    }

    @Test
    void parameters_are_values_and_travel() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT UPPER(Name) FROM Account WHERE Industry = ? AND LENGTH(Name) > ?")) {
            statement.setString(1, "Banking");
            statement.setInt(2, 3);
            int count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    count++;
                }
            }
            assertEquals(
                    rows("SELECT Id FROM Account WHERE Industry = 'Banking'").size(), count);
        }
        assertTrue(
                ORG.soqlSent().get(0).endsWith("WHERE Industry = 'Banking'"),
                ORG.soqlSent().toString());
    }

    @Test
    void columns_tell_their_fields_and_types() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT a.name, c.LastName AS who, UPPER(a.Name), a.AnnualRevenue * 2 AS twice"
                                + " FROM Account a FULL JOIN Contact c ON a.Id = c.AccountId")) {
            ResultSetMetaData columns = rows.getMetaData();
            assertEquals("name", columns.getColumnLabel(1));
            assertEquals("Name", columns.getColumnName(1));
            assertEquals("who", columns.getColumnLabel(2));
            assertEquals("UPPER", columns.getColumnLabel(3));
            assertEquals(Types.DECIMAL, columns.getColumnType(4));
            assertEquals(255, columns.getPrecision(1));
        }
    }

    @Test
    void days_of_a_date_time_are_those_of_the_connection() throws SQLException {
        ZoneId zone = ZoneId.of("America/Los_Angeles");
        try (Connection there = ORG.open("timeZone", zone.getId());
                Statement statement = there.createStatement();
                ResultSet rows = statement.executeQuery("SELECT CreatedDate, CAST(CreatedDate AS DATE),"
                        + " EXTRACT(HOUR FROM CreatedDate) FROM Account")) {
            while (rows.next()) {
                Instant instant = rows.getTimestamp(1).toInstant();
                assertEquals(instant.atZone(zone).toLocalDate(), rows.getObject(2, LocalDate.class));
                assertEquals(instant.atZone(zone).getHour(), rows.getInt(3));
            }
        }
    }

    /** 14:30:00.000Z must not come out as 14:30Z, which no reader of Salesforce's times takes. */
    @Test
    void times_keep_the_seconds_that_are_zero() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT DISTINCT Time__c, UPPER(Id) FROM Type_Sample__c" + " WHERE Time__c IS NOT NULL")) {
            int read = 0;
            while (rows.next()) {
                assertTrue(rows.getTime(1) != null);
                read++;
            }
            assertTrue(read > 0);
        }
    }

    @Test
    void errors_tell_state_and_place() {
        refuses("42S22", "line 1:14", "SELECT UPPER(Nam) FROM Account");
        refuses("42S02", "line 1:27", "SELECT UPPER(a.Name) FROM Acount a");
        refuses("42702", "Id", "SELECT UPPER(Id) FROM Account a FULL JOIN Contact c ON a.Id = c.AccountId");
        refuses("22012", "zero", "SELECT 1 / (n - n) FROM (VALUES (1)) t (n)");
        refuses("22012", "zero", "SELECT 1 / 0 FROM (VALUES (1)) t (n)");
        refuses("42000", "NOSUCH", "SELECT NOSUCH(Name) FROM Account");
        refuses("21000", "more than one", "SELECT (SELECT Id FROM Contact) FROM (VALUES (1)) t (n)");
    }

    @Test
    void what_travels_of_a_condition_is_never_narrower() throws SQLException {
        long all = rows("SELECT Id FROM Account").size();
        for (String condition : List.of(
                "Industry = 'banking' OR Name = 'x'",
                "Industry <> 'Banking'",
                "Name LIKE 'a%'",
                "Name > 'C' AND AnnualRevenue > 10.5",
                "CreatedDate >= TIMESTAMP '2025-06-01 00:00:00'",
                "IsDeleted",
                "NumberOfEmployees > 10.5 AND NumberOfEmployees <= 5000",
                "Industry IN ('Banking', 'Apparel', NULL)",
                "Industry IS NULL AND Name IS NOT NULL")) {
            long there =
                    rows("SELECT UPPER(Id) FROM Account WHERE " + condition).size();
            long no = rows("SELECT UPPER(Id) FROM Account WHERE NOT (" + condition + ")")
                    .size();
            long unknown = rows("SELECT UPPER(Id) FROM Account WHERE (" + condition + ") IS UNKNOWN")
                    .size();
            assertEquals(all, there + no + unknown, condition);
            long here = rows("SELECT y FROM (SELECT CASE WHEN " + condition + " THEN 'y' END AS y FROM Account) t"
                            + " WHERE y = 'y'")
                    .size();
            assertEquals(here, there, condition);
        }
    }

    @Test
    void explain_names_the_requests_and_what_is_done_here() throws SQLException {
        List<String> lines = rows("EXPLAIN SELECT UPPER(Name) FROM Account WHERE Industry = 'x'").stream()
                .map(row -> (String) row.get(0))
                .toList();
        assertTrue(lines.contains("request: query SELECT Name FROM Account WHERE Industry = 'x'"), lines.toString());
        assertEquals(List.of(), ORG.soqlSent());
    }
}
