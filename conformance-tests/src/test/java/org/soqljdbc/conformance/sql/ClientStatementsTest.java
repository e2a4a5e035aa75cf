package org.soqljdbc.conformance.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;

/**
 * Statements as clients write them, with {@code dialect=auto}: each sends the one query it should and finds what that
 * query finds, or needs no call, or is handed on. What the driver did is written beside the build
 * ({@code target/client-statements.txt}).
 */
class ClientStatementsTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static final String NO_CALL = "no call";
    private static final String HANDED_ON = "full-sql";
    private static final Path ACTUAL = Path.of("target", "client-statements.txt");

    private static Connection auto;
    private static Connection soql;

    @BeforeAll
    static void connect() throws SQLException, IOException {
        auto = ORG.open();
        soql = ORG.open("dialect", "soql");
        Files.createDirectories(ACTUAL.getParent());
        Files.deleteIfExists(ACTUAL);
    }

    @AfterAll
    static void disconnect() throws SQLException {
        auto.close();
        soql.close();
    }

    @TestFactory
    Stream<DynamicTest> every_statement_that_clients_write_runs() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String block : blocks()) {
            int arrow = block.lastIndexOf("\n=> ");
            String statement = block.substring(0, arrow);
            String expected = block.substring(arrow + "\n=> ".length());
            tests.add(dynamicTest(statement.replace('\n', ' '), () -> check(statement, expected)));
        }
        assertTrue(tests.size() > 50, "statements: " + tests.size());
        return tests.stream();
    }

    private static List<String> blocks() throws IOException {
        try (InputStream file = ClientStatementsTest.class.getResourceAsStream("client-statements.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n\n"))
                    .map(String::strip)
                    .filter(block -> !block.startsWith("#"))
                    .toList();
        }
    }

    private static void check(String statement, String expected) throws SQLException, IOException {
        String actual = became(statement);
        Files.writeString(
                ACTUAL,
                statement + "\n=> " + actual + "\n\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
        assertEquals(expected, actual);
    }

    private static String became(String statement) throws SQLException {
        List<Object> parameters = new GuideCase(0, statement, List.of()).parameters();
        if (isHandedOn(statement, parameters)) {
            return HANDED_ON;
        }
        ORG.simulated().forgetCalls();
        int rows = count(auto, statement, parameters);
        List<String> sent = ORG.soqlSent();
        if (sent.isEmpty()) {
            assertEquals(0, rows);
            return NO_CALL;
        }
        assertEquals(1, sent.size(), "one query: " + sent);
        assertEquals(count(soql, sent.get(0), List.of()), rows, "the rows of that query");
        return sent.get(0);
    }

    /** Whether it is more than one query can say: the plan shows it where the module is there, else an error does. */
    private static boolean isHandedOn(String statement, List<Object> parameters) throws SQLException {
        try (PreparedStatement explain = prepared(auto, "EXPLAIN " + statement, parameters);
                ResultSet plan = explain.executeQuery()) {
            assertTrue(plan.next());
            return !plan.getString(1).matches("language: (SOQL, sent as written|SQL|SQL, said as one SOQL query)");
        } catch (SQLFeatureNotSupportedException tooMuch) {
            assertTrue(tooMuch.getMessage().contains("more than one SOQL query"), tooMuch::getMessage);
            return true;
        }
    }

    private static int count(Connection connection, String statement, List<Object> parameters) throws SQLException {
        try (PreparedStatement prepared = prepared(connection, statement, parameters);
                ResultSet rows = prepared.executeQuery()) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private static PreparedStatement prepared(Connection connection, String statement, List<Object> parameters)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.size(); i++) {
            prepared.setObject(i + 1, parameters.get(i));
        }
        return prepared;
    }
}
