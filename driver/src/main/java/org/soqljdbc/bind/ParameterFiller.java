package org.soqljdbc.bind;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.Argument;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.DateConstant;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.Parameter;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.grammar.soql.With;
import org.soqljdbc.types.Literals;
import org.soqljdbc.types.ParameterValue;

/**
 * Puts literals where a query has parameters. The only place where a caller's value enters a statement, and it enters
 * as a node of the tree: no value can change what the query is.
 */
public final class ParameterFiller {

    /** What a parameter that is null means in a list, {@code IN (?, ?)} or {@code IN ?}. */
    public enum NullInList {
        /** A value to be found like others, as Salesforce takes it. */
        IS_FOUND,
        /**
         * No value, as in SQL: whoever writes one list for any number of values fills it up with nulls. In a list that
         * must not hold the value (NOT IN) it stays.
         */
        IS_NO_VALUE
    }

    private final List<List<Value>> literals;
    private final NullInList nullInList;

    private ParameterFiller(List<List<Value>> literals, NullInList nullInList) {
        this.literals = literals;
        this.nullInList = nullInList;
    }

    /** As Salesforce takes nulls. @see #fill(SoqlQuery, List, List, NullInList) */
    public static SoqlQuery fill(SoqlQuery query, List<ParameterTarget> targets, List<ParameterValue> values)
            throws SQLException {
        return fill(query, targets, values, NullInList.IS_FOUND);
    }

