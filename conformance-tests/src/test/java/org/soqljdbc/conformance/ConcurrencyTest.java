package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many threads on one connection, and ends that come from other threads at any moment. */
@Timeout(120)
class ConcurrencyTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    @Test
    void statements_of_one_connection_run_side_by_side() throws Exception {
        int threads = 6;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try (Connection connection = ORG.open("fetchSize", "200")) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int rows = 300 + 100 * i;
                answers.add(executor.submit(() -> {
                    List<List<Object>> read = TestOrg.rows(
                            connection, "SELECT Id, Account.Name, Owner.Name FROM Contact ORDER BY Id LIMIT " + rows);
                    return (int) read.stream().map(row -> row.get(0)).distinct().count();
                }));
            }
            for (int i = 0; i < threads; i++) {
                assertEquals(300 + 100 * i, answers.get(i).get(60, TimeUnit.SECONDS));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** The reader sees true rows in order, then their end or an error; it never hangs and never sees another exception. */
    @Test
    @SuppressWarnings("try") // Closing early is the point.
    void cancel_and_close_at_any_moment_end_in_rows_or_a_sql_exception() throws Exception {
        long seed = Seeds.seed();
        Random random = new Random(seed);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Set<String> states = Set.of("57014", "24000", "55000", "08003");
        try (Connection connection = ORG.open("fetchSize", "200")) {
            List<String> ids = TestOrg.rows(connection, "SELECT Id FROM Contact ORDER BY Id LIMIT 1200").stream()
                    .map(row -> (String) row.get(0))
                    .toList();
            for (int round = 0; round < 120; round++) {
                AtomicReference<ResultSet> opened = new AtomicReference<>();
                List<String> read = new ArrayList<>();
                try (Statement statement = connection.createStatement()) {
                    Future<SQLException> reading = executor.submit(() -> {
                        try (ResultSet rows = statement.executeQuery("SELECT Id FROM Contact ORDER BY Id LIMIT 1200")) {
                            opened.set(rows);
                            while (rows.next()) {
                                read.add(rows.getString(1));
                            }
                            return null;
                        } catch (SQLException ended) {
                            return ended;
                        }
                    });
                    LockSupport.parkNanos(random.nextInt(12_000_000));
                    ResultSet rows = opened.get();
                    switch (random.nextInt(3)) {
                        case 0 -> statement.cancel();
                        case 1 -> statement.close();
                        default -> {
                            if (rows != null) {
                                rows.close();
                            }
                        }
                    }
                    SQLException ended = reading.get(30, TimeUnit.SECONDS);
                    String told = "seed " + seed + ", round " + round + ", " + ended;
                    assertEquals(ids.subList(0, read.size()), read, told);
                    assertTrue(ended == null ? read.size() == 1200 : states.contains(ended.getSQLState()), told);
                }
            }
            assertEquals(
                    1200,
                    TestOrg.rows(connection, "SELECT Id FROM Contact LIMIT 1200")
                            .size());
        } finally {
            executor.shutdownNow();
        }
    }
}
