package org.soqljdbc.bind.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
import org.soqljdbc.grammar.sql.GroupingElement;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.OrderItem;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.TableReference;

/**
 * A query without a subquery in FROM: what a derived table selects has taken the place of its columns. SQL tools wrap
 * queries so ({@code SELECT COUNT(*) FROM (...) x}, {@code SELECT * FROM (...) q WHERE ...}).
 *
 * @param items the select list; a Star is still one
 * @param where conditions, all of which must be true
 * @param having conditions on groups, all of which must be true
 */
record FlatSelect(
        boolean distinct,
        List<SelectItem> items,
        List<TableReference> from,
        List<Expression> where,
        List<GroupingElement> groupBy,
        List<Expression> having,
        List<OrderItem> orderBy,
        Optional<Expression> limit,
        Optional<Expression> offset) {

    /** @throws NotInSoql if there is more in it than one SELECT over others that only choose columns and rows */
    static FlatSelect of(Query query, SqlText text) {
        if (!query.with().isEmpty()) {
            throw new NotInSoql(query, "WITH");
        }
        if (query.body() instanceof Query nested && nested.isPlain()) {
            return of(new Query(false, List.of(), nested.body(), query.orderBy(), query.limit(), query.offset()), text);
        }
        if (!(query.body() instanceof Select select)) {
            throw new NotInSoql(query.body(), "UNION, INTERSECT, EXCEPT or VALUES");
        }
        if (!select.windows().isEmpty()) {
            throw new NotInSoql(select, "WINDOW");
        }
        FlatSelect flat = new FlatSelect(
                select.distinct(),
                select.items(),
                select.from(),
                select.where().map(FromClause::conjuncts).orElse(List.of()),
                select.groupBy(),
                select.having().map(FromClause::conjuncts).orElse(List.of()),
                query.orderBy(),
                query.limit(),
                query.offset());
        if (select.from().size() == 1 && select.from().get(0) instanceof TableReference.Derived derived) {
            return flat.over(derived, of(derived.query(), text), text);
        }
        return flat;
    }

    /** The same of other tables. */
    FlatSelect from(List<TableReference> tables) {
        return new FlatSelect(distinct, items, tables, where, groupBy, having, orderBy, limit, offset);
    }

    boolean isGrouped() {
        return !groupBy.isEmpty()
                || !having.isEmpty()
                || items.stream().anyMatch(item -> aggregates(item.expression()));
    }

    /** Whether it is an aggregate, or one inside SOQL's FORMAT. */
    private static boolean aggregates(Expression expression) {
        if (!(expression instanceof FunctionCall call)) {
            return false;
        }
        return Function.named(call.name())
                .filter(function -> function.kind() == Function.Kind.AGGREGATE
                        || function == Function.FORMAT
                                && call.arguments().stream().anyMatch(FlatSelect::aggregates))
                .isPresent();
    }

    private FlatSelect over(TableReference.Derived derived, FlatSelect inner, SqlText text) {
        boolean cut = inner.limit.isPresent() || inner.offset.isPresent();
        boolean regrouped = inner.isGrouped() && (isGrouped() || distinct);
        if (cut || inner.distinct || regrouped) {
            throw new NotInSoql(derived, "a subquery in FROM with DISTINCT, LIMIT, or groups that are grouped again");
        }
        Scope scope = new Scope(derived, inner, text);
        Substitution substitution = new Substitution(scope::replacement);
        List<Expression> conditions = where.stream().map(substitution::in).toList();
        return new FlatSelect(
                distinct,
                scope.items(items, substitution),
                inner.from,
                inner.isGrouped() ? inner.where : joined(inner.where, conditions),
                inner.isGrouped() ? inner.groupBy : grouping(substitution),
                inner.isGrouped()
                        ? joined(inner.having, conditions)
                        : having.stream().map(substitution::in).toList(),
                orderBy.isEmpty() && !isGrouped() && !distinct
                        ? scope.innerOrder()
                        : scope.order(orderBy, items, substitution),
                limit,
                offset);
    }

    private List<GroupingElement> grouping(Substitution substitution) {
        return groupBy.stream()
                .map(element -> {
                    if (element instanceof GroupingElement.Plain plain) {
                        return (GroupingElement) new GroupingElement.Plain(substitution.in(plain.expression()));
                    }
                    throw new NotInSoql(element, "ROLLUP, CUBE or GROUPING SETS over a subquery");
                })
                .toList();
    }

    private static List<Expression> joined(List<Expression> first, List<Expression> second) {
        List<Expression> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** The columns of a derived table, by name. */
    private record Scope(TableReference.Derived derived, FlatSelect inner, SqlText text) {

        private Expression replacement(Expression.Column column) {
            List<Name> names = column.names();
            boolean mine = names.size() == 1
                    || names.size() == 2
                            && derived.alias().isPresent()
                            && derived.alias()
                                    .get()
                                    .text()
                                    .equalsIgnoreCase(names.get(0).text());
            Name last = names.get(names.size() - 1);
            if (mine) {
                for (int i = 0; i < inner.items.size(); i++) {
                    Expression item = inner.items.get(i).expression();
                    if (name(i).map(name -> name.equalsIgnoreCase(last.text())).orElse(false)) {
                        return item;
                    }
                }
                boolean all = inner.items.stream().anyMatch(item -> item.expression() instanceof Expression.Star);
                if (all) {
                    // The column of a table that the subquery takes whole.
                    return new Expression.Column(List.of(last));
                }
            }
            throw new Refused(SqlErrors.of(
                    SqlState.NO_SUCH_COLUMN,
                    Places.of(text, column) + "The subquery has no column '" + last.text() + "'"
                            + NearestName.hint(last.text(), names())));
        }

        private Optional<String> name(int index) {
            if (!derived.columns().isEmpty()) {
                return index < derived.columns().size()
                        ? Optional.of(derived.columns().get(index).text())
                        : Optional.empty();
            }
            SelectItem item = inner.items.get(index);
            return item.alias()
                    .map(Name::text)
                    .or(() -> item.expression() instanceof Expression.Column column
                            ? Optional.of(column.names()
                                    .get(column.names().size() - 1)
                                    .text())
                            : Optional.empty());
        }

        private List<String> names() {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < inner.items.size(); i++) {
                name(i).ifPresent(names::add);
            }
            return names;
        }

        /** The outer list in terms of the inner tables; each item keeps the name the outer query gives it. */
        private List<SelectItem> items(List<SelectItem> outer, Substitution substitution) {
            List<SelectItem> items = new ArrayList<>();
            for (SelectItem item : outer) {
                if (item.expression() instanceof Expression.Star) {
                    for (int i = 0; i < inner.items.size(); i++) {
                        SelectItem of = inner.items.get(i);
                        items.add(
                                of.expression() instanceof Expression.Star
                                        ? of
                                        : new SelectItem(
                                                of.expression(),
                                                name(i).map(Name::of).or(of::alias)));
                    }
                } else {
                    Optional<Name> label = item.alias()
                            .or(() -> item.expression() instanceof Expression.Column column
                                    ? Optional.of(
                                            column.names().get(column.names().size() - 1))
                                    : Optional.empty());
                    items.add(new SelectItem(substitution.in(item.expression()), label));
                }
            }
            return items;
        }

        /** The subquery's own order, whose numbers and aliases mean nothing outside it. */
        private List<OrderItem> innerOrder() {
            List<OrderItem> order = new ArrayList<>();
            for (OrderItem item : inner.orderBy) {
                Expression meant = named(item.expression());
                if (!(meant instanceof Literal)) {
                    order.add(new OrderItem(meant, item.descending(), item.nullsLast()));
                }
            }
            return order;
        }

        private Expression named(Expression expression) {
            if (expression instanceof Literal.Number number) {
                int place = number.value().intValue();
                boolean item = place > 0 && place <= inner.items.size();
                return item ? inner.items.get(place - 1).expression() : expression;
            }
            if (expression instanceof Expression.Column column && column.names().size() == 1) {
                for (SelectItem item : inner.items) {
                    boolean alias = item.alias()
                            .map(name -> name.text()
                                    .equalsIgnoreCase(column.names().get(0).text()))
                            .orElse(false);
                    if (alias) {
                        return item.expression();
                    }
                }
            }
            return expression;
        }

        /** An alias of the outer list stays: it means the item, whatever that has become. */
        private List<OrderItem> order(List<OrderItem> outer, List<SelectItem> list, Substitution substitution) {
            return outer.stream()
                    .map(item -> isAlias(item.expression(), list)
                            ? item
                            : new OrderItem(substitution.in(item.expression()), item.descending(), item.nullsLast()))
                    .toList();
        }

        private static boolean isAlias(Expression expression, List<SelectItem> list) {
            return expression instanceof Expression.Column column
                    && column.names().size() == 1
                    && list.stream()
                            .flatMap(item -> item.alias().stream())
                            .anyMatch(alias -> alias.text()
                                    .equalsIgnoreCase(column.names().get(0).text()));
        }
    }
}
