package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.fault.Fault;

/** Batches: how few calls they cost, in which order, and that every row's fate is told. */
class BatchWriteTest {

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

    private static int[] inserts(Connection connection, int rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO Account (Name, Site) VALUES (?, 'batch')")) {
            for (int row = 0; row < rows; row++) {
                insert.setString(1, "row " + row);
                insert.addBatch();
            }
            return insert.executeBatch();
        }
    }

    @Test
    void ten_thousand_inserts_are_fifty_calls() throws SQLException {
        inserts(connection, 1);
        List<String> calls = Written.callsOf(ORG, () -> {
            int[] counts = inserts(connection, 10_000);
            assertEquals(10_000, counts.length);
            assertTrue(Arrays.stream(counts).allMatch(count -> count == 1));
        });
        assertEquals(Collections.nCopies(50, "POST /composite/sobjects"), calls);
    }

    @Test
    void several_calls_go_at_once_and_every_row_is_written_once() throws SQLException {
        try (Connection parallel = ORG.open("parallelism", "4")) {
            int before = ORG.simulated().rows("Account").size();
            inserts(parallel, 1_900);
            assertEquals(before + 1_900, ORG.simulated().rows("Account").size());
        }
    }

    @Test
    void mixed_statements_keep_their_order() throws SQLException {
        String id = Written.keys(connection, "INSERT INTO Account (Name) VALUES ('order')")
                .get(0);
        List<String> calls = Written.callsOf(ORG, () -> {
            try (Statement batch = connection.createStatement()) {
                batch.addBatch("UPDATE Account SET Name = 'first' WHERE Id = '" + id + "'");
                batch.addBatch("INSERT INTO Contact (LastName) VALUES ('A')");
                batch.addBatch("INSERT INTO Contact (LastName) VALUES ('B')");
                batch.addBatch("UPDATE Account SET Name = 'second' WHERE Id = '" + id + "'");
                batch.addBatch("UPDATE Account SET Name = 'third' WHERE Id = '" + id + "'");
                assertArrayEquals(new int[] {1, 1, 1, 1, 1}, batch.executeBatch());
            }
        });
        assertEquals(
                List.of(
                        "PATCH /sobjects/Account/{id}",
                        "POST /composite/sobjects",
                        "PATCH /sobjects/Account/{id}",
                        "PATCH /sobjects/Account/{id}"),
                calls);
        assertEquals("third", Written.row(ORG, id).get("Name"));
    }

    @Test
    void each_failed_row_is_told_and_the_others_are_written() throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO Account (Name, Ext_Id__c) VALUES (?, ?)")) {
            for (String key : List.of("B-1", "B-2", "B-1", "B-3")) {
                insert.setString(1, "key " + key);
                insert.setString(2, key);
                insert.addBatch();
            }
            insert.setString(1, "x".repeat(256));
            insert.setString(2, "B-4");
            insert.addBatch();
            BatchUpdateException failed = assertThrows(BatchUpdateException.class, insert::executeBatch);
            assertArrayEquals(
                    new int[] {1, 1, Statement.EXECUTE_FAILED, 1, Statement.EXECUTE_FAILED}, failed.getUpdateCounts());
            SQLException first = failed.getNextException();
            assertEquals("23505", first.getSQLState());
            assertEquals("22001", first.getNextException().getSQLState());
        }
    }

    @Test
    void a_call_without_an_answer_leaves_its_rows_unknown_and_the_rest_unsent() throws SQLException {
        inserts(connection, 1);
        ORG.simulated().planNth(2, call -> call.contains("/composite/sobjects"), new Fault.Lost());
        int before = ORG.simulated().rows("Account").size();
        BatchUpdateException failed = assertThrows(BatchUpdateException.class, () -> inserts(connection, 600));
        int[] counts = failed.getUpdateCounts();
        for (int row = 0; row < 600; row++) {
            assertEquals(row < 200 ? 1 : Statement.EXECUTE_FAILED, counts[row], "row " + row);
        }
        assertEquals("08007", failed.getNextException().getSQLState());
        assertEquals(before + 400, ORG.simulated().rows("Account").size());
    }

    @Test
    void rows_that_are_locked_are_sent_again_and_only_they() throws SQLException {
        List<String> ids = Written.keys(connection, "INSERT INTO Account (Name) VALUES ('a'), ('b'), ('c')");
        ORG.simulated().rules().lock(ids.get(1), 1);
        try (PreparedStatement update = connection.prepareStatement("UPDATE Account SET Site = 'x' WHERE Id = ?")) {
            for (String id : ids) {
                update.setString(1, id);
                update.addBatch();
            }
            assertArrayEquals(new int[] {1, 1, 1}, update.executeBatch());
        }
        for (String id : ids) {
            assertEquals(2, ORG.simulated().rules().writes(id));
        }
    }
}
