package org.soqljdbc.grammar.sql.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.OrderItem;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.QueryBody;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.text.SyntaxException;

/** Makes queries: set operations, VALUES, common tables and limits. */
final class QueryBuilder {

    private final Builders builders;

    QueryBuilder(Builders builders) {
        this.builders = builders;
    }

    Query query(SqlParser.QueryContext rule) throws SyntaxException {
        builders.depth.enter(1, rule);
        Query made = builders.spans.note(made(rule), rule);
        builders.depth.leave(1);
        return made;
    }

    private Query made(SqlParser.QueryContext rule) throws SyntaxException {
        List<Query.CommonTable> with = new ArrayList<>();
        boolean recursive = false;
        if (rule.withClause() != null) {
            recursive = rule.withClause().RECURSIVE() != null;
            for (SqlParser.CommonTableContext table : rule.withClause().commonTable()) {
                with.add(commonTable(table));
            }
        }
        QueryBody body = body(rule.queryBody());
        List<OrderItem> orderBy = builders.selects.orderBy(rule.orderBy());
        RowLimits limits = new RowLimits(builders.literals);
        limits.read(rule.rowLimit());
        boolean nothingBesides = with.isEmpty() && orderBy.isEmpty() && !limits.given();
        if (body instanceof Query inner && nothingBesides) {
            return inner;
        }
        if (body instanceof Query inner && inner.orderBy().isEmpty() && isTop(rule)) {
            // TOP n is the limit of the whole query, rows being ordered before they are counted.
            if (limits.limit().isPresent()) {
                throw SqlTokens.refused(rule.rowLimit(0).getStart(), "one limit, TOP or LIMIT");
            }
            return new Query(recursive, with, inner.body(), orderBy, inner.limit(), limits.offset());
        }
        return new Query(recursive, with, body, orderBy, limits.limit(), limits.offset());
    }

    private static boolean isTop(SqlParser.QueryContext rule) {
        SqlParser.QueryBodyContext body = rule.queryBody();
        SqlParser.IntersectionContext first = body.intersection();
        SqlParser.SelectContext select = first.queryPrimary().select();
        return body.unionTail().isEmpty() && first.intersectTail().isEmpty() && select != null && select.top() != null;
    }

    private Query.CommonTable commonTable(SqlParser.CommonTableContext rule) throws SyntaxException {
        return builders.spans.note(
                new Query.CommonTable(
                        builders.names.name(rule.name()),
                        builders.names.names(rule.columnNames()),
                        query(rule.query())),
                rule);
    }

    private QueryBody body(SqlParser.QueryBodyContext rule) throws SyntaxException {
        SetChain chain = new SetChain(builders, rule, rule.unionTail().size());
        chain.start(intersection(rule.intersection()));
        for (SqlParser.UnionTailContext tail : rule.unionTail()) {
            QueryBody.SetOperation.Kind kind = tail.operator.getType() == SqlParser.UNION
                    ? QueryBody.SetOperation.Kind.UNION
                    : QueryBody.SetOperation.Kind.EXCEPT;
            chain.add(kind, tail.ALL() != null, intersection(tail.intersection()), tail.getStop());
        }
        return chain.body();
    }

    private QueryBody intersection(SqlParser.IntersectionContext rule) throws SyntaxException {
        SetChain chain = new SetChain(builders, rule, rule.intersectTail().size());
        chain.start(primary(rule.queryPrimary()));
        for (SqlParser.IntersectTailContext tail : rule.intersectTail()) {
            chain.add(
                    QueryBody.SetOperation.Kind.INTERSECT,
                    tail.ALL() != null,
                    primary(tail.queryPrimary()),
                    tail.getStop());
        }
        return chain.body();
    }

    private QueryBody primary(SqlParser.QueryPrimaryContext rule) throws SyntaxException {
        if (rule.values() != null) {
            return values(rule.values());
        }
        if (rule.query() != null) {
            Query nested = query(rule.query());
            return nested.isPlain() ? nested.body() : nested;
        }
        Select select = builders.selects.select(rule.select());
        if (rule.select().top() == null) {
            return select;
        }
        Expression limit = builders.literals.count(rule.select().top().count());
        return builders.spans.note(
                new Query(false, List.of(), select, List.of(), Optional.of(limit), Optional.empty()), rule);
    }

    private QueryBody values(SqlParser.ValuesContext rule) throws SyntaxException {
        List<Expression.Row> rows = new ArrayList<>();
        for (SqlParser.ValuesRowContext row : rule.valuesRow()) {
            rows.add(row(row));
        }
        return builders.spans.note(new QueryBody.Values(rows), rule);
    }

    Expression.Row row(SqlParser.ValuesRowContext rule) throws SyntaxException {
        List<Expression> elements = new ArrayList<>();
        if (rule.query() != null) {
            elements.add(builders.spans.note(new Expression.Subquery(query(rule.query())), rule));
        }
        for (SqlParser.ValuesItemContext item : rule.valuesItem()) {
            elements.add(
                    item.listItem() == null
                            ? defaultValue(item.getStart())
                            : builders.expressions.item(item.listItem()));
        }
        return builders.spans.note(new Expression.Row(elements), rule);
    }

    Expression defaultValue(Token word) {
        return builders.spans.note(new Expression.Default(), word);
    }
}
