package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
import org.soqljdbc.grammar.sql.GroupingElement;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.OrderItem;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.QueryBody;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.TableReference;

/** Builds Calcite's tree of a query from ours: no text is parsed, every name counts as quoted, places are kept. */
final class QueryNodes implements QueryBody.Visitor<SqlNode> {

    private final SqlText text;
    private final Places places;
    private final Tables tables;
    private final ExpressionNodes expressions;

    /** The names in sight, innermost last. */
    private final List<Scope> scopes = new ArrayList<>();

    /** Names of WITH in sight, innermost last. */
    private final List<String> common = new ArrayList<>();

    QueryNodes(SqlText text, Tables tables, Values values) {
        this.text = text;
        this.places = new Places(text);
        this.tables = tables;
        this.expressions = new ExpressionNodes(text, this, values);
    }

    /** The whole statement; what it calls its columns is what the driver calls them. */
    SqlNode statement(Query query) {
        return query(query, true);
    }

    SqlNode query(Query query) {
        return query(query, false);
    }

    private SqlNode query(Query query, boolean outermost) {
        int known = common.size();
        List<SqlNode> with = new ArrayList<>();
        for (Query.CommonTable table : query.with()) {
            if (query.recursive()) {
                common.add(table.name().text());
            }
            SqlNode body = query(table.query(), false);
            if (!query.recursive()) {
                common.add(table.name().text());
            }
            SqlParserPos at = places.of(table);
            SqlNodeList columns = table.columns().isEmpty() ? null : names(table.columns(), at);
            with.add(new SqlWithItem(
                    at, name(table.name(), at), columns, body, SqlLiteral.createBoolean(query.recursive(), at)));
        }
        SqlNode body = ordered(query, outermost);
        while (common.size() > known) {
            common.remove(common.size() - 1);
        }
        return body == null || with.isEmpty() ? body : withCommon(query, with, body);
    }

    private SqlNode withCommon(Query query, List<SqlNode> with, SqlNode body) {
        SqlParserPos at = places.of(query);
        SqlNodeList list = new SqlNodeList(with, at);
        if (body instanceof SqlOrderBy order) {
            return new SqlOrderBy(at, new SqlWith(at, list, order.query), order.orderList, order.offset, order.fetch);
        }
        return new SqlWith(at, list, body);
    }

    private SqlNode ordered(Query query, boolean outermost) {
        SqlParserPos at = places.of(query);
        boolean plain = query.orderBy().isEmpty()
                && query.limit().isEmpty()
                && query.offset().isEmpty();
        Scope scope = new Scope();
        SqlNode body = query.body() instanceof Select select
                ? select(select, scope, outermost)
                : query.body().accept(this);
        if (plain) {
            return body;
        }
        scopes.add(scope);
        SqlNodeList order = new SqlNodeList(at);
        query.orderBy().forEach(item -> order.add(orderItem(item)));
        scopes.remove(scopes.size() - 1);
        return new SqlOrderBy(at, body, order, count(query.offset()), count(query.limit()));
    }

    private SqlNode count(Optional<Expression> rows) {
        return rows.map(expressions::count).orElse(null);
    }

    SqlNode orderItem(OrderItem item) {
        SqlNode node = expressions.node(item.expression());
        SqlParserPos at = places.of(item);
        if (item.descending()) {
            node = SqlStdOperatorTable.DESC.createCall(at, node);
        }
        if (item.nullsLast().isPresent()) {
            SqlOperator nulls =
                    item.nullsLast().get() ? SqlStdOperatorTable.NULLS_LAST : SqlStdOperatorTable.NULLS_FIRST;
            node = nulls.createCall(at, node);
        }
        return node;
    }

    // ---- bodies --------------------------------------------------------------------------------------------

    @Override
    public SqlNode select(Select node) {
        return select(node, new Scope(), false);
    }

    private SqlNode select(Select node, Scope scope, boolean outermost) {
        SqlParserPos at = places.of(node);
        scopes.add(scope);
        SqlNode from = from(node.from(), scope);
        SqlNodeList items = new SqlNodeList(at);
        for (SelectItem item : node.items()) {
            addItem(item, scope, outermost, items);
        }
        SqlNode where = optional(node.where());
        SqlNodeList groups = node.groupBy().isEmpty() ? null : new SqlNodeList(at);
        node.groupBy().forEach(element -> groups.add(element.accept(new Grouping())));
        SqlNode having = optional(node.having());
        SqlNodeList windows = new SqlNodeList(at);
        node.windows().forEach(window -> windows.add(expressions.window(window.window(), Optional.of(window.name()))));
        scopes.remove(scopes.size() - 1);
        SqlNodeList keywords = new SqlNodeList(at);
        if (node.distinct()) {
            keywords.add(SqlSelectKeyword.DISTINCT.symbol(at));
        }
        return new SqlSelect(at, keywords, items, from, where, groups, having, windows, null, null, null, null, null);
    }

    private SqlNode optional(Optional<Expression> expression) {
        return expression.map(expressions::node).orElse(null);
    }

