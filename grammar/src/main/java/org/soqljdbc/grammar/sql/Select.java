package org.soqljdbc.grammar.sql;

import java.util.List;
import java.util.Optional;

/**
 * One SELECT, without what belongs to the query around it (WITH, ORDER BY, limits). TOP n is read as the limit of that
 * query.
 *
 * @param items one or more
 * @param from the tables between commas; none for {@code SELECT 1}
 * @param groupBy empty where the clause is absent
 */
public record Select(
        boolean distinct,
        List<SelectItem> items,
        List<TableReference> from,
        Optional<Expression> where,
        List<GroupingElement> groupBy,
        Optional<Expression> having,
        List<NamedWindow> windows)
        implements QueryBody {

    public Select {
        items = List.copyOf(items);
        from = List.copyOf(from);
        groupBy = List.copyOf(groupBy);
        windows = List.copyOf(windows);
    }

    /** {@code name AS (window)} of the WINDOW clause. */
    public record NamedWindow(Name name, Window window) {}

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.select(this);
    }
}