    /**
     * The query without parameters.
     *
     * @param values one for each target; an Object[] or Collection only where {@code IN ?} stands
     * @throws SQLException 22018, 22007, 22003 or 22023 if a value cannot be what its place takes, naming the parameter
     */
    public static SoqlQuery fill(
            SoqlQuery query, List<ParameterTarget> targets, List<ParameterValue> values, NullInList nullInList)
            throws SQLException {
        List<List<Value>> literals = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            literals.add(literals(i, targets.get(i), values.get(i)));
        }
        return new ParameterFiller(literals, nullInList).query(query);
    }

    private static List<Value> literals(int index, ParameterTarget target, ParameterValue given) throws SQLException {
        Optional<List<?>> elements = elements(given.value());
        if (elements.isEmpty()) {
            return List.of(literal(index, target, given));
        }
        if (target.place() != ParameterTarget.Place.LIST) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "Parameter " + (index + 1)
                            + " is an array, which only IN ?, IN (?), INCLUDES (?) and EXCLUDES (?) take");
        }
        List<Value> literals = new ArrayList<>();
        for (Object element : elements.get()) {
            literals.add(literal(index, target, new ParameterValue(element, given.zone())));
        }
        return literals;
    }

    private static Optional<List<?>> elements(Object value) {
        if (value instanceof Object[] array) {
            return Optional.of(Arrays.asList(array));
        }
        return value instanceof Collection<?> collection ? Optional.of(new ArrayList<>(collection)) : Optional.empty();
    }

    private static Value literal(int index, ParameterTarget target, ParameterValue given) throws SQLException {
        return target.place() == ParameterTarget.Place.PATTERN
                ? Literals.like(given, index + 1)
                : Literals.of(target.column().type(), given, index + 1);
    }

    private SoqlQuery query(SoqlQuery query) {
        return new SoqlQuery(
                query.select().stream().map(this::item).toList(),
                query.from(),
                query.scope(),
                query.where().map(this::condition),
                query.with().stream().map(this::with).toList(),
                query.groupBy(),
                query.having().map(this::condition),
                query.orderBy().stream()
                        .map(item ->
                                new SoqlQuery.OrderItem(operand(item.operand()), item.descending(), item.nullsLast()))
                        .toList(),
                query.limit().map(this::value),
                query.offset().map(this::value),
                query.forPurposes(),
                query.updates(),
                query.options(),
                query.allRows());
    }

    private SelectItem item(SelectItem item) {
        if (item instanceof SelectItem.Expression expression) {
            return new SelectItem.Expression(operand(expression.operand()), expression.alias());
        }
        return item instanceof SelectItem.Child child ? new SelectItem.Child(query(child.query())) : item;
    }

    private With with(With with) {
        return with instanceof With.Filter filter ? new With.Filter(condition(filter.condition())) : with;
    }

    private Operand operand(Operand operand) {
        if (operand instanceof FunctionCall call) {
            return new FunctionCall(
                    call.function(),
                    call.arguments().stream().map(this::argument).toList());
        }
        return operand;
    }

    private Argument argument(Argument argument) {
        return argument instanceof Operand operand ? operand(operand) : value((Value) argument);
    }

    private Value value(Value value) {
        if (value instanceof Parameter parameter) {
            return literals.get(parameter.index()).get(0);
        }
        if (value instanceof DateConstant constant) {
            return new DateConstant(constant.period(), constant.n().map(this::value));
        }
        return value;
    }

    private List<Value> values(List<Value> values) {
        return values.stream()
                .flatMap(value -> value instanceof Parameter parameter
                        ? literals.get(parameter.index()).stream()
                        : List.of(value(value)).stream())
                .toList();
    }

    private Condition condition(Condition condition) {
        return condition.accept(new Filling(false));
    }

    private final class Filling implements Condition.Visitor<Condition> {

        private final boolean negated;

        Filling(boolean negated) {
            this.negated = negated;
        }

        @Override
        public Condition and(Condition.And node) {
            return new Condition.And(each(node.terms()));
        }

        @Override
        public Condition or(Condition.Or node) {
            return new Condition.Or(each(node.terms()));
        }

        @Override
        public Condition not(Condition.Not node) {
            return new Condition.Not(node.term().accept(new Filling(!negated)));
        }

        @Override
        public Condition comparison(Condition.Comparison node) {
            return new Condition.Comparison(operand(node.left()), node.operator(), value(node.right()));
        }

        @Override
        public Condition inList(Condition.InList node) {
            List<Value> values = listed(node.values(), node.negated());
            return values.isEmpty()
                    ? ofEmptyList(node.negated())
                    : new Condition.InList(operand(node.left()), node.negated(), values);
        }

        @Override
        public Condition inParameter(Condition.InParameter node) {
            List<Value> values = listed(List.of(node.parameter()), node.negated());
            return values.isEmpty()
                    ? ofEmptyList(node.negated())
                    : new Condition.InList(operand(node.left()), node.negated(), values);
        }

        /** Only a parameter's null can be no value: who writes null in the text means it. */
        private List<Value> listed(List<Value> values, boolean not) {
            if (not != negated || nullInList == NullInList.IS_FOUND) {
                return values(values);
            }
            return values.stream()
                    .flatMap(value -> values(List.of(value)).stream()
                            .filter(filled -> !(value instanceof Parameter && filled instanceof NullLiteral)))
                    .toList();
        }

        /** SOQL has no empty list; no record's Id is null, so that says "none" and its opposite "all". */
        private Condition ofEmptyList(boolean negated) {
            Condition.Comparison.Operator operator =
                    negated ? Condition.Comparison.Operator.NOT_EQUAL : Condition.Comparison.Operator.EQUAL;
            return new Condition.Comparison(FieldPath.of("Id"), operator, new NullLiteral());
        }

        @Override
        public Condition semiJoin(Condition.SemiJoin node) {
            return new Condition.SemiJoin(node.left(), node.negated(), query(node.query()));
        }

        @Override
        public Condition includes(Condition.Includes node) {
            List<Value> values = values(node.values());
            return values.isEmpty()
                    ? ofEmptyList(node.excludes())
                    : new Condition.Includes(operand(node.left()), node.excludes(), values);
        }

        private List<Condition> each(List<Condition> terms) {
            return terms.stream().map(term -> term.accept(this)).toList();
        }
    }
}
