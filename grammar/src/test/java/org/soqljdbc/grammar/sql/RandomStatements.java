package org.soqljdbc.grammar.sql;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.soqljdbc.grammar.soql.DateConstant;

/** Trees at random: every kind of node, every clause, names that are also words of SQL. */
final class RandomStatements {

    private static final List<String> PLAIN_NAMES = List.of(
            "Id",
            "Name",
            "Custom__c",
            "Parent__r",
            "a1_0",
            "_x",
            "x$y",
            "TODAY",
            "first",
            "Row",
            "rows",
            "By",
            "date",
            "Time",
            "nulls",
            "Recursive",
            "current",
            "matched",
            "session",
            "Gr\u00f6\u00dfe",
            "d",
            "fn",
            "n",
            "x");
    private static final List<String> QUOTED_NAMES = List.of(
            "Order", "group", "Select", "a b", "a\"b", "`", "]", "CASE", "1", "?", "--", "\u0000", "\ud83d\ude00", "n");
    private static final List<String> FUNCTIONS = List.of(
            "COUNT", "sum", "LEFT", "Right", "coalesce", "f", "first", "YEAR", "date", "toLabel", "FORMAT", "replace");
    /** Those with a syntax of their own take nothing but arguments. */
    private static final List<String> SPECIAL_FUNCTIONS = List.of("SUBSTRING", "POSITION", "overlay");

    private static final List<SqlType> TYPES = List.of(
            SqlType.of("INTEGER"),
            SqlType.of("DOUBLE PRECISION"),
            SqlType.of("DATE"),
            new SqlType("VARCHAR", Optional.of(10), Optional.empty()),
            new SqlType("CHARACTER VARYING", Optional.of(5), Optional.empty()),
            new SqlType("DECIMAL", Optional.of(38), Optional.of(2)),
            new SqlType("TIMESTAMP WITH TIME ZONE", Optional.of(3), Optional.empty()),
            SqlType.of("TIMESTAMP WITHOUT TIME ZONE"));

    private final Random random;

    RandomStatements(long seed) {
        this.random = new Random(seed);
    }

    /** Every parameter has the index 0, for want of a text to count them in. */
    SqlStatement statement() {
        SqlStatement made = switch (random.nextInt(10)) {
            case 0 -> new SqlStatement.Insert(table(false), columns(0), maybe(() -> writeSource()), returning());
            case 1 ->
                new SqlStatement.Upsert(table(false), columns(1), writeSource(), maybe(this::column), returning());
            case 2 ->
                new SqlStatement.Update(
                        table(true),
                        assignments(),
                        list(0, 2, () -> tableReference(1)),
                        maybe(() -> any(2)),
                        returning());
            case 3 -> new SqlStatement.Delete(table(true), maybe(() -> any(2)), returning());
            case 4 -> merge();
            case 5 ->
                random.nextBoolean()
                        ? new SqlStatement.SetSession(
                                names(1, 2), random.nextInt(6) == 0 ? new Expression.Default() : any(1))
                        : new SqlStatement.Call(
                                maybe(() -> new Expression.Parameter(0)), names(1, 2), list(0, 3, () -> any(1)));
            default -> query(3);
        };
        return random.nextInt(8) == 0 ? new SqlStatement.Explain(made) : made;
    }

    private Query writeSource() {
        return random.nextBoolean() ? Query.of(values(1)) : query(1);
    }

    private List<SelectItem> returning() {
        return random.nextInt(3) == 0 ? selectItems(1) : List.of();
    }

    private List<SqlStatement.Assignment> assignments() {
        return list(1, 3, () -> {
            List<Expression.Column> columns = random.nextInt(4) == 0 ? columns(2) : List.of(column());
            boolean byDefault = columns.size() == 1 && random.nextInt(6) == 0;
            return new SqlStatement.Assignment(columns, byDefault ? new Expression.Default() : any(2));
        });
    }

    private Merge merge() {
        TableReference source = random.nextBoolean() ? table(true) : derived(1);
        return new Merge(
                table(true),
                source,
                any(1),
                list(
                        1,
                        3,
                        () -> new Merge.Branch(
                                maybe(() -> any(1)),
                                switch (random.nextInt(3)) {
                                    case 0 -> new Merge.Update(assignments());
                                    case 1 -> new Merge.Delete();
                                    default -> new Merge.Insert(columns(0), row(1));
                                })),
                returning());
    }

