package org.soqljdbc.grammar.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code name([DISTINCT] argument, ...)} with what may follow it. Special spellings are read as plain calls:
 * {@code SUBSTRING(x FROM a FOR b)} is {@code SUBSTRING(x, a, b)}, {@code POSITION(a IN b)} is {@code POSITION(a, b)},
 * {@code OVERLAY(x PLACING y FROM a FOR b)} is {@code OVERLAY(x, y, a, b)}, and {@code {fn f(x)}} is {@code f(x)}.
 *
 * @param name as written; what it means is not known here
 * @param arguments may hold {@link Expression.Star}, alone
 * @param orderBy the order of the aggregated rows, written inside the parentheses or after WITHIN GROUP
 * @param ignoreNulls IGNORE NULLS (true) or RESPECT NULLS (false) of a window function
 * @param filter the condition after FILTER (WHERE ...)
 */
public record FunctionCall(
        String name,
        boolean distinct,
        List<Expression> arguments,
        List<OrderItem> orderBy,
        Optional<Boolean> ignoreNulls,
        Optional<Expression> filter,
        Optional<Window> over)
        implements Expression {

    public FunctionCall {
        arguments = List.copyOf(arguments);
        orderBy = List.copyOf(orderBy);
    }

    /** A plain call. */
    public static FunctionCall of(String name, Expression... arguments) {
        return new FunctionCall(
                name, false, List.of(arguments), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether this calls the function of a name, whatever the case of its letters. */
    public boolean calls(String function) {
        return name.equalsIgnoreCase(function);
    }

    /** Whether nothing but arguments is given. */
    public boolean isPlain() {
        return !distinct && orderBy.isEmpty() && ignoreNulls.isEmpty() && filter.isEmpty() && over.isEmpty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.call(this);
    }
}
