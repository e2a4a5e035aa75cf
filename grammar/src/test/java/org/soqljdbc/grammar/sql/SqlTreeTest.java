package org.soqljdbc.grammar.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.grammar.soql.DateConstant;
import org.soqljdbc.grammar.sql.reader.SqlReader;
import org.soqljdbc.grammar.sql.writer.SqlWriter;
import org.soqljdbc.grammar.text.Position;
import org.soqljdbc.grammar.text.SyntaxException;

/** The shape of the tree, node by node, and what is known of the text beside it. */
class SqlTreeTest {

    private static final Expression A = column("a");
    private static final Expression B = column("b");
    private static final Expression ONE = new Literal.Number("1");

    private static Expression.Column column(String... names) {
        return new Expression.Column(Name.path(names));
    }

    private static SelectItem item(Expression expression) {
        return new SelectItem(expression, Optional.empty());
    }

    private static Select plain(List<SelectItem> items, TableReference... from) {
        return new Select(false, items, List.of(from), Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    private static Query query(String text) throws SyntaxException {
        return (Query) SqlReader.read(text).statement();
    }

    private static Select select(String text) throws SyntaxException {
        return (Select) query(text).body();
    }

    private static Expression expression(String text) throws SyntaxException {
        return select("SELECT " + text + " FROM t").items().get(0).expression();
    }

    private static Expression condition(String text) throws SyntaxException {
        return select("SELECT x FROM t WHERE " + text).where().orElseThrow();
    }

    @Test
    void every_clause_has_its_place_in_the_tree() throws SyntaxException {
        Query read = query("WITH w (c) AS (SELECT 1) SELECT DISTINCT a AS x, t.* FROM S.T AS t, w WHERE a = 1"
                + " GROUP BY a HAVING b > 1 WINDOW v AS (ORDER BY a) ORDER BY a DESC NULLS LAST LIMIT 5 OFFSET ?");
        Select select = new Select(
                true,
                List.of(new SelectItem(A, Optional.of(Name.of("x"))), item(new Expression.Star(Name.path("t")))),
                List.of(
                        new TableReference.Table(Name.path("S", "T"), Optional.of(Name.of("t")), List.of()),
                        TableReference.Table.of("w")),
                Optional.of(new Predicate.Comparison(A, Predicate.Comparison.Operator.EQUAL, ONE)),
                List.of(new GroupingElement.Plain(A)),
                Optional.of(new Predicate.Comparison(B, Predicate.Comparison.Operator.GREATER, ONE)),
                List.of(new Select.NamedWindow(
                        Name.of("v"),
                        new Window(
                                Optional.empty(),
                                List.of(),
                                List.of(new OrderItem(A, false, Optional.empty())),
                                Optional.empty()))));
        assertEquals(
                new Query(
                        false,
                        List.of(new Query.CommonTable(
                                Name.of("w"), Name.path("c"), Query.of(plain(List.of(item(ONE)))))),
                        select,
                        List.of(new OrderItem(A, true, Optional.of(true))),
                        Optional.of(new Literal.Number("5")),
                        Optional.of(new Expression.Parameter(0))),
                read);
    }

    @Test
    void and_and_or_are_flat_and_bind_in_this_order() throws SyntaxException {
        Expression c = column("c");
        assertEquals(new Predicate.And(List.of(A, B, c)), condition("a AND b AND c"));
        assertEquals(new Predicate.Or(List.of(A, new Predicate.And(List.of(B, c)))), condition("a OR b AND c"));
        assertEquals(
                new Predicate.And(List.of(new Predicate.Not(A), new Predicate.Not(new Predicate.Or(List.of(B, c))))),
                condition("NOT a AND NOT (b OR c)"));
    }

    @Test
    void operators_bind_as_in_other_databases() throws SyntaxException {
        assertEquals(
                new Expression.Arithmetic(
                        A,
                        Expression.Arithmetic.Operator.CONCAT,
                        new Expression.Arithmetic(
                                B,
                                Expression.Arithmetic.Operator.PLUS,
                                new Expression.Arithmetic(
                                        new Expression.Negate(A), Expression.Arithmetic.Operator.TIMES, ONE))),
                expression("a || b + -a * 1"));
        assertEquals(
                new Expression.Arithmetic(
                        new Expression.Arithmetic(A, Expression.Arithmetic.Operator.MINUS, B),
                        Expression.Arithmetic.Operator.MINUS,
                        ONE),
                expression("a - b - 1"));
    }

    @Test
    void a_sign_before_digits_belongs_to_the_number() throws SyntaxException {
        assertEquals(new Literal.Number("-1"), expression("-1"));
        assertEquals(new Literal.Number("-1"), expression("- 1"));
        assertEquals(ONE, expression("+1"));
        assertEquals(new Expression.Negate(new Literal.Number("-1")), expression("- -1"));
        assertEquals(new Expression.Negate(ONE), expression("-(1)"));
        assertEquals(new Expression.Negate(new Expression.Cast(ONE, SqlType.of("INT"))), expression("-1::int"));
        assertEquals(A, expression("+a"));
    }

    @Test
    void literals_keep_their_kind_and_value() throws SyntaxException {
        LocalDate day = LocalDate.of(2024, 2, 29);
        LocalDateTime noon = day.atTime(12, 0);
        assertEquals(new Literal.Text("it's \\ \u00e9"), expression("'it''s \\ \u00e9'"));
        assertEquals(new Literal.Text("a"), expression("n'a'"));
        assertEquals(new Literal.Binary("0aFF"), expression("x'0aFF'"));
        assertEquals(new Literal.Bool(true), expression("True"));
        assertEquals(new Literal.Null(), expression("nUll"));
        for (String text : List.of("DATE '2024-02-29'", "{d '2024-02-29'}", "2024-02-29", "date '2024-2-29'")) {
            assertEquals(new Literal.Date(day), expression(text), text);
        }
        for (String text : List.of("TIME '12:00'", "{t '12:00:00'}", "12:00:00Z", "12:00:00.000z")) {
            assertEquals(new Literal.Time(LocalTime.NOON), expression(text), text);
        }
        for (String text : List.of(
                "TIMESTAMP '2024-02-29 12:00:00'",
                "{ts '2024-02-29 12:00:00.000'}",
                "TIMESTAMP '2024-02-29T12:00:00.0000000000'")) {
            assertEquals(new Literal.Timestamp(noon), expression(text), text);
        }
        for (String text : List.of(
                "2024-02-29T12:00:00+0545",
                "2024-02-29t12:00:00.000+05:45",
                "TIMESTAMP '2024-02-29 12:00:00 +05:45'",
                "{ts '2024-02-29T12:00:00+05:45'}")) {
            assertEquals(
                    new Literal.Instant(OffsetDateTime.parse("2024-02-29T12:00:00+05:45")), expression(text), text);
        }
        assertEquals(
                new Literal.Interval("1", Literal.Interval.Unit.DAY, Optional.of(Literal.Interval.Unit.SECOND)),
                expression("INTERVAL '1' day TO second"));
    }

    @Test
    void numbers_know_their_value() {
        assertEquals(new BigDecimal("-1.50"), new Literal.Number("-1.50").value());
        assertEquals(new BigDecimal("1E+3"), new Literal.Number("1e3").value());
        assertEquals(new BigDecimal("7"), new Literal.Number("7.").value());
        assertTrue(new Literal.Number("1E3").approximate());
        assertFalse(new Literal.Number("1.5").approximate());
    }

    @Test
    void date_literals_of_soql_stay_distinguishable() throws SyntaxException {
        assertEquals(
                new Expression.DateWithCount(DateConstant.Period.LAST_N_DAYS, new Literal.Number("30")),
                expression("last_n_days:30"));
        assertEquals(
                new Expression.DateWithCount(DateConstant.Period.N_YEARS_AGO, new Expression.Parameter(0)),
                expression("N_YEARS_AGO:?"));
        Expression.Column bare = (Expression.Column) expression("This_Month");
        assertEquals(Optional.of(DateConstant.Period.THIS_MONTH), bare.period());
        for (String column : List.of("\"THIS_MONTH\"", "t.THIS_MONTH", "LAST_N_DAYS", "Industry")) {
            assertEquals(Optional.empty(), ((Expression.Column) expression(column)).period(), column);
        }
    }

    @ParameterizedTest
    @EnumSource(DateConstant.Period.class)
    void every_period_is_known(DateConstant.Period period) throws SyntaxException {
        String word = period.name().toLowerCase(Locale.ROOT);
        if (period.takesCount()) {
            assertEquals(new Expression.DateWithCount(period, ONE), expression(word + ":1"));
        } else {
            assertEquals(Optional.of(period), ((Expression.Column) expression(word)).period());
            assertThrows(SyntaxException.class, () -> expression(word + ":1"));
        }
    }

    @Test
    void memberships_are_told_apart() throws SyntaxException {
        Query inner = query("SELECT y FROM u");
        assertEquals(new Predicate.InList(A, false, List.of(ONE, new Literal.Null())), condition("a IN (1, NULL)"));
        assertEquals(new Predicate.InList(A, true, List.of(new Expression.Parameter(0))), condition("a NOT IN (?)"));
        assertEquals(new Predicate.InParameter(A, false, new Expression.Parameter(0)), condition("a IN ?"));
        assertEquals(new Predicate.InQuery(A, true, inner), condition("a NOT IN (SELECT y FROM u)"));
        assertEquals(
                new Predicate.InList(A, false, List.of(new Expression.Subquery(inner), ONE)),
                condition("a IN ((SELECT y FROM u), 1)"));
        assertEquals(
                new Predicate.Quantified(A, Predicate.Comparison.Operator.LESS, true, inner),
                condition("a < ALL (SELECT y FROM u)"));
        assertEquals(new Predicate.Exists(inner), condition("EXISTS (SELECT y FROM u)"));
        assertEquals(
                new Predicate.Includes(A, true, List.of(new Literal.Text("x;y"))), condition("a EXCLUDES ('x;y')"));
    }

    @Test
    void special_spellings_of_functions_are_plain_calls() throws SyntaxException {
        assertEquals(FunctionCall.of("SUBSTRING", A, ONE, B), expression("SUBSTRING(a FROM 1 FOR b)"));
        assertEquals(FunctionCall.of("POSITION", A, B), expression("POSITION(a IN b)"));
        assertEquals(FunctionCall.of("OVERLAY", A, B, ONE), expression("OVERLAY(a PLACING b FROM 1)"));
        assertEquals(FunctionCall.of("UCASE", A), expression("{fn UCASE(a)}"));
        assertEquals(FunctionCall.of("COUNT", new Expression.Star(List.of())), expression("COUNT( * )"));
        assertEquals(new Expression.Trim(Expression.Trim.Side.BOTH, Optional.empty(), A), expression("{fn TRIM(a)}"));
        assertTrue(((FunctionCall) expression("count(a)")).calls("COUNT"));
        assertFalse(((FunctionCall) expression("count(DISTINCT a)")).isPlain());
    }

    @Test
    void set_operators_are_flat_where_they_are_the_same() throws SyntaxException {
        QueryBody one = plain(List.of(item(ONE)));
        assertEquals(
                Query.of(new QueryBody.SetOperation(
                        QueryBody.SetOperation.Kind.UNION,
                        true,
                        List.of(
                                new QueryBody.SetOperation(
                                        QueryBody.SetOperation.Kind.UNION, false, List.of(one, one, one)),
                                new QueryBody.SetOperation(
                                        QueryBody.SetOperation.Kind.INTERSECT, false, List.of(one, one))))),
                query("SELECT 1 UNION SELECT 1 UNION SELECT 1 UNION ALL SELECT 1 INTERSECT SELECT 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 LIMIT 5 OFFSET 2",
                "SELECT 1 OFFSET 2 LIMIT 5",
                "SELECT 1 LIMIT 2, 5",
                "SELECT 1 OFFSET 2 ROWS FETCH FIRST 5 ROWS ONLY",
                "SELECT 1 FETCH NEXT 5 ROWS ONLY OFFSET 2 ROW",
                "SELECT TOP 5 1 OFFSET 2",
                "SELECT TOP (5) 1 OFFSET 2 ROWS",
                "SELECT 1 {limit 5 offset 2}"
            })
    void every_spelling_of_a_limit_is_the_same_tree(String text) throws SyntaxException {
        Query read = query(text);
        assertEquals(Optional.of(new Literal.Number("5")), read.limit());
        assertEquals(Optional.of(new Literal.Number("2")), read.offset());
        assertEquals(plain(List.of(item(ONE))), read.body());
    }

    @Test
    void words_of_sql_are_names_where_nothing_else_fits() throws SyntaxException {
        Select select = select("SELECT o.Order, Group, THEIR.Date FROM Order o, Case, Group g");
        assertEquals(
                List.of(
                        item(new Expression.Column(List.of(Name.of("o"), new Name("Order", true)))),
                        item(new Expression.Column(List.of(new Name("Group", true)))),
                        item(column("THEIR", "Date"))),
                select.items());
        assertEquals(
                List.of(
                        new TableReference.Table(
                                List.of(new Name("Order", true)), Optional.of(Name.of("o")), List.of()),
                        new TableReference.Table(List.of(new Name("Case", true)), Optional.empty(), List.of()),
                        new TableReference.Table(
                                List.of(new Name("Group", true)), Optional.of(Name.of("g")), List.of())),
                select.from());
    }

    @Test
    void parameters_count_in_the_order_of_the_text() throws SyntaxException {
        SqlText read = SqlReader.read("SELECT ?, '?', \"?\" FROM t /* ? */ WHERE a IN (?, ?) AND b IN ? OFFSET ?"
                + " ROWS FETCH FIRST ? ROWS ONLY -- ?");
        assertEquals(6, read.parameterCount());
        Query query = (Query) read.statement();
        assertEquals(Optional.of(new Expression.Parameter(4)), query.offset());
        assertEquals(Optional.of(new Expression.Parameter(5)), query.limit());
        SqlStatement.Call call =
                (SqlStatement.Call) SqlReader.read("{?= call P(?)}").statement();
        assertEquals(Optional.of(new Expression.Parameter(0)), call.result());
        assertEquals(List.of(new Expression.Parameter(1)), call.arguments());
    }

    @Test
    void places_and_sources_of_nodes_are_known() throws SyntaxException {
        String text = "SELECT a +  b, COUNT( * )\n  x FROM /* c */ \u00e9.Account acc\nWHERE (a = 1) AND n.m IN (?, 2)";
        SqlText read = SqlReader.read(text);
        Select select = (Select) ((Query) read.statement()).body();
        List<Object> nodes = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        Expression sum = select.items().get(0).expression();
        nodes.add(sum);
        sources.add("a +  b");
        nodes.add(((Expression.Arithmetic) sum).right());
        sources.add("b");
        nodes.add(select.items().get(1).expression());
        sources.add("COUNT( * )");
        nodes.add(select.items().get(1));
        sources.add("COUNT( * )\n  x");
        TableReference.Table table = (TableReference.Table) select.from().get(0);
        nodes.add(table);
        sources.add("\u00e9.Account acc");
        nodes.add(table.names().get(1));
        sources.add("Account");
        Predicate.And where = (Predicate.And) select.where().orElseThrow();
        nodes.add(where.terms().get(0));
        sources.add("a = 1");
        Predicate.InList in = (Predicate.InList) where.terms().get(1);
        nodes.add(in);
        sources.add("n.m IN (?, 2)");
        nodes.add(in.items().get(1));
        sources.add("2");
        for (int at = 0; at < nodes.size(); at++) {
            String source = sources.get(at);
            assertEquals(Optional.of(source), read.sourceOf(nodes.get(at)));
            int offset = read.positionOf(nodes.get(at)).orElseThrow().offset();
            assertTrue(text.startsWith(source, offset), source);
        }
        assertEquals(
                Optional.of(new Position(3, 8, text.indexOf("a = 1"))),
                read.positionOf(where.terms().get(0)));
        assertEquals(
                Optional.of(new Position(2, 10, text.indexOf("/* c"))).map(Position::line),
                read.positionOf(table).map(Position::line));
        assertEquals(Optional.empty(), read.positionOf(column("a")));
    }

    @Test
    void the_case_of_letters_does_not_depend_on_the_country() throws SyntaxException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            String text = "select distinct id, extract(minute from x) from account where id in ('i') limit 1";
            assertEquals(
                    "SELECT DISTINCT id, EXTRACT(MINUTE FROM x) FROM account WHERE id IN ('i') LIMIT 1",
                    SqlWriter.write(SqlReader.read(text).statement()));
            assertEquals(new Expression.Cast(A, SqlType.of("INTEGER")), expression("cast(a as integer)"));
            assertEquals("\"limit\"", SqlWriter.write(Name.of("limit")));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_partial_visitor_answers_the_rest_alike() throws SyntaxException {
        PartialVisitor<String> visitor = new PartialVisitor<>() {
            @Override
            public String other(Expression node) {
                return "other";
            }

            @Override
            public String column(Expression.Column node) {
                return "column";
            }
        };
        assertEquals("column", A.accept(visitor));
        for (String text : List.of("1", "'a'", "a = 1", "a + b", "f(a)", "?", "(SELECT 1)", "CASE WHEN a THEN 1 END")) {
            assertEquals("other", expression(text).accept(visitor), text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a = 1 AND b, a = 1|b",
        "a = 1, a|1",
        "NOT a, a",
        "a IS NULL, a",
        "a IN (1 | b), a|1|b",
        "a IN (SELECT x), a",
        "a IN ?, a|?",
        "a = ANY (SELECT x), a",
        "a BETWEEN b AND c, a|b|c",
        "a LIKE b ESCAPE c, a|b|c",
        "a INCLUDES ('x'), a|'x'",
        "CASE a WHEN b THEN c ELSE d END, a|b|c|d",
        "CAST(a AS INT), a",
        "TRIM(a FROM b), a|b",
        "EXTRACT(YEAR FROM a), a",
        "LAST_N_DAYS:3, 3",
        "-a, a",
        "a + b, a|b",
        "(a | b), a|b",
        "TYPEOF a WHEN t THEN b ELSE c END, a|b|c",
        "f(a | b ORDER BY c) FILTER (WHERE d) OVER (PARTITION BY e ORDER BY g ROWS 1 PRECEDING), a|b|c|d|e|g|1",
        "COUNT(*), *",
        "(SELECT x), ''",
        "EXISTS (SELECT x), ''",
        "a, ''"
    })
    void what_stands_under_an_expression_is_found_in_the_order_of_the_text(String text, String expected)
            throws SyntaxException {
        List<String> children = expression(text.replace(" |", ",")).children().stream()
                .map(SqlWriter::write)
                .toList();
        assertEquals(expected, String.join("|", children));
    }

    @Test
    void what_is_explained_may_be_of_either_language() throws SyntaxException {
        assertEquals(
                Optional.of("/* a */ -- b\n         SELECT FIELDS(ALL) FROM A WHERE x = '\\''"),
                SqlReader.explained("/* a */ -- b\n explain SELECT FIELDS(ALL) FROM A WHERE x = '\\''"));
        assertEquals(Optional.empty(), SqlReader.explained("SELECT 1"));
        assertEquals(Optional.empty(), SqlReader.explained("EXPLAINED"));
        assertEquals(Optional.empty(), SqlReader.explained(""));
        assertThrows(SyntaxException.class, () -> SqlReader.explained("/* EXPLAIN"));
    }

    @Test
    void null_is_no_text() {
        assertThrows(NullPointerException.class, () -> SqlReader.read(null));
    }
}
