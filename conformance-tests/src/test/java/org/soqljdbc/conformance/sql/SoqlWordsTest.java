package org.soqljdbc.conformance.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soqljdbc.conformance.TestOrg;

/** What only SOQL has, written in SQL, answers what SOQL answers. */
class SoqlWordsTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection auto;
    private static Connection sql;

    @BeforeAll
    static void connect() throws SQLException {
        auto = ORG.open();
        sql = ORG.open("dialect", "sql");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        auto.close();
        sql.close();
    }

    private static List<String> rows(Connection connection, String text) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(text);
                ResultSet answer = statement.executeQuery()) {
            int columns = answer.getMetaData().getColumnCount();
            while (answer.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(answer.getString(i)).append('|');
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private static List<String> labels(String text) throws SQLException {
        try (PreparedStatement statement = auto.prepareStatement(text)) {
            ResultSetMetaData columns = statement.getMetaData();
            List<String> labels = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                labels.add(columns.getColumnLabel(i));
            }
            return labels;
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            value = {
                "SELECT a.\"Name\" AS n, (SELECT \"LastName\", Email FROM Contacts LIMIT 3) AS c FROM Account a LIMIT 20"
                        + " # SELECT Name, (SELECT LastName, Email FROM Contacts LIMIT 3) FROM Account LIMIT 20",
                "SELECT (SELECT * FROM Opportunities o WHERE o.IsWon) AS o FROM Account ORDER BY Id LIMIT 5"
                        + " # SELECT (SELECT Id FROM Opportunities WHERE IsWon = TRUE) FROM Account ORDER BY Id LIMIT 5",
                "SELECT a.Industry AS i, toLabel(a.Industry) AS l, a.Name FROM Account a ORDER BY a.Id"
                        + " # SELECT Industry, toLabel(Industry) lab, Name FROM Account ORDER BY Id",
                "SELECT toLabel(a.Industry) AS l FROM Account a ORDER BY a.Id"
                        + " # SELECT toLabel(Industry) FROM Account ORDER BY Id",
                "SELECT Id AS i, DISTANCE(Location__c, GEOLOCATION(37, -122), 'mi') AS d FROM Account ORDER BY i"
                        + " # SELECT Id, DISTANCE(Location__c, GEOLOCATION(37, -122), 'mi') d FROM Account ORDER BY Id",
                "SELECT c.Account.Owner.Name AS o FROM Contact AS c ORDER BY c.Id LIMIT 30"
                        + " # SELECT Account.Owner.Name FROM Contact ORDER BY Id LIMIT 30",
                "SELECT e.Subject AS s, TYPEOF e.What WHEN Account THEN Phone, Name WHEN Opportunity THEN Amount END,"
                        + " e.Id AS i FROM Event e ORDER BY e.Id"
                        + " # SELECT Subject, TYPEOF What WHEN Account THEN Phone, Name WHEN Opportunity THEN Amount"
                        + " END, Id FROM Event ORDER BY Id",
                "SELECT Id AS i FROM Opportunity WHERE CloseDate = THIS_YEAR OR CloseDate < LAST_N_DAYS:30 ORDER BY i"
                        + " # SELECT Id FROM Opportunity WHERE CloseDate = THIS_YEAR OR CloseDate < LAST_N_DAYS:30"
                        + " ORDER BY Id"
            })
    void sql_answers_what_soql_answers(String sqlText, String soqlText) throws SQLException {
        List<String> expected = rows(auto, soqlText.strip());
        assertFalse(expected.isEmpty());
        if (sqlText.contains("*")) {
            assertEquals(expected.size(), rows(sql, sqlText.strip()).size());
        } else {
            assertEquals(expected, rows(sql, sqlText.strip()));
            assertEquals(expected, rows(auto, sqlText.strip()));
        }
    }

    @Test
    void children_come_as_a_nested_result_set_and_keep_their_names() throws SQLException {
        String text =
                "SELECT a.Name AS n, (SELECT \"LastName\", Account.Name FROM Contacts ORDER BY Id LIMIT 2) AS people"
                        + " FROM Account a WHERE a.Name = 'Acme'";
        assertEquals(List.of("n", "people"), labels(text));
        try (PreparedStatement statement = auto.prepareStatement(text);
                ResultSet answer = statement.executeQuery()) {
            assertTrue(answer.next());
            ResultSet people = answer.getObject("people", ResultSet.class);
            assertEquals("LastName", people.getMetaData().getColumnLabel(1));
            assertTrue(people.next());
            assertEquals("Acme", people.getString(2));
        }
    }

    @Test
    void typeof_makes_a_column_for_each_field_of_any_branch() throws SQLException {
        assertEquals(
                List.of("s", "What.Phone", "What.Name", "What.Amount", "Who.Email", "i"),
                labels(
                        "SELECT e.Subject AS s, TYPEOF e.What WHEN Account THEN Phone, Name WHEN Opportunity THEN Amount,"
                                + " Name ELSE Name END, TYPEOF e.Who WHEN Contact THEN Email END, e.Id AS i FROM Event e"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            value = {
                "SELECT TYPEOF Wat WHEN Account THEN Phone END, 1 AS x FROM Event # 42S22 # line 1:15: ",
                "SELECT TYPEOF What WHEN Acount THEN Phone END, 1 AS x FROM Event # 42S02 # line 1:8: ",
                "SELECT TYPEOF What WHEN Account THEN Phon END, 1 AS x FROM Event # 42S22 # line 1:38: ",
                "SELECT 1 AS x, (SELECT Nmae FROM Contacts) FROM Account # 42S22 # line 1:24: ",
                "SELECT 1 AS x, (SELECT COUNT(*) FROM Contacts) FROM Account # 0A000 # line 1:16: ",
                "SELECT 1 AS x, (SELECT Name FROM Contacts OFFSET 2) FROM Account # 0A000 # line 1:16: ",
                "SELECT DISTINCT Name, (SELECT Name FROM Contacts) FROM Account # 0A000 # line 1:23: ",
                "SELECT Name AS n FROM Account WHERE DISTANCE(Location__c, GEOLOCATION(1), 'mi') > 1 # 0A000 # line 1:59: ",
                "SELECT toLabel(Industry) AS l, UPPER(Name) FROM Account # 0A000 # line 1:32: ",
                "SELECT Name, TYPEOF Owner WHEN User THEN Alias END, UPPER(Name) FROM Account # 0A000 # line 1:53: "
            })
    void what_cannot_be_said_is_refused_with_its_place(String text, String state, String place) {
        SQLException refused = assertThrows(SQLException.class, () -> rows(auto, text.strip()));
        assertEquals(state.strip(), refused.getSQLState(), refused.getMessage());
        assertTrue(refused.getMessage().startsWith(place.strip() + " "), refused.getMessage());
        assertEquals(List.of(), ORG.soqlSent());
    }
}
