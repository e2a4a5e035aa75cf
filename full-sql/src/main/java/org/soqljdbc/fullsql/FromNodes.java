package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.TableReference;

/** Builds Calcite's tree of one FROM from ours, and tells its scope what there is to name. */
final class FromNodes implements TableReference.Visitor<SqlNode> {

    private final SqlText text;
    private final Places places;
    private final Tables tables;
    private final QueryNodes queries;
    private final ExpressionNodes expressions;
    private final List<CommonTable> common;
    private final RecursiveQueries recursions;
    private final Scope scope;

    FromNodes(
            SqlText text,
            Tables tables,
            QueryNodes queries,
            ExpressionNodes expressions,
            List<CommonTable> common,
            RecursiveQueries recursions,
            Scope scope) {
        this.text = text;
        this.places = new Places(text);
        this.tables = tables;
        this.queries = queries;
        this.expressions = expressions;
        this.common = common;
        this.recursions = recursions;
        this.scope = scope;
    }

    /** Null where there is no FROM. */
    SqlNode all(List<TableReference> items) {
        SqlNode all = null;
        for (TableReference item : items) {
            SqlNode next = item.accept(this);
            all = all == null
                    ? next
                    : join(places.of(item), all, JoinType.COMMA, next, JoinConditionType.NONE, null, false);
        }
        return all;
    }

    @Override
    public SqlNode table(TableReference.Table node) {
        SqlParserPos at = places.of(node);
        Name last = node.names().get(node.names().size() - 1);
        String alias = node.alias().orElse(last).text();
        Optional<CommonTable> named = node.names().size() > 1 ? Optional.empty() : common(last.text());
        if (named.isPresent()) {
            if (named.get().state() == CommonTable.State.BEGUN) {
                throw Carried.at(text, node, SqlState.FEATURE_NOT_SUPPORTED, RecursiveQueries.REFUSAL);
            }
            if (named.get().state() == CommonTable.State.REPEATED) {
                recursions.noteNamed(named.get());
            }
            scope.add(alias, Optional.empty());
            return as(new SqlIdentifier(last.text(), at), alias, node.columns(), at);
        }
        OrgTable table = tables.of(node);
        scope.add(alias, node.columns().isEmpty() ? Optional.of(table) : Optional.empty());
        return as(new SqlIdentifier(List.of(Tables.SCHEMA, table.name()), at), alias, node.columns(), at);
    }

    /** The innermost of that name. */
    private Optional<CommonTable> common(String name) {
        for (int i = common.size() - 1; i >= 0; i--) {
            if (common.get(i).name().equalsIgnoreCase(name)) {
                return Optional.of(common.get(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public SqlNode derived(TableReference.Derived node) {
        SqlParserPos at = places.of(node);
        SqlNode query = queries.query(node.query());
        String alias =
                node.alias().map(Name::text).orElse("derived" + scope.uses().size());
        scope.add(alias, Optional.empty());
        SqlNode table = node.lateral() ? SqlStdOperatorTable.LATERAL.createCall(at, query) : query;
        return as(table, alias, node.columns(), at);
    }

    @Override
    public SqlNode join(TableReference.Join node) {
        int first = scope.uses().size();
        SqlNode left = node.left().accept(this);
        int middle = scope.uses().size();
        SqlNode right = node.right().accept(this);
        SqlParserPos at = places.of(node);
        JoinType type = switch (node.kind()) {
            case INNER -> JoinType.INNER;
            case LEFT -> JoinType.LEFT;
            case RIGHT -> JoinType.RIGHT;
            case FULL -> JoinType.FULL;
            case CROSS -> JoinType.CROSS;
        };
        if (node.natural()) {
            scope.mergeColumns();
            return join(at, left, type, right, JoinConditionType.NONE, null, true);
        }
        if (!node.using().isEmpty()) {
            Optional<SqlNode> on = merged(node, type, first, middle);
            if (on.isPresent()) {
                return join(at, left, type, right, JoinConditionType.ON, on.get(), false);
            }
            scope.mergeColumns();
            return join(at, left, type, right, JoinConditionType.USING, queries.names(node.using(), at), false);
        }
        return node.on()
                .map(expressions::node)
                .map(on -> join(at, left, type, right, JoinConditionType.ON, on, false))
                .orElseGet(() -> join(at, left, type, right, JoinConditionType.NONE, null, false));
    }

    /**
     * What USING means, where every table is an object, said as ON: Calcite takes the column that it makes of two for
     * another in GROUP BY than in the list.
     */
    private Optional<SqlNode> merged(TableReference.Join node, JoinType type, int first, int middle) {
        SqlParserPos at = places.of(node);
        List<Scope.Use> left = scope.uses().subList(first, middle);
        List<Scope.Use> right = scope.uses().subList(middle, scope.uses().size());
        List<SqlNode> conditions = new ArrayList<>();
        List<Supplier<SqlNode>> columns = new ArrayList<>();
        for (Name name : node.using()) {
            Optional<Supplier<SqlNode>> here = scope.merged(name.text()).or(() -> Scope.only(left, name.text(), at));
            Optional<Supplier<SqlNode>> there = Scope.only(right, name.text(), at);
            if (here.isEmpty() || there.isEmpty()) {
                return Optional.empty();
            }
            Supplier<SqlNode> mine = here.get();
            Supplier<SqlNode> others = there.get();
            conditions.add(SqlStdOperatorTable.EQUALS.createCall(at, mine.get(), others.get()));
            columns.add(
                    switch (type) {
                        case RIGHT -> others;
                        case FULL -> () -> SqlStdOperatorTable.COALESCE.createCall(at, mine.get(), others.get());
                        default -> mine;
                    });
        }
        for (int i = 0; i < columns.size(); i++) {
            scope.merge(node.using().get(i).text(), columns.get(i));
        }
        SqlNode on = conditions.get(0);
        for (SqlNode condition : conditions.subList(1, conditions.size())) {
            on = SqlStdOperatorTable.AND.createCall(at, on, condition);
        }
        return Optional.of(on);
    }

    private static SqlNode join(
            SqlParserPos at,
            SqlNode left,
            JoinType type,
            SqlNode right,
            JoinConditionType kind,
            SqlNode condition,
            boolean natural) {
        return new SqlJoin(
                at, left, SqlLiteral.createBoolean(natural, at), type.symbol(at), right, kind.symbol(at), condition);
    }

    private static SqlNode as(SqlNode table, String alias, List<Name> columns, SqlParserPos at) {
        List<SqlNode> operands = new ArrayList<>(List.of(table, new SqlIdentifier(alias, at)));
        columns.forEach(column -> operands.add(QueryNodes.name(column, at)));
        return new SqlBasicCall(SqlStdOperatorTable.AS, operands, at);
    }
}