    Query query(int depth) {
        QueryBody body = body(depth);
        boolean with = random.nextInt(6) == 0 && depth > 0;
        List<Query.CommonTable> tables =
                with ? list(1, 2, () -> new Query.CommonTable(name(), names(0, 2), query(depth - 1))) : List.of();
        Query made = new Query(
                with && random.nextBoolean(),
                tables,
                body,
                list(0, random.nextInt(3), () -> orderItem(depth - 1)),
                rarely(this::count),
                rarely(this::count));
        // Parentheses with nothing beside them leave no trace.
        return made.isPlain() && body instanceof Query inner ? inner : made;
    }

    private QueryBody body(int depth) {
        if (depth <= 0) {
            return select(0);
        }
        return switch (random.nextInt(8)) {
            case 0 -> values(depth - 1);
            case 1 ->
                new QueryBody.SetOperation(
                        pick(List.of(QueryBody.SetOperation.Kind.values())),
                        random.nextBoolean(),
                        list(2, 3, () -> body(depth - 1)));
            case 2 -> {
                Query nested = query(depth - 1);
                yield nested.isPlain() ? nested.body() : nested;
            }
            default -> select(depth);
        };
    }

    private QueryBody.Values values(int depth) {
        return new QueryBody.Values(list(1, 3, () -> row(depth)));
    }

    private Expression.Row row(int depth) {
        return new Expression.Row(list(1, 3, () -> random.nextInt(8) == 0 ? new Expression.Default() : any(depth)));
    }

    private Select select(int depth) {
        int inner = depth - 1;
        return new Select(
                random.nextInt(4) == 0,
                selectItems(inner),
                list(0, 2, () -> tableReference(inner)),
                rarely(() -> any(inner)),
                list(0, random.nextInt(3), () -> grouping(inner)),
                rarely(() -> any(inner)),
                list(0, random.nextInt(8) == 0 ? 2 : 0, () -> new Select.NamedWindow(name(), window(inner))));
    }

    private List<SelectItem> selectItems(int depth) {
        return list(1, 3, () -> switch (random.nextInt(10)) {
            case 0 -> new SelectItem(new Expression.Star(names(0, 2)), Optional.empty());
            case 1 ->
                new SelectItem(
                        new Expression.TypeOf(
                                column(),
                                list(1, 2, () -> new Expression.TypeOf.Branch(name(), columns(1))),
                                columns(0)),
                        Optional.empty());
            default -> new SelectItem(any(depth), maybe(this::name));
        });
    }

    private GroupingElement grouping(int depth) {
        return switch (depth > 0 ? random.nextInt(8) : 7) {
            case 0 -> new GroupingElement.Rollup(list(1, 3, () -> any(depth - 1)));
            case 1 -> new GroupingElement.Cube(list(1, 3, () -> any(depth - 1)));
            case 2 -> new GroupingElement.Sets(list(1, 3, () -> grouping(depth - 1)));
            case 3 -> new GroupingElement.Plain(new Expression.Row(List.of()));
            default -> new GroupingElement.Plain(any(depth - 1));
        };
    }

    private TableReference tableReference(int depth) {
        return switch (depth > 0 ? random.nextInt(6) : 5) {
            case 0, 1 -> join(depth - 1);
            case 2 -> derived(depth - 1);
            default -> table(true);
        };
    }

    private TableReference.Derived derived(int depth) {
        Optional<Name> alias = maybe(this::name);
        return new TableReference.Derived(
                random.nextInt(6) == 0, query(depth), alias, alias.isPresent() ? names(0, 2) : List.of());
    }

    private TableReference.Join join(int depth) {
        TableReference.Join.Kind kind = pick(List.of(TableReference.Join.Kind.values()));
        boolean cross = kind == TableReference.Join.Kind.CROSS;
        int how = cross ? 3 : random.nextInt(3);
        return new TableReference.Join(
                tableReference(depth),
                kind,
                tableReference(depth),
                how == 0,
                how == 1 ? Optional.of(any(depth)) : Optional.empty(),
                how == 2 ? names(1, 2) : List.of());
    }

