package org.soqljdbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.soqljdbc.config.CompoundFields;

/** Every answer without an argument against {@code constants.txt}, and those that depend on one. */
class ConstantsTest {

    private final DatabaseMetaData metaData = new Told(SampleOrg.usual()).metaData();

    private static Map<String, String> stated() throws IOException {
        Map<String, String> answers = new TreeMap<>();
        try (InputStream file = ConstantsTest.class.getResourceAsStream("constants.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> answers.put(
                            line.split(" ", 2)[0], line.contains(" ") ? line.substring(line.indexOf(' ') + 1) : ""));
        }
        return answers;
    }

    @Test
    void every_constant_is_as_stated() throws Exception {
        Map<String, String> answers = new TreeMap<>();
        for (Method method : DatabaseMetaData.class.getMethods()) {
            if (method.getParameterCount() == 0 && method.getReturnType() != ResultSet.class) {
                answers.put(method.getName(), String.valueOf(method.invoke(metaData)));
            }
        }
        assertEquals(String.join("\n", lines(stated())), String.join("\n", lines(answers)));
    }

    private static Iterable<String> lines(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    /** The methods with arguments that are no result sets; each has a test below. */
    @Test
    void no_answer_that_depends_on_an_argument_is_forgotten() {
        Set<String> names = Arrays.stream(DatabaseMetaData.class.getMethods())
                .filter(method -> method.getDeclaringClass() == DatabaseMetaData.class)
                .filter(method -> method.getParameterCount() > 0 && method.getReturnType() != ResultSet.class)
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(Set.of(
                        "supportsConvert",
                        "supportsTransactionIsolationLevel",
                        "supportsResultSetType",
                        "supportsResultSetConcurrency",
                        "supportsResultSetHoldability",
                        "ownUpdatesAreVisible",
                        "ownDeletesAreVisible",
                        "ownInsertsAreVisible",
                        "othersUpdatesAreVisible",
                        "othersDeletesAreVisible",
                        "othersInsertsAreVisible",
                        "updatesAreDetected",
                        "deletesAreDetected",
                        "insertsAreDetected")),
                names);
    }

    @Test
    void rows_are_streamed_or_kept_and_can_be_changed() throws SQLException {
        for (int type : IntStream.rangeClosed(1002, 1006).toArray()) {
            boolean known = type == ResultSet.TYPE_FORWARD_ONLY || type == ResultSet.TYPE_SCROLL_INSENSITIVE;
            assertEquals(known, metaData.supportsResultSetType(type));
            assertEquals(known, metaData.supportsResultSetConcurrency(type, ResultSet.CONCUR_READ_ONLY));
            assertEquals(known, metaData.supportsResultSetConcurrency(type, ResultSet.CONCUR_UPDATABLE));
            assertFalse(metaData.supportsResultSetConcurrency(type, 0));
        }
    }

    @Test
    void only_own_updates_and_deletes_show_in_rows_already_read() throws SQLException {
        for (int type : new int[] {ResultSet.TYPE_FORWARD_ONLY, ResultSet.TYPE_SCROLL_INSENSITIVE}) {
            assertTrue(metaData.ownUpdatesAreVisible(type));
            assertTrue(metaData.ownDeletesAreVisible(type));
            assertFalse(metaData.ownInsertsAreVisible(type));
            assertFalse(metaData.othersUpdatesAreVisible(type));
            assertFalse(metaData.othersDeletesAreVisible(type));
            assertFalse(metaData.othersInsertsAreVisible(type));
            assertTrue(metaData.updatesAreDetected(type));
            assertTrue(metaData.deletesAreDetected(type));
            assertFalse(metaData.insertsAreDetected(type));
        }
    }

    @Test
    void there_is_no_isolation_and_cursors_outlive_commits() throws SQLException {
        assertTrue(metaData.supportsTransactionIsolationLevel(Connection.TRANSACTION_NONE));
        for (int level : new int[] {1, 2, 4, 8}) {
            assertFalse(metaData.supportsTransactionIsolationLevel(level));
        }
        assertTrue(metaData.supportsResultSetHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT));
        assertFalse(metaData.supportsResultSetHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT));
        assertFalse(metaData.supportsConvert(Types.INTEGER, Types.VARCHAR));
    }

    /** Of the words SQL:2003 reserves, those SOQL has too. */
    @Test
    void keywords_are_not_those_of_sql() throws SQLException {
        Set<String> sql = Set.of(
                "SELECT", "FROM", "WHERE", "GROUP", "BY", "HAVING", "ORDER", "AND", "OR", "NOT", "IN", "LIKE", "NULL",
                "USING", "SCOPE", "WITH", "FOR", "UPDATE", "WHEN", "THEN", "ELSE", "END", "ROLLUP", "CUBE", "ALL",
                "ROWS", "TRUE", "FALSE", "AS");
        for (String word : metaData.getSQLKeywords().split(",")) {
            assertEquals(word.toUpperCase(Locale.ROOT), word);
            assertFalse(sql.contains(word), word);
        }
    }

    @Test
    void it_unwraps_to_its_own_interface_only() throws SQLException {
        assertTrue(metaData.isWrapperFor(DatabaseMetaData.class));
        assertEquals(metaData, metaData.unwrap(DatabaseMetaData.class));
        assertFalse(metaData.isWrapperFor(String.class));
        assertFalse(metaData.isWrapperFor(null));
        assertEquals(
                "22023",
                assertThrows(SQLException.class, () -> metaData.unwrap(String.class))
                        .getSQLState());
        assertEquals(
                "22023",
                assertThrows(SQLException.class, () -> metaData.unwrap(null)).getSQLState());
    }

    @Test
    void versions_are_taken_apart() {
        assertEquals(0, facts("").driverMajor());
        assertEquals(12, facts("12").driverMajor());
        assertEquals(0, facts("12").driverMinor());
        assertEquals(3, facts("12.3.4").driverMinor());
        assertEquals(0, facts("development").driverMajor());
    }

    @Test
    void an_atomic_connection_has_transactions_and_keys_only_after_them() throws SQLException {
        DatabaseMetaData atomic = OrgMetaData.of(
                new ConnectionFacts(null, "", "", "67.0", "soql-jdbc", "1.0", CompoundFields.PARTS, true, true, false),
                SampleOrg.usual(),
                null);
        assertTrue(atomic.supportsTransactions());
        assertTrue(atomic.supportsMultipleTransactions());
        assertTrue(atomic.supportsDataManipulationTransactionsOnly());
        assertFalse(atomic.generatedKeyAlwaysReturned());
        assertTrue(atomic.isReadOnly());
    }

    private static ConnectionFacts facts(String version) {
        return new ConnectionFacts(
                null, "", "", "67.0", "soql-jdbc", version, CompoundFields.PARTS, false, false, false);
    }
}