    private void addItem(SelectItem item, Scope scope, boolean outermost, SqlNodeList items) {
        SqlParserPos at = places.of(item);
        if (item.expression() instanceof Expression.Star star) {
            star(star, scope, items);
            return;
        }
        SqlNode node = expressions.node(item.expression());
        Optional<Name> label = item.alias();
        if (label.isEmpty() && outermost) {
            label = label(item.expression());
        }
        items.add(label.isEmpty() ? node : SqlStdOperatorTable.AS.createCall(at, node, name(label.get(), at)));
    }

    /** What a column without alias is called, as where one SOQL query answers. */
    private static Optional<Name> label(Expression expression) {
        if (expression instanceof FunctionCall call) {
            return Optional.of(Name.of(call.name()));
        }
        return expression instanceof Expression.Column ? Optional.empty() : Optional.of(Name.of("?column?"));
    }

    /** A star over objects names their fields, so that paths which are columns here are not among them. */
    private void star(Expression.Star star, Scope scope, SqlNodeList items) {
        SqlParserPos at = places.of(star);
        List<String> qualifier = star.qualifier().stream().map(Name::text).toList();
        if (qualifier.isEmpty() && !scope.isExpandable()) {
            items.add(SqlIdentifier.star(at));
            return;
        }
        if (!qualifier.isEmpty()) {
            String alias = qualifier.get(qualifier.size() - 1);
            Optional<Scope.Use> use = scope.use(alias);
            if (use.isEmpty()) {
                throw Carried.at(text, star, SqlState.NO_SUCH_TABLE, "There is no table '" + alias + "' in FROM");
            }
            addFields(use.get(), at, items);
            return;
        }
        scope.uses().forEach(use -> addFields(use, at, items));
    }

    private static void addFields(Scope.Use use, SqlParserPos at, SqlNodeList items) {
        if (use.table().isEmpty()) {
            items.add(SqlIdentifier.star(List.of(use.alias(), ""), at, List.of(at, at)));
            return;
        }
        for (String field : use.table().get().starFields()) {
            items.add(new SqlIdentifier(List.of(use.alias(), field), at));
        }
    }

    @Override
    public SqlNode values(QueryBody.Values node) {
        SqlParserPos at = places.of(node);
        List<SqlNode> rows = node.rows().stream().map(expressions::node).toList();
        return SqlStdOperatorTable.VALUES.createCall(at, rows);
    }

    @Override
    public SqlNode setOperation(QueryBody.SetOperation node) {
        SqlParserPos at = places.of(node);
        SqlOperator operator = switch (node.kind()) {
            case UNION -> node.all() ? SqlStdOperatorTable.UNION_ALL : SqlStdOperatorTable.UNION;
            case INTERSECT -> node.all() ? SqlStdOperatorTable.INTERSECT_ALL : SqlStdOperatorTable.INTERSECT;
            case EXCEPT -> node.all() ? SqlStdOperatorTable.EXCEPT_ALL : SqlStdOperatorTable.EXCEPT;
        };
        SqlNode all = null;
        for (QueryBody operand : node.operands()) {
            SqlNode next = operand.accept(this);
            all = all == null ? next : operator.createCall(at, all, next);
        }
        return all;
    }

    @Override
    public SqlNode nested(Query node) {
        return query(node);
    }

    // ---- FROM ----------------------------------------------------------------------------------------------

    private SqlNode from(List<TableReference> items, Scope scope) {
        SqlNode all = null;
        for (TableReference item : items) {
            SqlNode next = item.accept(new From(scope));
            all = all == null ? next : join(places.of(item), all, JoinType.COMMA, next, Optional.empty(), List.of());
        }
        return all;
    }

    private final class From implements TableReference.Visitor<SqlNode> {

        private final Scope scope;

        From(Scope scope) {
            this.scope = scope;
        }

        @Override
        public SqlNode table(TableReference.Table node) {
            SqlParserPos at = places.of(node);
            Name last = node.names().get(node.names().size() - 1);
            String alias = node.alias().orElse(last).text();
            boolean isCommon = node.names().size() == 1 && common.stream().anyMatch(last.text()::equalsIgnoreCase);
            if (isCommon) {
                scope.add(alias, Optional.empty());
                return as(new SqlIdentifier(last.text(), at), alias, node.columns(), at);
            }
            OrgTable table = tables.of(node);
            scope.add(alias, node.columns().isEmpty() ? Optional.of(table) : Optional.empty());
            return as(new SqlIdentifier(List.of(Tables.SCHEMA, table.name()), at), alias, node.columns(), at);
        }

        @Override
        public SqlNode derived(TableReference.Derived node) {
            SqlParserPos at = places.of(node);
            SqlNode query = query(node.query());
            String alias =
                    node.alias().map(Name::text).orElse("derived" + scope.uses().size());
            scope.add(alias, Optional.empty());
            SqlNode named = as(query, alias, node.columns(), at);
            if (!node.lateral()) {
                return named;
            }
            SqlNode lateral = SqlStdOperatorTable.LATERAL.createCall(at, query);
            return as(lateral, alias, node.columns(), at);
        }