    private TableReference.Table table(boolean aliased) {
        Optional<Name> alias = aliased ? maybe(this::name) : Optional.empty();
        return new TableReference.Table(names(1, 3), alias, List.of());
    }

    private OrderItem orderItem(int depth) {
        return new OrderItem(any(depth), random.nextBoolean(), maybe(random::nextBoolean));
    }

    private Window window(int depth) {
        return new Window(
                maybe(this::name),
                list(0, 2, () -> any(depth - 1)),
                list(0, 2, () -> orderItem(depth - 1)),
                maybe(() -> new Window.Frame(random.nextBoolean(), bound(depth), maybe(() -> bound(depth)))));
    }

    private Window.Bound bound(int depth) {
        Window.Bound.Kind kind = pick(List.of(Window.Bound.Kind.values()));
        boolean distance = kind == Window.Bound.Kind.PRECEDING || kind == Window.Bound.Kind.FOLLOWING;
        return new Window.Bound(kind, distance ? Optional.of(any(depth - 1)) : Optional.empty());
    }

    Expression any(int depth) {
        if (depth <= 0) {
            return leaf();
        }
        int inner = depth - 1;
        return switch (random.nextInt(4)) {
            case 0 -> leaf();
            case 1 -> predicate(inner);
            default -> value(inner);
        };
    }

