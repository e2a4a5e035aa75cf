package org.soqljdbc.grammar.soql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.soqljdbc.grammar.soql.reader.SoqlReader;
import org.soqljdbc.grammar.soql.rules.SoqlRules;
import org.soqljdbc.grammar.text.Position;
import org.soqljdbc.grammar.text.SyntaxException;

/** The shape of the tree, node by node, and what is known of the text beside it. */
class SoqlTreeTest {

    private static final FieldPath X = FieldPath.of("x");
    private static final Condition X_IS_1 = equal(X, new NumberLiteral("1"));
    private static final Condition Y_IS_2 = equal(FieldPath.of("y"), new NumberLiteral("2"));
    private static final Condition Z_IS_3 = equal(FieldPath.of("z"), new NumberLiteral("3"));

    private static Condition equal(Operand left, Value right) {
        return new Condition.Comparison(left, Condition.Comparison.Operator.EQUAL, right);
    }

    private static SoqlQuery read(String text) throws SyntaxException {
        return SoqlReader.read(text).query();
    }

    private static Condition where(String condition) throws SyntaxException {
        return read("SELECT Id FROM A WHERE " + condition).where().orElseThrow();
    }

    private static Value literal(String text) throws SyntaxException {
        return ((Condition.Comparison) where("x = " + text)).right();
    }

    @Test
    void every_clause_has_its_place_in_the_tree() throws SyntaxException {
        SoqlQuery query = read("SELECT Name n, COUNT(Id) FROM Account a, a.Owner o USING SCOPE mine WHERE x = 1"
                + " WITH DATA CATEGORY G AT (c, d) WITH USER_MODE GROUP BY ROLLUP(Name, DAY_ONLY(CreatedDate))"
                + " HAVING y = 2 ORDER BY Name DESC NULLS LAST, x LIMIT 5 OFFSET ? FOR VIEW UPDATE TRACKING, VIEWSTAT"
                + " SET OPTIONS (b = TRUE) FOR UPDATE ALL ROWS");
        FieldPath name = FieldPath.of("Name");
        assertEquals(
                new SoqlQuery(
                        List.of(
                                new SelectItem.Expression(name, Optional.of("n")),
                                new SelectItem.Expression(
                                        new FunctionCall(Function.COUNT, List.of(FieldPath.of("Id"))),
                                        Optional.empty())),
                        List.of(
                                new SoqlQuery.FromItem(FieldPath.of("Account"), Optional.of("a")),
                                new SoqlQuery.FromItem(FieldPath.of("a", "Owner"), Optional.of("o"))),
                        Optional.of("mine"),
                        Optional.of(X_IS_1),
                        List.of(
                                new With.DataCategory(List.of(new With.CategoryFilter(
                                        "G", With.CategoryFilter.Selector.AT, List.of("c", "d")))),
                                new With.Mode(With.Mode.Name.USER_MODE)),
                        Optional.of(new SoqlQuery.GroupBy(
                                SoqlQuery.GroupBy.Kind.ROLLUP,
                                List.of(
                                        name,
                                        new FunctionCall(Function.DAY_ONLY, List.of(FieldPath.of("CreatedDate")))))),
                        Optional.of(Y_IS_2),
                        List.of(
                                new SoqlQuery.OrderItem(name, true, Optional.of(true)),
                                new SoqlQuery.OrderItem(X, false, Optional.empty())),
                        Optional.of(new NumberLiteral("5")),
                        Optional.of(new Parameter(0)),
                        List.of(SoqlQuery.ForPurpose.VIEW, SoqlQuery.ForPurpose.UPDATE),
                        List.of(SoqlQuery.StatUpdate.TRACKING, SoqlQuery.StatUpdate.VIEWSTAT),
                        List.of(new SoqlQuery.QueryOption("b", new BooleanLiteral(true))),
                        true),
                query);
    }

