package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.simulated.log.Call;

/** setMaxRows, setLargeMaxRows and setFetchSize: what travels, and what stays here. */
class RowLimitTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    /** @return rows */
    private static int read(String soql, long maxRows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setLargeMaxRows(maxRows);
            assertEquals(maxRows, statement.getLargeMaxRows());
            try (ResultSet rows = statement.executeQuery(soql)) {
                return Rows.all(rows).size();
            }
        }
    }

    private static String lastSent() {
        List<String> sent = ORG.soqlSent();
        return sent.get(sent.size() - 1);
    }

    @Test
    void count_still_counts_all() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery("SELECT COUNT() FROM Contact")) {
                assertEquals(List.of("COUNT()"), Rows.labels(rows));
                assertTrue(rows.next());
                assertEquals(5000, rows.getInt(1));
                assertEquals(5000L, rows.getObject("count()"));
                assertFalse(rows.next());
            }
        }
        assertEquals("SELECT COUNT() FROM Contact", lastSent());
    }

    @Test
    void a_limit_of_its_own_bounds_count() throws SQLException {
        assertEquals(List.of(List.of(7L)), TestOrg.rows(connection, "SELECT COUNT() FROM Contact LIMIT 7"));
    }

    @Test
    void max_rows_travels_as_limit() throws SQLException {
        assertEquals(3, read("SELECT Id FROM Contact", 3));
        assertEquals("SELECT Id FROM Contact LIMIT 3", lastSent());
        assertEquals(3, read("SELECT Id FROM Contact WHERE Name != null ORDER BY Id OFFSET 10", 3));
        assertTrue(lastSent().endsWith("LIMIT 3 OFFSET 10"), lastSent());
    }

    @Test
    void the_lower_of_two_limits_counts() throws SQLException {
        assertEquals(2, read("SELECT Id FROM Contact LIMIT 2", 3));
        assertEquals("SELECT Id FROM Contact LIMIT 2", lastSent());
        assertEquals(3, read("SELECT Id FROM Contact LIMIT 200", 3));
        assertEquals("SELECT Id FROM Contact LIMIT 3", lastSent());
        assertEquals(0, read("SELECT Id FROM Contact LIMIT 0", 3));
    }

    @Test
    void a_large_limit_and_none_are_taken() throws SQLException {
        assertEquals(5000, read("SELECT Id FROM Contact", 5_000_000_000L));
        assertEquals("SELECT Id FROM Contact LIMIT 5000000000", lastSent());
        assertEquals(60, read("SELECT Id FROM Account", 0));
        assertEquals("SELECT Id FROM Account", lastSent());
    }

    @Test
    void an_aggregate_without_group_by_gets_no_limit_and_grouped_rows_do() throws SQLException {
        assertEquals(1, read("SELECT COUNT(Id), MAX(CreatedDate) FROM Contact", 1));
        assertFalse(lastSent().contains("LIMIT"), lastSent());
        assertEquals(2, read("SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry", 2));
        assertTrue(lastSent().endsWith("LIMIT 2"), lastSent());
    }

    @Test
    void more_groups_than_one_reply_holds_are_no_cut_answer() throws SQLException {
        assertEquals(4000, read("SELECT Id, COUNT(Name) FROM Contact GROUP BY Id", 4000));
    }

    @Test
    void max_rows_bounds_a_prepared_statement_with_a_limit_parameter() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT Id FROM Contact LIMIT ?")) {
            statement.setMaxRows(5);
            statement.setInt(1, 2);
            try (ResultSet rows = statement.executeQuery()) {
                assertEquals(2, Rows.all(rows).size());
            }
            statement.setInt(1, 10);
            try (ResultSet rows = statement.executeQuery()) {
                assertEquals(5, Rows.all(rows).size());
            }
            assertEquals("SELECT Id FROM Contact LIMIT 5", lastSent());
        }
    }

    @Test
    void fetch_size_is_the_page_size_within_salesforces_bounds() throws SQLException {
        assertEquals(5, pages(1000));
        assertEquals(25, pages(50));
        assertEquals(3, pages(9999));
        assertEquals(3, pages(0));
    }

    /** @return how many pages the 5,000 contacts came in */
    private static long pages(int fetchSize) throws SQLException {
        ORG.simulated().forgetCalls();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(fetchSize);
            assertEquals(fetchSize, statement.getFetchSize());
            try (ResultSet rows = statement.executeQuery("SELECT Id FROM Contact")) {
                assertEquals(5000, Rows.all(rows).size());
            }
        }
        return ORG.pageCalls();
    }

    @Test
    void the_connections_fetch_size_is_the_default() throws SQLException {
        try (Connection small = ORG.open("fetchSize", "200")) {
            assertEquals(
                    600,
                    TestOrg.rows(small, "SELECT Id FROM OpportunityLineItem").size());
        }
        assertEquals(3, ORG.pageCalls());
    }

    @Test
    void deleted_rows_are_seen_by_all_rows_or_by_the_connections_property() throws SQLException {
        assertEquals(60, read("SELECT Id FROM Account", 0));
        assertEquals("/services/data/v67.0/query", lastPath());
        assertEquals(63, read("SELECT Id, IsDeleted FROM Account ALL ROWS", 0));
        assertEquals("/services/data/v67.0/queryAll", lastPath());
        assertEquals("SELECT Id, IsDeleted FROM Account", lastSent());
        assertEquals(List.of(List.of(63L)), TestOrg.rows(connection, "SELECT COUNT() FROM Account ALL ROWS"));
        try (Connection all = ORG.open("queryAll", "true")) {
            assertEquals(63, TestOrg.rows(all, "SELECT Id FROM Account").size());
        }
        assertEquals("/services/data/v67.0/queryAll", lastPath());
    }

    private static String lastPath() {
        return ORG.calls().stream()
                .filter(Call::startsQuery)
                .reduce((a, b) -> b)
                .orElseThrow()
                .path();
    }

    @Test
    void limits_that_are_none_are_refused() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.setMaxRows(-1));
            assertThrows(SQLException.class, () -> statement.setLargeMaxRows(-1));
            assertThrows(SQLException.class, () -> statement.setFetchSize(-1));
            assertThrows(SQLException.class, () -> statement.setQueryTimeout(-1));
        }
    }
}
