package org.soqljdbc.conformance.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.SimulatedOrg;
import org.soqljdbc.simulated.fault.Hold;
import org.soqljdbc.simulated.log.Call;

/** What metadata of a big org costs, and what is kept of it in memory and on disk. */
class MetadataCostTest {

    private static final int MOST_CALLS = 60;

    /** With its own objects, an org of some 1,500. */
    @RegisterExtension
    static final TestOrg ORG = new TestOrg(builder -> builder.withGeneratedObjects(1_460));

    private static Set<String> tablesWithColumns(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, "salesforce", "%", "%")) {
            while (columns.next()) {
                tables.add(columns.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static int columns(Connection connection, String table) throws SQLException {
        int count = 0;
        try (ResultSet columns = connection.getMetaData().getColumns(null, "salesforce", table, "%")) {
            while (columns.next()) {
                count++;
            }
        }
        return count;
    }

    private static List<Integer> statuses() {
        return ORG.calls().stream()
                .filter(call -> !call.asksToken())
                .map(Call::status)
                .toList();
    }

    /** Another way in, of the same user: it shares nothing in memory. */
    private static Connection otherwise(Path cache, String apiVersion) throws SQLException {
        return ORG.open(
                "auth",
                "refresh_token",
                "refreshToken",
                SimulatedOrg.REFRESH_TOKEN,
                "metadataCache",
                cache.toString(),
                "apiVersion",
                apiVersion);
    }

    @Test
    void the_columns_of_1500_objects_cost_sixty_calls_and_the_log_tells_how_far_it_is() throws SQLException {
        Logger logger = Logger.getLogger("org.soqljdbc.catalog");
        List<String> told = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                told.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.setLevel(Level.FINE);
        logger.addHandler(handler);
        try (Connection connection = ORG.open("applicationName", "cost", "apiVersion", "66.0")) {
            ORG.simulated().forgetCalls();
            Set<String> tables = tablesWithColumns(connection);
            assertTrue(tables.size() > 1_460, tables.size() + " tables");
            long describing = ORG.calls().stream()
                    .filter(call -> call.path().endsWith("/composite"))
                    .count();
            assertTrue(describing <= MOST_CALLS, describing + " calls");
            assertEquals(describing + 1, ORG.calls().size());
            assertTrue(told.contains("described 100 of " + tables.size() + " objects"), told.toString());
            assertTrue(told.contains("described " + tables.size() + " of " + tables.size() + " objects"));
            assertNull(connection.getWarnings());
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(null);
        }
    }

    @Test
    void a_crawl_ends_when_its_connection_is_aborted() throws Exception {
        Connection connection = ORG.open("apiVersion", "65.0");
        Hold hold = ORG.simulated().hold(call -> call.contains("/composite"));
        CompletableFuture<Set<String>> crawl = new CompletableFuture<>();
        Thread crawler = new Thread(() -> {
            try {
                crawl.complete(tablesWithColumns(connection));
            } catch (SQLException ended) {
                crawl.completeExceptionally(ended);
            }
        });
        try {
            crawler.start();
            assertTrue(hold.awaitArrival(Duration.ofSeconds(30)));
            connection.abort(Runnable::run);
            SQLException ended =
                    (SQLException) assertThrows(ExecutionException.class, () -> crawl.get(30, TimeUnit.SECONDS))
                            .getCause();
            assertEquals("57014", ended.getSQLState());
        } finally {
            hold.release();
            crawler.join();
        }
    }

    @Test
    void what_is_too_old_is_asked_for_only_if_it_changed() throws SQLException {
        try (Connection connection = ORG.open("metadataMaxAge", "0", "apiVersion", "64.0")) {
            ORG.simulated().forgetCalls();
            int count = columns(connection, "Contact");
            assertEquals(List.of(200), statuses());
            assertEquals(count, columns(connection, "Contact"));
            assertEquals(List.of(200, 304), statuses());
        }
        try (Connection second = ORG.open("metadataMaxAge", "0", "apiVersion", "64.0")) {
            columns(second, "Contact");
            assertEquals(List.of(200, 304, 304), statuses());
            ORG.simulated().changeMetadata(SimulatedOrg.NOW.plus(Duration.ofDays(400)));
            columns(second, "Contact");
            assertEquals(List.of(200, 304, 304, 200), statuses());
        }
        try (Connection third = ORG.open("apiVersion", "64.0")) {
            columns(third, "Contact");
            assertEquals(List.of(200, 304, 304, 200), statuses());
        }
    }

    @Test
    void files_are_apart_for_what_is_seen_apart_and_hold_no_secrets(@TempDir Path cache)
            throws SQLException, IOException {
        for (String version : List.of("63.0", "61.0")) {
            try (Connection connection = otherwise(cache, version)) {
                columns(connection, "Contact");
            }
        }
        List<Path> files = files(cache);
        assertEquals(2, files.size(), files.toString());
        for (Path file : files) {
            String shown = file.getFileName() + unpacked(file);
            assertTrue(shown.contains("\"name\":\"Contact\""), shown);
            for (String secret :
                    List.of(SimulatedOrg.CLIENT_SECRET, SimulatedOrg.REFRESH_TOKEN, SimulatedOrg.USERNAME)) {
                assertFalse(shown.contains(secret), shown);
            }
            assertFalse(shown.contains("00D"), "not even whose it is");
        }
    }

    @Test
    void a_file_spares_the_next_start_all_but_asking_for_changes_and_is_written_anew_when_damaged(@TempDir Path cache)
            throws SQLException, IOException {
        try (Connection connection = ORG.open("metadataCache", cache.toString(), "apiVersion", "62.0")) {
            columns(connection, "Lead");
        }
        Path file = files(cache).get(0);
        byte[] whole = Files.readAllBytes(file);
        ORG.simulated().forgetCalls();
        try (Connection other = otherwise(cache, "62.0")) {
            columns(other, "Lead");
            assertEquals(List.of(304), statuses());
        }
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        ORG.simulated().forgetCalls();
        try (Connection third = ORG.open(
                "auth",
                "password",
                "user",
                SimulatedOrg.USERNAME,
                "password",
                SimulatedOrg.PASSWORD,
                "securityToken",
                SimulatedOrg.SECURITY_TOKEN,
                "metadataCache",
                cache.toString(),
                "apiVersion",
                "62.0")) {
            columns(third, "Lead");
            assertEquals(List.of(200), statuses());
        }
        assertEquals(List.of(file), files(cache));
        assertEquals(unpacked(whole), unpacked(file));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String unpacked(Path file) throws IOException {
        return unpacked(Files.readAllBytes(file));
    }

    private static String unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