    @Test
    void select_items_are_told_apart() throws SyntaxException {
        SoqlQuery query =
                read("SELECT FIELDS(CUSTOM), (SELECT Id FROM a.Contacts c), TYPEOF What WHEN User THEN Id, x.y"
                        + " WHEN Group THEN Id ELSE Name END FROM Account a");
        FieldPath id = FieldPath.of("Id");
        SoqlQuery child = read("SELECT Id FROM a.Contacts c");
        assertEquals(
                List.of(
                        new SelectItem.FieldSet(SelectItem.FieldSet.Kind.CUSTOM),
                        new SelectItem.Child(child),
                        new SelectItem.TypeOf(
                                FieldPath.of("What"),
                                List.of(
                                        new SelectItem.TypeOf.Branch("User", List.of(id, FieldPath.of("x", "y"))),
                                        new SelectItem.TypeOf.Branch("Group", List.of(id))),
                                List.of(FieldPath.of("Name")))),
                query.select());
        assertEquals(
                List.of(new SelectItem.CountAll()),
                read("SELECT COUNT() FROM A").select());
    }

    @Test
    void parentheses_make_the_shape_of_a_condition() throws SyntaxException {
        assertEquals(new Condition.And(List.of(X_IS_1, Y_IS_2, Z_IS_3)), where("x = 1 AND y = 2 AND z = 3"));
        assertEquals(
                new Condition.And(List.of(new Condition.And(List.of(X_IS_1, Y_IS_2)), Z_IS_3)),
                where("(x = 1 AND y = 2) AND z = 3"));
        assertEquals(
                new Condition.Or(List.of(X_IS_1, new Condition.And(List.of(Y_IS_2, Z_IS_3)))),
                where("x = 1 OR (y = 2 AND z = 3)"));
        assertEquals(new Condition.Not(new Condition.Or(List.of(X_IS_1, Y_IS_2))), where("NOT (x = 1 OR y = 2)"));
        assertEquals(X_IS_1, where("(((x = 1)))"));
    }

    @Test
    void memberships_are_told_apart() throws SyntaxException {
        StringLiteral a = new StringLiteral("a");
        assertEquals(new Condition.InList(X, false, List.of(a, new NullLiteral())), where("x IN ('a', NULL)"));
        assertEquals(new Condition.InList(X, true, List.of(new Parameter(0))), where("x NOT IN (?)"));
        assertEquals(new Condition.InParameter(X, false, new Parameter(0)), where("x IN ?"));
        assertEquals(new Condition.InParameter(X, true, new Parameter(0)), where("x NOT IN ?"));
        assertEquals(new Condition.SemiJoin(X, true, read("SELECT y FROM B")), where("x NOT IN (SELECT y FROM B)"));
        assertEquals(new Condition.Includes(X, false, List.of(a)), where("x INCLUDES ('a')"));
        assertEquals(new Condition.Includes(X, true, List.of(a, new Parameter(0))), where("x EXCLUDES ('a', ?)"));
    }

    @Test
    void literals_keep_their_kind_and_value() throws SyntaxException {
        assertEquals(new NumberLiteral("-0.50"), literal("-0.50"));
        assertEquals(new CurrencyLiteral("EUR", "10.50"), literal("EUR10.50"));
        assertEquals(new CurrencyLiteral("usd", "5000"), literal("usd5000"));
        assertEquals(new BooleanLiteral(true), literal("True"));
        assertEquals(new NullLiteral(), literal("nUll"));
        assertEquals(new DateLiteral(LocalDate.of(2024, 2, 29)), literal("2024-02-29"));
        assertEquals(
                new DateTimeLiteral(OffsetDateTime.parse("2024-02-29T10:00:00+05:45")),
                literal("2024-02-29T10:00:00.000+0545"));
        assertEquals(new TimeLiteral(LocalTime.of(10, 0, 0, 5_000_000)), literal("10:00:00.005Z"));
        assertEquals(new DateConstant(DateConstant.Period.LAST_90_DAYS, Optional.empty()), literal("last_90_days"));
        assertEquals(
                new DateConstant(DateConstant.Period.NEXT_N_YEARS, Optional.of(new NumberLiteral("3"))),
                literal("NEXT_N_YEARS:3"));
        assertEquals(
                new DateConstant(DateConstant.Period.N_WEEKS_AGO, Optional.of(new Parameter(0))),
                literal("N_WEEKS_AGO:?"));
    }

