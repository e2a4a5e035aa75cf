package org.soqljdbc.bind.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.types.ParameterValue;

/** A condition that names the rows by their Ids and says nothing else: {@code Id = ?}, {@code Id IN (...)}. */
public final class IdCondition {

    /** An Id's first 15 characters tell it; three more only guard its letters' case. */
    private static final int SHORT_ID = 15;

    private final List<Expression> items;
    private final Optional<Expression.Parameter> list;

    private IdCondition(List<Expression> items, Optional<Expression.Parameter> list) {
        this.items = items;
        this.list = list;
    }

    /** The Ids a condition names; empty if it may say anything else. */
    static Optional<IdCondition> of(Expression where, TargetTable table) {
        if (where instanceof Predicate.Comparison comparison
                && comparison.operator() == Predicate.Comparison.Operator.EQUAL) {
            return equality(comparison.left(), comparison.right(), table)
                    .or(() -> equality(comparison.right(), comparison.left(), table));
        }
        if (where instanceof Predicate.InList in && !in.negated() && table.isColumn(in.operand(), "Id")) {
            return in.items().stream().allMatch(ConstantExpressions::isConstant)
                    ? Optional.of(new IdCondition(in.items(), Optional.empty()))
                    : Optional.empty();
        }
        if (where instanceof Predicate.InParameter in && !in.negated() && table.isColumn(in.operand(), "Id")) {
            return Optional.of(new IdCondition(List.of(), Optional.of(in.parameter())));
        }
        return Optional.empty();
    }

    private static Optional<IdCondition> equality(Expression column, Expression value, TargetTable table) {
        return table.isColumn(column, "Id") && ConstantExpressions.isConstant(value)
                ? Optional.of(new IdCondition(List.of(value), Optional.empty()))
                : Optional.empty();
    }

    /** The parameters it holds. */
    boolean names(Expression.Parameter parameter) {
        return items.contains(parameter) || list.filter(parameter::equals).isPresent();
    }

    /**
     * The Ids, each once, in the order they were named. Nulls equal no Id and are left out.
     *
     * @throws SQLException 22023 for what is no Id
     */
    public List<String> ids(ConstantExpressions constants) throws SQLException {
        List<ParameterValue> values = new ArrayList<>();
        if (list.isPresent()) {
            values.addAll(constants.elements(list.get()));
        }
        for (Expression item : items) {
            values.add(constants.value(item));
        }
        Map<String, String> ids = new LinkedHashMap<>();
        for (ParameterValue value : values) {
            if (value.value() != null) {
                String id = FieldValues.id(value, "Id");
                ids.putIfAbsent(id.substring(0, SHORT_ID), id);
            }
        }
        return List.copyOf(ids.values());
    }
}
