package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.Refused;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.fault.Fault;
import org.soqljdbc.simulated.fault.Hold;

/** What a statement of many rows tells when not all of them could be written. */
class StatementFailureTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = ORG.open();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
        ORG.simulated().rules().clear();
    }

    private static String insert(int rows, int bad, String site) {
        List<String> values = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            values.add("('" + (row == bad ? "bad" : "good") + "', '" + site + "')");
        }
        return "INSERT INTO Account (Name, Site) VALUES " + String.join(", ", values);
    }

    private static long written(String site) {
        return ORG.simulated().rows("Account").stream()
                .filter(row -> site.equals(row.get("Site")))
                .count();
    }

    @Test
    void it_stops_at_the_first_call_that_fails_and_tells_where_each_row_stands() throws SQLException {
        ORG.simulated().rules().refuseWhen("Account", row -> "bad".equals(row.get("Name")), "Name", "No bad ones");
        SQLException refused =
                assertThrows(SQLException.class, () -> Written.update(connection, insert(450, 250, "stops")));
        Refused.says(
                refused,
                "Row 250",
                "No bad ones",
                "written: 200",
                "refused: 1",
                "undone with them: 199",
                "not sent: 50");
        assertEquals(200, written("stops"));
    }

    @Test
    void without_all_or_none_it_goes_on() throws SQLException {
        ORG.simulated().rules().refuseWhen("Account", row -> "bad".equals(row.get("Name")), "Name", "No bad ones");
        Written.update(connection, "SET SESSION allOrNone = FALSE");
        SQLException refused =
                assertThrows(SQLException.class, () -> Written.update(connection, insert(450, 250, "goes on")));
        Refused.says(refused, "Row 250", "written: 449", "refused: 1");
        assertEquals(449, written("goes on"));
    }

    @Test
    void a_missing_answer_names_what_is_unknown() throws SQLException {
        Written.update(connection, insert(1, 0, "to describe"));
        ORG.simulated().planNth(2, call -> call.contains("/composite/sobjects"), new Fault.Lost());
        SQLException unknown = Refused.with(
                "08007",
                SQLNonTransientConnectionException.class,
                () -> Written.update(connection, insert(500, 0, "lost")));
        Refused.says(unknown, "written: 200", "unknown whether written: 200", "not sent: 100");
        assertEquals(400, written("lost"));
    }

    @Test
    void a_queried_row_that_does_not_fit_is_named() throws SQLException {
        Written.update(connection, "INSERT INTO Account (Name, Site) VALUES ('" + "x".repeat(90) + "', 'long')");
        Refused.says(
                Refused.with(
                        "22001",
                        SQLDataException.class,
                        () -> Written.update(
                                connection,
                                "INSERT INTO Contact (LastName) SELECT Name FROM Account WHERE Site = 'long'")),
                "Row 1",
                "LastName");
    }

    @Test
    void cancelling_a_write_under_way_says_that_it_is_unknown() throws Exception {
        Written.update(connection, insert(1, 0, "to describe"));
        Hold hold = ORG.simulated().holdReply(call -> call.contains("/sobjects/Account"));
        try (Statement statement = connection.createStatement()) {
            CompletableFuture<Integer> run = CompletableFuture.supplyAsync(() -> {
                try {
                    return statement.executeUpdate(insert(1, 0, "cancelled"));
                } catch (SQLException ended) {
                    throw new java.util.concurrent.CompletionException(ended);
                }
            });
            assertTrue(hold.awaitArrival(java.time.Duration.ofSeconds(10)));
            statement.cancel();
            ExecutionException failed = assertThrows(ExecutionException.class, run::get);
            SQLException ended = (SQLException) failed.getCause();
            assertEquals("57014", ended.getSQLState());
            assertEquals("08007", ended.getNextException().getSQLState());
        } finally {
            hold.release();
        }
        assertTrue(written("cancelled") <= 1);
    }

    @Test
    void a_row_that_stays_locked_is_refused_in_the_end() throws SQLException {
        String id = Written.keys(connection, insert(1, 0, "locked")).get(0);
        ORG.simulated().rules().lock(id, 100);
        SQLException locked = assertThrows(
                SQLException.class, () -> Written.update(connection, "UPDATE Account SET Name = 'x' WHERE Id = ?", id));
        assertEquals("40001", locked.getSQLState());
        assertEquals(
                5,
                Written.calls(ORG).stream()
                        .filter(call -> call.startsWith("PATCH"))
                        .count());
    }

    @Test
    void a_duplicate_key_is_a_unique_violation() throws SQLException {
        Written.update(connection, "INSERT INTO Account (Name, Ext_Id__c) VALUES ('a', 'dup')");
        Refused.with(
                "23505",
                SQLIntegrityConstraintViolationException.class,
                () -> Written.update(connection, "INSERT INTO Account (Name, Ext_Id__c) VALUES ('b', 'dup')"));
    }
}
