package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.QueryBody;
import org.soqljdbc.grammar.sql.Select;
import org.soqljdbc.grammar.sql.SelectItem;
import org.soqljdbc.grammar.sql.SqlText;

/** Builds Calcite's tree of the queries of WITH RECURSIVE. */
final class RecursiveQueries {

    static final String REFUSAL = "A common table (WITH RECURSIVE) can name itself in FROM of the last part of a UNION"
            + " only, and not in a subquery of a condition or of a column";

    private final SqlText text;
    private final Places places;
    private final QueryNodes queries;
    private final List<CommonTable> common;
    private final Set<CommonTable> named = new HashSet<>();

    RecursiveQueries(SqlText text, QueryNodes queries, List<CommonTable> common) {
        this.text = text;
        this.places = new Places(text);
        this.queries = queries;
        this.common = common;
    }

    /** A query of WITH. */
    record Body(SqlNode node, boolean namesItself) {}

    void noteNamed(CommonTable table) {
        named.add(table);
    }

    Body body(Query.CommonTable table) {
        String name = table.name().text();
        Query query = table.query();
        boolean plain = query.with().isEmpty()
                && query.orderBy().isEmpty()
                && query.limit().isEmpty()
                && query.offset().isEmpty();
        boolean steps = plain
                && query.body() instanceof QueryBody.SetOperation operation
                && operation.kind() == QueryBody.SetOperation.Kind.UNION;
        if (!steps) {
            return new Body(inSight(name, CommonTable.State.BEGUN, () -> queries.query(query)), false);
        }
        QueryBody.SetOperation union = (QueryBody.SetOperation) query.body();
        List<QueryBody> firsts = union.operands().subList(0, union.operands().size() - 1);
        SqlOperator operator = union.all() ? SqlStdOperatorTable.UNION_ALL : SqlStdOperatorTable.UNION;
        SqlParserPos at = places.of(union);
        SqlNode first = null;
        for (QueryBody part : firsts) {
            SqlNode next = inSight(name, CommonTable.State.BEGUN, () -> part.accept(queries));
            first = first == null ? next : operator.createCall(at, first, next);
        }
        CommonTable repeated = new CommonTable(name, CommonTable.State.REPEATED);
        QueryBody last = union.operands().get(union.operands().size() - 1);
        boolean before = named.remove(repeated);
        SqlNode second = inSight(name, CommonTable.State.REPEATED, () -> last.accept(queries));
        boolean itself = named.remove(repeated);
        if (before) {
            named.add(repeated);
        }
        SqlNode seed = itself ? nullable(first, columns(table, firsts.get(0)), at) : first;
        return new Body(operator.createCall(at, seed, second), itself);
    }

    private SqlNode inSight(String name, CommonTable.State state, java.util.function.Supplier<SqlNode> part) {
        common.add(new CommonTable(name, state));
        SqlNode node = part.get();
        common.remove(common.size() - 1);
        return node;
    }

    private List<Name> columns(Query.CommonTable table, QueryBody first) {
        if (!table.columns().isEmpty()) {
            return table.columns();
        }
        List<Name> names = new ArrayList<>();
        if (first instanceof Select select) {
            select.items().stream().map(RecursiveQueries::label).forEach(label -> label.ifPresent(names::add));
            if (names.size() == select.items().size()) {
                return names;
            }
        }
        throw Carried.at(
                text,
                table,
                SqlState.FEATURE_NOT_SUPPORTED,
                "Give the columns of " + table.name().text() + " their names: WITH RECURSIVE "
                        + table.name().text() + " (a, b) AS ...");
    }

    private static Optional<Name> label(SelectItem item) {
        boolean column = item.expression() instanceof Expression.Column;
        return item.alias().isPresent() || !column
                ? item.alias()
                : Optional.of(((Expression.Column) item.expression())
                        .names()
                        .get(((Expression.Column) item.expression()).names().size() - 1));
    }

    /** What the first part never leaves empty, the second may: its columns may be null, whatever they hold. */
    private static SqlNode nullable(SqlNode first, List<Name> columns, SqlParserPos at) {
        List<SqlNode> table = new ArrayList<>(List.of(first, new SqlIdentifier("first part", at)));
        SqlNodeList items = new SqlNodeList(at);
        for (Name column : columns) {
            table.add(QueryNodes.name(column, at));
            SqlNode any = new SqlCase(
                    at,
                    null,
                    SqlNodeList.of(SqlLiteral.createBoolean(true, at)),
                    SqlNodeList.of(QueryNodes.name(column, at)),
                    SqlLiteral.createNull(at));
            items.add(SqlStdOperatorTable.AS.createCall(at, any, QueryNodes.name(column, at)));
        }
        return new SqlSelect(
                at,
                new SqlNodeList(at),
                items,
                new SqlBasicCall(SqlStdOperatorTable.AS, table, at),
                null,
                null,
                null,
                new SqlNodeList(at),
                null,
                null,
                null,
                null,
                null);
    }
}
