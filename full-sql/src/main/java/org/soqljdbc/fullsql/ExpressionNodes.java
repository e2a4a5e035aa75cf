package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.fun.SqlTrimFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.sql.Window;
import org.soqljdbc.types.ParameterValue;

/** Builds Calcite's tree of an expression from ours. */
final class ExpressionNodes implements Expression.Visitor<SqlNode> {

    private final SqlText text;
    private final Places places;
    private final QueryNodes queries;
    private final Values values;
    private final FunctionNodes functions;
    private final OrgConditionNodes orgConditions;

    ExpressionNodes(SqlText text, QueryNodes queries, Values values) {
        this.text = text;
        this.places = new Places(text);
        this.queries = queries;
        this.values = values;
        this.functions = new FunctionNodes(text, this, queries, values);
        this.orgConditions = new OrgConditionNodes(text, queries, values);
    }

    SqlNode node(Expression expression) {
        return expression.accept(this);
    }

    SqlNodeList list(List<Expression> expressions, SqlParserPos at) {
        return new SqlNodeList(expressions.stream().map(this::node).toList(), at);
    }

    SqlNode window(Window window, Optional<Name> name) {
        return functions.window(window, name);
    }

    /** A number of rows. */
    SqlNode count(Expression rows) {
        if (rows instanceof Expression.Parameter parameter && values.areSet()) {
            ParameterValue given = values.parameter(parameter.index());
            boolean whole = given.value() instanceof Number number && number.longValue() >= 0;
            if (!whole) {
                throw Carried.at(
                        text,
                        rows,
                        SqlState.INVALID_PARAMETER_VALUE,
                        "Parameter " + (parameter.index() + 1) + " is no number of rows");
            }
            return SqlLiteral.createExactNumeric(Long.toString(((Number) given.value()).longValue()), places.of(rows));
        }
        return node(rows);
    }

    private Carried unsupported(Object node, String what) {
        return Carried.at(text, node, SqlState.FEATURE_NOT_SUPPORTED, what);
    }

    // ---- literals ------------------------------------------------------------------------------------------

    @Override
    public SqlNode number(Literal.Number node) {
        SqlParserPos at = places.of(node);
        return node.approximate()
                ? SqlLiteral.createApproxNumeric(node.digits(), at)
                : Constants.number(node.value(), at);
    }

    @Override
    public SqlNode text(Literal.Text node) {
        return Constants.text(node.value(), places.of(node));
    }

    @Override
    public SqlNode binary(Literal.Binary node) {
        return SqlLiteral.createBinaryString(node.hex(), places.of(node));
    }

    @Override
    public SqlNode bool(Literal.Bool node) {
        return SqlLiteral.createBoolean(node.value(), places.of(node));
    }

    @Override
    public SqlNode nothing(Literal.Null node) {
        return SqlLiteral.createNull(places.of(node));
    }

    @Override
    public SqlNode date(Literal.Date node) {
        return Constants.date(node.value(), places.of(node));
    }

    @Override
    public SqlNode time(Literal.Time node) {
        return Constants.time(node.value(), places.of(node));
    }

    @Override
    public SqlNode timestamp(Literal.Timestamp node) {
        return Constants.wall(node.value(), values.zone(), places.of(node));
    }

    @Override
    public SqlNode instant(Literal.Instant node) {
        return Constants.instant(node.value().toInstant(), places.of(node));
    }

    @Override
    public SqlNode interval(Literal.Interval node) {
        SqlParserPos at = places.of(node);
        TimeUnit to = node.to().map(unit -> TimeUnit.valueOf(unit.name())).orElse(null);
        SqlIntervalQualifier qualifier =
                new SqlIntervalQualifier(TimeUnit.valueOf(node.from().name()), to, at);
        boolean negative = node.value().startsWith("-");
        String digits = negative ? node.value().substring(1) : node.value();
        return SqlLiteral.createInterval(negative ? -1 : 1, digits, qualifier, at);
    }

    // ---- conditions ----------------------------------------------------------------------------------------

    @Override
    public SqlNode and(Predicate.And node) {
        return chain(SqlStdOperatorTable.AND, node.terms(), places.of(node));
    }

    @Override
    public SqlNode or(Predicate.Or node) {
        return chain(SqlStdOperatorTable.OR, node.terms(), places.of(node));
    }

    private SqlNode chain(SqlOperator operator, List<Expression> terms, SqlParserPos at) {
        SqlNode all = null;
        for (Expression term : terms) {
            SqlNode next = node(term);
            all = all == null ? next : operator.createCall(at, all, next);
        }
        return all;
    }

    @Override
    public SqlNode not(Predicate.Not node) {
        return SqlStdOperatorTable.NOT.createCall(places.of(node), node(node.term()));
    }

