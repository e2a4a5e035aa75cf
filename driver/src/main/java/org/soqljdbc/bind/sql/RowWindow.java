package org.soqljdbc.bind.sql;

import java.util.Optional;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Parameter;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.grammar.sql.Expression;

/**
 * Which rows of the answer are wanted: what LIMIT and OFFSET say.
 *
 * @param limit the most rows; empty for all of them, and while its parameter is not set
 * @param offset rows passed over; 0 while its parameter is not set
 * @param unsetLimit the parameter after LIMIT, while it is not set
 * @param unsetOffset the parameter after OFFSET, while it is not set
 */
record RowWindow(
        Optional<Long> limit,
        long offset,
        Optional<Expression.Parameter> unsetLimit,
        Optional<Expression.Parameter> unsetOffset) {

    /** SOQL's OFFSET reaches no further (SOQL and SOSL Reference, "OFFSET"). */
    private static final long MAX_OFFSET = 2_000;

    /** @throws Refused 22023 for what is no number of rows */
    static RowWindow of(FlatSelect select, Values values) {
        return new RowWindow(
                select.limit().filter(limit -> !values.isUnset(limit)).map(values::count),
                select.offset()
                        .filter(offset -> !values.isUnset(offset))
                        .map(values::count)
                        .orElse(0L),
                unset(select.limit(), values),
                unset(select.offset(), values));
    }

    private static Optional<Expression.Parameter> unset(Optional<Expression> count, Values values) {
        return count.filter(values::isUnset).map(Expression.Parameter.class::cast);
    }

    /** Whether no row at all is wanted. */
    boolean isEmpty() {
        return limit.isPresent() && limit.get() == 0;
    }

    /** Whether the first row is wanted: where there is but one. */
    boolean holdsFirst() {
        return !isEmpty() && offset == 0;
    }

    /** Rows that are passed over here, since SOQL's OFFSET does not reach so far. */
    long skippedHere() {
        return offset > MAX_OFFSET ? offset : 0;
    }

    /** What SOQL's LIMIT says. */
    Optional<Value> soqlLimit() {
        long skip = skippedHere();
        return limit.<Value>map(rows -> number(rows > Long.MAX_VALUE - skip ? Long.MAX_VALUE : rows + skip))
                .or(() -> unsetLimit.map(RowWindow::parameter));
    }

    /** What SOQL's OFFSET says. */
    Optional<Value> soqlOffset() {
        long rest = offset - skippedHere();
        return rest > 0 ? Optional.of(number(rest)) : unsetOffset.map(RowWindow::parameter);
    }

    private static Value number(long value) {
        return new NumberLiteral(Long.toString(value));
    }

    private static Value parameter(Expression.Parameter parameter) {
        return new Parameter(parameter.index());
    }
}
