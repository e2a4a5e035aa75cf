package org.soqljdbc.bind.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.soqljdbc.bind.Columns;
import org.soqljdbc.bind.KnownObjects;
import org.soqljdbc.bind.PathResolver;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.Argument;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** Makes columns and function calls of SQL into SOQL's. */
final class Operands {

    private final SqlText text;
    private final FromClause from;
    private final PathResolver paths;
    private final Values values;
    private final Optional<Operands> around;

    Operands(SqlText text, FromClause from, KnownObjects objects, Values values) {
        this(text, from, objects, values, Optional.empty());
    }

    /** Those of a subquery. @param around those of the query it stands in */
    Operands(SqlText text, FromClause from, KnownObjects objects, Values values, Operands around) {
        this(text, from, objects, values, Optional.of(around));
    }

    private Operands(SqlText text, FromClause from, KnownObjects objects, Values values, Optional<Operands> around) {
        this.around = around;
        this.values = values;
        this.text = text;
        this.from = from;
        this.paths = new PathResolver(objects);
    }

    /**
     * An operand of SOQL and what is known of it.
     *
     * @param field the field it is; empty for functions and for fields of a polymorphic parent
     * @param ofParent whether a path leads to it
     * @param guards the parents on its path that may be missing, by the path to their Id
     */
    record Resolved(Operand operand, Column column, Optional<Field> field, boolean ofParent, List<FieldPath> guards) {

        /** Whether it is null in no row, as far as describe says. */
        boolean isNeverNull() {
            return field.isPresent() && !field.get().nillable() && !ofParent;
        }

        /**
         * Whether it can be null in no row. Describe's word is not enough: old data, and fields hidden from a user, hold
         * nulls where {@code nillable} is false.
         */
        boolean cannotBeNull() {
            boolean always = column.type() == SfType.ID || column.type() == SfType.BOOLEAN;
            return always && isNeverNull();
        }

        boolean isDistance() {
            return operand instanceof org.soqljdbc.grammar.soql.FunctionCall call
                    && call.function() == Function.DISTANCE;
        }

        boolean isAggregate() {
            return operand instanceof org.soqljdbc.grammar.soql.FunctionCall call && call.containsAggregate();
        }
    }

    /** @throws Refused 42S22 or 42702 */
    Resolved column(Expression.Column column) {
        FromClause.Located located = from.locate(column).orElseThrow(() -> unknown(column));
        List<String> names = new ArrayList<>(located.use().path());
        located.relative().forEach(name -> names.add(name.text()));
        PathResolver.Target target;
        try {
            target = paths.resolve(from.root().object(), new FieldPath(names));
        } catch (PathResolver.NoSuchName nowhere) {
            throw new Refused(SqlErrors.of(SqlState.NO_SUCH_COLUMN, Places.of(text, column) + nowhere.getMessage()));
        }
        FieldPath path = new FieldPath(target.wirePath());
        boolean ofParent = path.names().size() > 1;
        List<FieldPath> guards = new ArrayList<>();
        if (ofParent && (located.use().mayBeMissing() || located.relative().size() > 1)) {
            guards.add(idOf(path));
        }
        return new Resolved(path, target.column(), target.field(), ofParent, guards);
    }

    /** The Id beside a field of a parent. */
    private static FieldPath idOf(FieldPath path) {
        List<String> names =
                new ArrayList<>(path.names().subList(0, path.names().size() - 1));
        names.add("Id");
        return new FieldPath(names);
    }

    /** Whether no table has a column of that name, so that the name may mean something else. */
    boolean isNoColumn(Expression.Column column) {
        return from.locate(column).isEmpty();
    }

    private RuntimeException unknown(Expression.Column column) {
        boolean outside = around.isPresent() && !around.get().isNoColumn(column);
        return outside
                ? new NotInSoql(column, "a subquery that looks at each row of the query around it")
                : noSuchColumn(column);
    }

    private Refused noSuchColumn(Expression.Column column) {
        List<String> candidates = from.inWrittenOrder().stream()
                .flatMap(use -> use.object().fields().stream())
                .map(Field::name)
                .toList();
        List<String> tables =
                from.inWrittenOrder().stream().map(use -> use.object().name()).toList();
        return new Refused(SqlErrors.of(
                SqlState.NO_SUCH_COLUMN,
                Places.of(text, column) + "There is no column '"
                        + String.join(
                                ".", column.names().stream().map(Name::text).toList()) + "' in "
                        + String.join(", ", tables) + hint(column, candidates)));
    }

    private static String hint(Expression.Column column, List<String> candidates) {
        Name last = column.names().get(column.names().size() - 1);
        String nearest = NearestName.hint(last.text(), candidates);
        boolean perhapsText = nearest.isEmpty() && column.names().size() == 1 && last.quoted();
        return perhapsText ? "; a text stands in single quotes: '" + last.text() + "'" : nearest;
    }

