package org.soqljdbc.conformance.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.fault.Fault;

/** More fields than one query takes are read in parts, and joined by Id as if there were one query. */
class WideSelectTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection soql;

    @BeforeAll
    static void connect() throws SQLException {
        soql = ORG.open("dialect", "soql");
        TestOrg.rows(soql, "SELECT Name, Owner.Name FROM Account LIMIT 1");
        TestOrg.rows(soql, "SELECT Name FROM Contact LIMIT 1");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        soql.close();
    }

    /** So many columns of a name of two hundred characters. */
    private static List<String> labels(int count) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add("name_".repeat(40) + i);
        }
        return labels;
    }

    private static String list(List<String> labels, String first, String second) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            items.add("FORMAT(" + (i % 2 == 0 ? first : second) + ") " + labels.get(i));
        }
        return items.stream().collect(Collectors.joining(", "));
    }

    private static void assertWide(List<List<Object>> narrow, List<List<Object>> wide, int count) {
        assertEquals(narrow.size(), wide.size());
        for (int row = 0; row < narrow.size(); row++) {
            List<Object> expected = narrow.get(row);
            List<Object> actual = wide.get(row);
            assertEquals(count + 2, actual.size());
            assertEquals(expected.get(0), actual.get(0));
            for (int i = 0; i < count; i++) {
                assertEquals(expected.get(1 + i % 2), actual.get(1 + i));
            }
            assertEquals(expected.get(3), actual.get(count + 1));
        }
    }

    @Test
    void a_list_longer_than_a_query_is_read_in_parts() throws SQLException {
        List<String> labels = labels(600);
        String order = " FROM Account WHERE Industry != NULL ORDER BY Name DESC, Id LIMIT 40";
        List<List<Object>> narrow =
                TestOrg.rows(soql, "SELECT Name, FORMAT(CreatedDate) c, FORMAT(AnnualRevenue) r, Owner.Name" + order);
        ORG.simulated().forgetCalls();
        List<List<Object>> wide = TestOrg.rows(
                soql, "SELECT Name, " + list(labels, "CreatedDate", "AnnualRevenue") + ", Owner.Name" + order);
        assertWide(narrow, wide, labels.size());
        assertEquals(2, ORG.calls().size());
        assertTrue(ORG.soqlSent().stream().allMatch(sent -> sent.length() <= 100_000));
    }

    @Test
    void so_many_rows_are_joined_at_a_time() throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < 110; i++) {
            labels.add("c" + i);
        }
        String order = " FROM Contact ORDER BY Email, Id LIMIT 2050";
        List<List<Object>> narrow =
                TestOrg.rows(soql, "SELECT Name, FORMAT(CreatedDate) c, FORMAT(Birthdate) b, LastName" + order);
        String wide = "SELECT Name, " + list(labels, "CreatedDate", "Birthdate") + ", LastName" + order;
        ORG.simulated().forgetCalls();
        ORG.simulated().plan(call -> true, Fault.error(400, "QUERY_TOO_COMPLICATED", "QUERY_TOO_COMPLICATED"));
        int row = 0;
        try (PreparedStatement statement = soql.prepareStatement(wide);
                ResultSet rows = statement.executeQuery()) {
            assertEquals(labels.size() + 2, rows.getMetaData().getColumnCount());
            while (rows.next()) {
                List<Object> expected = narrow.get(row++);
                assertEquals(expected.get(0), rows.getString(1));
                assertEquals(expected.get(1), rows.getString(2));
                assertEquals(expected.get(2), rows.getString(labels.size() + 1));
                assertEquals(expected.get(3), rows.getString("LastName"));
            }
        }
        assertEquals(2050, row);
        assertEquals(5, ORG.calls().size(), "one refusal, two pages, and their other fields");
    }

    @Test
    void fields_that_salesforce_finds_too_complicated_are_read_in_two_parts() throws SQLException {
        List<String> labels = labels(150);
        String from = " FROM Account ORDER BY Name, Id";
        List<List<Object>> narrow =
                TestOrg.rows(soql, "SELECT Name, FORMAT(CreatedDate) c, FORMAT(AnnualRevenue) r, Owner.Name" + from);
        String wide = "SELECT Name, " + list(labels, "CreatedDate", "AnnualRevenue") + ", Owner.Name" + from;
        assertWide(narrow, TestOrg.rows(soql, wide), labels.size());
        ORG.simulated().forgetCalls();
        ORG.simulated().plan(call -> true, Fault.error(400, "QUERY_TOO_COMPLICATED", "QUERY_TOO_COMPLICATED"));
        assertWide(narrow, TestOrg.rows(soql, wide), labels.size());
        assertEquals(3, ORG.calls().size());
    }

    @Test
    void a_long_list_of_values_and_many_fields_go_together() throws SQLException {
        List<String> labels = labels(500);
        List<String> ids = new ArrayList<>();
        for (List<Object> row : TestOrg.rows(soql, "SELECT Id FROM Contact ORDER BY Id LIMIT 30")) {
            ids.add((String) row.get(0));
        }
        for (int i = 0; ids.size() < 5_000; i++) {
            ids.add("003" + String.format("%012d", 900_000 + i) + "AAA");
        }
        String where = " FROM Contact WHERE Id IN "
                + ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", ", "(", ")")) + " ORDER BY Id";
        List<List<Object>> narrow =
                TestOrg.rows(soql, "SELECT Name, FORMAT(CreatedDate) c, FORMAT(Birthdate) b, LastName" + where);
        assertEquals(30, narrow.size());
        assertWide(
                narrow,
                TestOrg.rows(soql, "SELECT Name, " + list(labels, "CreatedDate", "Birthdate") + ", LastName" + where),
                labels.size());
    }
}
