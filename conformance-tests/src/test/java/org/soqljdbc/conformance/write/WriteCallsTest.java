package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;

/** How many calls a batch costs, for each verb and number of rows; the table is left in {@code target/write-calls.txt}. */
class WriteCallsTest {

    private static final List<Integer> SIZES = List.of(1, 200, 10_000, 100_000);

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private interface Row {
        void set(PreparedStatement statement, int row) throws SQLException;
    }

    private static long calls(Connection connection, String sql, int rows, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int number = 0; number < rows; number++) {
                row.set(statement, number);
                statement.addBatch();
            }
            ORG.simulated().forgetCalls();
            assertEquals(rows, statement.executeBatch().length);
            return Written.calls(ORG).size();
        }
    }

    @Test
    void calls_grow_with_collections_and_then_with_jobs(TestReporter reporter) throws SQLException, IOException {
        StringBuilder table = new StringBuilder("verb   rows    calls\n");
        try (Connection connection = ORG.open()) {
            for (int rows : SIZES) {
                int collections = Math.max(1, (rows + 199) / 200);
                long insert = calls(
                        connection,
                        "INSERT INTO Account (Name) VALUES (?)",
                        rows,
                        (statement, row) -> statement.setString(1, "calls " + row));
                table.append("INSERT ").append(rows).append("  ").append(insert).append('\n');
                long upsert = calls(
                        connection,
                        "UPSERT INTO Account (Ext_Id__c, Name) VALUES (?, 'calls')",
                        rows,
                        (statement, row) -> statement.setString(1, "calls " + row));
                table.append("UPSERT ").append(rows).append("  ").append(upsert).append('\n');
                List<String> ids = ORG.simulated().rows("Account").stream()
                        .map(account -> (String) account.get("Id"))
                        .sorted(Comparator.reverseOrder())
                        .limit(rows)
                        .toList();
                long update = calls(
                        connection,
                        "UPDATE Account SET Site = 'calls' WHERE Id = ?",
                        rows,
                        (statement, row) -> statement.setString(1, ids.get(row)));
                table.append("UPDATE ").append(rows).append("  ").append(update).append('\n');
                long delete = calls(
                        connection,
                        "DELETE FROM Account WHERE Id = ?",
                        rows,
                        (statement, row) -> statement.setString(1, ids.get(row)));
                table.append("DELETE ").append(rows).append("  ").append(delete).append('\n');
                if (rows <= 10_000) {
                    assertEquals(collections, insert);
                    assertEquals(collections, upsert);
                    assertEquals(collections, update);
                    assertEquals(collections, delete);
                } else {
                    long most = Math.max(Math.max(insert, upsert), Math.max(update, delete));
                    assertTrue(most < 30, table::toString);
                }
            }
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "write-calls.txt"), table);
        reporter.publishEntry("API calls of batches", table.toString());
    }
}
