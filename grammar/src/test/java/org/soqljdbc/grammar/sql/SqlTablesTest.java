package org.soqljdbc.grammar.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soqljdbc.grammar.sql.reader.SqlReader;
import org.soqljdbc.grammar.sql.writer.SqlWriter;
import org.soqljdbc.grammar.text.SyntaxException;

/** The tables of cases under {@code src/test/resources/sql}. */
class SqlTablesTest {

    static List<Cases> reads() {
        return Cases.of("/sql/reads.txt");
    }

    static List<Cases> clients() {
        return Cases.of("/sql/clients.txt");
    }

    static List<Cases> writes() {
        return Cases.of("/sql/writes.txt");
    }

    static List<Cases> errors() {
        return Cases.of("/sql/errors.txt");
    }

    @ParameterizedTest
    @MethodSource({"reads", "clients", "writes"})
    void a_text_is_read_and_its_tree_is_written(Cases entry) throws SyntaxException {
        SqlStatement statement = SqlReader.read(entry.text()).statement();
        String written = SqlWriter.write(statement);
        assertEquals(entry.expectedText(), written);
        assertEquals(statement, SqlReader.read(written).statement());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void a_text_that_is_not_sql_is_refused_with_place_and_reason(Cases entry) {
        SyntaxException refused = assertThrows(SyntaxException.class, () -> SqlReader.read(entry.text()));
        assertEquals(entry.expectedText(), refused.getMessage());
        assertTrue(refused.getMessage().endsWith(refused.problem()));
    }
}
