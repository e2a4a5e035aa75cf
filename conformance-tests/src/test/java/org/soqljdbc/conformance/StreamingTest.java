package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.soqljdbc.simulated.SimulatedOrg;

/** Rows stream: pages are fetched as they are read, and memory does not grow with them. */
class StreamingTest {

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void two_hundred_thousand_rows_are_read_in_64_megabytes() throws Exception {
        try (SimulatedOrg org =
                SimulatedOrg.builder().withRows("Contact", 200_000).start()) {
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            classPath(),
                            RowCounter.class.getName(),
                            OrgConnections.url(org),
                            "SELECT Id, FirstName, LastName, Email, CreatedDate, Account.Name FROM Contact")
                    .redirectErrorStream(true)
                    .start();
            String output = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, reader.waitFor(), output);
            assertEquals("200000", output.strip());
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path")
                + File.pathSeparator
                + System.getProperty("surefire.test.class.path", "");
    }

    @Test
    void a_page_is_fetched_only_when_the_page_two_before_it_is_consumed() throws SQLException {
        int pageRows = 500;
        int rowCount = 3_000;
        try (SimulatedOrg org =
                        SimulatedOrg.builder().withRows("Contact", rowCount).start();
                Connection connection = OrgConnections.open(org);
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(pageRows);
            org.forgetCalls();
            try (ResultSet rows = statement.executeQuery("SELECT Id FROM Contact")) {
                int read = 0;
                while (rows.next()) {
                    int page = read / pageRows;
                    long asked = pagesAsked(org);
                    assertTrue(asked <= page + 2, "page " + asked + " was asked for at row " + read);
                    if (read % pageRows == pageRows - 1 && page < rowCount / pageRows - 1) {
                        awaitPages(org, page + 2);
                        assertEquals(page + 2, pagesAsked(org));
                    }
                    read++;
                }
                assertEquals(rowCount, read);
            }
            assertEquals(rowCount / pageRows, pagesAsked(org));
        }
    }

    @Test
    void a_result_set_closed_early_asks_for_no_more_pages() throws SQLException {
        try (SimulatedOrg org =
                        SimulatedOrg.builder().withRows("Contact", 10_000).start();
                Connection connection = OrgConnections.open(org);
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT Id FROM Contact")) {
                assertTrue(rows.next());
            }
            assertTrue(pagesAsked(org) <= 2);
            // The connection lives on, and its next query is answered whole.
            try (ResultSet rows = statement.executeQuery("SELECT COUNT() FROM Contact")) {
                assertTrue(rows.next());
                assertEquals(10_000, rows.getInt(1));
            }
        }
    }

    @Test
    void a_result_set_nobody_moves_fetches_nothing_ahead() throws SQLException {
        try (SimulatedOrg org =
                        SimulatedOrg.builder().withRows("Contact", 10_000).start();
                Connection connection = OrgConnections.open(org);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT Id FROM Contact")) {
            assertEquals(1, rows.getMetaData().getColumnCount());
            assertEquals(1, pagesAsked(org));
        }
    }

    private static long pagesAsked(SimulatedOrg org) {
        return org.calls().stream()
                .filter(call -> call.startsQuery() || call.fetchesPage())
                .count();
    }

    /** The page asked for ahead is logged when the org has answered it, on a thread of its own. */
    private static void awaitPages(SimulatedOrg org, long count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (pagesAsked(org) < count && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
