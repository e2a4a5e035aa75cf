package org.soqljdbc.bind.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.bind.Columns;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/**
 * The columns of the answer and of the query behind it: each operand is asked for once, however often it is selected, and
 * constants are not asked for at all.
 */
final class SelectList {

    private final FromClause from;
    private final Operands operands;
    private final Values values;
    private final SqlText text;
    private final CompoundFields compoundFields;
    private final Optional<SoqlItems> soqlItems;
    private final SelectSlots slots = new SelectSlots();
    private final List<Translation.Output> outputs = new ArrayList<>();
    /** For each output its operand; empty for a constant. */
    private final List<Optional<Operands.Resolved>> resolved = new ArrayList<>();

    private boolean onlyRowCounts = true;

    SelectList(
            FromClause from,
            Operands operands,
            Values values,
            SqlText text,
            CompoundFields compoundFields,
            SoqlItems soqlItems) {
        this.soqlItems = Optional.ofNullable(soqlItems);
        this.from = from;
        this.operands = operands;
        this.values = values;
        this.text = text;
        this.compoundFields = compoundFields;
    }

    /** @return false if an object is not known yet */
    boolean add(SelectItem item) {
        Expression expression = item.expression();
        if (expression instanceof Expression.Star star) {
            star(star);
            return true;
        }
        if (expression instanceof Expression.Subquery subquery) {
            return child(item, subquery);
        }
        if (expression instanceof Expression.TypeOf typeOf) {
            return typeOf(typeOf);
        }
        boolean constant = values.isConstant(expression) && !(expression instanceof Expression.Column);
        if (constant) {
            addConstant(item);
            return true;
        }
        onlyRowCounts &= expression instanceof FunctionCall call
                && call.calls("COUNT")
                && call.isPlain()
                && call.arguments().size() == 1
                && Operands.countsRows(call.arguments().get(0));
        addOperand(operands.of(expression), label(item), expression);
        return true;
    }

    private boolean child(SelectItem item, Expression.Subquery subquery) {
        onlyRowCounts = false;
        Optional<SoqlItems.Child> child = soqlItems.flatMap(items -> items.child(subquery));
        child.ifPresent(known -> addItem(
                List.of(item.alias().map(Name::text).orElse(known.relationship())),
                slots.of(known.item(), 1, subquery)));
        return child.isPresent();
    }

    private boolean typeOf(Expression.TypeOf node) {
        onlyRowCounts = false;
        Optional<SoqlItems.TypeOf> typeOf = soqlItems.flatMap(items -> items.typeOf(node));
        typeOf.ifPresent(known ->
                addItem(known.labels(), slots.of(known.item(), known.labels().size(), node)));
        return typeOf.isPresent();
    }

    private void addItem(List<String> labels, int first) {
        for (int i = 0; i < labels.size(); i++) {
            outputs.add(Translation.Output.ofSlot(labels.get(i), first + i));
            resolved.add(Optional.empty());
        }
    }

    private void addOperand(Operands.Resolved operand, String label, Expression by) {
        outputs.add(Translation.Output.ofSlot(label, slots.of(operand, by)));
        resolved.add(Optional.of(operand));
    }

    /** {@code *} is every field that is a column, see {@link CompoundFields}. */
    private void star(Expression.Star star) {
        onlyRowCounts = false;
        List<TableUse> uses = from.inWrittenOrder().stream()
                .filter(use -> star.qualifier().isEmpty() || use.isCalled(star.qualifier()))
                .toList();
        if (uses.isEmpty()) {
            throw new Refused(SqlErrors.of(
                    SqlState.NO_SUCH_TABLE,
                    Places.of(text, star) + "There is no table '"
                            + star.qualifier().get(star.qualifier().size() - 1).text() + "' in FROM"));
        }
        for (TableUse use : uses) {
            for (Field field : use.object().columns(compoundFields)) {
                List<String> path = new ArrayList<>(use.path());
                path.add(field.name());
                boolean ofParent = path.size() > 1;
                addOperand(
                        new Operands.Resolved(
                                new FieldPath(path),
                                Columns.ofField(field.name(), use.object().name(), field, ofParent),
                                Optional.of(field),
                                ofParent,
                                List.of()),
                        field.name(),
                        star);
            }
        }
    }

    /** A literal, a parameter, or what the clock says. */
    void addConstant(SelectItem item) {
        onlyRowCounts = false;
        Optional<ParameterValue> value = values.constant(item.expression());
        SfType type = value.map(given -> type(given.value())).orElse(SfType.STRING);
        outputs.add(Translation.Output.ofConstant(
                Column.of(label(item), type), value.map(SelectList::wire).orElse(null)));
        resolved.add(Optional.empty());
    }