    @Override
    public SqlNode comparison(Predicate.Comparison node) {
        Optional<SqlNode> ofTheOrg = orgConditions.comparison(node);
        if (ofTheOrg.isPresent()) {
            return ofTheOrg.get();
        }
        SqlOperator operator = switch (node.operator()) {
            case EQUAL -> SqlStdOperatorTable.EQUALS;
            case NOT_EQUAL -> SqlStdOperatorTable.NOT_EQUALS;
            case LESS -> SqlStdOperatorTable.LESS_THAN;
            case LESS_OR_EQUAL -> SqlStdOperatorTable.LESS_THAN_OR_EQUAL;
            case GREATER -> SqlStdOperatorTable.GREATER_THAN;
            case GREATER_OR_EQUAL -> SqlStdOperatorTable.GREATER_THAN_OR_EQUAL;
            case DISTINCT -> SqlStdOperatorTable.IS_DISTINCT_FROM;
            case NOT_DISTINCT -> SqlStdOperatorTable.IS_NOT_DISTINCT_FROM;
        };
        return operator.createCall(places.of(node), node(node.left()), node(node.right()));
    }

    @Override
    public SqlNode quantified(Predicate.Quantified node) {
        SqlKind kind = switch (node.operator()) {
            case EQUAL -> SqlKind.EQUALS;
            case NOT_EQUAL -> SqlKind.NOT_EQUALS;
            case LESS -> SqlKind.LESS_THAN;
            case LESS_OR_EQUAL -> SqlKind.LESS_THAN_OR_EQUAL;
            case GREATER -> SqlKind.GREATER_THAN;
            case GREATER_OR_EQUAL -> SqlKind.GREATER_THAN_OR_EQUAL;
            case DISTINCT, NOT_DISTINCT ->
                throw unsupported(node, "IS DISTINCT FROM takes one value, not ANY or ALL of a query");
        };
        SqlOperator operator = node.all() ? SqlStdOperatorTable.all(kind) : SqlStdOperatorTable.some(kind);
        return operator.createCall(places.of(node), node(node.left()), queries.query(node.query()));
    }

    @Override
    public SqlNode isNull(Predicate.IsNull node) {
        SqlOperator operator = node.negated() ? SqlStdOperatorTable.IS_NOT_NULL : SqlStdOperatorTable.IS_NULL;
        return operator.createCall(places.of(node), node(node.operand()));
    }

    @Override
    public SqlNode isTruth(Predicate.IsTruth node) {
        SqlOperator operator = switch (node.truth()) {
            case TRUE -> node.negated() ? SqlStdOperatorTable.IS_NOT_TRUE : SqlStdOperatorTable.IS_TRUE;
            case FALSE -> node.negated() ? SqlStdOperatorTable.IS_NOT_FALSE : SqlStdOperatorTable.IS_FALSE;
            case UNKNOWN -> node.negated() ? SqlStdOperatorTable.IS_NOT_UNKNOWN : SqlStdOperatorTable.IS_UNKNOWN;
        };
        return operator.createCall(places.of(node), node(node.operand()));
    }

    @Override
    public SqlNode between(Predicate.Between node) {
        SqlOperator operator = node.symmetric()
                ? node.negated() ? SqlStdOperatorTable.SYMMETRIC_NOT_BETWEEN : SqlStdOperatorTable.SYMMETRIC_BETWEEN
                : node.negated() ? SqlStdOperatorTable.NOT_BETWEEN : SqlStdOperatorTable.BETWEEN;
        return operator.createCall(places.of(node), node(node.operand()), node(node.low()), node(node.high()));
    }

    private static SqlOperator in(boolean negated) {
        return negated ? SqlStdOperatorTable.NOT_IN : SqlStdOperatorTable.IN;
    }

    @Override
    public SqlNode inList(Predicate.InList node) {
        SqlParserPos at = places.of(node);
        return in(node.negated()).createCall(at, node(node.operand()), list(node.items(), at));
    }

    @Override
    public SqlNode inParameter(Predicate.InParameter node) {
        SqlParserPos at = places.of(node);
        if (!values.areSet()) {
            SqlNodeList one = SqlNodeList.of(values.parameter(node.parameter(), at));
            return in(node.negated()).createCall(at, node(node.operand()), one);
        }
        ParameterValue given = values.parameter(node.parameter().index());
        List<SqlNode> items = new ArrayList<>();
        Object[] elements = given.value() instanceof Object[] array
                ? array
                : given.value() instanceof java.util.Collection<?> some ? some.toArray() : new Object[] {given.value()};
        for (Object element : elements) {
            ParameterValue value = new ParameterValue(element, given.zone());
            items.add(Constants.parameter(value, node.parameter().index() + 1, at));
        }
        if (items.isEmpty()) {
            return SqlLiteral.createBoolean(node.negated(), at);
        }
        return in(node.negated()).createCall(at, node(node.operand()), new SqlNodeList(items, at));
    }

    @Override
    public SqlNode inQuery(Predicate.InQuery node) {
        return in(node.negated()).createCall(places.of(node), node(node.operand()), queries.query(node.query()));
    }

