package org.soqljdbc.conformance.sql;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.Seeds;
import org.soqljdbc.conformance.TestOrg;

/** What the driver answers to SQL is what H2 answers over the same rows: rows, their order, and the types of columns. */
class AgreementTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg(org -> org.withRows("Contact", 2300));

    private static final int RANDOM_QUERIES = 400;

    private static Mirror mirror;
    private static final List<Connection> DRIVERS = new ArrayList<>();
    private static final List<Comparison> COMPARISONS = new ArrayList<>();

    @BeforeAll
    static void copy() throws SQLException {
        try (Connection soql = ORG.open("dialect", "soql")) {
            mirror = Mirror.of(
                    soql,
                    "Account",
                    "Contact",
                    "Opportunity",
                    "OpportunityLineItem",
                    "Case",
                    "Task",
                    "User",
                    "Type_Sample__c");
        }
        // What the org does of a statement must not change its answer, so the same is asked of whole objects.
        for (String pushDown : List.of("true", "false")) {
            Connection driver = ORG.open("dialect", "sql", "pushDown", pushDown);
            DRIVERS.add(driver);
            COMPARISONS.add(new Comparison(driver, mirror.connection()));
        }
    }

    @AfterAll
    static void close() throws SQLException {
        for (Connection driver : DRIVERS) {
            driver.close();
        }
        mirror.close();
    }

    private static void agree(String sql, Object... parameters) {
        String[] either = sql.split(" ==> ");
        for (Comparison comparison : COMPARISONS) {
            comparison
                    .difference(ORG.simulated(), either[0], either[either.length - 1], Arrays.asList(parameters))
                    .ifPresent(AgreementTest::fail);
        }
    }

    private static void fail(String difference) {
        throw new AssertionError(difference);
    }

    @TestFactory
    Stream<DynamicTest> statements_of_one_query_agree() throws IOException {
        return written("agreement.sql");
    }

    @TestFactory
    Stream<DynamicTest> statements_that_need_more_agree() throws IOException {
        return written("agreement-full.sql");
    }

    private static Stream<DynamicTest> written(String name) throws IOException {
        try (InputStream file = AgreementTest.class.getResourceAsStream(name)) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .toList();
            assertTrue(lines.size() > 200, "so many statements: " + lines.size());
            return lines.stream().map(line -> dynamicTest(line, () -> agree(line)));
        }
    }

    @TestFactory
    Stream<DynamicTest> statements_with_parameters_agree() {
        List<Object[]> cases = List.of(
                new Object[] {"SELECT Id FROM Account WHERE Industry = ?", "energy"},
                new Object[] {"SELECT Id FROM Account WHERE Industry <> ?", "Energy"},
                new Object[] {"SELECT Id FROM Account WHERE Industry = ?", null},
                new Object[] {"SELECT Id FROM Account WHERE NOT (Industry = ?)", null},
                new Object[] {"SELECT Id FROM Account WHERE Industry = ? OR Rating = ?", null, "Hot"},
                new Object[] {"SELECT Id FROM Account WHERE Industry IN (?, ?, ?)", "Energy", null, "Banking"},
                new Object[] {"SELECT Id FROM Account WHERE Industry NOT IN (?, ?)", "Energy", null},
                new Object[] {"SELECT Id FROM Account WHERE Industry NOT IN (?, ?)", "Energy", "Banking"},
                new Object[] {"SELECT Id FROM Account WHERE Industry LIKE ?", "E%"},
                new Object[] {"SELECT Id FROM Account WHERE Industry LIKE ?", null},
                new Object[] {"SELECT Id FROM Account WHERE Name LIKE ? ESCAPE '!'", "%!_%"},
                new Object[] {"SELECT Id FROM Account WHERE NumberOfEmployees > ?", 100},
                new Object[] {"SELECT Id FROM Account WHERE NumberOfEmployees > ?", 100.5},
                new Object[] {"SELECT Id FROM Account WHERE NumberOfEmployees > ?", new BigDecimal("99.5")},
                new Object[] {"SELECT Id FROM Account WHERE NumberOfEmployees = ?", 60.5f},
                new Object[] {"SELECT Id FROM Account WHERE NumberOfEmployees IN (?, ?)", new BigDecimal("60.5"), 70},
                new Object[] {"SELECT Id FROM Account WHERE NumberOfEmployees < ?", 3_000_000_000L},
                new Object[] {"SELECT Id FROM Account WHERE NumberOfEmployees BETWEEN ? AND ?", 50, 100L},
                new Object[] {"SELECT Id FROM Account WHERE NumberOfEmployees BETWEEN ? AND ?", 50, null},
                new Object[] {"SELECT Id FROM Opportunity WHERE CloseDate >= ?", LocalDate.of(2026, 1, 1)},
                new Object[] {"SELECT Id FROM Opportunity WHERE CloseDate >= ?", Date.valueOf("2026-01-01")},
                new Object[] {"SELECT Id FROM Opportunity WHERE CloseDate >= ?", "2026-01-01"},
                new Object[] {"SELECT Id FROM Account WHERE CreatedDate < ?", LocalDateTime.of(2025, 6, 1, 12, 0)},
                new Object[] {"SELECT Id FROM Account WHERE CreatedDate < ?", Timestamp.valueOf("2025-06-01 12:00:00")},
                new Object[] {"SELECT Id FROM Opportunity WHERE IsClosed = ?", true},
                new Object[] {"SELECT Id FROM Opportunity WHERE IsClosed = ?", "true"},
                new Object[] {"SELECT Id FROM Opportunity WHERE IsClosed = ?", null},
                new Object[] {"SELECT Id FROM Account ORDER BY Id LIMIT ? OFFSET ?", 5, 10},
                new Object[] {"SELECT Id FROM Account ORDER BY Id OFFSET ? ROWS FETCH FIRST ? ROWS ONLY", 5, 10},
                new Object[] {"SELECT Industry, COUNT(*) FROM Account GROUP BY Industry HAVING COUNT(*) > ?", 3},
                new Object[] {"SELECT Id FROM Account WHERE Industry IS NOT DISTINCT FROM ?", "Energy"},
                new Object[] {
                    "SELECT c.Id, a.Name FROM Contact c JOIN Account a ON c.AccountId = a.Id WHERE a.Industry = ?",
                    "Energy"
                },
                new Object[] {
                    "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE Amount > ?)", 900000
                });
        return cases.stream()
                .map(each -> dynamicTest(
                        Arrays.toString(each),
                        () -> agree((String) each[0], Arrays.copyOfRange(each, 1, each.length))));
    }

    @Test
    void statements_at_random_agree(TestReporter reporter) throws SQLException {
        long seed = Seeds.seed();
        reporter.publishEntry("seed", Long.toString(seed));
        RandomQueries ofOne = new RandomQueries(mirror, seed);
        RandomFullQueries ofMore = new RandomFullQueries(mirror, seed);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < RANDOM_QUERIES; i++) {
            String query = i % 2 == 0 ? ofOne.next() : ofMore.next();
            for (Comparison comparison : COMPARISONS) {
                comparison.difference(ORG.simulated(), query, query, List.of()).ifPresent(differences::add);
            }
        }
        assertTrue(
                differences.isEmpty(),
                () -> differences.size() + " differ; -Dseed=" + seed + "\n"
                        + String.join("\n", differences.stream().limit(10).toList()));
    }
}
