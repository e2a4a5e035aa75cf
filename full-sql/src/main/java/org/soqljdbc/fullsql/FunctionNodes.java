package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.Window;

/** Builds Calcite's tree of a call and of a window from ours. */
final class FunctionNodes {

    /** What tools and other databases call a function that the standard has under another name. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("UCASE", "UPPER"),
            Map.entry("LCASE", "LOWER"),
            Map.entry("LENGTH", "CHAR_LENGTH"),
            Map.entry("LEN", "CHAR_LENGTH"),
            Map.entry("IFNULL", "COALESCE"),
            Map.entry("ISNULL", "COALESCE"),
            Map.entry("NVL", "COALESCE"),
            Map.entry("SUBSTR", "SUBSTRING"),
            Map.entry("LOCATE", "POSITION"),
            Map.entry("POW", "POWER"),
            Map.entry("CEILING", "CEIL"),
            Map.entry("DAYOFMONTH", "DAYOFMONTH"),
            Map.entry("DAY", "DAYOFMONTH"),
            Map.entry("TRUNC", "TRUNCATE"),
            Map.entry("STDDEV_SAMP", "STDDEV_SAMP"));

    private static final Map<String, Expression.CurrentValue.Kind> CLOCKS = Map.of(
            "NOW", Expression.CurrentValue.Kind.CURRENT_TIMESTAMP,
            "SYSDATE", Expression.CurrentValue.Kind.CURRENT_TIMESTAMP,
            "CURRENT_TIMESTAMP", Expression.CurrentValue.Kind.CURRENT_TIMESTAMP,
            "CURDATE", Expression.CurrentValue.Kind.CURRENT_DATE,
            "CURRENT_DATE", Expression.CurrentValue.Kind.CURRENT_DATE,
            "CURTIME", Expression.CurrentValue.Kind.CURRENT_TIME,
            "CURRENT_TIME", Expression.CurrentValue.Kind.CURRENT_TIME);

    private final SqlText text;
    private final Places places;
    private final ExpressionNodes expressions;
    private final QueryNodes queries;
    private final Values values;

    FunctionNodes(SqlText text, ExpressionNodes expressions, QueryNodes queries, Values values) {
        this.text = text;
        this.places = new Places(text);
        this.expressions = expressions;
        this.queries = queries;
        this.values = values;
    }

    SqlNode call(FunctionCall node) {
        SqlParserPos at = places.of(node);
        String written = node.name().toUpperCase(Locale.ROOT);
        if (node.arguments().isEmpty() && CLOCKS.containsKey(written)) {
            return values.current(CLOCKS.get(written), at);
        }
        if (Function.named(written).filter(FunctionNodes::isOfSoqlAlone).isPresent()) {
            throw Carried.at(
                    text,
                    node,
                    SqlState.FEATURE_NOT_SUPPORTED,
                    node.name() + " runs in one SOQL query only, which cannot say the rest of this statement");
        }
        String name = OTHER_NAMES.getOrDefault(written, written);
        SqlLiteral distinct = node.distinct() ? SqlSelectKeyword.DISTINCT.symbol(at) : null;
        SqlUnresolvedFunction function = new SqlUnresolvedFunction(
                new SqlIdentifier(name, at), null, null, null, null, SqlFunctionCategory.USER_DEFINED_FUNCTION);
        SqlNode call = function.createCall(distinct, at, arguments(name, node).toArray(new SqlNode[0]));
        if (!node.orderBy().isEmpty()) {
            SqlNodeList order = new SqlNodeList(at);
            node.orderBy().forEach(item -> order.add(queries.orderItem(item)));
            call = SqlStdOperatorTable.WITHIN_GROUP.createCall(at, call, order);
        }
        if (node.filter().isPresent()) {
            call = SqlStdOperatorTable.FILTER.createCall(
                    at, call, expressions.node(node.filter().get()));
        }
        if (node.ignoreNulls().isPresent()) {
            call = (node.ignoreNulls().get() ? SqlStdOperatorTable.IGNORE_NULLS : SqlStdOperatorTable.RESPECT_NULLS)
                    .createCall(at, call);
        }
        if (node.over().isPresent()) {
            call = SqlStdOperatorTable.OVER.createCall(
                    at, call, over(node.over().get(), at));
        }
        return call;
    }

    private static boolean isOfSoqlAlone(Function function) {
        return switch (function.kind()) {
            case DATE, CONVERSION, LOCATION -> true;
            default -> false;
        };
    }

    private List<SqlNode> arguments(String name, FunctionCall node) {
        List<SqlNode> arguments = new ArrayList<>();
        boolean unitFirst = name.equals("TIMESTAMPADD") || name.equals("TIMESTAMPDIFF");
        for (Expression argument : node.arguments()) {
            if (argument instanceof Expression.Star) {
                arguments.add(SqlIdentifier.star(places.of(argument)));
            } else if (unitFirst && arguments.isEmpty() && argument instanceof Expression.Column unit) {
                String word = unit.names().get(0).text().toUpperCase(Locale.ROOT);
                arguments.add(unit(word.startsWith("SQL_TSI_") ? word.substring(8) : word, argument));
            } else {
                arguments.add(expressions.node(argument));
            }
        }
        return arguments;
    }

    /** A unit of time by its name. @throws Carried 42000 */
    SqlNode unit(String word, Object node) {
        String name = word.toUpperCase(Locale.ROOT);
        for (TimeUnit unit : TimeUnit.values()) {
            if (unit.name().equals(name)) {
                return new SqlIntervalQualifier(unit, null, places.of(node));
            }
        }
        throw Carried.at(text, node, SqlState.SYNTAX_ERROR, "There is no unit of time '" + word + "'");
    }