    @Override
    public SqlNode like(Predicate.Like node) {
        List<SqlNode> operands = new ArrayList<>(List.of(node(node.operand()), node(node.pattern())));
        node.escape().ifPresent(escape -> operands.add(node(escape)));
        // Text compares without case, so LIKE is ILIKE.
        SqlOperator operator = node.negated() ? SqlStdOperatorTable.NOT_LIKE : SqlStdOperatorTable.LIKE;
        return operator.createCall(places.of(node), operands);
    }

    @Override
    public SqlNode exists(Predicate.Exists node) {
        return SqlStdOperatorTable.EXISTS.createCall(places.of(node), queries.query(node.query()));
    }

    @Override
    public SqlNode includes(Predicate.Includes node) {
        return orgConditions.includes(node);
    }

    // ---- values --------------------------------------------------------------------------------------------

    @Override
    public SqlNode column(Expression.Column node) {
        return queries.column(node);
    }

    @Override
    public SqlNode star(Expression.Star node) {
        throw Carried.at(text, node, SqlState.SYNTAX_ERROR, "* stands in a select list or in COUNT(*)");
    }

    @Override
    public SqlNode dateWithCount(Expression.DateWithCount node) {
        throw unsupported(node, "In a query that SOQL alone cannot say, its date literals stand in comparisons only");
    }

    @Override
    public SqlNode parameter(Expression.Parameter node) {
        return values.parameter(node, places.of(node));
    }

    @Override
    public SqlNode arithmetic(Expression.Arithmetic node) {
        SqlOperator operator = switch (node.operator()) {
            case PLUS -> SqlStdOperatorTable.PLUS;
            case MINUS -> SqlStdOperatorTable.MINUS;
            case TIMES -> SqlStdOperatorTable.MULTIPLY;
            case DIVIDE -> SqlStdOperatorTable.DIVIDE;
            case MODULO -> SqlStdOperatorTable.PERCENT_REMAINDER;
            case CONCAT -> SqlStdOperatorTable.CONCAT;
        };
        return operator.createCall(places.of(node), node(node.left()), node(node.right()));
    }

    @Override
    public SqlNode negate(Expression.Negate node) {
        return SqlStdOperatorTable.UNARY_MINUS.createCall(places.of(node), node(node.operand()));
    }

    @Override
    public SqlNode caseOf(Expression.Case node) {
        SqlParserPos at = places.of(node);
        SqlNodeList when = new SqlNodeList(at);
        SqlNodeList then = new SqlNodeList(at);
        for (Expression.Case.Branch branch : node.branches()) {
            when.add(node(branch.when()));
            then.add(node(branch.then()));
        }
        SqlNode otherwise = node.otherwise().map(this::node).orElseGet(() -> SqlLiteral.createNull(at));
        return SqlCase.createSwitched(at, node.operand().map(this::node).orElse(null), when, then, otherwise);
    }

    @Override
    public SqlNode cast(Expression.Cast node) {
        SqlParserPos at = places.of(node);
        return SqlStdOperatorTable.CAST.createCall(at, node(node.operand()), CastTypes.of(text, node, at));
    }

    @Override
    public SqlNode extract(Expression.Extract node) {
        SqlParserPos at = places.of(node);
        return SqlStdOperatorTable.EXTRACT.createCall(at, functions.unit(node.field(), node), node(node.source()));
    }

    @Override
    public SqlNode trim(Expression.Trim node) {
        SqlParserPos at = places.of(node);
        SqlTrimFunction.Flag side = SqlTrimFunction.Flag.valueOf(node.side().name());
        SqlNode characters = node.characters().map(this::node).orElseGet(() -> Constants.text(" ", at));
        return SqlStdOperatorTable.TRIM.createCall(at, side.symbol(at), characters, node(node.source()));
    }

    @Override
    public SqlNode currentValue(Expression.CurrentValue node) {
        return values.current(node.kind(), places.of(node));
    }

    @Override
    public SqlNode subquery(Expression.Subquery node) {
        if (queries.asksChildren(node.query())) {
            throw unsupported(
                    node,
                    "A subquery of child rows runs in one SOQL query only, with its columns as Salesforce answers");
        }
        return queries.query(node.query());
    }

    @Override
    public SqlNode row(Expression.Row node) {
        List<SqlNode> elements = node.elements().stream().map(this::node).toList();
        return SqlStdOperatorTable.ROW.createCall(places.of(node), elements);
    }

    @Override
    public SqlNode typeOf(Expression.TypeOf node) {
        throw unsupported(node, "TYPEOF runs in one SOQL query only");
    }

    @Override
    public SqlNode defaultValue(Expression.Default node) {
        throw Carried.at(text, node, SqlState.SYNTAX_ERROR, "DEFAULT stands where a value is written only");
    }

    @Override
    public SqlNode call(FunctionCall node) {
        return functions.call(node);
    }
}