        @Override
        public SqlNode join(TableReference.Join node) {
            SqlNode left = node.left().accept(this);
            SqlNode right = node.right().accept(this);
            if (node.natural() || !node.using().isEmpty()) {
                scope.mergeColumns();
            }
            SqlParserPos at = places.of(node);
            JoinType type = switch (node.kind()) {
                case INNER -> JoinType.INNER;
                case LEFT -> JoinType.LEFT;
                case RIGHT -> JoinType.RIGHT;
                case FULL -> JoinType.FULL;
                case CROSS -> JoinType.CROSS;
            };
            if (node.natural()) {
                return new SqlJoin(
                        at,
                        left,
                        SqlLiteral.createBoolean(true, at),
                        type.symbol(at),
                        right,
                        JoinConditionType.NONE.symbol(at),
                        null);
            }
            return QueryNodes.this.join(at, left, type, right, node.on().map(expressions::node), node.using());
        }
    }

    private SqlNode join(
            SqlParserPos at, SqlNode left, JoinType type, SqlNode right, Optional<SqlNode> on, List<Name> using) {
        JoinConditionType kind = on.isPresent()
                ? JoinConditionType.ON
                : using.isEmpty() ? JoinConditionType.NONE : JoinConditionType.USING;
        SqlNode condition = on.orElseGet(() -> using.isEmpty() ? null : names(using, at));
        return new SqlJoin(
                at, left, SqlLiteral.createBoolean(false, at), type.symbol(at), right, kind.symbol(at), condition);
    }

    private SqlNode as(SqlNode table, String alias, List<Name> columns, SqlParserPos at) {
        List<SqlNode> operands = new ArrayList<>(List.of(table, new SqlIdentifier(alias, at)));
        columns.forEach(column -> operands.add(name(column, at)));
        return new SqlBasicCall(SqlStdOperatorTable.AS, operands, at);
    }

    // ---- GROUP BY ------------------------------------------------------------------------------------------

    private final class Grouping implements GroupingElement.Visitor<SqlNode> {

        @Override
        public SqlNode plain(GroupingElement.Plain node) {
            if (node.expression() instanceof Expression.Row row) {
                return expressions.list(row.elements(), places.of(row));
            }
            return expressions.node(node.expression());
        }

        @Override
        public SqlNode rollup(GroupingElement.Rollup node) {
            return SqlStdOperatorTable.ROLLUP.createCall(places.of(node), sets(node.expressions()));
        }

        @Override
        public SqlNode cube(GroupingElement.Cube node) {
            return SqlStdOperatorTable.CUBE.createCall(places.of(node), sets(node.expressions()));
        }

        private List<SqlNode> sets(List<Expression> elements) {
            return elements.stream()
                    .map(element -> new GroupingElement.Plain(element).accept(this))
                    .toList();
        }

        @Override
        public SqlNode sets(GroupingElement.Sets node) {
            List<SqlNode> elements =
                    node.elements().stream().map(each -> each.accept(this)).toList();
            return SqlStdOperatorTable.GROUPING_SETS.createCall(places.of(node), elements);
        }
    }

    // ---- names ---------------------------------------------------------------------------------------------

    /** A column, or a path of relationships, which is a column of the table it starts from. */
    SqlNode expression(Expression node) {
        return expressions.node(node);
    }

    /** Whether a name alone is a column of some table in sight. */
    boolean isColumn(Expression.Column node) {
        String name = node.names().get(node.names().size() - 1).text();
        return scopes.stream().anyMatch(scope -> scope.mayHave(name));
    }

    SqlIdentifier column(Expression.Column node) {
        SqlParserPos at = places.of(node);
        List<String> names =
                new ArrayList<>(node.names().stream().map(Name::text).toList());
        if (names.size() > 2 && names.get(0).equalsIgnoreCase(Tables.SCHEMA)) {
            names.remove(0);
        }
        if (names.size() > 1) {
            for (int depth = scopes.size() - 1; depth >= 0; depth--) {
                Optional<Scope.Use> use = scopes.get(depth).use(names.get(0));
                if (use.isPresent()) {
                    return tables.column(use.get(), names.subList(1, names.size()), node, at);
                }
            }
            for (int depth = scopes.size() - 1; depth >= 0; depth--) {
                Optional<Scope.Use> use = scopes.get(depth).withRelationship(names.get(0));
                if (use.isPresent()) {
                    return tables.column(use.get(), names, node, at);
                }
            }
        }
        if (names.size() == 1) {
            scopes.forEach(scope -> scope.mention(names.get(0)));
        }
        return new SqlIdentifier(names, at);
    }

    private SqlIdentifier name(Name name, SqlParserPos at) {
        return new SqlIdentifier(name.text(), at);
    }

    private SqlNodeList names(List<Name> names, SqlParserPos at) {
        return new SqlNodeList(names.stream().map(each -> name(each, at)).toList(), at);
    }
}
