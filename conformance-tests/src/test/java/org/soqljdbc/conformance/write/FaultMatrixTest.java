package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.fault.Fault;

/**
 * Each kind of write meets each fault, and what the org then holds is compared with what the driver said: nothing is lost,
 * nothing is written twice, and what is unknown is called so.
 */
class FaultMatrixTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static final Predicate<String> WRITES = call -> !call.contains("/query")
            && !call.contains("describe")
            && !call.contains("/oauth2/")
            && (call.startsWith("POST") || call.startsWith("PATCH") || call.startsWith("DELETE"));

    /** What a fault does to a write. */
    private enum Fate {
        /** It is sent again, and written. */
        WRITTEN,
        /** It is not written, and the driver says so. */
        REFUSED,
        /** The driver cannot know. */
        UNKNOWN
    }

    private record Trouble(String name, Fault fault, Fate fate) {}

    private static final List<Trouble> TROUBLES = List.of(
            new Trouble("expired session", Fault.error(401, "INVALID_SESSION_ID", "Session expired"), Fate.WRITTEN),
            new Trouble("too many requests", Fault.answer(429, Map.of("Retry-After", "0"), "[]"), Fate.WRITTEN),
            new Trouble("unavailable, come back", Fault.answer(503, Map.of("Retry-After", "0"), "[]"), Fate.WRITTEN),
            new Trouble("limit used up", Fault.error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests"), Fate.REFUSED),
            new Trouble("fault of the server", Fault.error(500, "UNKNOWN_EXCEPTION", "An error"), Fate.UNKNOWN),
            new Trouble("reset before the answer", new Fault.Reset(), Fate.UNKNOWN),
            new Trouble("closed without an answer", new Fault.NoAnswer(), Fate.UNKNOWN),
            new Trouble("written, then reset", new Fault.Lost(), Fate.UNKNOWN),
            new Trouble(
                    "written, then a gateway's 502",
                    new Fault.AppliedBut((Fault.Answer) Fault.html(502, "<h1>Bad Gateway</h1>")),
                    Fate.UNKNOWN),
            new Trouble("answer cut off", new Fault.Cut(5), Fate.UNKNOWN));

    /** A kind of write over rows with a mark of their own. */
    private interface Write {
        /** @return how many rows the driver says it wrote */
        int run(Connection connection, String mark) throws SQLException;
    }

    private static final Map<String, Write> WRITES_OF_ROWS = Map.of(
            "insert of one row",
            (connection, mark) -> Written.update(connection, "INSERT INTO Account (Name, Site) VALUES ('x', ?)", mark),
            "insert of several rows",
            (connection, mark) -> Written.update(
                    connection, "INSERT INTO Account (Name, Site) VALUES ('x', ?), ('y', ?)", mark, mark),
            "upsert of several rows",
            (connection, mark) -> Written.update(
                    connection,
                    "UPSERT INTO Account (Name, Site, Ext_Id__c) VALUES ('x', ?, ?), ('y', ?, ?)",
                    mark,
                    mark + "1",
                    mark,
                    mark + "2"),
            "batch of inserts",
            (connection, mark) -> {
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO Account (Name, Site) VALUES ('x', ?)")) {
                    for (int row = 0; row < 3; row++) {
                        insert.setString(1, mark);
                        insert.addBatch();
                    }
                    return insert.executeBatch().length;
                }
            },
            "insert with rows read back",
            (connection, mark) -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO Account (Name, Site) VALUES ('x', '" + mark + "') RETURNING Id");
                    return 1;
                }
            });

    private static long written(String mark) {
        return ORG.simulated().rows("Account").stream()
                .filter(row -> mark.equals(row.get("Site")))
                .count();
    }

    @TestFactory
    Stream<DynamicTest> each_write_meets_each_fault() {
        return WRITES_OF_ROWS.entrySet().stream()
                .flatMap(write -> TROUBLES.stream()
                        .map(trouble -> dynamicTest(
                                write.getKey() + ": " + trouble.name(),
                                () -> meet(
                                        write.getValue(),
                                        trouble,
                                        "m" + (write.getKey() + trouble.name()).hashCode()))));
    }

    private static void meet(Write write, Trouble trouble, String mark) throws SQLException {
        try (Connection connection = ORG.open()) {
            Written.update(connection, "UPSERT INTO Account (Name, Ext_Id__c) VALUES ('to describe', 'F-0')");
            ORG.simulated().rules().forgetWrites();
            ORG.simulated().plan(WRITES, trouble.fault());
            Fate told;
            int counted = 0;
            try {
                counted = write.run(connection, mark);
                told = Fate.WRITTEN;
            } catch (SQLException failure) {
                told = leavesUnknown(failure) ? Fate.UNKNOWN : Fate.REFUSED;
            } finally {
                ORG.simulated().forgetFaults();
            }
            assertEquals(trouble.fate(), told);
            long there = written(mark);
            if (told == Fate.WRITTEN) {
                assertEquals(counted, there);
            } else if (told == Fate.REFUSED) {
                assertEquals(0, there);
            }
            assertTrue(
                    ORG.simulated().rules().writes().values().stream().allMatch(times -> times == 1),
                    "a row was written twice");
        }
    }

    private static boolean leavesUnknown(SQLException failure) {
        SQLException first = failure instanceof BatchUpdateException ? failure.getNextException() : failure;
        for (SQLException each = first; each != null; each = each.getNextException()) {
            if ("08007".equals(each.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    @TestFactory
    Stream<DynamicTest> a_refused_connection_writes_nothing() {
        return WRITES_OF_ROWS.entrySet().stream()
                .map(write -> dynamicTest(write.getKey(), () -> {
                    try (Connection connection = ORG.open()) {
                        Written.update(
                                connection, "UPSERT INTO Account (Name, Ext_Id__c) VALUES ('to describe', 'F-0')");
                        String mark = "r" + write.getKey().hashCode();
                        ORG.simulated().refuseConnections();
                        try {
                            // Goes out on the connection that was kept, whose end is not noticed before: that one is
                            // unknown.
                            failure(write.getValue(), connection, mark);
                            assertEquals(false, leavesUnknown(failure(write.getValue(), connection, mark)));
                        } finally {
                            ORG.simulated().listenAgain();
                        }
                        assertEquals(0, written(mark));
                    }
                }));
    }

    private static SQLException failure(Write write, Connection connection, String mark) {
        return assertThrows(SQLException.class, () -> write.run(connection, mark));
    }
}
