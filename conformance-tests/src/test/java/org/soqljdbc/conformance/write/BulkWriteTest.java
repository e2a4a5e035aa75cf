package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;

/** Bulk API 2.0: when jobs write, and that each row's result finds its entry. */
class BulkWriteTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static boolean usesJob(List<String> calls) {
        return calls.stream().anyMatch(call -> call.startsWith("POST /jobs/ingest"));
    }

    @Test
    void a_batch_above_the_threshold_is_one_job_with_keys_in_row_order() throws SQLException {
        try (Connection connection = ORG.open("bulkWriteThreshold", "300");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO Account (Name, Site) VALUES (?, 'job')", Statement.RETURN_GENERATED_KEYS)) {
            List<String> calls = Written.callsOf(ORG, () -> {
                for (int row = 0; row < 500; row++) {
                    insert.setString(1, "job " + row % 400);
                    insert.addBatch();
                }
                assertEquals(500, insert.executeBatch().length);
            });
            assertTrue(usesJob(calls), calls::toString);
            assertTrue(calls.size() < 10, calls::toString);
            assertNotNull(insert.getWarnings());
            List<String> keys = Written.keys(insert);
            assertEquals(500, new HashSet<>(keys).size());
            for (int row = 0; row < 500; row++) {
                assertEquals("job " + row % 400, Written.row(ORG, keys.get(row)).get("Name"));
            }
        }
    }

    @Test
    void a_row_that_fails_in_a_job_is_its_entrys_failure() throws SQLException {
        try (Connection connection = ORG.open("bulk", "always");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO Account (Name, Ext_Id__c) VALUES (?, ?)")) {
            for (String key : List.of("J-1", "J-2", "J-1")) {
                insert.setString(1, "key");
                insert.setString(2, key);
                insert.addBatch();
            }
            BatchUpdateException failed = assertThrows(BatchUpdateException.class, insert::executeBatch);
            assertArrayEquals(new int[] {1, 1, Statement.EXECUTE_FAILED}, failed.getUpdateCounts());
            assertEquals("23505", failed.getNextException().getSQLState());
        }
    }

    @Test
    void a_statement_uses_a_job_only_where_nobody_asks_for_all_or_none() throws SQLException {
        String copy = "INSERT INTO Contact (LastName, Department) SELECT Name, 'copied' FROM Account LIMIT 50";
        try (Connection connection = ORG.open("bulkWriteThreshold", "40")) {
            assertTrue(!usesJob(Written.callsOf(ORG, () -> Written.update(connection, copy))));
            Written.update(connection, "SET SESSION allOrNone = false");
            assertTrue(usesJob(Written.callsOf(ORG, () -> assertEquals(50, Written.update(connection, copy)))));
        }
    }

    @Test
    void rows_that_stand_twice_are_written_by_collections() throws SQLException {
        try (Connection connection = ORG.open("bulk", "always");
                PreparedStatement update =
                        connection.prepareStatement("UPDATE Account SET Site = 'twice' WHERE Id = ?")) {
            List<String> ids = Written.keys(connection, "INSERT INTO Account (Name) VALUES ('x'), ('y')");
            for (String id : List.of(ids.get(0), ids.get(1), ids.get(0))) {
                update.setString(1, id);
                update.addBatch();
            }
            // A row that stands twice keeps its order, which a job would not.
            assertTrue(!usesJob(Written.callsOf(
                    ORG, () -> assertArrayEquals(new int[] {1, 1, 1}, update.executeBatch()))));
        }
    }
}
