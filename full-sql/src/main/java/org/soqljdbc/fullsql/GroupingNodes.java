package org.soqljdbc.fullsql;

import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.GroupingElement;
import org.soqljdbc.grammar.sql.SqlText;

/** Builds Calcite's tree of what GROUP BY names from ours. */
final class GroupingNodes implements GroupingElement.Visitor<SqlNode> {

    private final Places places;
    private final ExpressionNodes expressions;

    GroupingNodes(SqlText text, ExpressionNodes expressions) {
        this.places = new Places(text);
        this.expressions = expressions;
    }

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
