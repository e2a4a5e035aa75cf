package org.soqljdbc.simulated.soql;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.soqljdbc.grammar.soql.Argument;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.simulated.data.Address;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.data.Place;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.schema.Field;

/** Binds the operands of a query to the rows of its object. */
final class RowOperands {

    private static final double KILOMETRES_PER_MILE = 1.609344;

    private final Scope scope;
    private final OrgData data;
    private final OrgCalendar calendar;

    RowOperands(Scope scope, OrgData data, OrgCalendar calendar) {
        this.scope = scope;
        this.data = data;
        this.calendar = calendar;
    }

    /** An operand of WHERE: its field must be filterable. */
    Bound<RowAddress> filtered(Operand operand) {
        Bound<RowAddress> bound = bind(operand);
        field(operand)
                .filter(field -> !field.filterable() || operand instanceof FieldPath && isPlace(field))
                .ifPresent(field -> {
                    throw cannot(field, "filtered");
                });
        return bound;
    }

    /** An operand of ORDER BY: its field must be sortable. */
    Bound<RowAddress> sorted(Operand operand) {
        if (operand instanceof FunctionCall call && call.function() == Function.TO_LABEL) {
            throw new Refusal("MALFORMED_QUERY", "toLabel() is not supported in ORDER BY");
        }
        Bound<RowAddress> bound = bind(operand);
        field(operand).filter(field -> !field.sortable() && !isPlace(field)).ifPresent(field -> {
            throw cannot(field, "sorted");
        });
        return bound;
    }

    static Refusal cannot(Field field, String verb) {
        return new Refusal("INVALID_FIELD", "field '" + field.name() + "' can not be " + verb + " in a query call");
    }

    /** The field inside an operand, however deep. */
    Optional<Field> field(Operand operand) {
        if (operand instanceof FieldPath path) {
            return Optional.of(scope.resolve(path).field());
        }
        return ((FunctionCall) operand)
                .arguments().stream()
                        .filter(Operand.class::isInstance)
                        .findFirst()
                        .flatMap(inner -> field((Operand) inner));
    }

    private static boolean isPlace(Field field) {
        return ValueKind.of(field) == ValueKind.PLACE;
    }

    /** Any operand but an aggregate. */
    Bound<RowAddress> bind(Operand operand) {
        if (operand instanceof FieldPath path) {
            ResolvedPath resolved = scope.resolve(path);
            Field field = resolved.field();
            return new Bound<>(
                    field.name(),
                    ValueKind.of(field),
                    Optional.of(field),
                    !resolved.hops().isEmpty(),
                    resolved.reader(data));
        }
        FunctionCall call = (FunctionCall) operand;
        return switch (call.function().kind()) {
            case DATE -> date(call);
            case CONVERSION -> conversion(call);
            case LOCATION -> distance(call);
            case AGGREGATE, GROUPING ->
                throw scope.refuse(call, "MALFORMED_QUERY", "Grouped or aggregate expressions are not allowed here");
        };
    }

    private Bound<RowAddress> argument(FunctionCall call) {
        if (call.arguments().isEmpty() || !(call.arguments().get(0) instanceof Operand operand)) {
            throw scope.refuse(call, "MALFORMED_QUERY", call.function().spelling() + " needs a field");
        }
        return bind(operand);
    }

    private Bound<RowAddress> date(FunctionCall call) {
        boolean converted =
                call.arguments().get(0) instanceof FunctionCall inner && inner.function() == Function.CONVERT_TIMEZONE;
        Bound<RowAddress> argument =
                converted ? argument((FunctionCall) call.arguments().get(0)) : argument(call);
        boolean needsInstant =
                converted || call.function() == Function.HOUR_IN_DAY || call.function() == Function.DAY_ONLY;
        if (argument.kind() != ValueKind.DATETIME && (needsInstant || argument.kind() != ValueKind.DATE)) {
            throw scope.refuse(
                    call,
                    "INVALID_FIELD",
                    "field " + argument.label() + " does not support function "
                            + call.function().spelling());
        }
        ZoneId zone = converted ? calendar.zone() : DateFunctions.utc();
        return mapped(
                call,
                argument,
                call.function() == Function.DAY_ONLY ? ValueKind.DATE : ValueKind.INT,
                DateFunctions.of(call.function(), zone));
    }

