package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlNode;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.DateConstant;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.grammar.sql.SqlText;

/** Builds Calcite's tree of conditions that only the org can check. */
final class OrgConditionNodes {

    private final SqlText text;
    private final Places places;
    private final QueryNodes queries;
    private final Values values;

    OrgConditionNodes(SqlText text, QueryNodes queries, Values values) {
        this.text = text;
        this.places = new Places(text);
        this.queries = queries;
        this.values = values;
    }

    /** Empty where neither side is a date literal of SOQL. */
    Optional<SqlNode> comparison(Predicate.Comparison node) {
        Optional<DateConstant> right = constant(node.right());
        Optional<DateConstant> left = right.isPresent() ? Optional.empty() : constant(node.left());
        if (right.isEmpty() && left.isEmpty()) {
            return Optional.empty();
        }
        Expression column = right.isPresent() ? node.left() : node.right();
        DateConstant constant = right.or(() -> left).orElseThrow();
        Condition.Comparison.Operator operator = operator(node, left.isPresent());
        String words = operator.symbol() + " " + constant.period()
                + constant.n().map(n -> ":" + ((NumberLiteral) n).digits()).orElse("");
        OrgCondition condition = new OrgCondition(words, path -> new Condition.Comparison(path, operator, constant));
        return Optional.of(condition.createCall(places.of(node), queries.expression(column)));
    }

    private Condition.Comparison.Operator operator(Predicate.Comparison node, boolean mirrored) {
        return switch (node.operator()) {
            case EQUAL -> Condition.Comparison.Operator.EQUAL;
            case LESS -> mirrored ? Condition.Comparison.Operator.GREATER : Condition.Comparison.Operator.LESS;
            case LESS_OR_EQUAL ->
                mirrored ? Condition.Comparison.Operator.GREATER_OR_EQUAL : Condition.Comparison.Operator.LESS_OR_EQUAL;
            case GREATER -> mirrored ? Condition.Comparison.Operator.LESS : Condition.Comparison.Operator.GREATER;
            case GREATER_OR_EQUAL ->
                mirrored ? Condition.Comparison.Operator.LESS_OR_EQUAL : Condition.Comparison.Operator.GREATER_OR_EQUAL;
            default ->
                throw Carried.at(
                        text,
                        node,
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "In a query that SOQL alone cannot say, its date literals are compared by =, <, <=, > and >=");
        };
    }

    private Optional<DateConstant> constant(Expression expression) {
        if (expression instanceof Expression.DateWithCount counted) {
            return Optional.of(new DateConstant(counted.period(), Optional.of(count(counted.n()))));
        }
        return expression instanceof Expression.Column column && !queries.isColumn(column)
                ? column.period().map(period -> new DateConstant(period, Optional.empty()))
                : Optional.empty();
    }

    private Value count(Expression n) {
        if (n instanceof Literal.Number number) {
            return new NumberLiteral(number.digits());
        }
        Expression.Parameter parameter = (Expression.Parameter) n;
        Object given = values.areSet() ? values.parameter(parameter.index()).value() : Integer.valueOf(1);
        if (!(given instanceof Number number) || number.longValue() < 0) {
            throw Carried.at(text, n, SqlState.INVALID_PARAMETER_VALUE, "A date literal counts by a whole number");
        }
        return new NumberLiteral(Long.toString(number.longValue()));
    }

    SqlNode includes(Predicate.Includes node) {
        List<Value> items = new ArrayList<>();
        for (Expression item : node.items()) {
            if (!(item instanceof Literal.Text literal)) {
                throw Carried.at(
                        text,
                        node,
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "In a query that SOQL alone cannot say, INCLUDES and EXCLUDES take texts only");
            }
            items.add(new StringLiteral(literal.value()));
        }
        String words = (node.excludes() ? "EXCLUDES" : "INCLUDES")
                + items.stream()
                        .map(item -> "'" + ((StringLiteral) item).value() + "'")
                        .collect(Collectors.joining(", ", " (", ")"));
        OrgCondition condition = new OrgCondition(words, path -> new Condition.Includes(path, node.excludes(), items));
        return condition.createCall(places.of(node), queries.expression(node.operand()));
    }
}