    /** A column, an aggregate, or a function that SOQL has itself. */
    Resolved of(Expression expression) {
        if (expression instanceof Expression.Column column) {
            return column(column);
        }
        if (expression instanceof FunctionCall call) {
            return call(call);
        }
        throw new NotInSoql(expression, "an expression");
    }

    private Resolved call(FunctionCall call) {
        boolean plain = call.orderBy().isEmpty()
                && call.ignoreNulls().isEmpty()
                && call.filter().isEmpty()
                && call.over().isEmpty();
        Optional<Function> known = plain ? Function.named(call.name()) : Optional.empty();
        if (known.isEmpty()) {
            throw new NotInSoql(call, "the function " + call.name().toUpperCase(Locale.ROOT) + " in this form");
        }
        Function function = known.get();
        return switch (function.kind()) {
            case AGGREGATE -> aggregate(call, function);
            case DATE, CONVERSION, GROUPING -> single(call, function);
            case LOCATION -> distance(call, function);
        };
    }

    private Resolved aggregate(FunctionCall call, Function function) {
        if (call.arguments().size() != 1) {
            throw new NotInSoql(call, function + " of several values");
        }
        Expression argument = call.arguments().get(0);
        boolean counting = function == Function.COUNT;
        if (counting && !call.distinct() && countsRows(argument)) {
            FieldPath id = FieldPath.of("Id");
            return aggregated(Function.COUNT, id, Column.count("COUNT"));
        }
        if (!(argument instanceof Expression.Column column)) {
            throw new NotInSoql(call, function + " of an expression");
        }
        Resolved resolved = column(column);
        resolved.field().filter(field -> !field.aggregatable()).ifPresent(field -> {
            throw new NotInSoql(call, function + " of " + field.name() + ", a field that cannot be aggregated");
        });
        boolean least = function == Function.MIN || function == Function.MAX;
        Function toCall = counting && call.distinct() ? Function.COUNT_DISTINCT : function;
        // MIN and MAX are the same of distinct values; SUM and AVG are not.
        boolean harmless = toCall == Function.COUNT_DISTINCT || least;
        if (call.distinct() && !harmless) {
            throw new NotInSoql(call, function + "(DISTINCT ...)");
        }
        return aggregated(toCall, (FieldPath) resolved.operand(), resolved.column());
    }

    /** {@code COUNT(*)}, {@code COUNT(1)}. */
    static boolean countsRows(Expression argument) {
        return argument instanceof Expression.Star star && star.qualifier().isEmpty()
                || argument instanceof Literal && !(argument instanceof Literal.Null);
    }

    private static Resolved aggregated(Function function, FieldPath path, Column argument) {
        return new Resolved(
                new org.soqljdbc.grammar.soql.FunctionCall(function, List.of(path)),
                Columns.ofFunction(function.spelling(), function, argument),
                Optional.empty(),
                false,
                List.of());
    }

    /** {@code DISTANCE(location, GEOLOCATION(latitude, longitude), 'km')}. */
    private Resolved distance(FunctionCall call, Function function) {
        if (function != Function.DISTANCE || call.arguments().size() != 3 || call.distinct()) {
            throw new NotInSoql(call, function + " but in DISTANCE(field, GEOLOCATION(latitude, longitude), unit)");
        }
        Resolved from = of(call.arguments().get(0));
        Argument to = call.arguments().get(1) instanceof FunctionCall place && place.calls("GEOLOCATION")
                ? place(place)
                : of(call.arguments().get(1)).operand();
        Column unit = Column.of("a unit", SfType.STRING);
        org.soqljdbc.grammar.soql.FunctionCall distance = new org.soqljdbc.grammar.soql.FunctionCall(
                function, List.of(from.operand(), to, argument(call.arguments().get(2), unit)));
        return new Resolved(
                distance,
                Columns.ofFunction(function.spelling(), function, from.column()),
                Optional.empty(),
                from.ofParent(),
                from.guards());
    }

    private Argument place(FunctionCall place) {
        if (place.arguments().size() != 2) {
            throw new NotInSoql(place, "GEOLOCATION but of latitude and longitude");
        }
        Column coordinate = Column.of("a coordinate", SfType.DOUBLE);
        return new org.soqljdbc.grammar.soql.FunctionCall(
                Function.GEOLOCATION,
                place.arguments().stream()
                        .<Argument>map(number -> argument(number, coordinate))
                        .toList());
    }

    private Argument argument(Expression constant, Column kind) {
        return values.literal(constant, kind)
                .orElseThrow(() -> new NotInSoql(constant, "null as an argument of DISTANCE"));
    }

    private Resolved single(FunctionCall call, Function function) {
        if (call.arguments().size() != 1 || call.distinct()) {
            throw new NotInSoql(call, "the function " + function.spelling() + " in this form");
        }
        Resolved argument = of(call.arguments().get(0));
        return new Resolved(
                new org.soqljdbc.grammar.soql.FunctionCall(function, List.<Argument>of(argument.operand())),
                Columns.ofFunction(function.spelling(), function, argument.column()),
                Optional.empty(),
                argument.ofParent(),
                argument.guards());
    }
}
