package org.soqljdbc.grammar.sql.writer;

import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.GroupingElement;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.OrderItem;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.QueryBody;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.TableReference;
import org.soqljdbc.grammar.sql.Window;

/** Writes queries, tables and what stands in lists. */
final class QueryWriter
        implements QueryBody.Visitor<Void>, TableReference.Visitor<Void>, GroupingElement.Visitor<Void> {

    private final Output out;

    QueryWriter(Output out) {
        this.out = out;
    }

    void query(Query query) {
        out.list(query.recursive() ? "WITH RECURSIVE " : "WITH ", query.with(), this::commonTable, " ");
        int start = out.length();
        query.body().accept(this);
        orderBy(" ", query.orderBy());
        limits(query, start);
    }

    /** Parameters keep their order: one of TOP comes before those of the select list, one of OFFSET perhaps first. */
    private void limits(Query query, int start) {
        int limitIndex = index(query.limit());
        boolean top = query.body() instanceof Select && limitIndex >= 0 && limitIndex < out.lastIndexSince(start);
        if (top) {
            boolean distinct = query.body() instanceof Select select && select.distinct();
            out.insert(start + (distinct ? "SELECT DISTINCT " : "SELECT ").length(), "TOP ? ");
        }
        Optional<Expression> limit = top ? Optional.empty() : query.limit();
        if (index(query.offset()) >= 0 && index(query.offset()) < index(limit)) {
            query.offset().ifPresent(offset -> count(" OFFSET ", offset));
            limit.ifPresent(count -> count(" LIMIT ", count));
        } else {
            limit.ifPresent(count -> count(" LIMIT ", count));
            query.offset().ifPresent(offset -> count(" OFFSET ", offset));
        }
    }

    private static int index(Optional<Expression> count) {
        return count.isPresent() && count.get() instanceof Expression.Parameter parameter ? parameter.index() : -1;
    }

    private void count(String before, Expression count) {
        out.word(before);
        out.expressions().count(count);
    }

    private void commonTable(Query.CommonTable table) {
        out.name(table.name()).names(table.columns()).word(" AS (");
        query(table.query());
        out.word(")");
    }

    private void orderBy(String before, List<OrderItem> items) {
        out.list(before + "ORDER BY ", items, this::orderItem, "");
    }

    void orderItem(OrderItem item) {
        out.expressions().any(item.expression());
        out.word(item.descending() ? " DESC" : "");
        item.nullsLast().ifPresent(last -> out.word(last ? " NULLS LAST" : " NULLS FIRST"));
    }

    void selectItem(SelectItem item) {
        out.expressions().any(item.expression());
        item.alias().ifPresent(alias -> out.word(" AS ").name(alias));
    }

    @Override
    public Void select(Select node) {
        out.list(node.distinct() ? "SELECT DISTINCT " : "SELECT ", node.items(), this::selectItem, "");
        from(node.from());
        node.where().ifPresent(where -> any(" WHERE ", where));
        out.list(" GROUP BY ", node.groupBy(), element -> element.accept(this), "");
        node.having().ifPresent(having -> any(" HAVING ", having));
        out.list(" WINDOW ", node.windows(), this::namedWindow, "");
        return null;
    }

    void from(List<TableReference> tables) {
        out.list(" FROM ", tables, table -> table.accept(this), "");
    }

    private void any(String before, Expression expression) {
        out.word(before);
        out.expressions().any(expression);
    }

    private void namedWindow(Select.NamedWindow named) {
        out.name(named.name()).word(" AS ");
        window(named.window());
    }

    void over(Window window) {
        out.word(" OVER ");
        boolean baseAlone = window.base().isPresent()
                && window.partitionBy().isEmpty()
                && window.orderBy().isEmpty()
                && window.frame().isEmpty();
        if (baseAlone) {
            out.name(window.base().get());
        } else {
            window(window);
        }
    }

    private void window(Window window) {
        String between = "";
        out.word("(");
        if (window.base().isPresent()) {
            out.name(window.base().get());
            between = " ";
        }
        out.list(between + "PARTITION BY ", window.partitionBy(), out.expressions()::any, "");
        between = window.partitionBy().isEmpty() ? between : " ";
        orderBy(between, window.orderBy());
        between = window.orderBy().isEmpty() ? between : " ";
        if (window.frame().isPresent()) {
            out.word(between);
            frame(window.frame().get());
        }
        out.word(")");
    }

    private void frame(Window.Frame frame) {
        out.word(frame.rows() ? "ROWS " : "RANGE ").word(frame.end().isPresent() ? "BETWEEN " : "");
        bound(frame.start());
        frame.end().ifPresent(end -> {
            out.word(" AND ");
            bound(end);
        });
    }

    private void bound(Window.Bound bound) {
        bound.distance().ifPresent(distance -> {
            out.expressions().operand(distance);
            out.word(" ");
        });
        out.word(bound.kind().name().replace('_', ' '));
    }

    @Override
    public Void values(QueryBody.Values node) {
        out.list("VALUES ", node.rows(), this::valuesRow, "");
        return null;
    }

    void valuesRow(Expression.Row row) {
        out.list("(", row.elements(), out.expressions()::any, ")");
    }

    @Override
    public Void setOperation(QueryBody.SetOperation node) {
        String operator = " " + node.kind().name() + (node.all() ? " ALL " : " ");
        String between = "";
        for (QueryBody operand : node.operands()) {
            out.word(between);
            if (operand instanceof QueryBody.SetOperation inner) {
                out.word("(");
                setOperation(inner);
                out.word(")");
            } else {
                operand.accept(this);
            }
            between = operator;
        }
        return null;
    }

    @Override
    public Void nested(Query node) {
        out.word("(");
        query(node);
        out.word(")");
        return null;
    }

    @Override
    public Void table(TableReference.Table node) {
        out.path(node.names());
        alias(node.alias(), node.columns());
        return null;
    }

    @Override
    public Void derived(TableReference.Derived node) {
        out.word(node.lateral() ? "LATERAL (" : "(");
        query(node.query());
        out.word(")");
        alias(node.alias(), node.columns());
        return null;
    }

    private void alias(Optional<Name> alias, List<Name> columns) {
        alias.ifPresent(name -> out.word(" AS ").name(name).names(columns));
    }

    @Override
    public Void join(TableReference.Join node) {
        node.left().accept(this);
        out.word(node.natural() ? " NATURAL" : "");
        out.word(node.kind() == TableReference.Join.Kind.INNER ? " JOIN " : " " + node.kind() + " JOIN ");
        if (node.right() instanceof TableReference.Join inner) {
            out.word("(");
            join(inner);
            out.word(")");
        } else {
            node.right().accept(this);
        }
        node.on().ifPresent(on -> any(" ON ", on));
        if (!node.using().isEmpty()) {
            out.word(" USING ").names(node.using());
        }
        return null;
    }

    @Override
    public Void plain(GroupingElement.Plain node) {
        out.expressions().any(node.expression());
        return null;
    }

    @Override
    public Void rollup(GroupingElement.Rollup node) {
        out.list("ROLLUP(", node.expressions(), out.expressions()::any, ")");
        return null;
    }

    @Override
    public Void cube(GroupingElement.Cube node) {
        out.list("CUBE(", node.expressions(), out.expressions()::any, ")");
        return null;
    }

    @Override
    public Void sets(GroupingElement.Sets node) {
        out.list("GROUPING SETS (", node.elements(), element -> element.accept(this), ")");
        return null;
    }
}
