package org.soqljdbc.conformance.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.log.Call;

/**
 * The SQL guide tells the truth: each statement in it sends the SOQL shown below it, makes the calls, has the plan, fails
 * with the error and answers the rows. What the driver did instead is written beside the build ({@code target/sql-guide}).
 */
class GuideTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static final Path GUIDE = Path.of("..", "docs", "sql");
    private static final Path ACTUAL = Path.of("target", "sql-guide");

    /** What a page says whose statements are SQL even where they would be SOQL as well. */
    private static final String SQL_PAGE = "read with `dialect=sql`";

    /** What a page says each of whose cases begins with the org as it was. */
    private static final String RESTORED = "Each case begins with the same org";

    private static Connection auto;
    private static Connection sql;

    @BeforeAll
    static void connect() throws SQLException {
        auto = ORG.open();
        sql = ORG.open("dialect", "sql");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        auto.close();
        sql.close();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicContainer> every_case_of_the_guide_is_so() throws IOException {
        List<DynamicContainer> containers = new ArrayList<>();
        Files.createDirectories(ACTUAL);
        for (Path page : pages()) {
            Path actual = ACTUAL.resolve(page.getFileName());
            Files.deleteIfExists(actual);
            String text = Files.readString(page);
            Connection connection = text.contains(SQL_PAGE) ? sql : auto;
            boolean restored = text.contains(RESTORED);
            List<DynamicTest> tests = GuideCase.of(text).stream()
                    .map(each -> dynamicTest(
                            each.line() + " " + each.sql(), () -> check(connection, restored, each, actual)))
                    .toList();
            containers.add(dynamicContainer(page.getFileName().toString(), tests));
        }
        return containers.stream();
    }

    @Test
    void the_guide_has_a_case_for_most_questions() throws IOException {
        int cases = 0;
        for (Path page : pages()) {
            cases += GuideCase.of(Files.readString(page)).size();
        }
        assertTrue(cases >= 120, "cases: " + cases);
    }

    private static void check(Connection connection, boolean restored, GuideCase guide, Path actual)
            throws IOException, SQLException {
        assertFalse(guide.blocks().isEmpty(), "a statement of which nothing is said");
        List<GuideCase.Block> found = new ArrayList<>();
        for (GuideCase.Block block : guide.blocks()) {
            if (restored) {
                ORG.simulated().restore();
            }
            for (String statement : guide.before()) {
                execute(connection, statement, List.of());
            }
            found.add(new GuideCase.Block(block.kind(), said(connection, guide, block)));
        }
        StringBuilder text = new StringBuilder("```sql\n" + guide.sql() + "\n```\n");
        found.forEach(block ->
                text.append("```" + block.kind() + "\n").append(block.text()).append("\n```\n"));
        Files.writeString(
                actual, text + "\n", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        assertEquals(guide.blocks(), found);
    }

    private static String said(Connection connection, GuideCase guide, GuideCase.Block block) throws SQLException {
        ORG.simulated().forgetCalls();
        return switch (block.kind()) {
            case "soql" -> {
                run(connection, guide, guide.sql());
                yield String.join("\n", ORG.soqlSent());
            }
            case "plan" -> {
                List<String> plan = run(connection, guide, "EXPLAIN " + guide.sql());
                assertEquals(List.of(), ORG.soqlSent(), "EXPLAIN asks nothing");
                yield plan.stream()
                        .skip(1)
                        .filter(line -> !line.startsWith("because: "))
                        .collect(Collectors.joining("\n"));
            }
            case "calls" -> {
                run(connection, guide, guide.sql());
                yield ORG.calls().stream()
                        .map(Call::template)
                        .filter(call -> !call.contains("describe"))
                        .collect(Collectors.joining("\n"));
            }
            case "error" -> error(connection, guide);
            case "then" ->
                then(connection, guide, block.text().lines().findFirst().orElseThrow());
            default -> String.join("\n", run(connection, guide, guide.sql()));
        };
    }

    /** A query after the statement, whether or not that was refused, and what it answers. */
    private static String then(Connection connection, GuideCase guide, String query) throws SQLException {
        if (guide.block("error").isPresent()) {
            error(connection, guide);
        } else {
            run(connection, guide, guide.sql());
        }
        return query + "\n" + String.join("\n", execute(connection, query, List.of()));
    }

    private static String error(Connection connection, GuideCase guide) {
        try {
            run(connection, guide, guide.sql());
        } catch (SQLException refused) {
            return refused.getSQLState() + " " + refused.getMessage();
        }
        throw new AssertionError("no error");
    }

    private static List<String> run(Connection connection, GuideCase guide, String sql) throws SQLException {
        return execute(connection, sql, guide.parameters());
    }

    /** Labels, and the values of each row, with bars between them; of a write how many rows it wrote. */
    private static List<String> execute(Connection connection, String sql, List<Object> parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            if (!statement.execute()) {
                return List.of(statement.getUpdateCount() + " written");
            }
            try (ResultSet rows = statement.getResultSet()) {
                return lines(rows);
            }
        }
    }

    private static List<String> lines(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> lines = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            labels.add(columns.getColumnLabel(column));
        }
        lines.add(String.join(" | ", labels));
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= labels.size(); column++) {
                row.add(String.valueOf(rows.getString(column)));
            }
            lines.add(String.join(" | ", row));
        }
        return lines;
    }
}
