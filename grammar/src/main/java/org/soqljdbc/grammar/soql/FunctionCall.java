package org.soqljdbc.grammar.soql;

import java.util.List;

/** A call of one of SOQL's functions, for instance {@code CALENDAR_YEAR(convertTimezone(CreatedDate))}. */
public record FunctionCall(Function function, List<Argument> arguments) implements Operand {

    public FunctionCall {
        arguments = List.copyOf(arguments);
    }

    /** Whether this call, or one inside it ({@code FORMAT(SUM(Amount))}), is an aggregate. */
    public boolean containsAggregate() {
        return function.kind() == Function.Kind.AGGREGATE
                || arguments.stream()
                        .anyMatch(argument -> argument instanceof FunctionCall inner && inner.containsAggregate());
    }
}
