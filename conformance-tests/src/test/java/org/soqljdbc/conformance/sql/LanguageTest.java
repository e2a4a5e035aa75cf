package org.soqljdbc.conformance.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.conformance.TestOrg;

/** Which language a text is taken for, and what the driver says where that matters. */
class LanguageTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static final String ENERGY = "SELECT Id FROM Account WHERE Industry ";

    private static Connection auto;
    private static Connection soql;
    private static Connection sql;

    @BeforeAll
    static void connect() throws SQLException {
        auto = ORG.open();
        soql = ORG.open("dialect", "soql");
        sql = ORG.open("dialect", "sql");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        auto.close();
        soql.close();
        sql.close();
    }

    private record Ran(int rows, SQLWarning warning) {}

    private static Ran run(Connection connection, String text, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            int rows = 0;
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    rows++;
                }
            }
            return new Ran(rows, statement.getWarnings());
        }
    }

    private static List<String> plan(Connection connection, String text) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN " + text);
                ResultSet answer = statement.executeQuery()) {
            while (answer.next()) {
                lines.add(answer.getString(1));
            }
        }
        return lines;
    }

    private static SQLException refusal(Connection connection, String text) {
        return assertThrows(SQLException.class, () -> run(connection, text));
    }

    // ---- warnings ------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                ENERGY + "!= 'Energy'",
                ENERGY + "NOT IN ('Energy', 'Banking')",
                "SELECT Id FROM Account WHERE NOT Industry = 'Energy'",
                "SELECT Id FROM Account WHERE (NOT Industry LIKE 'E%')",
                "SELECT Id FROM Account WHERE Name = 'x' OR (NOT (Rating = 'Hot' AND Industry = 'Energy'))",
                ENERGY + "= ''",
                ENERGY + "LIKE '%'",
                "SELECT Id FROM Contact WHERE Account.Name != 'Acme'",
                "SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact)",
                "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Email != 'x')",
                "SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry HAVING Industry != 'Energy'"
            })
    void a_statement_whose_rows_sql_might_choose_otherwise_carries_a_warning(String text) throws SQLException {
        SQLWarning warning = run(auto, text).warning();
        assertEquals("01000", warning.getSQLState());
        assertTrue(warning.getMessage().contains("dialect=sql"), warning.getMessage());
        assertNull(warning.getNextWarning());
        assertTrue(plan(auto, text).stream().anyMatch(line -> line.equals("warning: " + warning.getMessage())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ENERGY + "= 'Energy'",
                ENERGY + "!= null",
                ENERGY + "!= null AND Industry != 'Energy'",
                ENERGY + "= null",
                ENERGY + "NOT IN ('Energy', null)",
                "SELECT Id FROM Account WHERE Id != '0015g0000000001AAA'",
                "SELECT Id FROM Account WHERE IsDeleted != true",
                "SELECT Id FROM Account WHERE NOT (Industry != 'Energy')",
                "SELECT Id FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact WHERE AccountId != null)",
                "SELECT Industry FROM Account GROUP BY Industry HAVING COUNT(Id) != 1"
            })
    void a_statement_that_means_the_same_in_both_languages_carries_none(String text) throws SQLException {
        assertNull(run(auto, text).warning());
        assertTrue(plan(auto, text).stream().noneMatch(line -> line.startsWith("warning: ")));
    }

    @Test
    void whoever_has_said_which_language_is_meant_is_not_warned() throws SQLException {
        assertNull(run(soql, ENERGY + "!= 'Energy'").warning());
        assertNull(run(sql, ENERGY + "!= 'Energy'").warning());
        assertNull(run(auto, ENERGY + "<> 'Energy'").warning());
    }

    @Test
    void a_null_compared_with_a_parameter_is_a_difference_too() throws SQLException {
        assertNull(run(auto, ENERGY + "= ?", "Energy").warning());
        Ran ran = run(auto, ENERGY + "= ?", (Object) null);
        assertTrue(ran.warning().getMessage().contains("(Industry)"), ran.warning()::getMessage);
        assertEquals(run(soql, ENERGY + "= null").rows(), ran.rows());
    }

    // ---- lists filled up with nulls ------------------------------------------------------------------------

    @Test
    void a_list_filled_up_with_nulls_finds_no_nulls() throws SQLException {
        String text = "select c1_0.Id,c1_0.LastName from Contact c1_0 where c1_0.AccountId in (?,?,?,?)";
        Ran padded = run(auto, text, "0015g0000000001AAA", "0015g0000000002AAA", null, null);
        assertEquals(
                List.of("SELECT c1_0.Id, c1_0.LastName FROM Contact c1_0"
                        + " WHERE c1_0.AccountId IN ('0015g0000000001AAA', '0015g0000000002AAA')"),
                ORG.soqlSent());
        assertNull(padded.warning());
        assertEquals(
                run(sql, text, "0015g0000000001AAA", "0015g0000000002AAA", null, null)
                        .rows(),
                padded.rows());
    }

    @Test
    void a_list_of_nothing_but_nulls_finds_nothing() throws SQLException {
        assertEquals(0, run(auto, ENERGY + "IN (?, ?)", null, null).rows());
        assertEquals(0, run(auto, ENERGY + "IN ?", (Object) new String[] {null}).rows());
    }

    @Test
    void a_null_written_in_a_list_is_meant() throws SQLException {
        int withNull = run(auto, ENERGY + "IN ('Energy', null)").rows();
        assertEquals(
                withNull,
                run(auto, ENERGY + "= 'Energy'").rows()
                        + run(auto, ENERGY + "= null").rows());
        assertEquals(withNull, run(auto, ENERGY + "IN (?, null)", "Energy").rows());
    }

    @Test
    void a_null_in_a_list_is_as_salesforce_takes_it_where_soql_is_settled_or_the_list_is_negated() throws SQLException {
        assertEquals(
                run(soql, ENERGY + "IN ('Energy', null)").rows(),
                run(soql, ENERGY + "IN (?, ?)", "Energy", null).rows());
        int without = run(auto, ENERGY + "NOT IN ('Energy', null)").rows();
        assertEquals(
                without, run(auto, ENERGY + "NOT IN (?, ?)", "Energy", null).rows());
        assertEquals(
                without,
                run(auto, "SELECT Id FROM Account WHERE NOT (Industry IN (?, ?))", "Energy", null)
                        .rows());
    }

    // ---- which language, and why ---------------------------------------------------------------------------

    private static String reason(Connection connection, String text) throws SQLException {
        return plan(connection, text).get(1);
    }

    @Test
    void explain_says_why() throws SQLException {
        assertEquals("because: it is SOQL in every respect", reason(auto, ENERGY + "= 'Energy'"));
        assertEquals("because: the connection says dialect=soql", reason(soql, ENERGY + "= 'Energy'"));
        assertEquals("because: the connection says dialect=sql", reason(sql, ENERGY + "= 'Energy'"));
        assertEquals("because: <> is SQL's operator; SOQL's is !=", reason(auto, ENERGY + "<> 'Energy'"));
        assertEquals(
                "because: it is SOQL in every respect, and no SQL",
                reason(auto, "SELECT Id FROM Account USING SCOPE mine"));
        assertTrue(reason(auto, "SELECT * FROM Account").startsWith("because: it is no SOQL: line 1:16: found '*'"));
        assertEquals(
                "because: it is no SOQL: line 1:16: only aggregate expressions use field aliasing",
                reason(auto, "SELECT Name n FROM Account"));
        assertEquals(
                "because: a literal has another kind than its field, which SOQL refuses and SQL converts",
                reason(auto, "SELECT Id FROM Opportunity WHERE CloseDate > '2026-01-01'"));
    }

    // ---- literals ------------------------------------------------------------------------------------------

    @Test
    void a_literal_that_neither_language_takes_is_refused_with_its_place_and_without_a_query() {
        SQLException refused = refusal(auto, "SELECT Id FROM Opportunity WHERE CloseDate > 'yesterday'");
        assertEquals("22007", refused.getSQLState());
        assertTrue(refused.getMessage().startsWith("line 1:46: "), refused.getMessage());
        assertEquals(
                "22018",
                refusal(auto, "SELECT Id FROM Account WHERE NumberOfEmployees = 'many'")
                        .getSQLState());
        assertEquals(List.of(), ORG.soqlSent());
    }

    @Test
    void text_is_converted_where_a_date_is_meant() throws SQLException {
        run(auto, "SELECT Id FROM Account WHERE CreatedDate >= '2021-01-01 00:00:00.0'");
        assertEquals(List.of("SELECT Id FROM Account WHERE CreatedDate >= 2021-01-01T00:00:00.000Z"), ORG.soqlSent());
    }

    // ---- nativeSQL -----------------------------------------------------------------------------------------

    @Test
    void native_sql_keeps_parameters() throws SQLException {
        assertEquals(
                "SELECT Name FROM Account WHERE Industry = ? ORDER BY Name LIMIT ? OFFSET ?",
                auto.nativeSQL("SELECT a.\"Name\" FROM Account a WHERE a.Industry = ? ORDER BY 1"
                        + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY"));
        assertEquals("SELECT Id FROM Account LIMIT ?", sql.nativeSQL("SELECT Id FROM Account LIMIT ?"));
        assertEquals("SELECT COUNT() FROM Account", sql.nativeSQL("SELECT COUNT(*) FROM Account LIMIT ?"));
    }
}
