package org.soqljdbc.conformance.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;

/** Statements of SQL as java.sql shows them: parameters, labels, limits and errors. */
class SqlStatementTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open("dialect", "sql");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static int count(PreparedStatement statement) throws SQLException {
        int count = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    private static int count(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return count(statement);
        }
    }

    private static List<Integer> parameterTypes(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ParameterMetaData parameters = statement.getParameterMetaData();
            List<Integer> types = new ArrayList<>();
            for (int i = 1; i <= parameters.getParameterCount(); i++) {
                types.add(parameters.getParameterType(i));
            }
            return types;
        }
    }

    private static List<String> labels(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSetMetaData columns = statement.getMetaData();
            List<String> labels = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                labels.add(columns.getColumnLabel(i));
            }
            return labels;
        }
    }

    private static SQLException refusal(String sql) {
        return assertThrows(SQLException.class, () -> count(sql));
    }

    @Test
    void a_parameter_has_the_type_of_what_it_is_compared_with() throws SQLException {
        assertEquals(
                List.of(Types.VARCHAR, Types.INTEGER, Types.DATE),
                parameterTypes("SELECT o.Id AS i FROM Opportunity o JOIN Account a ON o.AccountId = a.Id"
                        + " WHERE a.Industry = ? AND a.NumberOfEmployees > ? AND o.CloseDate < ?"));
    }

    @Test
    void parameters_that_no_query_holds_are_described_too() throws SQLException {
        assertEquals(
                2,
                parameterTypes("SELECT ? AS x FROM Account WHERE 1 = 0 AND Name = ?")
                        .size());
        assertEquals(
                3,
                parameterTypes("SELECT Id FROM Account WHERE Name = ? LIMIT ? OFFSET ?")
                        .size());
        assertEquals(1, parameterTypes("SELECT ? AS x").size());
        assertEquals(
                2,
                parameterTypes("SELECT Id FROM Account WHERE Name LIKE ? AND Industry IN ?")
                        .size());
        assertEquals(
                2,
                parameterTypes("SELECT Id FROM Account WHERE ? = 1 AND Name BETWEEN 'a' AND ?")
                        .size());
    }

    @Test
    void columns_are_known_before_parameters_are_set() throws SQLException {
        assertEquals(
                List.of("Name", "n"),
                labels("SELECT a.Name, COUNT(*) AS n FROM Account a WHERE a.Industry = ? GROUP BY a.Name"
                        + " HAVING COUNT(*) > ? ORDER BY n LIMIT ? OFFSET ?"));
    }

    @Test
    void a_list_parameter_keeps_sqls_null_rule() throws SQLException {
        int energy = count("SELECT Id FROM Account WHERE Industry = 'Energy'");
        String[] withNull = {"Energy", null};
        assertEquals(energy, count("SELECT Id FROM Account WHERE Industry IN ?", (Object) withNull));
        assertEquals(0, count("SELECT Id FROM Account WHERE Industry NOT IN ?", (Object) withNull));
        assertEquals(0, count("SELECT Id FROM Account WHERE Industry IN ?", (Object) new String[0]));
        assertEquals(60, count("SELECT Id FROM Account WHERE Industry NOT IN ?", (Object) new String[0]));
    }

    @Test
    void max_rows_and_a_limit_of_its_own_go_together() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT a.Id AS i FROM Account a ORDER BY i LIMIT ?")) {
            statement.setMaxRows(3);
            statement.setInt(1, 10);
            assertEquals(3, count(statement));
            assertEquals(List.of("SELECT Id FROM Account ORDER BY Id LIMIT 3"), ORG.soqlSent());
            statement.setInt(1, 2);
            assertEquals(2, count(statement));
        }
    }

    @Test
    void max_rows_does_not_bound_what_is_counted() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM Contact")) {
                assertTrue(rows.next());
                assertEquals(5000, rows.getInt(1));
                assertFalse(rows.next());
            }
        }
    }

    @Test
    void max_rows_and_an_offset_beyond_what_soql_takes_go_together() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT Id FROM Contact ORDER BY Id LIMIT 20 OFFSET 3000")) {
            statement.setMaxRows(4);
            assertEquals(4, count(statement));
        }
        assertEquals(2000, count("SELECT Id FROM Contact LIMIT 9223372036854775807 OFFSET 3000"));
    }

    @Test
    void explain_costs_no_query() throws SQLException {
        assertTrue(count("EXPLAIN SELECT * FROM Account WHERE Industry = ?", "Energy") > 1);
        assertEquals(List.of(), ORG.soqlSent());
    }

    @Test
    void native_sql_is_the_soql() throws SQLException {
        assertEquals(
                "SELECT Name FROM Account WHERE Industry = NULL",
                connection.nativeSQL("SELECT \"Name\" FROM \"Account\" WHERE \"Industry\" IS NULL"));
    }

    @Test
    void labels_are_spelled_as_written() throws SQLException {
        assertEquals(
                List.of("name", "Name", "x y", "Account.Name", "count"),
                labels("SELECT c.name, a.Name, c.Email AS \"x y\", c.Account.Name, count(*)"
                        + " FROM Contact c JOIN Account a ON c.AccountId = a.Id GROUP BY c.Name, a.Name, c.Email,"
                        + " c.Account.Name"));
        assertEquals("Id", labels("SELECT * FROM account").get(0));
    }

    @Test
    void a_star_over_a_join_gives_the_columns_of_both_in_the_order_of_from() throws SQLException {
        List<String> both = new ArrayList<>(labels("SELECT * FROM Pricebook2"));
        both.addAll(labels("SELECT * FROM Product2"));
        List<String> joined = labels("SELECT b.*, p.* FROM PricebookEntry e JOIN Pricebook2 b ON e.Pricebook2Id = b.Id"
                + " JOIN Product2 p ON e.Product2Id = p.Id");
        assertEquals(both, joined);
    }

    @Test
    void a_name_that_may_mean_two_columns_is_refused() {
        String join = " FROM Contact c JOIN Account a ON c.AccountId = a.Id";
        assertEquals("42702", refusal("SELECT Name" + join).getSQLState());
        assertEquals(
                "42702", refusal("SELECT c.Id" + join + " WHERE Name = 'x'").getSQLState());
        assertEquals(
                "42702",
                refusal("SELECT c.Name, a.Name" + join + " ORDER BY Name").getSQLState());
        assertEquals(
                "42702",
                refusal("SELECT a.Name AS x, a.Id AS x FROM Account a ORDER BY x")
                        .getSQLState());
    }

    @Test
    void group_by_means_the_column_before_the_alias() {
        assertEquals(
                "42000",
                refusal("SELECT Rating AS Industry, COUNT(*) FROM Account GROUP BY Industry")
                        .getSQLState());
    }

    @Test
    void errors_tell_their_place() {
        assertTrue(refusal("SELECT Id,\n  Nmae FROM Account").getMessage().startsWith("line 2:3: "));
        assertTrue(refusal("SELECT Name, COUNT(*) FROM Account").getMessage().startsWith("line 1:8: "));
        assertTrue(refusal("SELECT Id FROM Account WHERE\n Id = 1 OR (Rating = 'x' AND Foo = 2)")
                .getMessage()
                .startsWith("line 2:30: "));
        assertTrue(refusal("SELECT Id FROM Account WHERE Name = = 'x'")
                .getMessage()
                .startsWith("line 1:37: "));
    }
}
