package org.soqljdbc.bind.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/** Says comparisons of SQL in SOQL; see {@link Conditions}. */
final class Comparisons {

    private final Conditions conditions;
    private final Values values;

    /** @param conditions among which the comparison stands */
    Comparisons(Conditions conditions, Values values) {
        this.conditions = conditions;
        this.values = values;
    }

    Filter compare(Predicate.Comparison node, boolean negated) {
        boolean leftConstant = values.isConstant(node.left()) && !isColumnOrPeriod(node.left());
        boolean rightConstant = values.isConstant(node.right()) || isPeriod(node.right());
        if (leftConstant && rightConstant) {
            return constants(node, negated);
        }
        if (leftConstant) {
            return compare(node.right(), ComparisonOperators.mirrored(node.operator()), node.left(), negated, node);
        }
        if (!rightConstant) {
            requireColumns(node.left(), node.right());
            throw new NotInSoql(node, "a comparison of two columns or expressions");
        }
        return compare(node.left(), node.operator(), node.right(), negated, node);
    }

    /** What is no column at all is refused as such, rather than as too much for one query. */
    private void requireColumns(Expression... sides) {
        for (Expression side : sides) {
            if (side instanceof Expression.Column column) {
                conditions.operands(column).column(column);
            }
        }
    }

    private boolean isColumnOrPeriod(Expression expression) {
        return expression instanceof Expression.Column;
    }

    private boolean isPeriod(Expression expression) {
        return expression instanceof Expression.DateWithCount
                || expression instanceof Expression.Column column
                        && column.period().isPresent()
                        && conditions.operands(column).isNoColumn(column);
    }

    private Filter constants(Predicate.Comparison node, boolean negated) {
        if (values.isUnset(node.left()) || values.isUnset(node.right())) {
            return Filter.ALL;
        }
        Optional<ParameterValue> left = values.constant(node.left());
        Optional<ParameterValue> right = values.constant(node.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Filter.NONE;
        }
        Optional<Integer> order =
                ConstantOrder.compare(left.get().value(), right.get().value());
        if (order.isEmpty()) {
            throw new NotInSoql(node, "a comparison of constants of different kinds");
        }
        int sign = Integer.signum(order.get());
        boolean holds = switch (node.operator()) {
            case EQUAL, NOT_DISTINCT -> sign == 0;
            case NOT_EQUAL, DISTINCT -> sign != 0;
            case LESS -> sign < 0;
            case LESS_OR_EQUAL -> sign <= 0;
            case GREATER -> sign > 0;
            case GREATER_OR_EQUAL -> sign >= 0;
        };
        return Filter.constant(holds != negated);
    }

    private Filter compare(
            Expression column,
            Predicate.Comparison.Operator written,
            Expression constant,
            boolean negated,
            Predicate.Comparison node) {
        Predicate.Comparison.Operator operator = negated ? ComparisonOperators.opposite(written) : written;
        Operands.Resolved operand = conditions.filterable(column);
        if (operand.isDistance() && !ComparisonOperators.isOrder(operator)) {
            throw new NotInSoql(node, "DISTANCE compared by anything but < and >");
        }
        Optional<BigDecimal> fraction = values.fraction(constant, operand.column());
        if (fraction.isPresent()) {
            return betweenWholeNumbers(operand, operator, fraction.get());
        }
        Optional<Value> value = values.literal(constant, operand.column());
        boolean emptyText = value.isPresent() && Conditions.isEmptyText(value.get());
        if (operator == Predicate.Comparison.Operator.NOT_DISTINCT && !emptyText) {
            return value.isEmpty()
                    ? NullLogic.isNull(operand, false)
                    : NullLogic.compare(operand, Condition.Comparison.Operator.EQUAL, value.get());
        }
        if (operator == Predicate.Comparison.Operator.DISTINCT) {
            return value.isEmpty() ? NullLogic.isNull(operand, true) : distinct(operand, value.get());
        }
        if (value.isEmpty()) {
            return Filter.NONE;
        }
        if (emptyText) {
            return emptyText(operand, operator);
        }
        return NullLogic.compare(operand, ComparisonOperators.soql(operator), value.get());
    }

    /** SOQL finds null unequal to everything but null, and to empty text; and a missing parent's boolean reads false. */
    private Filter distinct(Operands.Resolved operand, Value value) {
        if (Conditions.isEmptyText(value)) {
            return Filter.ALL;
        }
        Filter differs =
                Filter.of(new Condition.Comparison(operand.operand(), Condition.Comparison.Operator.NOT_EQUAL, value));
        boolean mayBeMissing =
                operand.column().type() == SfType.BOOLEAN && !operand.guards().isEmpty();
        return mayBeMissing ? Filter.or(List.of(differs, NullLogic.isNull(operand, false))) : differs;
    }

    /** Salesforce stores no empty text: it compares as less than every text there is. */
    private Filter emptyText(Operands.Resolved operand, Predicate.Comparison.Operator operator) {
        return switch (operator) {
            case NOT_EQUAL, GREATER, GREATER_OR_EQUAL -> NullLogic.isNull(operand, true);
            default -> Filter.NONE;
        };
    }

    private Filter betweenWholeNumbers(
            Operands.Resolved operand, Predicate.Comparison.Operator operator, BigDecimal number) {
        String below = number.setScale(0, RoundingMode.FLOOR).toPlainString();
        return switch (operator) {
            case EQUAL, NOT_DISTINCT -> Filter.NONE;
            case NOT_EQUAL -> NullLogic.isNull(operand, true);
            case DISTINCT -> Filter.ALL;
            case GREATER, GREATER_OR_EQUAL ->
                NullLogic.compare(operand, Condition.Comparison.Operator.GREATER, new NumberLiteral(below));
            case LESS, LESS_OR_EQUAL ->
                NullLogic.compare(operand, Condition.Comparison.Operator.LESS_OR_EQUAL, new NumberLiteral(below));
        };
    }
}
