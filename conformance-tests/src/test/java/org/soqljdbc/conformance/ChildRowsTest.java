package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.simulated.fault.Fault;
import org.soqljdbc.simulated.log.Call;

/** Child subqueries as nested result sets and as JSON. */
class ChildRowsTest {

    private static final String FIRMS_AND_PEOPLE =
            "SELECT Id, Name, (SELECT Id, Name, Account.Name, CreatedDate, DoNotCall FROM Contacts ORDER BY Id)"
                    + " FROM Account ORDER BY Id";

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;
    private static Map<Object, List<String>> contactsOf;
    private static Table accounts;

    @BeforeAll
    static void read_whole_tables() throws SQLException {
        connection = ORG.open();
        accounts = Table.read(connection, "Account", "Id", "Name");
        contactsOf = Table.read(connection, "Contact", "Id", "AccountId")
                .rows()
                .filter(row -> row.get("AccountId") != null)
                .sorted((a, b) -> a.text("Id").compareTo(b.text("Id")))
                .collect(Collectors.groupingBy(
                        row -> row.get("AccountId"), Collectors.mapping(row -> row.text("Id"), Collectors.toList())));
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static List<String> expected(String account) {
        return contactsOf.getOrDefault(account, List.of());
    }

    @Test
    void nested_result_sets_hold_the_rows_of_each_parent_whatever_pages_they_come_in() throws SQLException {
        int parents = 0;
        int empty = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FIRMS_AND_PEOPLE)) {
            while (rows.next()) {
                parents++;
                ResultSet children = rows.getObject(3, ResultSet.class);
                List<String> ids = new ArrayList<>();
                if (children == null) {
                    assertTrue(rows.wasNull());
                    assertNull(rows.getString(3));
                    empty++;
                } else {
                    while (children.next()) {
                        ids.add(children.getString("id"));
                        assertEquals(rows.getString("Name"), children.getString("Account.Name"));
                        assertTrue(children.getTimestamp(4) != null);
                    }
                }
                assertEquals(expected(rows.getString(1)), ids);
            }
        }
        assertEquals(60, parents);
        assertEquals(accounts.ids(row -> expected(row.text("Id")).isEmpty()).size(), empty);
        assertTrue(empty > 0);
    }

    /** Asking for the parent's next page ends the cursors of this page's children. */
    @Test
    void the_parents_next_page_waits_until_the_children_of_this_one_are_read() throws SQLException {
        ORG.simulated().forgetCalls();
        Map<String, List<String>> found = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(200);
            try (ResultSet rows = statement.executeQuery(FIRMS_AND_PEOPLE)) {
                while (rows.next()) {
                    ResultSet children = rows.getObject("Contacts", ResultSet.class);
                    List<String> ids = new ArrayList<>();
                    while (children != null && children.next()) {
                        ids.add(children.getString(1));
                    }
                    found.put(rows.getString(1), ids);
                }
            }
        }
        for (String account : accounts.ids(row -> true)) {
            assertEquals(expected(account), found.get(account), account);
        }
        assertTrue(ORG.calls().stream().allMatch(call -> call.status() == 200));
        assertTrue(ORG.pageCalls() > 5, "pages: " + ORG.pageCalls());
    }

    @Test
    void children_that_nobody_reads_cost_no_call_of_their_own() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT Id, (SELECT Id FROM Contacts) FROM Account ORDER BY Id LIMIT 1")) {
            assertTrue(rows.next());
            assertFalse(rows.next());
        }
        assertEquals(1, ORG.pageCalls());
    }

    @Test
    void as_text_they_are_json_of_all_rows() throws Exception {
        ObjectMapper json = new ObjectMapper();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FIRMS_AND_PEOPLE)) {
            while (rows.next()) {
                String text = rows.getString("Contacts");
                assertEquals(text, rows.getObject("Contacts"));
                if (text == null) {
                    assertEquals(List.of(), expected(rows.getString(1)));
                    continue;
                }
                JsonNode array = json.readTree(text);
                List<String> ids = new ArrayList<>();
                for (JsonNode person : array) {
                    ids.add(person.get("Id").asText());
                    assertEquals(
                            List.of("Id", "Name", "Account.Name", "CreatedDate", "DoNotCall"),
                            person.properties().stream().map(Map.Entry::getKey).toList());
                    assertTrue(person.get("DoNotCall").isBoolean());
                    assertEquals(
                            rows.getString("Name"), person.get("Account.Name").asText());
                }
                assertEquals(expected(rows.getString(1)), ids);
            }
        }
    }

    @Test
    void they_are_other_with_columns_of_their_own() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FIRMS_AND_PEOPLE)) {
            ResultSetMetaData columns = rows.getMetaData();
            assertEquals(3, columns.getColumnCount());
            assertEquals(Types.OTHER, columns.getColumnType(3));
            assertEquals("Contacts", columns.getColumnLabel(3));
            assertEquals("java.lang.String", columns.getColumnClassName(3));
            assertEquals(ResultSetMetaData.columnNullable, columns.isNullable(3));
            assertTrue(rows.next());
            ResultSet children = rows.getObject(3, ResultSet.class);
            assertEquals(List.of("Id", "Name", "Account.Name", "CreatedDate", "DoNotCall"), Rows.labels(children));
            assertEquals("Contact", children.getMetaData().getTableName(1));
            assertEquals(Types.TIMESTAMP, children.getMetaData().getColumnType(4));
            assertEquals(statement, children.getStatement());
        }
    }

    @Test
    @SuppressWarnings("try") // Closing early is the point.
    void a_nested_result_set_ends_when_its_parent_moves_or_closes() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FIRMS_AND_PEOPLE)) {
            assertTrue(rows.next());
            ResultSet first = rows.getObject(3, ResultSet.class);
            assertTrue(first.next());
            assertTrue(rows.next());
            assertTrue(first.isClosed());
            assertThrows(SQLException.class, first::next);
            ResultSet second = rows.getObject(3, ResultSet.class);
            ResultSet again = rows.getObject(3, ResultSet.class);
            assertTrue(again.next());
            second.close();
            assertFalse(again.isClosed());
            assertFalse(rows.isClosed());
            rows.close();
            assertTrue(again.isClosed());
        }
    }

    @Test
    void only_a_child_subquery_has_rows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FIRMS_AND_PEOPLE)) {
            assertTrue(rows.next());
            assertThrows(SQLDataException.class, () -> rows.getObject(1, ResultSet.class));
            assertThrows(SQLDataException.class, () -> rows.getInt(3));
            assertThrows(SQLDataException.class, () -> rows.getDate(3));
        }
    }

    @Test
    void scrolling_keeps_every_child_as_text() throws SQLException {
        try (Statement statement =
                        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
                ResultSet rows = statement.executeQuery(FIRMS_AND_PEOPLE)) {
            assertTrue(rows.last());
            assertEquals(60, rows.getRow());
            int seen = 0;
            rows.afterLast();
            while (rows.previous()) {
                String text = rows.getString(3);
                int count = text == null ? 0 : text.split("\"Id\":", -1).length - 1;
                assertEquals(expected(rows.getString(1)).size(), count);
                seen++;
            }
            assertEquals(60, seen);
            // Kept rows keep text; the error says so.
            assertTrue(rows.first());
            Refused.says(
                    Refused.with("24000", SQLNonTransientException.class, () -> rows.getObject(3, ResultSet.class)),
                    "JSON");
        }
    }

    @Test
    void subqueries_nest_over_several_levels() throws SQLException {
        Map<Object, Long> lines = Table.read(connection, "OpportunityLineItem", "Id", "OpportunityId")
                .rows()
                .collect(Collectors.groupingBy(row -> row.get("OpportunityId"), Collectors.counting()));
        long found = 0;
        try (Statement statement = connection.createStatement();
                ResultSet firms = statement.executeQuery("SELECT Name, (SELECT Id, Name, (SELECT Id, Quantity FROM"
                        + " OpportunityLineItems) FROM Opportunities), (SELECT Id FROM Cases) FROM Account")) {
            while (firms.next()) {
                ResultSet deals = firms.getObject("Opportunities", ResultSet.class);
                while (deals != null && deals.next()) {
                    ResultSet items = deals.getObject(3, ResultSet.class);
                    long count = items == null ? 0 : Rows.all(items).size();
                    assertEquals(lines.getOrDefault(deals.getObject(1), 0L), count);
                    found += count;
                }
            }
        }
        assertTrue(found > 100, "items: " + found);
    }

    @Test
    void a_childs_page_that_cannot_be_had_is_an_error_and_not_a_short_answer() throws SQLException {
        for (int i = 0; i < 4; i++) {
            ORG.simulated()
                    .plan(
                            call -> call.contains("/query/"),
                            Fault.error(400, "INVALID_QUERY_LOCATOR", "invalid locator"));
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FIRMS_AND_PEOPLE)) {
            assertTrue(rows.next());
            assertTrue(expected(rows.getString(1)).size() > 500);
            ResultSet children = rows.getObject(3, ResultSet.class);
            Refused.says(
                    Refused.with("24000", SQLNonTransientException.class, () -> Rows.all(children)),
                    "INVALID_QUERY_LOCATOR");
            Refused.with("24000", SQLNonTransientException.class, () -> rows.getString(3));
        }
        assertTrue(ORG.calls().stream().filter(Call::fetchesPage).count() <= 3);
    }
}
