package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soqljdbc.conformance.TestOrg;

/**
 * How many calls each verb costs, for each number of rows, as one statement and as a batch, with bulk jobs and without; beside
 * it the least that Salesforce's API allows. The table is left in {@code target/write-calls.txt}.
 */
class WriteCallsTest {

    /** Rows of a collection (REST API, "Collections"). */
    private static final int COLLECTION = 200;

    /** Rows of a page of the query that finds the rows. */
    private static final int PAGE = 2_000;

    /** A job is made, filled, closed, and asked whether it is over. */
    private static final int JOB = 4;

    /** A job too big for one look is looked at again. */
    private static final int MOST_LOOKS = 3;

    @RegisterExtension
    static final TestOrg ORG = new TestOrg(builder -> builder.withRows("Invoice__c", 5));

    private static final List<String> TABLE = new ArrayList<>();

    private record Size(String bulk, int rows) {

        /** Above the threshold of 10,000 a job is used, where it may. */
        boolean usesJob() {
            return bulk.equals("auto") && rows > 10_000;
        }

        long collections() {
            return (rows + COLLECTION - 1) / COLLECTION;
        }

        long pages() {
            return (rows + PAGE - 1) / PAGE;
        }
    }

    private interface Row {
        void set(PreparedStatement statement, int row) throws SQLException;
    }

    private static void batch(Connection connection, Size size, String verb, String sql, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int number = 0; number < size.rows(); number++) {
                row.set(statement, number);
                statement.addBatch();
            }
            ORG.simulated().forgetCalls();
            assertEquals(size.rows(), statement.executeBatch().length);
            told(size, verb, "batch", size.usesJob() ? JOB : size.collections());
        }
    }

    private static void statement(Connection connection, Size size, String verb, String sql, long least)
            throws SQLException {
        ORG.simulated().forgetCalls();
        assertEquals(size.rows(), Written.update(connection, sql));
        told(size, verb, "statement", least);
    }

    private static void told(Size size, String verb, String form, long least) {
        long calls = Written.calls(ORG).size();
        TABLE.add(String.format("%-18s %-10s %-6s %8d %8d %8d", verb, form, size.bulk(), size.rows(), calls, least));
        long most = size.usesJob() ? least + MOST_LOOKS : least;
        assertTrue(least <= calls && calls <= most, () -> TABLE.get(TABLE.size() - 1) + "\n" + Written.calls(ORG));
    }

    private static String values(int rows, java.util.function.IntFunction<String> row) {
        return IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining(", "));
    }

    private static List<String> ids(String mark) {
        return ORG.simulated().rows("Invoice__c").stream()
                .filter(row -> String.valueOf(row.get("Ext_Id__c")).startsWith(mark))
                .map((Map<String, Object> row) -> (String) row.get("Id"))
                .toList();
    }

    @ParameterizedTest(name = "bulk={0}, {1} rows")
    @CsvSource({
        "auto, 1",
        "auto, 200",
        "auto, 10000",
        "auto, 100000",
        "never, 1",
        "never, 200",
        "never, 10000",
        "never, 100000"
    })
    void calls_are_as_few_as_can_be(String bulk, int rows) throws SQLException {
        Size size = new Size(bulk, rows);
        // A statement that is all or none would use no job; a batch does not mind.
        try (Connection connection = ORG.open("bulk", bulk, "allOrNone", "false")) {
            Written.update(connection, "UPSERT INTO Invoice__c (Ext_Id__c) VALUES ('to describe')");
            batch(
                    connection,
                    size,
                    "INSERT",
                    "INSERT INTO Invoice__c (Ext_Id__c, Number__c) VALUES (?, 7)",
                    (one, row) -> one.setString(1, "b" + row));
            String where = " WHERE Number__c = 7";
            long queried = size.pages() + (size.usesJob() ? JOB : size.collections());
            statement(connection, size, "UPDATE by WHERE", "UPDATE Invoice__c SET Paid__c = TRUE" + where, queried);
            List<String> ids = ids("b");
            batch(
                    connection,
                    size,
                    "UPSERT",
                    "UPSERT INTO Invoice__c (Ext_Id__c, Paid__c) VALUES (?, FALSE)",
                    (one, row) -> one.setString(1, "b" + row));
            batch(
                    connection,
                    size,
                    "UPDATE by Id",
                    "UPDATE Invoice__c SET Paid__c = TRUE WHERE Id = ?",
                    (one, row) -> one.setString(1, ids.get(row)));
            batch(
                    connection,
                    size,
                    "DELETE by Id",
                    "DELETE FROM Invoice__c WHERE Id = ?",
                    (one, row) -> one.setString(1, ids.get(row)));
            asText(connection, size);
        }
    }

    private static void asText(Connection connection, Size size) throws SQLException {
        long least = size.usesJob() ? JOB : size.collections();
        statement(
                connection,
                size,
                "INSERT",
                "INSERT INTO Invoice__c (Ext_Id__c, Number__c) VALUES "
                        + values(size.rows(), row -> "('s" + row + "', 8)"),
                least);
        statement(
                connection,
                size,
                "UPSERT",
                "UPSERT INTO Invoice__c (Ext_Id__c, Paid__c) VALUES "
                        + values(size.rows(), row -> "('s" + row + "', TRUE)") + " ON Ext_Id__c",
                least);
        List<String> ids = ids("s");
        statement(
                connection,
                size,
                "UPDATE by Id",
                "UPDATE Invoice__c SET Paid__c = FALSE WHERE Id IN ('" + String.join("', '", ids) + "')",
                least);
        statement(
                connection,
                size,
                "DELETE by WHERE",
                "DELETE FROM Invoice__c WHERE Number__c = 8",
                size.pages() + least);
    }

    @AfterAll
    static void leave_the_table(TestReporter reporter) throws IOException {
        String head = String.format("%-18s %-10s %-6s %8s %8s %8s", "verb", "form", "bulk", "rows", "calls", "least");
        String table = head + "\n" + TABLE.stream().sorted().collect(Collectors.joining("\n")) + "\n";
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "write-calls.txt"), table);
        reporter.publishEntry("API calls of writes", table);
    }
}
