package org.soqljdbc.bind.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.soql.Argument;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.sql.Expression;

/** What the query behind a SELECT asks for: each operand once, however often it is selected. */
final class SelectSlots {

    /**
     * One item of the query.
     *
     * @param operand what it asks for; empty for child subqueries and TYPEOF
     * @param item what says it, where it is no operand
     * @param columns how many columns of the answer it makes
     * @param by the item of the statement that asked for it first
     */
    private record Slot(Optional<Operands.Resolved> operand, Optional<SelectItem> item, int columns, Expression by) {}

    private final List<Slot> slots = new ArrayList<>();

    /** The number of the answer's column for an operand. @param by the item of the statement that asks for it */
    int of(Operands.Resolved operand, Expression by) {
        int column = 0;
        for (Slot slot : slots) {
            if (slot.operand()
                    .filter(known -> known.operand().equals(operand.operand()))
                    .isPresent()) {
                return column;
            }
            column += slot.columns();
        }
        slots.add(new Slot(Optional.of(operand), Optional.empty(), 1, by));
        return column;
    }

    /** The number of the first of the answer's columns for an item that is no operand. */
    int of(SelectItem item, int columns, Expression by) {
        int column = slots.stream().mapToInt(Slot::columns).sum();
        slots.add(new Slot(Optional.empty(), Optional.of(item), columns, by));
        return column;
    }

    /** Whether child subqueries are among them. */
    boolean holdsChildren() {
        return slots.stream()
                .anyMatch(slot ->
                        slot.item().filter(SelectItem.Child.class::isInstance).isPresent());
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    int size() {
        return slots.size();
    }

    /** What is asked for, in order; without child subqueries and TYPEOF. */
    List<Operand> operands() {
        return slots.stream()
                .flatMap(slot -> slot.operand().stream())
                .map(Operands.Resolved::operand)
                .toList();
    }

    /**
     * The SELECT list of the query.
     *
     * @param grouped whether the query groups: the fields then need aliases where two have one last name, under which
     *     Salesforce would answer both
     */
    List<SelectItem> items(boolean grouped) {
        if (slots.isEmpty()) {
            FieldPath id = FieldPath.of("Id");
            Operand anything = grouped ? new FunctionCall(Function.COUNT, List.of(id)) : id;
            return List.of(new SelectItem.Expression(anything, Optional.empty()));
        }
        List<SelectItem> items = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.operand().isEmpty()) {
                items.add(slot.item().orElseThrow());
            } else {
                Operand operand = slot.operand().get().operand();
                boolean alias = grouped && operand instanceof FieldPath path && sharesName(path) || needsAlias(operand);
                items.add(new SelectItem.Expression(operand, alias ? Optional.of("col" + i) : Optional.empty()));
            }
        }
        return items;
    }

    private boolean sharesName(FieldPath path) {
        return operands().stream()
                        .filter(other -> other instanceof FieldPath otherPath
                                && otherPath.last().equalsIgnoreCase(path.last()))
                        .count()
                > 1;
    }

    /** toLabel(f) and its like come under the name of f, which another item may have as well. */
    private boolean needsAlias(Operand operand) {
        Optional<FieldPath> field = converted(operand);
        return operand instanceof FunctionCall call && call.function() == Function.DISTANCE
                || field.isPresent()
                        && operands().stream()
                                .anyMatch(other -> !other.equals(operand)
                                        && (other.equals(field.get())
                                                || converted(other).equals(field)));
    }

    private static Optional<FieldPath> converted(Operand operand) {
        if (!(operand instanceof FunctionCall call) || call.function().kind() != Function.Kind.CONVERSION) {
            return Optional.empty();
        }
        Argument argument = call.arguments().get(0);
        if (argument instanceof FieldPath path) {
            return Optional.of(path);
        }
        return argument instanceof Operand inner ? converted(inner) : Optional.empty();
    }

    /** For SELECT DISTINCT, which SOQL says by grouping. @param select the whole, where no item is to blame */
    void requireGroupable(FlatSelect select) {
        for (Slot slot : slots) {
            Operands.Resolved operand = slot.operand()
                    .orElseThrow(() -> new NotInSoql(slot.by(), "SELECT DISTINCT of a child subquery or TYPEOF"));
            operand.field().filter(field -> !field.groupable()).ifPresent(field -> {
                throw new NotInSoql(
                        slot.by(), "SELECT DISTINCT " + field.name() + ", by which Salesforce cannot group");
            });
            if (operand.isAggregate() || !(operand.operand() instanceof FieldPath)) {
                throw new NotInSoql(slot.by(), "SELECT DISTINCT of functions");
            }
        }
        if (slots.isEmpty()) {
            throw new NotInSoql(select.items().get(0).expression(), "SELECT DISTINCT of constants");
        }
    }

    /** The first item that is neither among those grouped nor a function. */
    Optional<Expression> notAmong(List<Operand> grouped) {
        return slots.stream()
                .filter(slot -> slot.operand()
                        .filter(operand ->
                                operand.operand() instanceof FieldPath && !grouped.contains(operand.operand()))
                        .isPresent())
                .map(Slot::by)
                .findFirst();
    }
}