    private static SfType type(Object value) {
        if (value instanceof Boolean) {
            return SfType.BOOLEAN;
        }
        if (value instanceof Number number) {
            BigDecimal exact = new BigDecimal(number.toString());
            boolean whole = exact.scale() <= 0;
            boolean small = whole && exact.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
            return small ? SfType.INT : whole && exact.precision() <= 18 ? SfType.LONG : SfType.DOUBLE;
        }
        if (value instanceof LocalDate) {
            return SfType.DATE;
        }
        if (value instanceof LocalTime) {
            return SfType.TIME;
        }
        boolean instant = value instanceof Instant
                || value instanceof OffsetDateTime
                || value instanceof LocalDateTime
                || value instanceof java.util.Date;
        return instant ? SfType.DATETIME : SfType.STRING;
    }

    /** As Salesforce would write it; a wall clock's time is that of the zone it was given for. */
    private static Object wire(ParameterValue given) {
        Object value = given.value();
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof java.util.Date date) {
            return date.toInstant().toString();
        }
        if (value instanceof OffsetDateTime instant) {
            return instant.toInstant().toString();
        }
        if (value instanceof LocalDateTime wall) {
            return wall.atZone(given.zone()).toInstant().toString();
        }
        if (value instanceof LocalTime time) {
            // Its own text leaves seconds of zero out.
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        }
        return value.toString();
    }

    /** The alias, else the column's own name with the relationships before it, else what the expression is called. */
    private String label(SelectItem item) {
        if (item.alias().isPresent()) {
            return item.alias().get().text();
        }
        if (item.expression() instanceof Expression.Column column) {
            List<Name> names = from == null
                    ? column.names()
                    : from.locate(column).map(FromClause.Located::relative).orElse(column.names());
            return String.join(".", names.stream().map(Name::text).toList());
        }
        if (item.expression() instanceof FunctionCall call) {
            return call.name();
        }
        return item.expression() instanceof Literal.Text ? "?column?" : "EXPR$" + outputs.size();
    }

    List<Translation.Output> outputs() {
        return outputs;
    }

    /** What is asked for. */
    SelectSlots slots() {
        return slots;
    }

    /** Whether nothing but the number of rows is selected. */
    boolean isRowCount() {
        return onlyRowCounts && slots.size() == 1;
    }

    /** The answer of an aggregate query when no row is selected: COUNT is 0, the rest null. */
    List<Translation.Output> overNoRows() {
        List<Translation.Output> constants = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Translation.Output output = outputs.get(i);
            constants.add(resolved.get(i)
                    .map(operand -> Translation.Output.ofConstant(
                            operand.column().withLabel(output.label()), isCount(operand) ? (Object) 0L : null))
                    .orElse(output));
        }
        return constants;
    }

    private static boolean isCount(Operands.Resolved operand) {
        return operand.operand() instanceof org.soqljdbc.grammar.soql.FunctionCall call
                && switch (call.function()) {
                    case COUNT, COUNT_DISTINCT -> true;
                    default -> false;
                };
    }

    /** What ORDER BY and GROUP BY mean by a number or an alias: an item of the list. */
    Optional<Operands.Resolved> named(Expression expression) {
        if (expression instanceof Literal.Number number) {
            return Optional.of(numbered(number));
        }
        if (expression instanceof Expression.Column column && column.names().size() == 1) {
            return labelled(column);
        }
        return Optional.empty();
    }

    private Optional<Operands.Resolved> labelled(Expression.Column column) {
        String name = column.names().get(0).text();
        List<Operands.Resolved> called = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).label().equalsIgnoreCase(name)) {
                resolved.get(i).ifPresent(called::add);
            }
        }
        if (called.stream().map(Operands.Resolved::operand).distinct().count() > 1) {
            throw new Refused(SqlErrors.of(
                    SqlState.AMBIGUOUS_COLUMN,
                    Places.of(text, column) + "Several columns of the SELECT list are called '" + name
                            + "'; write the table before it, or its number"));
        }
        return called.stream().findFirst();
    }

    private Operands.Resolved numbered(Literal.Number number) {
        BigDecimal value = number.value();
        boolean inList = value.stripTrailingZeros().scale() <= 0
                && value.signum() > 0
                && value.compareTo(BigDecimal.valueOf(outputs.size())) <= 0;
        if (!inList) {
            throw new Refused(SqlErrors.of(
                    SqlState.NO_SUCH_COLUMN,
                    Places.of(text, number) + "There is no column number " + number.digits() + "; " + outputs.size()
                            + " are selected"));
        }
        return resolved.get(value.intValueExact() - 1)
                .orElseThrow(() -> new NotInSoql(number, "ordering or grouping by a constant"));
    }

    /** @throws Refused 42000 if a column is neither grouped nor aggregated */
    void requireIn(List<Operand> grouped) {
        slots.notAmong(grouped).ifPresent(by -> {
            String column = by instanceof Expression.Column named
                    ? operands.column(named).operand().toString()
                    : "*";
            throw new Refused(SqlErrors.of(
                    SqlState.SYNTAX_ERROR,
                    Places.of(text, by) + "Column '" + column
                            + "' is neither grouped nor aggregated; add it to GROUP BY"));
        });
    }
}
