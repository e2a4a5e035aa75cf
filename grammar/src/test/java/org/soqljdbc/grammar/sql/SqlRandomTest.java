package org.soqljdbc.grammar.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.soqljdbc.grammar.sql.reader.SqlReader;
import org.soqljdbc.grammar.sql.writer.SqlWriter;
import org.soqljdbc.grammar.text.SyntaxException;

/** Trees and texts at random; a failure prints the seed that made it. */
class SqlRandomTest {

    private static final List<String> PIECES = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "Order",
            "GROUP BY",
            "ORDER BY",
            "LIMIT",
            "OFFSET",
            "Case",
            "WHEN",
            "THEN",
            "END",
            "(",
            ")",
            "((",
            "))",
            ",",
            ".",
            "*",
            "?",
            "=",
            "<>",
            "-",
            "||",
            "::",
            ":",
            ";",
            "1",
            "1.5",
            "'a'",
            "'",
            "\"x\"",
            "[",
            "AND",
            "OR",
            "NOT",
            "IN",
            "IS",
            "NULL",
            "LIKE",
            "BETWEEN",
            "EXISTS",
            "JOIN",
            "LEFT",
            "ON",
            "USING",
            "UNION",
            "VALUES",
            "INSERT INTO",
            "UPDATE",
            "SET",
            "DELETE",
            "MERGE",
            "CALL",
            "{d",
            "{fn",
            "}",
            "{?=",
            "OVER",
            "PARTITION BY",
            "ROWS",
            "INTERVAL",
            "DATE",
            "CAST",
            "AS",
            "TRIM",
            "x",
            "Account",
            "/*",
            "*/",
            "--",
            "\n",
            "PRECISION",
            "VARYING",
            "DOUBLE",
            "WINDOW",
            "MINUS",
            "WITHOUT",
            "LAST_N_DAYS",
            "TYPEOF",
            "INCLUDES",
            "WITH",
            "AS (",
            "FILTER (",
            "2024-01-01",
            "\u0130",
            "\ud83d",
            "\u0000");

    @Property(tries = 4000)
    void a_tree_survives_being_written_and_read(@ForAll long seed) throws SyntaxException {
        SqlStatement tree = new RandomStatements(seed).statement();
        String text = SqlWriter.write(tree);
        SqlStatement read = SqlReader.read(text).statement();
        assertEquals(withoutCounting(tree), withoutCounting(read), text);
        // Now the parameters are counted, and they keep their order.
        assertEquals(read, SqlReader.read(SqlWriter.write(read)).statement(), text);
    }

    private static String withoutCounting(SqlStatement tree) {
        return tree.toString().replaceAll("Parameter\\[index=\\d+]", "Parameter");
    }

    @Property(tries = 4000)
    void a_shuffled_text_is_a_tree_or_refused(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(random.nextInt(3) > 0 ? "SELECT " : "");
        for (int left = random.nextInt(30); left > 0; left--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(4) > 0 ? " " : "");
        }
        assertTreeOrRefused(text.toString());
    }

    @Property(tries = 4000)
    void a_damaged_text_is_a_tree_or_refused(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(SqlWriter.write(new RandomStatements(seed).statement()));
        for (int left = 1 + random.nextInt(4); left > 0 && !text.isEmpty(); left--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.setLength(at);
            }
        }
        assertTreeOrRefused(text.toString());
    }

    @Property(tries = 2000)
    void any_text_is_a_tree_or_refused(@ForAll String text) {
        assertTreeOrRefused(text);
    }

    private static void assertTreeOrRefused(String text) {
        try {
            SqlStatement tree = SqlReader.read(text).statement();
            String written = SqlWriter.write(tree);
            assertEquals(tree, SqlReader.read(written).statement(), text);
        } catch (SyntaxException refused) {
            assertFalse(refused.problem().isEmpty());
        }
    }
}
