package org.soqljdbc.simulated.soql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.schema.Field;

/** Binds the operands of a grouped query to groups: what is grouped by, and what is added up. */
final class GroupOperands {

    private final Scope scope;
    private final RowOperands rows;
    private final OrgCalendar calendar;
    private final List<Bound<RowAddress>> keys = new ArrayList<>();
    private final Map<String, Integer> keyByText = new HashMap<>();
    private final List<Aggregate> aggregates = new ArrayList<>();
    private final Map<String, Integer> aggregateByText = new HashMap<>();

    GroupOperands(Scope scope, RowOperands rows, OrgCalendar calendar, List<Operand> groupBy) {
        this.scope = scope;
        this.rows = rows;
        this.calendar = calendar;
        for (Operand operand : groupBy) {
            Bound<RowAddress> bound = rows.bind(operand);
            bound.field().filter(field -> !field.groupable()).ifPresent(field -> {
                throw RowOperands.cannot(field, "grouped");
            });
            keyByText.put(text(operand), keys.size());
            keys.add(bound);
        }
    }

    List<Bound<RowAddress>> keys() {
        return keys;
    }

    /** The aggregates bound so far. */
    List<Aggregate> aggregates() {
        return aggregates;
    }

    /** An operand of SELECT, HAVING or ORDER BY. */
    Bound<Group> bind(Operand operand) {
        Integer key = keyByText.get(text(operand));
        if (key != null) {
            Bound<RowAddress> bound = keys.get(key);
            int index = key;
            return new Bound<>(
                    bound.label(), bound.kind(), bound.field(), bound.throughParent(), group -> group.keys()[index]);
        }
        if (operand instanceof FieldPath path) {
            throw scope.refuse(path, "MALFORMED_QUERY", "Field must be grouped or aggregated: " + path);
        }
        FunctionCall call = (FunctionCall) operand;
        return switch (call.function().kind()) {
            case AGGREGATE -> aggregate(call);
            case GROUPING -> grouping(call);
            case CONVERSION -> conversion(call);
            case DATE -> date(call);
            case LOCATION -> throw scope.refuse(call, "MALFORMED_QUERY", "DISTANCE can not be grouped");
        };
    }

    private Bound<Group> aggregate(FunctionCall call) {
        String text = text(call);
        Integer known = aggregateByText.get(text);
        if (known == null) {
            known = aggregates.size();
            aggregates.add(made(call));
            aggregateByText.put(text, known);
        }
        int index = known;
        return new Bound<>(
                call.function().spelling(),
                aggregates.get(index).kind(),
                Optional.empty(),
                false,
                group -> group.totals()[index].result());
    }

    private Aggregate made(FunctionCall call) {
        if (call.arguments().isEmpty() || !(call.arguments().get(0) instanceof FieldPath path)) {
            throw scope.refuse(call, "MALFORMED_QUERY", call.function().spelling() + " needs a field");
        }
        Bound<RowAddress> argument = rows.bind(path);
        Field field = argument.field().orElseThrow();
        if (!field.aggregatable() || !Aggregate.supports(call.function(), argument.kind())) {
            throw scope.refuse(
                    path,
                    "INVALID_FIELD",
                    "field " + field.name() + " does not support aggregate operator "
                            + call.function().spelling());
        }
        return new Aggregate(call.function(), argument);
    }

    private Bound<Group> grouping(FunctionCall call) {
        Integer key = call.arguments().isEmpty() || !(call.arguments().get(0) instanceof Operand operand)
                ? null
                : keyByText.get(text(operand));
        if (key == null) {
            throw scope.refuse(call, "MALFORMED_QUERY", "GROUPING needs a field that is grouped by");
        }
        int index = key;
        return new Bound<>(
                "GROUPING", ValueKind.INT, Optional.empty(), false, group -> group.rolledUp()[index] ? 1 : 0);
    }

    private Bound<Group> conversion(FunctionCall call) {
        Operand inner = (Operand) call.arguments().get(0);
        Bound<Group> bound = bind(inner);
        Optional<Field> field = rows.field(inner);
        if (call.function() == Function.FORMAT) {
            String type = field.map(Field::type).orElse("");
            int scale = field.map(Field::scale).orElse(0);
            boolean counts = bound.kind() == ValueKind.INT;
            return new Bound<>(
                    bound.label(),
                    ValueKind.TEXT,
                    Optional.empty(),
                    false,
                    group ->
                            Formats.format(bound.read(group), counts ? "" : type, counts ? 0 : scale, calendar.zone()));
        }
        if (call.function() == Function.TO_LABEL && field.isPresent()) {
            return new Bound<>(
                    bound.label(),
                    bound.kind(),
                    Optional.empty(),
                    false,
                    group -> RowOperands.label(field.get(), bound.read(group)));
        }
        return bound;
    }

    /** A date function that is not grouped by itself needs its field to be. */
    private Bound<Group> date(FunctionCall call) {
        Operand inner = (Operand) call.arguments().get(0);
        if (!keyByText.containsKey(text(inner))) {
            throw scope.refuse(call, "MALFORMED_QUERY", "Field must be grouped or aggregated: " + text(inner));
        }
        Bound<Group> argument = bind(inner);
        Bound<RowAddress> plain = rows.bind(call);
        var function = DateFunctions.of(call.function(), DateFunctions.utc());
        return new Bound<>(
                plain.label(), plain.kind(), Optional.empty(), false, group -> function.apply(argument.read(group)));
    }

    /** One text for all spellings of an operand. */
    private String text(Operand operand) {
        if (operand instanceof FieldPath path) {
            return scope.resolve(path).key();
        }
        FunctionCall call = (FunctionCall) operand;
        StringBuilder text = new StringBuilder(call.function().spelling().toUpperCase(Locale.ROOT)).append('(');
        call.arguments()
                .forEach(argument -> text.append(argument instanceof Operand inner ? text(inner) : argument.toString())
                        .append(','));
        return text.append(')').toString();
    }
}
