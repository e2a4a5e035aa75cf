package org.soqljdbc.grammar.sql;

import java.util.List;
import java.util.Optional;

/**
 * A query: {@code [WITH ..] body [ORDER BY ..] [LIMIT ..] [OFFSET ..]}. Every spelling of the limit (LIMIT, FETCH FIRST,
 * TOP, {@code LIMIT m, n}, {@code {limit n}}) is read into the same two places.
 *
 * @param recursive whether the common tables may name themselves
 * @param limit a whole {@link Literal.Number} or a {@link Expression.Parameter}
 * @param offset as limit
 */
public record Query(
        boolean recursive,
        List<CommonTable> with,
        QueryBody body,
        List<OrderItem> orderBy,
        Optional<Expression> limit,
        Optional<Expression> offset)
        implements SqlStatement, QueryBody {

    public Query {
        with = List.copyOf(with);
        orderBy = List.copyOf(orderBy);
    }

    /** A query that is nothing but its body. */
    public static Query of(QueryBody body) {
        return new Query(false, List.of(), body, List.of(), Optional.empty(), Optional.empty());
    }

    /** Whether there is nothing beside the body. */
    public boolean isPlain() {
        return !recursive && with.isEmpty() && orderBy.isEmpty() && limit.isEmpty() && offset.isEmpty();
    }

    /** {@code name (columns) AS (query)}. */
    public record CommonTable(Name name, List<Name> columns, Query query) {
        public CommonTable {
            columns = List.copyOf(columns);
        }
    }

    @Override
    public <R> R accept(SqlStatement.Visitor<R> visitor) {
        return visitor.query(this);
    }

    @Override
    public <R> R accept(QueryBody.Visitor<R> visitor) {
        return visitor.nested(this);
    }
}
