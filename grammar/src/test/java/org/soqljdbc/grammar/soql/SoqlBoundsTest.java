package org.soqljdbc.grammar.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.soql.rules.SoqlRules;
import org.soqljdbc.grammar.text.SyntaxException;

/** Text of any length and depth ends soon, in little stack, in a tree or a SyntaxException. */
class SoqlBoundsTest {

    /** Far above what any of these takes, far below what backtracking would. */
    private static final Duration BOUND = Duration.ofSeconds(20);

    private static final long SMALL_STACK_BYTES = 512 * 1024;

    private static final String SELECT = "SELECT Id FROM A WHERE ";

    static Stream<Arguments> longAndAccepted() {
        return Stream.of(
                Arguments.of("IN list", SELECT + "a IN (" + "'abcdefghijklmnopqr', ".repeat(49_999) + "'x')"),
                Arguments.of("parameters", SELECT + "a IN (" + "?, ".repeat(99_999) + "?)"),
                Arguments.of("AND", SELECT + "a = 1 AND ".repeat(99_999) + "b = 1"),
                Arguments.of("groups", SELECT + "(a = 1 OR b = 2) AND ".repeat(49_999) + "b = 1"),
                Arguments.of("fields", "SELECT " + "Name, ".repeat(99_999) + "Id FROM A"),
                Arguments.of("name", "SELECT " + "a".repeat(1_000_000) + " FROM A"),
                Arguments.of("path", "SELECT " + "a.".repeat(199_999) + "b FROM A"),
                Arguments.of("string", SELECT + "a = '" + "\\n".repeat(500_000) + "'"),
                Arguments.of("number", SELECT + "a = " + "9".repeat(1_000_000)),
                Arguments.of("comments", "/**/".repeat(250_000) + "SELECT Id FROM A"),
                Arguments.of("blanks", " \n".repeat(500_000) + "SELECT Id FROM A"),
                Arguments.of("order", "SELECT Id FROM A ORDER BY " + "a DESC NULLS LAST, ".repeat(49_999) + "b"),
                Arguments.of("with", "SELECT Id FROM A " + "WITH a = 1 ".repeat(49_999)),
                Arguments.of("with path", "SELECT Id FROM A WITH " + "a.".repeat(199_999) + "b = 1"),
                Arguments.of("typeof", "SELECT TYPEOF a " + "WHEN b THEN c ".repeat(49_999) + "END FROM A"),
                Arguments.of("forbidden aliases", "SELECT " + "Name n, ".repeat(99_999) + "Id FROM A"),
                Arguments.of("children", "SELECT " + "(SELECT Id FROM C), ".repeat(39_999) + "Id FROM A"),
                Arguments.of(
                        "TYPEOF beside paths",
                        "SELECT " + "TYPEOF w WHEN a THEN b END, ".repeat(19_999) + "w.a, ".repeat(49_999)
                                + "w.".repeat(100_000) + "a FROM A"),
                Arguments.of("other letters", SELECT + "a IN (" + "'äöüßéñ日本語', ".repeat(49_999) + "'x')"),
                Arguments.of("deep groups", SELECT + "(".repeat(200) + "a = 1" + ")".repeat(200)),
                Arguments.of("deep NOT", SELECT + "(NOT ".repeat(198) + "a = 1" + ")".repeat(198)),
                Arguments.of(
                        "deep children",
                        "SELECT " + "(SELECT Id, ".repeat(199) + "Id" + " FROM A)".repeat(199) + " FROM A"),
                Arguments.of(
                        "deep semi-joins",
                        SELECT + "a IN (SELECT b FROM C WHERE ".repeat(199) + "a = 1" + ")".repeat(199)),
                Arguments.of("deep functions", "SELECT " + "FORMAT(".repeat(199) + "x" + ")".repeat(199) + " FROM A"));
    }

    static Stream<Arguments> longAndRefused() {
        return Stream.of(
                Arguments.of("parentheses", SELECT + "(".repeat(1_000_000)),
                Arguments.of("balanced", SELECT + "(".repeat(400_000) + "a = 1" + ")".repeat(400_000)),
                Arguments.of("NOT", SELECT + "NOT ".repeat(250_000) + "a = 1"),
                Arguments.of("(NOT", SELECT + "(NOT ".repeat(250_000) + "a = 1"),
                Arguments.of("children", "SELECT " + "(SELECT ".repeat(120_000)),
                Arguments.of("functions", "SELECT " + "FORMAT(".repeat(140_000)),
                Arguments.of("SELECT", "SELECT ".repeat(140_000)),
                Arguments.of("open string", SELECT + "a = '" + "x".repeat(1_000_000)),
                Arguments.of("open comment", "/*".repeat(500_000)),
                Arguments.of("quotes", "'".repeat(1_000_000)),
                Arguments.of("double quotes", "\"".repeat(1_000_001)),
                Arguments.of("backslashes", "\\".repeat(1_000_000)),
                Arguments.of("stars", "*".repeat(1_000_000)),
                Arguments.of("slashes", "/ ".repeat(500_000)),
                Arguments.of("minus signs", "- ".repeat(500_000)),
                Arguments.of("nothing", ""),
                Arguments.of("blanks", " ".repeat(1_000_000)),
                Arguments.of("NUL", "\0".repeat(1_000_000)),
                Arguments.of("half a pair", "\ud83d".repeat(1_000_000)),
                Arguments.of("last word wrong", SELECT + "a = 1 AND ".repeat(99_999) + "b = 1 OR c = 2"),
                Arguments.of("category", "SELECT Id FROM A WITH DATA CATEGORY " + "a AT b AND ".repeat(50_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longAndAccepted")
    void a_long_or_deep_text_is_read_written_and_checked_in_bounded_time(String what, String text) {
        Throwable failure = assertTimeoutPreemptively(
                BOUND,
                () -> failureOnSmallStack(() -> {
                    SoqlQuery query = SoqlReader.read(text).query();
                    assertTrue(SoqlWriter.write(query).startsWith("SELECT "));
                    SoqlRules.violations(query);
                }));
        assertEquals(null, failure, what);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longAndRefused")
    void a_long_or_deep_text_is_refused_in_bounded_time(String what, String text) {
        Throwable failure = assertTimeoutPreemptively(BOUND, () -> failureOnSmallStack(() -> SoqlReader.read(text)));
        assertEquals(
                SyntaxException.class,
                Optional.ofNullable(failure).map(Object::getClass).orElse(null),
                what);
        assertTrue(failure.getMessage().length() < 400, "the message is short");
    }

    @Test
    void parentheses_nest_to_a_stated_depth() throws SyntaxException {
        SoqlReader.read(SELECT + "(".repeat(200) + "a = 1" + ")".repeat(200));
        SyntaxException refused = assertThrows(
                SyntaxException.class, () -> SoqlReader.read(SELECT + "(".repeat(201) + "a = 1" + ")".repeat(201)));
        assertEquals(
                "line 1:224: found '(' inside 200 others, expected parentheses at most 200 deep", refused.getMessage());
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
