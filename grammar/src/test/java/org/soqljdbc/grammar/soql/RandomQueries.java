package org.soqljdbc.grammar.soql;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Trees at random: every kind of node, every clause, names that are also words of SOQL. */
final class RandomQueries {

    private static final int DEPTH = 3;

    private RandomQueries() {}

    /** Every parameter has the index 0, for want of a text to count them in. */
    static Arbitrary<SoqlQuery> queries() {
        return query(DEPTH);
    }

    private static Arbitrary<SoqlQuery> query(int depth) {
        Arbitrary<List<SelectItem>> select =
                selectItem(depth).list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<List<SoqlQuery.FromItem>> from = Combinators.combine(
                        path(), fromAlias().optional())
                .as(SoqlQuery.FromItem::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
        Arbitrary<Clauses> clauses = Combinators.combine(
                        rare(name()),
                        condition(depth).optional(),
                        with(depth).list().ofMaxSize(2),
                        rare(groupBy()),
                        rare(condition(1)))
                .as(Clauses::new);
        Arbitrary<Tail> tail = Combinators.combine(
                        orderItem().list().ofMaxSize(3),
                        rare(count()),
                        rare(count()),
                        Arbitraries.of(SoqlQuery.ForPurpose.class).list().ofMaxSize(2),
                        Arbitraries.of(SoqlQuery.StatUpdate.class).list().ofMaxSize(2),
                        option().list().ofMaxSize(2),
                        Arbitraries.of(true, false))
                .as(Tail::new);
        return Combinators.combine(select, from, clauses, tail)
                .as((items, objects, middle, end) -> new SoqlQuery(
                        items,
                        objects,
                        middle.scope(),
                        middle.where(),
                        middle.with(),
                        middle.groupBy(),
                        middle.having(),
                        end.orderBy(),
                        end.limit(),
                        end.offset(),
                        end.forPurposes(),
                        end.updates(),
                        end.options(),
                        end.allRows()));
    }

    private record Clauses(
            Optional<String> scope,
            Optional<Condition> where,
            List<With> with,
            Optional<SoqlQuery.GroupBy> groupBy,
            Optional<Condition> having) {}

    private record Tail(
            List<SoqlQuery.OrderItem> orderBy,
            Optional<Value> limit,
            Optional<Value> offset,
            List<SoqlQuery.ForPurpose> forPurposes,
            List<SoqlQuery.StatUpdate> updates,
            List<SoqlQuery.QueryOption> options,
            boolean allRows) {}

    private static <T> Arbitrary<Optional<T>> rare(Arbitrary<T> arbitrary) {
        return arbitrary.optional(0.3);
    }

    private static Arbitrary<String> name() {
        return Arbitraries.oneOf(
                Arbitraries.of("Id", "Name", "Custom__c", "Parent__r", "A1", "x_y", "USD5", "Today", "Count", "Format"),
                Arbitraries.of("Group", "Order", "Limit", "Offset", "Data", "Category", "End", "When", "All", "By"),
                Arbitraries.strings().alpha().ofMinLength(4).ofMaxLength(8).map(word -> "q" + word));
    }

    private static Arbitrary<String> fieldAlias() {
        return Arbitraries.of("a", "total", "max", "Order", "Offset", "EUR7", "End", "expr0");
    }

    private static Arbitrary<String> fromAlias() {
        return Arbitraries.of("a", "b1", "Data", "GBP9", "c_");
    }

    /** After the first name any word may follow. */
    private static Arbitrary<FieldPath> path() {
        Arbitrary<String> later = Arbitraries.oneOf(name(), Arbitraries.of("Select", "From", "Null", "And", "Typeof"));
        return Combinators.combine(name(), later.list().ofMaxSize(3)).as((first, rest) -> {
            List<String> names = new ArrayList<>(List.of(first));
            names.addAll(rest);
            return new FieldPath(names);
        });
    }

    private static Arbitrary<Operand> operand() {
        Arbitrary<Operand> path = path().map(p -> p);
        Arbitrary<Operand> simple = Combinators.combine(
                        Arbitraries.of(Function.class).filter(f -> f != Function.DISTANCE && f != Function.GEOLOCATION),
                        path)
                .as((function, argument) -> new FunctionCall(function, List.of(argument)));
        Arbitrary<Operand> nested = simple.map(inner -> new FunctionCall(Function.FORMAT, List.of(inner)));
        Arbitrary<Argument> coordinate =
                Arbitraries.oneOf(number().map(n -> n), parameter().map(p -> p));
        Arbitrary<Operand> distance = Combinators.combine(
                        path, coordinate, coordinate, Arbitraries.of("mi", "km", "it's"))
                .as((field, latitude, longitude, unit) -> new FunctionCall(
                        Function.DISTANCE,
                        List.of(
                                field,
                                new FunctionCall(Function.GEOLOCATION, List.of(latitude, longitude)),
                                new StringLiteral(unit))));
        return Arbitraries.frequencyOf(
                Tuple.of(5, path), Tuple.of(2, simple), Tuple.of(1, nested), Tuple.of(1, distance));
    }

    private static Arbitrary<SelectItem> selectItem(int depth) {
        Arbitrary<SelectItem> expression =
                Combinators.combine(operand(), rare(fieldAlias())).as(SelectItem.Expression::new);
        Arbitrary<SelectItem> fieldSet =
                Arbitraries.of(SelectItem.FieldSet.Kind.class).map(SelectItem.FieldSet::new);
        Arbitrary<SelectItem.TypeOf.Branch> branch = Combinators.combine(
                        name(), path().list().ofMinSize(1).ofMaxSize(2))
                .as(SelectItem.TypeOf.Branch::new);
        Arbitrary<SelectItem> typeOf = Combinators.combine(
                        path(),
                        branch.list().ofMinSize(1).ofMaxSize(2),
                        path().list().ofMaxSize(2))
                .as(SelectItem.TypeOf::new);
        Arbitrary<SelectItem> flat = Arbitraries.frequencyOf(
                Tuple.of(8, expression),
                Tuple.of(1, Arbitraries.just(new SelectItem.CountAll())),
                Tuple.of(1, fieldSet),
                Tuple.of(1, typeOf));
        return depth == 0
                ? flat
                : Arbitraries.frequencyOf(
                        Tuple.of(8, flat),
                        Tuple.of(1, Arbitraries.lazy(() -> query(depth - 1)).map(SelectItem.Child::new)));
    }

    private static Arbitrary<Condition> condition(int depth) {
        Arbitrary<Condition> comparison = Combinators.combine(
                        operand(),
                        Arbitraries.of(Condition.Comparison.Operator.class)
                                .filter(o -> o != Condition.Comparison.Operator.LIKE),
                        value())
                .as(Condition.Comparison::new);
        Arbitrary<Condition> like = Combinators.combine(operand(), Arbitraries.oneOf(pattern(), parameter()))
                .as((left, right) -> new Condition.Comparison(left, Condition.Comparison.Operator.LIKE, right));
        Arbitrary<Condition> inList = Combinators.combine(
                        operand(),
                        Arbitraries.of(true, false),
                        value().list().ofMinSize(1).ofMaxSize(4))
                .as(Condition.InList::new);
        Arbitrary<Condition> inParameter = Combinators.combine(operand(), Arbitraries.of(true, false))
                .as((left, negated) -> new Condition.InParameter(left, negated, new Parameter(0)));
        Arbitrary<Condition> includes = Combinators.combine(
                        operand(),
                        Arbitraries.of(true, false),
                        Arbitraries.oneOf(string(), parameter())
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as(Condition.Includes::new);
        Arbitrary<Condition> flat = Arbitraries.oneOf(comparison, comparison, like, inList, inParameter, includes);
        if (depth == 0) {
            return flat;
        }
        Arbitrary<Condition> inner = Arbitraries.lazy(() -> condition(depth - 1));
        Arbitrary<List<Condition>> terms = inner.list().ofMinSize(2).ofMaxSize(4);
        Arbitrary<Condition> semiJoin = Combinators.combine(
                        operand(), Arbitraries.of(true, false), Arbitraries.lazy(() -> query(0)))
                .as(Condition.SemiJoin::new);
        return Arbitraries.frequencyOf(
                Tuple.of(6, flat),
                Tuple.of(2, terms.map(Condition.And::new)),
                Tuple.of(2, terms.map(Condition.Or::new)),
                Tuple.of(2, inner.map(Condition.Not::new)),
                Tuple.of(1, semiJoin));
    }

    private static Arbitrary<With> with(int depth) {
        Arbitrary<With> mode = Arbitraries.of(With.Mode.Name.class).map(With.Mode::new);
        Arbitrary<With.CategoryFilter> filter = Combinators.combine(
                        name(),
                        Arbitraries.of(With.CategoryFilter.Selector.class),
                        name().list().ofMinSize(1).ofMaxSize(2))
                .as(With.CategoryFilter::new);
        Arbitrary<With> category = filter.list().ofMinSize(1).ofMaxSize(2).map(With.DataCategory::new);
        Arbitrary<With> context = Combinators.combine(
                        name(), option().list().ofMinSize(1).ofMaxSize(2))
                .as(With.Context::new);
        Arbitrary<With> condition = condition(Math.min(depth, 1)).map(With.Filter::new);
        return Arbitraries.oneOf(mode, category, context, condition);
    }

    private static Arbitrary<SoqlQuery.GroupBy> groupBy() {
        return Combinators.combine(
                        Arbitraries.of(SoqlQuery.GroupBy.Kind.class),
                        operand().list().ofMinSize(1).ofMaxSize(3))
                .as(SoqlQuery.GroupBy::new);
    }

    private static Arbitrary<SoqlQuery.OrderItem> orderItem() {
        return Combinators.combine(
                        operand(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false).optional())
                .as(SoqlQuery.OrderItem::new);
    }

    private static Arbitrary<SoqlQuery.QueryOption> option() {
        return Combinators.combine(name(), value()).as(SoqlQuery.QueryOption::new);
    }

    private static Arbitrary<Value> count() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 100_000).map(n -> new NumberLiteral(Integer.toString(n))),
                parameter());
    }

    private static Arbitrary<Value> parameter() {
        return Arbitraries.just(new Parameter(0));
    }

    private static Arbitrary<Value> string() {
        return Arbitraries.oneOf(Arbitraries.strings(), Arbitraries.of("'", "\\", "a'b\\c", "\n\r\t\b\f", "?;--/*", ""))
                .map(StringLiteral::new);
    }

    /** Pieces that each stand for themselves in a pattern. */
    private static Arbitrary<Value> pattern() {
        return Arbitraries.of("%", "_", "\\%", "\\_", "\\\\", "a", "'", "\n", "\u00e9", "\u0007", "\"")
                .list()
                .ofMaxSize(6)
                .map(pieces -> new LikePattern(String.join("", pieces)));
    }

    private static Arbitrary<NumberLiteral> number() {
        return Combinators.combine(
                        Arbitraries.of("", "-", "+"),
                        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20),
                        rare(Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(6)))
                .as((sign, whole, fraction) -> new NumberLiteral(
                        sign + whole + fraction.map(f -> "." + f).orElse("")));
    }

    private static Arbitrary<Value> value() {
        Arbitrary<LocalDate> day =
                Arbitraries.integers().between(-99_999, 700_000).map(LocalDate::ofEpochDay);
        Arbitrary<LocalTime> time = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 86_399).map(LocalTime::ofSecondOfDay),
                Arbitraries.longs().between(0, 86_399_999L).map(ms -> LocalTime.ofNanoOfDay(ms * 1_000_000)),
                Arbitraries.longs().between(0, 86_399_999_999_999L).map(LocalTime::ofNanoOfDay));
        Arbitrary<Value> dateTime = Combinators.combine(
                        day, time, Arbitraries.integers().between(-18 * 60, 18 * 60))
                .as((date, clock, minutes) ->
                        new DateTimeLiteral(OffsetDateTime.of(date, clock, ZoneOffset.ofTotalSeconds(minutes * 60))));
        Arbitrary<Value> constant = Combinators.combine(Arbitraries.of(DateConstant.Period.class), count())
                .as((period, n) -> new DateConstant(period, period.takesCount() ? Optional.of(n) : Optional.empty()));
        Arbitrary<Value> currency = Combinators.combine(
                        Arbitraries.of("USD", "eur", "JPY"), Arbitraries.of("0", "5000", "10.50"))
                .as(CurrencyLiteral::new);
        return Arbitraries.oneOf(
                string(),
                number().map(n -> n),
                currency,
                Arbitraries.of(true, false).map(BooleanLiteral::new),
                Arbitraries.just(new NullLiteral()),
                day.map(DateLiteral::new),
                dateTime,
                time.map(TimeLiteral::new),
                constant,
                parameter());
    }
}
