package org.soqljdbc.grammar.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.soqljdbc.grammar.sql.reader.SqlReader;
import org.soqljdbc.grammar.sql.writer.SqlWriter;
import org.soqljdbc.grammar.text.SyntaxException;

/** Text of any length and depth ends soon, in little stack, in a tree or a SyntaxException. */
class SqlBoundsTest {

    /** Far above what any of these takes, far below what backtracking would. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static final long SMALL_STACK_BYTES = 512 * 1024;

    private static final String SELECT = "SELECT Id FROM A WHERE ";

    private static Arguments text(String what, String text) {
        return Arguments.of(what, text);
    }

    private static String nested(String before, int times, String inner, String after) {
        return before.repeat(times) + inner + after.repeat(times);
    }

    static Stream<Arguments> longAndAccepted() {
        return Stream.of(
                text("IN list", SELECT + "a IN (" + "'abcdefghijklmnopqr', ".repeat(49_999) + "'x')"),
                text("parameters", SELECT + "a IN (" + "?, ".repeat(99_999) + "?)"),
                text("AND", SELECT + "a = 1 AND ".repeat(49_999) + "b = 1"),
                text("OR", SELECT + "a = 1 OR ".repeat(49_999) + "b = 1"),
                text("groups", SELECT + "(a = 1 OR b = 2) AND ".repeat(19_999) + "b = 1"),
                text("rows", "INSERT INTO A (a, b, c) VALUES " + "(?, 'x', 1), ".repeat(29_999) + "(?, 'x', 1)"),
                text("items", "SELECT " + "Name, ".repeat(49_999) + "Id FROM A"),
                text("tables", "SELECT 1 FROM " + "a, ".repeat(49_999) + "b"),
                text("unions", "SELECT 1" + " UNION ALL SELECT 1".repeat(19_999)),
                text("branches", "SELECT CASE" + " WHEN a THEN b".repeat(19_999) + " END"),
                text("order", "SELECT 1 ORDER BY " + "a DESC NULLS LAST, ".repeat(19_999) + "b"),
                text("assignments", "UPDATE A SET " + "a = 1, ".repeat(49_999) + "b = 2"),
                text("merge", "MERGE INTO a USING b ON c" + " WHEN MATCHED THEN DELETE".repeat(19_999)),
                text("name", "SELECT " + "a".repeat(1_000_000)),
                text("path", "SELECT " + "a.".repeat(99_999) + "b"),
                text("string", "SELECT '" + "''".repeat(500_000) + "'"),
                text("string of other scripts", "SELECT '" + "\u8a9e\ud83d\ude00".repeat(300_000) + "'"),
                text("binary", "SELECT X'" + "0F".repeat(500_000) + "'"),
                text("comments", "/**/".repeat(250_000) + "SELECT 1"),
                text("nested comments", nested("/*", 250_000, "", "*/") + "SELECT 1"),
                text("blanks", " \n".repeat(500_000) + "SELECT 1"),
                text("sum", "SELECT " + "a + ".repeat(490) + "a"),
                text("joins", "SELECT 1 FROM a" + " JOIN b ON x = y".repeat(490)),
                text("deep groups", SELECT + nested("(", 200, "a = 1", ")")),
                text("deep AND and OR", SELECT + nested("(a OR (b AND ", 100, "c", "))")),
                text("deep NOT", SELECT + nested("NOT (", 200, "a = 1", ")")),
                text("deep operators", SELECT + nested("a = 1 OR b AND NOT c || d + e * -(", 70, "x", ")")),
                text("deep functions", "SELECT " + nested("f(", 200, "x", ")")),
                text("deep CASE", "SELECT " + nested("CASE WHEN a THEN ", 200, "x", " END")),
                text("deep WHEN", "SELECT " + nested("CASE WHEN ", 200, "x", " THEN 1 END")),
                text("deep casts", "SELECT " + nested("CAST(", 200, "x", " AS INT)")),
                text("deep positions", "SELECT " + nested("POSITION(", 100, "x", " IN y)")),
                text("deep windows", "SELECT " + nested("SUM(x) OVER (ORDER BY ", 100, "x", ")")),
                text("deep values", "SELECT " + nested("(SELECT ", 100, "x", ")")),
                text("deep tables", "SELECT 1 FROM " + nested("(SELECT 1 FROM ", 100, "x", ")")),
                text("deep joins", "SELECT 1 FROM " + nested("(", 200, "a", " JOIN b ON x)")),
                text("deep semi-joins", SELECT + nested("x IN (SELECT 1 FROM a WHERE ", 100, "x", ")")),
                text("deep unions", nested("(", 100, "SELECT 1", " UNION SELECT 1)")),
                text("deep right unions", nested("(SELECT 1 UNION ", 100, "SELECT 1", ")")),
                text("deep queries", nested("(", 100, "SELECT 1", ")")),
                text("deep grouping", "SELECT 1 GROUP BY " + nested("GROUPING SETS (", 200, "x", ")")),
                text("deep escapes", "SELECT " + nested("{fn f(", 100, "x", ")}")));
    }

    static Stream<Arguments> longAndRefused() {
        return Stream.of(
                text("parentheses", SELECT + "(".repeat(1_000_000)),
                text("balanced", SELECT + nested("(", 400_000, "a = 1", ")")),
                text("closing", SELECT + ")".repeat(1_000_000)),
                text("functions", "SELECT " + "f(".repeat(140_000)),
                text("CASE", "SELECT " + "CASE ".repeat(100_000)),
                text("braces", "SELECT " + "{fn ".repeat(100_000)),
                text("escapes first", "SELECT " + "{d '2020-01-01'}, ".repeat(1_000) + nested("(", 300, "1", ")")),
                text("sum", "SELECT " + "a + ".repeat(100_000) + "a"),
                text("concatenation", "SELECT " + "a || ".repeat(100_000) + "a"),
                text("signs", "SELECT " + "- ".repeat(100_000) + "a"),
                text("NOT", SELECT + "NOT ".repeat(100_000) + "a"),
                text("IS", SELECT + "a" + " IS NULL".repeat(100_000)),
                text("casts", "SELECT a" + "::int".repeat(100_000)),
                text("joins", "SELECT 1 FROM a" + " JOIN b ON x = y".repeat(20_000)),
                text("unions", "SELECT 1" + " UNION SELECT 1 UNION ALL SELECT 1".repeat(10_000)),
                text("deep sums", SELECT + nested("(", 199, "x", " + a + b + c)")),
                text("number", "SELECT " + "9".repeat(1_000_000)),
                text("limit", "SELECT 1 LIMIT " + "9".repeat(1_000_000)),
                text("SELECT", "SELECT ".repeat(140_000)),
                text("EXPLAIN", "EXPLAIN ".repeat(140_000)),
                text("open string", SELECT + "a = '" + "x".repeat(1_000_000)),
                text("open comment", "/*".repeat(500_000)),
                text("quotes", "'".repeat(1_000_001)),
                text("double quotes", "\"".repeat(1_000_001)),
                text("brackets", "[".repeat(1_000_000)),
                text("backslashes", "\\".repeat(1_000_000)),
                text("stars", "*".repeat(1_000_000)),
                text("minus signs", "- ".repeat(500_000)),
                text("names", "a ".repeat(500_000)),
                text("nothing", ""),
                text("blanks", " ".repeat(1_000_000)),
                text("NUL", "\0".repeat(1_000_000)),
                text("half a pair", "\ud83d".repeat(1_000_000)),
                text("limits", "SELECT 1" + " LIMIT 1".repeat(50_000)),
                text("last word wrong", SELECT + "a = 1 AND ".repeat(49_999) + "b = 1 x y"),
                text("deepest word wrong", SELECT + nested("(", 200, "a = 1 x", ")")),
                text("deepest branch wrong", "SELECT " + nested("CASE WHEN a THEN ", 200, "x y", " END")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longAndAccepted")
    void a_long_or_deep_text_is_read_and_written_in_bounded_time(String what, String text) {
        Throwable failure = assertTimeoutPreemptively(
                BOUND,
                () -> failureOnSmallStack(() -> {
                    SqlStatement statement = SqlReader.read(text).statement();
                    assertFalse(SqlWriter.write(statement).isEmpty());
                }));
        assertEquals(null, failure, what);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longAndRefused")
    void a_long_or_deep_text_is_refused_in_bounded_time(String what, String text) {
        Throwable failure = assertTimeoutPreemptively(BOUND, () -> failureOnSmallStack(() -> SqlReader.read(text)));
        assertEquals(
                SyntaxException.class,
                Optional.ofNullable(failure).map(Object::getClass).orElse(null),
                what);
        assertTrue(failure.getMessage().length() < 400, "the message is short");
    }

    @Test
    void parentheses_nest_to_a_stated_depth() throws SyntaxException {
        SqlReader.read(SELECT + nested("(", 200, "a = 1", ")"));
        SyntaxException refused =
                assertThrows(SyntaxException.class, () -> SqlReader.read(SELECT + nested("(", 201, "a = 1", ")")));
        assertEquals(
                "line 1:224: found '(' too deep, expected parentheses and CASE at most 200 deep, queries at most 100",
                refused.getMessage());
    }

    @Test
    void trees_nest_to_a_stated_depth() throws SyntaxException {
        SqlReader.read("SELECT " + "a + ".repeat(498) + "a");
        SyntaxException refused =
                assertThrows(SyntaxException.class, () -> SqlReader.read("SELECT " + "a + ".repeat(500) + "a"));
        assertEquals(
                "line 1:8: found operators 501 deep, expected at most 500: divide a long chain of operators by"
                        + " parentheses",
                refused.getMessage());
    }

    /** A piece of work that may fail. */
    private interface Work {
        void run() throws SyntaxException;
    }

    private static Throwable failureOnSmallStack(Work work) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        work.run();
                    } catch (SyntaxException refused) {
                        failure.set(refused);
                    }
                },
                "small stack",
                SMALL_STACK_BYTES);
        thread.setUncaughtExceptionHandler((dead, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        return failure.get();
    }
}
