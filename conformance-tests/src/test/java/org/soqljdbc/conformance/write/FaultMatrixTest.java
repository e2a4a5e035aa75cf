package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.fault.Fault;
import org.soqljdbc.simulated.fault.Hold;

/**
 * Each kind of write meets each fault, and what the org then holds is compared with what the driver told: nothing is lost,
 * nothing is written twice, and what is unknown is called so. The table of outcomes is left in {@code
 * target/write-faults.txt}.
 */
@Timeout(60)
class FaultMatrixTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg(builder -> builder.withRows("Account", 5));

    private static final Map<String, String> OUTCOMES = new ConcurrentHashMap<>();
    private static final Map<MatrixWrite, Long> USUAL_CALLS = new EnumMap<>(MatrixWrite.class);

    /** How the connection of a cell is set up. */
    private enum Mode {
        USUAL("", new String[0]),
        EACH_ROW(", allOrNone=false", new String[] {"allOrNone", "false"}),
        IDEMPOTENT(", retryWrites=idempotent", new String[] {"retryWrites", "idempotent"});

        private final String title;
        private final String[] properties;

        Mode(String title, String[] properties) {
            this.title = title;
            this.properties = properties;
        }

        @Override
        public String toString() {
            return title;
        }

        Connection open(MatrixWrite write) throws SQLException {
            return ORG.open(Stream.of(properties, write.properties())
                    .flatMap(Stream::of)
                    .toArray(String[]::new));
        }
    }

    @BeforeAll
    static void count_calls_without_faults() throws SQLException {
        for (MatrixWrite write : MatrixWrite.values()) {
            try (Connection connection = Mode.USUAL.open(write)) {
                MatrixRows rows = write.prepare(connection, "usual" + write.ordinal());
                ORG.simulated().forgetCalls();
                Told told = write.run(connection, rows, statement -> {});
                assertEquals(write.rows, told.written(), write.toString());
                told.requireTrue(write.effects(ORG, rows));
                USUAL_CALLS.put(write, calls(write));
            }
        }
    }

    /** Which calls meet the fault: those that write; of a bulk job the one that lets it begin. */
    private static Predicate<String> faulted(MatrixWrite write) {
        return write == MatrixWrite.BULK_JOB
                ? call -> call.startsWith("PATCH") && call.contains("/jobs/ingest/")
                : call -> call.matches("(POST|PATCH|DELETE) /services/data/.*");
    }

    private static long calls(MatrixWrite write) {
        return ORG.calls().stream()
                .filter(call -> faulted(write).test(call.method() + " " + call.path()))
                .count();
    }

    static Stream<Arguments> cells() {
        return Stream.of(MatrixWrite.values())
                .flatMap(write -> Stream.of(MatrixFault.values())
                        .filter(fault -> fault != MatrixFault.REFUSED)
                        .filter(fault -> fault != MatrixFault.LOCKED || write != MatrixWrite.INSERT_SELECT)
                        .flatMap(fault -> modes(write, fault).map(mode -> Arguments.of(write, fault, mode))));
    }

    private static Stream<Mode> modes(MatrixWrite write, MatrixFault fault) {
        boolean breaks = fault.applied && fault != MatrixFault.TIME_OUT && fault != MatrixFault.CANCEL;
        return Stream.of(Mode.values())
                .filter(mode -> mode != Mode.EACH_ROW
                        || write.hasCollections() && (fault == MatrixFault.LOCKED || fault == MatrixFault.LOST))
                .filter(mode -> mode != Mode.IDEMPOTENT
                        || (breaks || fault == MatrixFault.RESET || fault == MatrixFault.ERROR));
    }

    @ParameterizedTest(name = "{0}: {1}{2}")
    @MethodSource("cells")
    void what_is_told_is_true(MatrixWrite write, MatrixFault fault, Mode mode) throws Exception {
        try (Connection connection = mode.open(write)) {
            MatrixRows rows = write.prepare(connection, "m" + write.ordinal() + "x" + fault.ordinal() + mode.ordinal());
            ORG.simulated().rules().forgetWrites();
            ORG.simulated().forgetCalls();
            Told told = switch (fault) {
                case TIME_OUT -> timedOut(connection, write, rows);
                case CANCEL -> cancelled(connection, write, rows);
                case LOCKED -> {
                    ORG.simulated().rules().lock(write.lockable(rows), 1);
                    yield told(connection, write, rows, statement -> {});
                }
                default -> {
                    ORG.simulated().planNth(write.faultedCall(), faulted(write), fault.fault());
                    yield told(connection, write, rows, statement -> {});
                }
            };
            ORG.simulated().forgetFaults();
            OUTCOMES.put(cell(write, fault, mode), told + ", calls " + calls(write));
            told.requireTrue(write.effects(ORG, rows));
            boolean idempotent = mode == Mode.IDEMPOTENT;
            assertEquals(fault.fateOf(write, idempotent), fate(write, told), () -> told + " " + told.failure());
            requireWrittenOnce(write, fault, idempotent);
            requireCalls(write, fault, mode, told);
        }
    }

    private static String cell(MatrixWrite write, MatrixFault fault, Mode mode) {
        return String.format("%-22s %-62s", write, fault + mode.toString());
    }

    private static MatrixFault.Fate fate(MatrixWrite write, Told told) {
        if (told.isUnknown()) {
            return MatrixFault.Fate.UNKNOWN;
        }
        return told.written() == write.rows && told.failure() == null
                ? MatrixFault.Fate.WRITTEN
                : MatrixFault.Fate.REFUSED;
    }

    private static Told told(Connection connection, MatrixWrite write, MatrixRows rows, Consumer<Statement> running) {
        try {
            return write.run(connection, rows, running);
        } catch (SQLException failure) {
            return Told.failure(failure, write.rows);
        }
    }

    /** Whoever lets writes be repeated says that a second time does no harm; new rows are never made twice. */
    private static void requireWrittenOnce(MatrixWrite write, MatrixFault fault, boolean idempotent) {
        int most = idempotent && write.isIdempotent() && fault.applied ? 2 : 1;
        ORG.simulated()
                .rules()
                .writes()
                .forEach((id, times) -> assertTrue(times <= most, () -> id + " was written " + times + " times"));
    }

    private static void requireCalls(MatrixWrite write, MatrixFault fault, Mode mode, Told told) {
        if (write == MatrixWrite.BULK_JOB || write == MatrixWrite.FILE && fault == MatrixFault.EXPIRED) {
            return;
        }
        long usual = USUAL_CALLS.get(write);
        boolean written = fault.fateOf(write, mode == Mode.IDEMPOTENT) == MatrixFault.Fate.WRITTEN;
        boolean again = written && (fault != MatrixFault.CUT || !write.answersNothing());
        long expected = again ? usual + 1 : written ? usual : write.faultedCall();
        assertEquals(expected, calls(write), () -> "calls that write; " + told + " " + told.failure());
    }

    // ---- the other calls of a job ----------------------------------------------------------------------------------

    static Stream<Arguments> calls_of_a_job() {
        MatrixFault.Fate refused = MatrixFault.Fate.REFUSED;
        MatrixFault.Fate written = MatrixFault.Fate.WRITTEN;
        Predicate<String> made = call -> call.matches("POST .*/jobs/ingest/?");
        Predicate<String> filled = call -> call.startsWith("PUT ") && call.endsWith("/batches");
        Predicate<String> asked = call -> call.startsWith("GET ") && call.matches(".*/jobs/ingest/\\w+/?");
        return Stream.of(
                // Nothing is written before the job is closed, so what is not known of it is not written.
                Arguments.of("made", made, 1, MatrixFault.LOST, refused),
                Arguments.of("made", made, 1, MatrixFault.EXPIRED, written),
                Arguments.of("filled", filled, 1, MatrixFault.RESET, refused),
                Arguments.of("filled", filled, 1, MatrixFault.LOST, refused),
                Arguments.of("asked after", asked, 1, MatrixFault.LOST, written),
                Arguments.of("asked after", asked, 1, MatrixFault.ERROR, written),
                Arguments.of("asked after", asked, 1, MatrixFault.AWAY, written),
                Arguments.of("closed twice", faulted(MatrixWrite.BULK_JOB), 2, MatrixFault.LOST, written));
    }

    @ParameterizedTest(name = "bulk job, {0}: {3}")
    @MethodSource("calls_of_a_job")
    void what_is_told_of_a_job_is_true(
            String call, Predicate<String> calls, int times, MatrixFault fault, MatrixFault.Fate fate)
            throws SQLException {
        MatrixWrite write = MatrixWrite.BULK_JOB;
        try (Connection connection = Mode.USUAL.open(write)) {
            MatrixRows rows = write.prepare(connection, "job" + call.length() + "x" + fault.ordinal());
            ORG.simulated().rules().forgetWrites();
            if (times > 1) {
                ORG.simulated().plan(calls, MatrixFault.RESET.fault());
            }
            ORG.simulated().plan(calls, fault.fault());
            Told told = told(connection, write, rows, statement -> {});
            OUTCOMES.put(String.format("%-22s %-62s", write, fault + ", when it is " + call), told.toString());
            told.requireTrue(write.effects(ORG, rows));
            assertEquals(fate, fate(write, told), () -> told + " " + told.failure());
            requireWrittenOnce(write, fault, false);
        }
    }

    // ---- ended by the caller ---------------------------------------------------------------------------------------

    private static Told timedOut(Connection connection, MatrixWrite write, MatrixRows rows) throws SQLException {
        Hold hold = hold(write);
        connection.setNetworkTimeout(Runnable::run, 250);
        try {
            return told(connection, write, rows, statement -> {});
        } finally {
            release(hold, write);
            connection.setNetworkTimeout(Runnable::run, 0);
        }
    }

    private static Told cancelled(Connection connection, MatrixWrite write, MatrixRows rows) throws Exception {
        Hold hold = hold(write);
        CompletableFuture<Statement> running = new CompletableFuture<>();
        CompletableFuture<Told> told =
                CompletableFuture.supplyAsync(() -> told(connection, write, rows, running::complete));
        try {
            assertTrue(hold.awaitArrival(Duration.ofSeconds(20)), "the call came");
            if (write == MatrixWrite.ATOMIC) {
                connection.abort(Runnable::run);
            } else {
                running.get().cancel();
            }
            return told.get(20, TimeUnit.SECONDS);
        } finally {
            release(hold, write);
        }
    }

    /** Lets the call go on, and waits until it is logged: the driver has ended, so it is the only one that is left. */
    private static void release(Hold hold, MatrixWrite write) {
        long before = calls(write);
        hold.release();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (calls(write) == before) {
                Thread.onSpinWait();
            }
        });
    }

    private static Hold hold(MatrixWrite write) {
        Hold hold = new Hold();
        ORG.simulated().planNth(write.faultedCall(), faulted(write), new Fault.HeldReply(hold));
        return hold;
    }

    // ---- connections refused ---------------------------------------------------------------------------------------

    /** All at once, since each write waits some seconds for the org to come back. */
    @Test
    void a_refused_connection_writes_nothing() throws Exception {
        Map<MatrixWrite, Connection> connections = new EnumMap<>(MatrixWrite.class);
        Map<MatrixWrite, MatrixRows> rows = new EnumMap<>(MatrixWrite.class);
        ExecutorService threads = Executors.newFixedThreadPool(MatrixWrite.values().length);
        try {
            for (MatrixWrite write : MatrixWrite.values()) {
                connections.put(write, Mode.USUAL.open(write));
                rows.put(write, write.prepare(connections.get(write), "refused" + write.ordinal()));
            }
            ORG.simulated().rules().forgetWrites();
            ORG.simulated().refuseConnections();
            forgetKeptSockets(connections.get(MatrixWrite.INSERT_ONE));
            Map<MatrixWrite, CompletableFuture<Told>> told = new EnumMap<>(MatrixWrite.class);
            connections.forEach((write, connection) -> told.put(
                    write,
                    CompletableFuture.supplyAsync(
                            () -> told(connection, write, rows.get(write), statement -> {}), threads)));
            for (Map.Entry<MatrixWrite, CompletableFuture<Told>> each : told.entrySet()) {
                MatrixWrite write = each.getKey();
                Told one = each.getValue().get(40, TimeUnit.SECONDS);
                OUTCOMES.put(cell(write, MatrixFault.REFUSED, Mode.USUAL), one.toString());
                assertEquals(
                        MatrixFault.Fate.REFUSED, fate(write, one), () -> write + ": " + one + " " + one.failure());
                one.requireTrue(write.effects(ORG, rows.get(write)));
            }
            assertEquals(Map.of(), ORG.simulated().rules().writes());
        } finally {
            threads.shutdownNow();
            ORG.simulated().listenAgain();
            for (Connection connection : connections.values()) {
                connection.close();
            }
        }
    }

    /** A socket that was kept and whose end is not noticed yet would make the first write unknown. */
    private static void forgetKeptSockets(Connection connection) {
        try {
            TestOrg.rows(connection, "SELECT Id FROM Account LIMIT 1");
        } catch (SQLException refused) {
            assertTrue(refused.getSQLState().startsWith("08"), refused::toString);
        }
    }

    @AfterAll
    static void leave_the_table(TestReporter reporter) throws IOException {
        StringBuilder table = new StringBuilder();
        new TreeMap<>(OUTCOMES)
                .forEach((cell, outcome) ->
                        table.append(cell).append("  ").append(outcome).append('\n'));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "write-faults.txt"), table);
        reporter.publishEntry("Writes and faults", "target/write-faults.txt: " + OUTCOMES.size() + " cells");
    }
}
