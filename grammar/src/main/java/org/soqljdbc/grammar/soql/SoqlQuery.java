package org.soqljdbc.grammar.soql;

import java.util.List;
import java.util.Optional;

/**
 * One SOQL query; child subqueries and semi-joins are queries too, of a narrower shape (see {@link org.soqljdbc.grammar.soql.rules.SoqlRules}).
 *
 * @param select at least one item, in order
 * @param from the object first; the rest are relationship aliases ({@code FROM Contact c, c.Account a})
 * @param scope the name after {@code USING SCOPE}
 * @param with every {@code WITH} clause, in order; nearly always none or one
 * @param groupBy the {@code GROUP BY} clause
 * @param limit {@link NumberLiteral} or {@link Parameter}
 * @param offset {@link NumberLiteral} or {@link Parameter}
 * @param forPurposes every {@code FOR ...}, in order
 * @param updates what {@code UPDATE TRACKING, VIEWSTAT} names, in order
 * @param options {@code SET OPTIONS (name = value, ...)}, in order
 * @param allRows whether {@code ALL ROWS} was written (Apex's spelling of queryAll)
 */
public record SoqlQuery(
        List<SelectItem> select,
        List<FromItem> from,
        Optional<String> scope,
        Optional<Condition> where,
        List<With> with,
        Optional<GroupBy> groupBy,
        Optional<Condition> having,
        List<OrderItem> orderBy,
        Optional<Value> limit,
        Optional<Value> offset,
        List<ForPurpose> forPurposes,
        List<StatUpdate> updates,
        List<QueryOption> options,
        boolean allRows) {

    public SoqlQuery {
        select = List.copyOf(select);
        from = List.copyOf(from);
        with = List.copyOf(with);
        orderBy = List.copyOf(orderBy);
        forPurposes = List.copyOf(forPurposes);
        updates = List.copyOf(updates);
        options = List.copyOf(options);
    }

    /** {@code FOR VIEW}, {@code FOR REFERENCE}, {@code FOR UPDATE} (Apex only). */
    public enum ForPurpose {
        VIEW,
        REFERENCE,
        UPDATE
    }

    /** {@code UPDATE TRACKING}, {@code UPDATE VIEWSTAT}: Knowledge article statistics. */
    public enum StatUpdate {
        TRACKING,
        VIEWSTAT
    }

    /** One {@code name = value} of {@code SET OPTIONS}. */
    public record QueryOption(String name, Value value) {}

    /**
     * One item after {@code FROM}.
     *
     * @param path an object name, a child relationship name, or {@code alias.Relationship}
     */
    public record FromItem(FieldPath path, Optional<String> alias) {}

    /** The {@code GROUP BY} clause. */
    public record GroupBy(Kind kind, List<Operand> items) {

        public GroupBy {
            items = List.copyOf(items);
        }

        /** How the items combine; ROLLUP and CUBE add subtotal rows. */
        public enum Kind {
            PLAIN,
            ROLLUP,
            CUBE
        }
    }

    /**
     * One {@code ORDER BY} item.
     *
     * @param descending false for {@code ASC}, written or not
     * @param nullsLast empty when {@code NULLS FIRST|LAST} is not written (nulls then come first in both directions)
     */
    public record OrderItem(Operand operand, boolean descending, Optional<Boolean> nullsLast) {}

    /** The object, or child relationship, that the query is about. */
    public FromItem root() {
        return from.get(0);
    }

    /** Whether the answer is grouped or aggregated rows rather than records. */
    public boolean isAggregate() {
        return groupBy.isPresent()
                || select.stream()
                        .anyMatch(item -> item instanceof SelectItem.CountAll
                                || item instanceof SelectItem.Expression expression
                                        && expression.operand() instanceof FunctionCall call
                                        && call.containsAggregate());
    }

    /** Whether the query is {@code SELECT COUNT() FROM ...}, whose answer is the reply's totalSize. */
    public boolean isCountAll() {
        return select.size() == 1 && select.get(0) instanceof SelectItem.CountAll;
    }

    /** The same query with another {@code LIMIT}. */
    public SoqlQuery withLimit(Optional<Value> newLimit) {
        return new SoqlQuery(
                select,
                from,
                scope,
                where,
                with,
                groupBy,
                having,
                orderBy,
                newLimit,
                offset,
                forPurposes,
                updates,
                options,
                allRows);
    }

    /** The same query with or without {@code ALL ROWS}. */
    public SoqlQuery withAllRows(boolean newAllRows) {
        return new SoqlQuery(
                select,
                from,
                scope,
                where,
                with,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                forPurposes,
                updates,
                options,
                newAllRows);
    }

    /** The same query with another SELECT list. */
    public SoqlQuery withSelect(List<SelectItem> newSelect) {
        return new SoqlQuery(
                newSelect,
                from,
                scope,
                where,
                with,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                forPurposes,
                updates,
                options,
                allRows);
    }

    /** The same query with another {@code WHERE}. */
    public SoqlQuery withWhere(Optional<Condition> newWhere) {
        return new SoqlQuery(
                select,
                from,
                scope,
                newWhere,
                with,
                groupBy,
                having,
                orderBy,
                limit,
                offset,
                forPurposes,
                updates,
                options,
                allRows);
    }

    /** The same query with other groups. */
    public SoqlQuery withGroups(Optional<GroupBy> newGroupBy, Optional<Condition> newHaving) {
        return new SoqlQuery(
                select,
                from,
                scope,
                where,
                with,
                newGroupBy,
                newHaving,
                orderBy,
                limit,
                offset,
                forPurposes,
                updates,
                options,
                allRows);
    }

    /** The same query in another order. */
    public SoqlQuery withOrderBy(List<OrderItem> newOrderBy) {
        return new SoqlQuery(
                select,
                from,
                scope,
                where,
                with,
                groupBy,
                having,
                newOrderBy,
                limit,
                offset,
                forPurposes,
                updates,
                options,
                allRows);
    }

    /** The same query with another {@code OFFSET}. */
    public SoqlQuery withOffset(Optional<Value> newOffset) {
        return new SoqlQuery(
                select,
                from,
                scope,
                where,
                with,
                groupBy,
                having,
                orderBy,
                limit,
                newOffset,
                forPurposes,
                updates,
                options,
                allRows);
    }

    /** Its SELECT list and FROM alone. */
    public SoqlQuery bare() {
        return new SoqlQuery(
                select,
                from,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }
}
