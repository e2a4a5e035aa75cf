package org.soqljdbc.bind.sql;

import java.util.List;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.types.SfType;

/** Says in SOQL what SQL asks of nulls, which SOQL treats in its own way: see {@link Conditions}. */
final class NullLogic {

    private NullLogic() {}

    /** A comparison with a value that is not null, true of no null. */
    static Filter compare(Operands.Resolved operand, Condition.Comparison.Operator operator, Value value) {
        Filter comparison = Filter.of(new Condition.Comparison(operand.operand(), operator, value));
        if (operator == Condition.Comparison.Operator.NOT_EQUAL) {
            return Filter.and(List.of(comparison, hasValue(operand)));
        }
        return guarded(operand, comparison);
    }

    /** The rows where the operand is, or is not, null. */
    static Filter isNull(Operands.Resolved operand, boolean not) {
        if (operand.cannotBeNull()) {
            return Filter.constant(not);
        }
        if (operand.column().type() == SfType.BOOLEAN) {
            // A boolean that is null there is only where the parent is missing, and there it reads false.
            return operand.guards().isEmpty()
                    ? Filter.constant(not)
                    : Filter.of(nullTest(operand.guards().get(0), not));
        }
        return Filter.of(new Condition.Comparison(
                source(operand.operand()),
                not ? Condition.Comparison.Operator.NOT_EQUAL : Condition.Comparison.Operator.EQUAL,
                new NullLiteral()));
    }

    /** A function of one field is null where the field is, and the field is what SOQL compares with null. */
    private static Operand source(Operand operand) {
        boolean ofOneField = operand instanceof FunctionCall call
                && (call.function().kind() == Function.Kind.CONVERSION
                        || call.function().kind() == Function.Kind.DATE);
        return ofOneField && ((FunctionCall) operand).arguments().get(0) instanceof Operand inner
                ? source(inner)
                : operand;
    }

    /** For a condition that SOQL finds true of null as well. */
    static Filter hasValue(Operands.Resolved operand) {
        return isNull(operand, true);
    }

    /** Keeps a missing parent's boolean from reading false. */
    static Filter guarded(Operands.Resolved operand, Filter filter) {
        if (operand.column().type() != SfType.BOOLEAN || operand.guards().isEmpty()) {
            return filter;
        }
        return Filter.and(List.of(filter, Filter.of(nullTest(operand.guards().get(0), true))));
    }

    /** {@code path = null}, or its opposite. */
    static Condition nullTest(FieldPath path, boolean not) {
        return new Condition.Comparison(
                path,
                not ? Condition.Comparison.Operator.NOT_EQUAL : Condition.Comparison.Operator.EQUAL,
                new NullLiteral());
    }
}