    private Bound<RowAddress> conversion(FunctionCall call) {
        Bound<RowAddress> argument = argument(call);
        Field field = field(call).orElseThrow();
        return switch (call.function()) {
            case TO_LABEL -> mapped(call, argument, argument.kind(), value -> label(field, value));
            case FORMAT ->
                mapped(
                        call,
                        argument,
                        ValueKind.TEXT,
                        value -> Formats.format(value, field.type(), field.scale(), calendar.zone()));
            // The org has one currency, its rate is 1.
            default -> mapped(call, argument, argument.kind(), value -> value);
        };
    }

    private static Bound<RowAddress> mapped(
            FunctionCall call, Bound<RowAddress> argument, ValueKind kind, UnaryOperator<Object> function) {
        // Conversions keep the field's name; date functions have none outside grouped queries.
        String label = call.function().kind() == Function.Kind.CONVERSION
                ? argument.label()
                : call.function().spelling();
        return new Bound<>(
                label, kind, Optional.empty(), argument.throughParent(), row -> function.apply(argument.read(row)));
    }

    /** The label of a picklist value, or of each value of a multi-select one. */
    static Object label(Field field, Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        Map<String, String> labels = field.picklist();
        if (ValueKind.of(field) != ValueKind.MULTIPICKLIST) {
            return labels.getOrDefault(text, text);
        }
        return String.join(
                ";",
                List.of(text.split(";")).stream()
                        .map(one -> labels.getOrDefault(one, one))
                        .toList());
    }

    private Bound<RowAddress> distance(FunctionCall call) {
        List<Argument> arguments = call.arguments();
        boolean wellFormed = call.function() == Function.DISTANCE
                && arguments.size() == 3
                && arguments.get(0) instanceof FieldPath
                && arguments.get(2) instanceof StringLiteral;
        if (!wellFormed) {
            throw scope.refuse(call, "MALFORMED_QUERY", "DISTANCE needs a field, a GEOLOCATION and a unit");
        }
        ResolvedPath from = scope.resolve((FieldPath) arguments.get(0));
        if (!isPlace(from.field())) {
            throw scope.refuse(
                    call, "INVALID_FIELD", "field " + from.field().name() + " does not support function DISTANCE");
        }
        java.util.function.Function<RowAddress, Place> start = place(from);
        java.util.function.Function<RowAddress, Place> end = place(call, arguments.get(1));
        double unit = ((StringLiteral) arguments.get(2)).value().equalsIgnoreCase("mi") ? KILOMETRES_PER_MILE : 1;
        return new Bound<>("DISTANCE", ValueKind.NUMBER, Optional.empty(), false, row -> {
            Place a = start.apply(row);
            Place b = end.apply(row);
            return a == null || b == null ? null : a.kilometresTo(b) / unit;
        });
    }

    private java.util.function.Function<RowAddress, Place> place(FunctionCall call, Argument argument) {
        if (argument instanceof FieldPath path) {
            return place(scope.resolve(path));
        }
        if (argument instanceof FunctionCall inner
                && inner.function() == Function.GEOLOCATION
                && inner.arguments().size() == 2
                && inner.arguments().get(0) instanceof NumberLiteral latitude
                && inner.arguments().get(1) instanceof NumberLiteral longitude) {
            Place fixed = new Place(Double.parseDouble(latitude.digits()), Double.parseDouble(longitude.digits()));
            return row -> fixed;
        }
        throw scope.refuse(call, "MALFORMED_QUERY", "DISTANCE needs a GEOLOCATION of two numbers");
    }

    private java.util.function.Function<RowAddress, Place> place(ResolvedPath path) {
        java.util.function.Function<RowAddress, Object> reader = path.reader(data);
        return row -> {
            Object value = reader.apply(row);
            if (value instanceof Address address && address.latitude() != null && address.longitude() != null) {
                return new Place(address.latitude(), address.longitude());
            }
            return value instanceof Place place ? place : null;
        };
    }
}