    // ---- windows -------------------------------------------------------------------------------------------

    private SqlNode over(Window window, SqlParserPos at) {
        boolean onlyName = window.base().isPresent()
                && window.partitionBy().isEmpty()
                && window.orderBy().isEmpty()
                && window.frame().isEmpty();
        return onlyName ? new SqlIdentifier(window.base().get().text(), at) : window(window, Optional.empty());
    }

    SqlNode window(Window window, Optional<Name> name) {
        SqlParserPos at = places.of(window);
        SqlNodeList order = new SqlNodeList(at);
        window.orderBy().forEach(item -> order.add(queries.orderItem(item)));
        boolean rows = window.frame().map(Window.Frame::rows).orElse(false);
        SqlNode lower = window.frame().map(frame -> bound(frame.start(), at)).orElse(null);
        SqlNode upper = window.frame()
                .map(frame -> frame.end().map(end -> bound(end, at)).orElseGet(() -> SqlWindow.createCurrentRow(at)))
                .orElse(null);
        return SqlWindow.create(
                identifier(name, at),
                identifier(window.base(), at),
                expressions.list(window.partitionBy(), at),
                order,
                SqlLiteral.createBoolean(rows, at),
                lower,
                upper,
                null,
                at);
    }

    private static SqlIdentifier identifier(Optional<Name> name, SqlParserPos at) {
        return name.map(given -> new SqlIdentifier(given.text(), at)).orElse(null);
    }

    private SqlNode bound(Window.Bound bound, SqlParserPos at) {
        return switch (bound.kind()) {
            case UNBOUNDED_PRECEDING -> SqlWindow.createUnboundedPreceding(at);
            case UNBOUNDED_FOLLOWING -> SqlWindow.createUnboundedFollowing(at);
            case CURRENT_ROW -> SqlWindow.createCurrentRow(at);
            case PRECEDING ->
                SqlWindow.createPreceding(expressions.node(bound.distance().orElseThrow()), at);
            case FOLLOWING ->
                SqlWindow.createFollowing(expressions.node(bound.distance().orElseThrow()), at);
        };
    }
}
