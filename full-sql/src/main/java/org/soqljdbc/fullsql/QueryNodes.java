package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlIdentifier;
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
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
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
    private final List<CommonTable> common = new ArrayList<>();

    private final RecursiveQueries recursions;

    QueryNodes(SqlText text, Tables tables, Values values) {
        this.text = text;
        this.places = new Places(text);
        this.tables = tables;
        this.expressions = new ExpressionNodes(text, this, values);
        this.recursions = new RecursiveQueries(text, this, common);
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
            RecursiveQueries.Body body = query.recursive()
                    ? recursions.body(table)
                    : new RecursiveQueries.Body(query(table.query(), false), false);
            common.add(new CommonTable(table.name().text(), CommonTable.State.FINISHED));
            SqlParserPos at = places.of(table);
            SqlNodeList columns = table.columns().isEmpty() ? null : names(table.columns(), at);
            with.add(new SqlWithItem(
                    at,
                    name(table.name(), at),
                    columns,
                    body.node(),
                    SqlLiteral.createBoolean(body.namesItself(), at)));
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
        SqlNode from = new FromNodes(text, tables, this, expressions, common, recursions, scope).all(node.from());
        SqlNodeList items = new SqlNodeList(at);
        for (SelectItem item : node.items()) {
            addItem(item, scope, outermost, items);
        }
        SqlNode where = optional(node.where());
        SqlNodeList groups = node.groupBy().isEmpty() ? null : new SqlNodeList(at);
        node.groupBy().forEach(element -> groups.add(element.accept(new GroupingNodes(text, expressions))));
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
            addFields(use.get(), List.of(), at, items);
            return;
        }
        scope.mergedNames()
                .forEach(name -> items.add(SqlStdOperatorTable.AS.createCall(
                        at, scope.merged(name).orElseThrow().get(), new SqlIdentifier(name, at))));
        scope.uses().forEach(use -> addFields(use, scope.mergedNames(), at, items));
    }

    private static void addFields(Scope.Use use, Collection<String> but, SqlParserPos at, SqlNodeList items) {
        if (use.table().isEmpty()) {
            items.add(SqlIdentifier.star(List.of(use.alias(), ""), at, List.of(at, at)));
            return;
        }
        for (String field : use.table().get().starFields()) {
            if (but.stream().noneMatch(field::equalsIgnoreCase)) {
                items.add(new SqlIdentifier(List.of(use.alias(), field), at));
            }
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

    // ---- names ---------------------------------------------------------------------------------------------

    SqlNode expression(Expression node) {
        return expressions.node(node);
    }

    /** Whether a name alone is a column of some table in sight. */
    boolean isColumn(Expression.Column node) {
        String name = node.names().get(node.names().size() - 1).text();
        return scopes.stream().anyMatch(scope -> scope.mayHave(name));
    }

    /** A column, or a path of relationships, which is a column of the table it starts from. */
    SqlNode column(Expression.Column node) {
        SqlParserPos at = places.of(node);
        List<String> names =
                new ArrayList<>(node.names().stream().map(Name::text).toList());
        int schema = names.size() > 1 && isSchema(names.get(1)) ? 1 : 0;
        if (names.size() > schema + 2 && isSchema(names.get(schema))) {
            names.subList(0, schema + 1).clear();
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
        if (names.size() > 1) {
            return new SqlIdentifier(names, at);
        }
        scopes.forEach(scope -> scope.mention(names.get(0)));
        return merged(names.get(0)).map(Supplier::get).orElseGet(() -> new SqlIdentifier(names, at));
    }

    private static boolean isSchema(String name) {
        return Stream.of(Catalog.SCHEMA, Catalog.TOOLING, Catalog.VIEWS_SCHEMA).anyMatch(name::equalsIgnoreCase);
    }

    /** What USING made of the columns of one name, where the innermost SELECT that has such a column has it from there. */
    private Optional<Supplier<SqlNode>> merged(String name) {
        for (int depth = scopes.size() - 1; depth >= 0; depth--) {
            Scope scope = scopes.get(depth);
            if (scope.merged(name).isPresent() || scope.hasColumn(name)) {
                return scope.merged(name);
            }
        }
        return Optional.empty();
    }

    /** Whether FROM of a subquery names the children of a table in sight, which only SOQL knows. */
    boolean asksChildren(Query query) {
        return query.body() instanceof Select select
                && select.from().size() == 1
                && select.from().get(0) instanceof TableReference.Table table
                && table.names().size() == 1
                && !scopes.isEmpty()
                && scopes.get(scopes.size() - 1)
                        .hasChildren(table.names().get(0).text());
    }

    static SqlIdentifier name(Name name, SqlParserPos at) {
        return new SqlIdentifier(name.text(), at);
    }

    SqlNodeList names(List<Name> names, SqlParserPos at) {
        return new SqlNodeList(names.stream().map(each -> name(each, at)).toList(), at);
    }
}