    @ParameterizedTest
    @EnumSource(DateConstant.Period.class)
    void every_period_is_read_with_its_count_or_without(DateConstant.Period period) throws SyntaxException {
        Optional<Value> n = period.takesCount() ? Optional.of(new NumberLiteral("2")) : Optional.empty();
        DateConstant constant = new DateConstant(period, n);
        assertEquals(constant, literal(SoqlWriter.write(constant).toLowerCase(Locale.ROOT)));
        assertThrows(SyntaxException.class, () -> literal(period + (period.takesCount() ? "" : ":2")));
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void every_function_is_read_whatever_its_case(Function function) throws SyntaxException {
        String arguments = switch (function) {
            case DISTANCE -> "(a, GEOLOCATION(1, -2.5), 'mi')";
            case GEOLOCATION -> "(1, -2.5)";
            default -> "(a.b)";
        };
        for (String name : List.of(
                function.spelling(),
                function.spelling().toLowerCase(Locale.ROOT),
                function.spelling().toUpperCase(Locale.ROOT))) {
            FunctionCall call = (FunctionCall) ((Condition.Comparison) where(name + arguments + " = 1")).left();
            assertEquals(function, call.function());
            assertEquals(function.spelling() + arguments, SoqlWriter.write(call));
        }
    }

    @Test
    void a_string_after_like_is_a_pattern_and_elsewhere_text() throws SyntaxException {
        assertEquals(new StringLiteral("a\\b'c\n\u00e9\b"), literal("'a\\\\b\\'c\\n\\u00e9\\b'"));
        assertEquals(
                new Condition.Comparison(
                        X, Condition.Comparison.Operator.LIKE, new LikePattern("50\\% \\_ \\\\ _% ' \n")),
                where("x LIKE '50\\% \\_ \\\\ _% \\' \\n'"));
    }

    @Test
    void parameters_count_in_the_order_of_the_text() throws SyntaxException {
        SoqlText read =
                SoqlReader.read("SELECT Id, (SELECT Id FROM Bs WHERE x = ? LIMIT ?) FROM A WHERE y IN (?, '?', ?)"
                        + " AND z IN ? /* ? */ LIMIT ? OFFSET ? -- ?");
        assertEquals(7, read.parameterCount());
        SoqlQuery child = ((SelectItem.Child) read.query().select().get(1)).query();
        assertEquals(Optional.of(new Parameter(1)), child.limit());
        assertEquals(Optional.of(new Parameter(5)), read.query().limit());
        assertEquals(Optional.of(new Parameter(6)), read.query().offset());
        Condition.And and = (Condition.And) read.query().where().orElseThrow();
        assertEquals(
                List.of(new Parameter(2), new StringLiteral("?"), new Parameter(3)),
                ((Condition.InList) and.terms().get(0)).values());
        assertEquals(new Parameter(4), ((Condition.InParameter) and.terms().get(1)).parameter());
    }

    @Test
    void angle_not_equal_is_told_from_not_equal() throws SyntaxException {
        assertTrue(SoqlReader.read("SELECT Id FROM A WHERE x = 1 AND y <> 2").usesAngleNotEqual());
        assertFalse(SoqlReader.read("SELECT Id FROM A WHERE x != '<>' /* <> */").usesAngleNotEqual());
        assertEquals(where("x != 1"), where("x <> 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "  SELECT Id FROM A ; |SELECT Id FROM A",
                "SELECT Id FROM A;/* end */|SELECT Id FROM A",
                "SELECT/**/Id FROM A|SELECT Id FROM A",
                "/* a */ SELECT Id /*b*/ FROM A -- c|SELECT Id   FROM A",
                "SELECT Id FROM A WHERE x = '/* a */ -- b ; // c'|SELECT Id FROM A WHERE x = '/* a */ -- b ; // c'",
                "SELECT Id FROM A WHERE x = ';'|SELECT Id FROM A WHERE x = ';'",
                "select  ID from A where X<>?|select  ID from A where X<>?"
            })
    void the_text_is_kept_as_written_but_for_comments_and_its_end(String text, String kept) throws SyntaxException {
        assertEquals(kept, SoqlReader.read(text).text());
    }

    @Test
    void a_line_comment_ends_with_its_line() throws SyntaxException {
        assertEquals(
                "SELECT Id  \nFROM A",
                SoqlReader.read("SELECT Id // what\nFROM A // where\n").text());
    }

    @Test
    void each_node_knows_where_it_begins() throws SyntaxException {
        String text =
                "SELECT Id, /* \ud83d\ude00 */ COUNT(Owner.Name) n\nFROM Account a\nWHERE (x = 'v' AND\n  y IN (1, ?))"
                        + " AND z LIKE '%'\nORDER BY Id\nLIMIT 5";
        SoqlText read = SoqlReader.read(text);
        SoqlQuery query = read.query();
        SelectItem.Expression id = (SelectItem.Expression) query.select().get(0);
        SelectItem.Expression count = (SelectItem.Expression) query.select().get(1);
        FunctionCall call = (FunctionCall) count.operand();
        Condition.And outer = (Condition.And) query.where().orElseThrow();
        Condition.And inner = (Condition.And) outer.terms().get(0);
        Condition.Comparison first = (Condition.Comparison) inner.terms().get(0);
        Condition.InList list = (Condition.InList) inner.terms().get(1);
        Condition.Comparison like = (Condition.Comparison) outer.terms().get(1);
        Map<String, List<Object>> nodesByWord = Map.of(
                "SELECT", List.of(query),
                "Id,", List.of(id, id.operand()),
                "COUNT", List.of(count, call),
                "Owner", List.of(call.arguments().get(0)),
                "Account", List.of(query.root(), query.root().path()),
                "(x", List.of(outer),
                "x =", List.of(inner, first, first.left()),
                "y IN", List.of(list, list.left()),
                "?)", List.of(list.values().get(1)),
                "'%'", List.of(like.right()));
        nodesByWord.forEach((word, nodes) -> {
            int offset = text.indexOf(word);
            int line = (int) text.substring(0, offset)
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            Position expected = new Position(line, offset - text.lastIndexOf('\n', offset), offset);
            for (Object node : nodes) {
                assertEquals(Optional.of(expected), read.positionOf(node), word);
            }
        });
        Position ordered = read.positionOf(query.orderBy().get(0)).orElseThrow();
        assertEquals(new Position(5, 10, text.lastIndexOf("Id")), ordered);
        assertEquals(
                6, read.positionOf(query.limit().orElseThrow()).orElseThrow().line());
        assertEquals(Optional.empty(), read.positionOf(FieldPath.of("Id")));
    }

    @Test
    void apex_only_clauses_are_named() throws SyntaxException {
        assertEquals(
                List.of("WITH USER_MODE", "FOR UPDATE", "ALL ROWS"),
                SoqlRules.apexOnlyClauses(read("SELECT Id FROM A WITH USER_MODE FOR VIEW FOR UPDATE ALL ROWS")));
        assertEquals(List.of(), SoqlRules.apexOnlyClauses(read("SELECT Id FROM A WITH x = 1 FOR VIEW")));
    }

    @Test
    void null_is_no_text() {
        assertThrows(NullPointerException.class, () -> SoqlReader.read(null));
    }
}
