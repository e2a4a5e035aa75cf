package org.soqljdbc.grammar.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.soql.rules.RuleViolation;
import org.soqljdbc.grammar.soql.rules.SoqlRules;
import org.soqljdbc.grammar.text.Position;
import org.soqljdbc.grammar.text.SyntaxException;

/** The tables of cases under {@code src/test/resources/soql}. */
class SoqlTablesTest {

    static List<Cases> reads() {
        return Cases.of("/soql/reads.txt");
    }

    static List<Cases> errors() {
        return Cases.of("/soql/errors.txt");
    }

    static List<Cases> rules() {
        return Cases.of("/soql/rules.txt");
    }

    @ParameterizedTest
    @MethodSource("reads")
    void a_text_is_read_and_its_tree_is_written(Cases entry) throws SyntaxException {
        SoqlQuery query = SoqlReader.read(entry.text()).query();
        assertEquals(entry.expectedText(), SoqlWriter.write(query));
        assertWrittenTextIsRead(query);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void the_text_without_comments_means_the_same(Cases entry) throws SyntaxException {
        SoqlText read = SoqlReader.read(entry.text());
        assertEquals(read.query(), SoqlReader.read(read.text()).query());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void a_text_that_is_not_soql_is_refused_with_place_and_reason(Cases entry) {
        SyntaxException refused = assertThrows(SyntaxException.class, () -> SoqlReader.read(entry.text()));
        assertEquals(entry.expectedText(), refused.getMessage());
        assertTrue(refused.getMessage().endsWith(refused.problem()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rules_of_soql_are_told_with_code_place_and_message(Cases entry) throws SyntaxException {
        SoqlText read = SoqlReader.read(entry.text());
        List<RuleViolation> violations = SoqlRules.violations(read.query());
        String told = violations.stream()
                .map(violation -> {
                    Position position = read.positionOf(violation.node()).orElseThrow();
                    return position.line() + ":" + position.column() + " " + violation.errorCode() + " "
                            + violation.message();
                })
                .collect(Collectors.joining("\n"));
        assertEquals(entry.expectedText(), told.isEmpty() ? "fine" : told);
        if (violations.isEmpty()) {
            SoqlRules.check(read);
        } else {
            SyntaxException refused = assertThrows(SyntaxException.class, () -> SoqlRules.check(read));
            assertEquals(violations.get(0).message(), refused.problem());
        }
        assertWrittenTextIsRead(read.query());
    }

    private static void assertWrittenTextIsRead(SoqlQuery query) throws SyntaxException {
        assertEquals(query, SoqlReader.read(SoqlWriter.write(query)).query());
    }
}
