package org.soqljdbc.grammar.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlWriterTest {

    static Stream<Arguments> literals() {
        return Stream.of(
                Arguments.of(new StringLiteral("it's \"a\" \\ %_"), "'it\\'s \"a\" \\\\ %_'"),
                Arguments.of(
                        new StringLiteral("\n\r\t\b\f\u0000\u001f\u007f\u0085"),
                        "'\\n\\r\\t\\b\\f\\u0000\\u001F\\u007F\\u0085'"),
                Arguments.of(new StringLiteral("\u00e9\ud83d\ude00$?"), "'\u00e9\ud83d\ude00$?'"),
                Arguments.of(new LikePattern("50\\%\\_\\\\%_'"), "'50\\%\\_\\\\%_\\''"),
                Arguments.of(new LikePattern("a\\b\\"), "'a\\\\b\\\\'"),
                Arguments.of(new NumberLiteral("-12.50"), "-12.50"),
                Arguments.of(new CurrencyLiteral("USD", "5000"), "USD5000"),
                Arguments.of(new BooleanLiteral(false), "FALSE"),
                Arguments.of(new NullLiteral(), "NULL"),
                Arguments.of(new DateLiteral(LocalDate.of(1700, 1, 1)), "1700-01-01"),
                Arguments.of(dateTime("2024-01-31T10:00:00Z"), "2024-01-31T10:00:00.000Z"),
                Arguments.of(dateTime("2024-01-31T10:00:00.1234Z"), "2024-01-31T10:00:00.1234Z"),
                Arguments.of(dateTime("2024-01-31T10:00:00-03:30"), "2024-01-31T10:00:00.000-03:30"),
                // Offsets of SOQL have no seconds.
                Arguments.of(dateTime("2024-01-31T10:00:00+00:00:30"), "2024-01-31T09:59:30.000Z"),
                Arguments.of(new TimeLiteral(LocalTime.of(7, 5)), "07:05:00.000Z"),
                Arguments.of(
                        new DateConstant(DateConstant.Period.LAST_N_DAYS, Optional.of(new NumberLiteral("30"))),
                        "LAST_N_DAYS:30"),
                Arguments.of(new DateConstant(DateConstant.Period.TODAY, Optional.empty()), "TODAY"),
                Arguments.of(new Parameter(3), "?"));
    }

    private static DateTimeLiteral dateTime(String text) {
        return new DateTimeLiteral(OffsetDateTime.parse(text));
    }

    @ParameterizedTest
    @MethodSource("literals")
    void a_literal_is_written(Value value, String expected) {
        assertEquals(expected, SoqlWriter.write(value));
    }

    static Stream<Value> valuesThatAreNone() {
        return Stream.of(
                new NumberLiteral("1 OR 1 = 1"),
                new NumberLiteral("1e5"),
                new NumberLiteral(""),
                new NumberLiteral("\u0661"),
                new CurrencyLiteral("USD", "-5"),
                new CurrencyLiteral("US", "5"),
                new DateLiteral(LocalDate.of(10_000, 1, 1)),
                new DateLiteral(LocalDate.of(-1, 1, 1)),
                new DateConstant(DateConstant.Period.LAST_N_DAYS, Optional.empty()),
                new DateConstant(DateConstant.Period.TODAY, Optional.of(new NumberLiteral("1"))));
    }

    @ParameterizedTest
    @MethodSource("valuesThatAreNone")
    void a_value_cannot_change_the_query(Value value) {
        assertThrows(IllegalArgumentException.class, () -> SoqlWriter.write(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a'b", "a,b", "1a", "\u00e4", "a-b", "_a", "a\n"})
    void a_name_cannot_change_the_query(String name) {
        assertThrows(IllegalArgumentException.class, () -> SoqlWriter.write(FieldPath.of(name)));
    }

    @Test
    void conditions_and_operands_are_written_alone_too() {
        Condition a = new Condition.Comparison(
                FieldPath.of("a", "b"), Condition.Comparison.Operator.LIKE, new LikePattern("x%"));
        Condition b = new Condition.InList(FieldPath.of("c"), true, List.of(new NullLiteral()));
        assertEquals(
                "a.b LIKE 'x%' AND (NOT (c NOT IN (NULL)))",
                SoqlWriter.write(new Condition.And(List.of(a, new Condition.Not(b)))));
        assertEquals(
                "(NOT (a.b LIKE 'x%' OR c NOT IN (NULL)))",
                SoqlWriter.write(new Condition.Not(new Condition.Or(List.of(a, b)))));
        assertEquals("COUNT(a.b)", SoqlWriter.write(new FunctionCall(Function.COUNT, List.of(FieldPath.of("a", "b")))));
    }
}