    private Expression value(int depth) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 ->
                new Expression.Arithmetic(
                        any(depth), pick(List.of(Expression.Arithmetic.Operator.values())), any(depth));
            case 3 -> new Expression.Negate(any(depth));
            case 4 ->
                new Expression.Case(
                        maybe(() -> any(depth)),
                        list(1, 2, () -> new Expression.Case.Branch(any(depth), any(depth))),
                        maybe(() -> any(depth)));
            case 5 -> new Expression.Cast(any(depth), pick(TYPES));
            case 6 -> new Expression.Extract(pick(List.of("YEAR", "DAY", "EPOCH")), any(depth));
            case 7 ->
                new Expression.Trim(pick(List.of(Expression.Trim.Side.values())), maybe(() -> any(depth)), any(depth));
            case 8 -> new Expression.Subquery(query(depth));
            case 9 -> new Expression.Row(list(1, 3, () -> any(depth)));
            default -> call(depth);
        };
    }

    private FunctionCall call(int depth) {
        if (random.nextInt(4) == 0) {
            return FunctionCall.of(
                    pick(SPECIAL_FUNCTIONS), list(2, 3, () -> any(depth)).toArray(Expression[]::new));
        }
        String name = pick(FUNCTIONS);
        List<Expression> arguments =
                name.equals("COUNT") ? List.of(new Expression.Star(List.of())) : list(0, 3, () -> any(depth));
        if (random.nextBoolean()) {
            return FunctionCall.of(name, arguments.toArray(Expression[]::new));
        }
        return new FunctionCall(
                name,
                random.nextBoolean(),
                arguments,
                list(0, 1, () -> orderItem(depth)),
                rarely(random::nextBoolean),
                rarely(() -> any(depth)),
                maybe(() -> window(depth)));
    }

    private Expression predicate(int depth) {
        return switch (random.nextInt(14)) {
            case 0 -> new Predicate.And(list(2, 3, () -> any(depth)));
            case 1 -> new Predicate.Or(list(2, 3, () -> any(depth)));
            case 2 -> new Predicate.Not(any(depth));
            case 3, 4 ->
                new Predicate.Comparison(any(depth), pick(List.of(Predicate.Comparison.Operator.values())), any(depth));
            case 5 ->
                new Predicate.Quantified(
                        any(depth),
                        pick(List.of(Predicate.Comparison.Operator.EQUAL, Predicate.Comparison.Operator.LESS_OR_EQUAL)),
                        random.nextBoolean(),
                        query(depth));
            case 6 -> new Predicate.IsNull(any(depth), random.nextBoolean());
            case 7 ->
                new Predicate.IsTruth(
                        any(depth), random.nextBoolean(), pick(List.of(Predicate.IsTruth.Truth.values())));
            case 8 ->
                new Predicate.Between(any(depth), random.nextBoolean(), random.nextBoolean(), any(depth), any(depth));
            case 9 -> {
                List<Expression> items = list(1, 3, () -> any(depth));
                yield items.size() == 1 && items.get(0) instanceof Expression.Subquery one
                        ? new Predicate.InQuery(any(depth), random.nextBoolean(), one.query())
                        : new Predicate.InList(any(depth), random.nextBoolean(), items);
            }
            case 10 -> new Predicate.InParameter(any(depth), random.nextBoolean(), new Expression.Parameter(0));
            case 11 ->
                new Predicate.Like(
                        any(depth), random.nextBoolean(), random.nextBoolean(), any(depth), maybe(() -> any(depth)));
            case 12 -> new Predicate.Exists(query(depth));
            default -> new Predicate.Includes(any(depth), random.nextBoolean(), list(1, 2, this::leaf));
        };
    }

    private Expression leaf() {
        LocalDate day = LocalDate.ofEpochDay(random.nextInt(3_000_000) - 719_528);
        LocalTime time = random.nextBoolean()
                ? LocalTime.ofSecondOfDay(random.nextInt(86_400))
                : LocalTime.ofNanoOfDay(Math.floorMod(random.nextLong(), 86_400_000_000_000L));
        return switch (random.nextInt(18)) {
            case 0 -> new Literal.Number(pick(List.of("1", "-1", "0", "1.50", "-.5", "7.", "1e10", "-1.5E-3", "007")));
            case 1 -> new Literal.Text(pick(List.of("", "'", "a'b", "--", "/*", "\\", "\n", "\u00e9\ud83d", "?")));
            case 2 -> new Literal.Binary(pick(List.of("", "00", "fFaB")));
            case 3 -> new Literal.Bool(random.nextBoolean());
            case 4 -> new Literal.Null();
            case 5 -> new Literal.Date(day);
            case 6 -> new Literal.Time(time);
            case 7 -> new Literal.Timestamp(day.atTime(time));
            case 8 ->
                new Literal.Instant(OffsetDateTime.of(
                        day, time, ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 1080 + 1) - 1080))));
            case 9 ->
                new Literal.Interval(
                        pick(List.of("1", "-1", "1-2", "it's")),
                        pick(List.of(Literal.Interval.Unit.values())),
                        maybe(() -> pick(List.of(Literal.Interval.Unit.values()))));
            case 10 -> new Expression.Parameter(0);
            case 11 ->
                new Expression.CurrentValue(
                        pick(List.of(Expression.CurrentValue.Kind.values())), maybe(() -> random.nextInt(10)));
            case 12 -> {
                List<DateConstant.Period> counted = List.of(DateConstant.Period.values()).stream()
                        .filter(DateConstant.Period::takesCount)
                        .toList();
                yield new Expression.DateWithCount(pick(counted), count());
            }
            default -> column();
        };
    }

    private Expression count() {
        return random.nextBoolean() ? new Expression.Parameter(0) : new Literal.Number("" + random.nextInt(5000));
    }

    private Expression.Column column() {
        return new Expression.Column(names(1, 3));
    }

    private List<Expression.Column> columns(int least) {
        return list(least, least + 1, this::column);
    }

    private List<Name> names(int least, int most) {
        return list(least, most, this::name);
    }

    private Name name() {
        return random.nextInt(4) == 0 ? new Name(pick(QUOTED_NAMES), true) : Name.of(pick(PLAIN_NAMES));
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> item) {
        return random.nextBoolean() ? Optional.of(item.get()) : Optional.empty();
    }

    private <T> Optional<T> rarely(Supplier<T> item) {
        return random.nextInt(4) == 0 ? Optional.of(item.get()) : Optional.empty();
    }

    private <T> List<T> list(int least, int most, Supplier<? extends T> item) {
        int size = least + (most > least ? random.nextInt(most - least + 1) : 0);
        List<T> items = new ArrayList<>(size);
        for (int at = 0; at < size; at++) {
            items.add(item.get());
        }
        return items;
    }
}
