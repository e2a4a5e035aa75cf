package org.soqljdbc.grammar.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.soqljdbc.grammar.soql.DateConstant;
import org.soqljdbc.grammar.sql.writer.SqlWriter;

class SqlWriterTest {

    @ParameterizedTest
    @CsvSource({
        "Name, false, Name",
        "Name, true, '\"Name\"'",
        "a b, false, '\"a b\"'",
        "a\"b, true, '\"a\"\"b\"'",
        "select, false, '\"select\"'",
        "Order, false, '\"Order\"'",
        "date, false, date",
        "Position, false, '\"Position\"'",
        "1a, false, '\"1a\"'"
    })
    void a_name_is_quoted_where_it_must_be(String text, boolean quoted, String expected) {
        assertEquals(expected, SqlWriter.write(new Name(text, quoted)));
    }

    @Test
    void tables_and_expressions_are_written_alone_too() {
        assertEquals("S.Account", SqlWriter.write(TableReference.Table.of("S", "Account")));
        Expression a = new Expression.Column(Name.path("t", "a"));
        assertEquals(
                "NOT (t.a OR t.a) AND t.a IS NOT NULL",
                SqlWriter.write(new Predicate.And(
                        List.of(new Predicate.Not(new Predicate.Or(List.of(a, a))), new Predicate.IsNull(a, true)))));
    }

    @Test
    void offsets_with_seconds_are_written_as_the_same_instant() {
        assertEquals(
                "TIMESTAMP '2024-01-31 09:59:30Z'",
                SqlWriter.write(new Literal.Instant(OffsetDateTime.parse("2024-01-31T10:00:00+00:00:30"))));
    }

    static Stream<Expression> expressionsThatAreNone() {
        Expression a = new Expression.Column(Name.path("a"));
        Query query = Query.of(new QueryBody.Values(List.of(new Expression.Row(List.of(a)))));
        return Stream.of(
                new Literal.Number("1 OR 1 = 1"),
                new Literal.Number(""),
                new Literal.Number("--1"),
                new Literal.Number("\u0661"),
                new Literal.Binary("0"),
                new Literal.Binary("'; "),
                new Literal.Date(LocalDate.of(10_000, 1, 1)),
                new Expression.Column(List.of()),
                new Expression.Column(List.of(Name.of(""))),
                new Expression.Cast(a, SqlType.of("INT) OR (1")),
                FunctionCall.of("f(1) + f", a),
                FunctionCall.of("", a),
                new Predicate.And(List.of(a)),
                new Predicate.Or(List.of()),
                new Predicate.InList(a, false, List.of(new Expression.Subquery(query))),
                new Expression.DateWithCount(DateConstant.Period.TODAY, new Literal.Number("1")),
                new Expression.DateWithCount(DateConstant.Period.LAST_N_DAYS, new Literal.Number("-1")),
                new Expression.DateWithCount(DateConstant.Period.LAST_N_DAYS, a),
                new Expression.Subquery(
                        new Query(false, List.of(), query.body(), List.of(), Optional.of(a), Optional.empty())));
    }

    @ParameterizedTest
    @MethodSource("expressionsThatAreNone")
    void a_value_cannot_change_what_the_text_says(Expression expression) {
        assertThrows(IllegalArgumentException.class, () -> SqlWriter.write(expression));
    }
}
