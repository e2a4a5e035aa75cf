package org.soqljdbc.grammar.sql.writer;

import java.util.List;
import java.util.regex.Pattern;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.grammar.sql.Query;

/** Writes expressions, with parentheses exactly where the reader's precedence needs them. */
final class ExpressionWriter implements Expression.Visitor<Void> {

    private static final Pattern SIGNED_NUMBER =
            Pattern.compile("-?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]++");

    private final Output out;
    private final LiteralWriter literals;

    ExpressionWriter(Output out) {
        this.out = out;
        this.literals = new LiteralWriter(out);
    }

    /** An expression that stands where only such of a level, or tighter ones, can. */
    private void at(Level level, Expression expression) {
        if (Level.of(expression).compareTo(level) < 0) {
            out.word("(");
            expression.accept(this);
            out.word(")");
        } else {
            expression.accept(this);
        }
    }

    /** An operand of a comparison or another predicate. */
    void operand(Expression expression) {
        at(Level.CONCAT, expression);
    }

    void any(Expression expression) {
        expression.accept(this);
    }

    private void query(Query query) {
        out.word("(");
        out.queries().query(query);
        out.word(")");
    }

    @Override
    public Void number(Literal.Number node) {
        if (!SIGNED_NUMBER.matcher(node.digits()).matches()) {
            throw new IllegalArgumentException("'" + node.digits() + "' is no number");
        }
        out.word(node.digits());
        return null;
    }

    @Override
    public Void text(Literal.Text node) {
        literals.text(node.value());
        return null;
    }

    @Override
    public Void binary(Literal.Binary node) {
        literals.binary(node);
        return null;
    }

    @Override
    public Void bool(Literal.Bool node) {
        out.word(node.value() ? "TRUE" : "FALSE");
        return null;
    }

    @Override
    public Void nothing(Literal.Null node) {
        out.word("NULL");
        return null;
    }

    @Override
    public Void date(Literal.Date node) {
        literals.date(node);
        return null;
    }

    @Override
    public Void time(Literal.Time node) {
        literals.time(node);
        return null;
    }

    @Override
    public Void timestamp(Literal.Timestamp node) {
        literals.timestamp(node);
        return null;
    }

    @Override
    public Void instant(Literal.Instant node) {
        literals.instant(node);
        return null;
    }

    @Override
    public Void interval(Literal.Interval node) {
        literals.interval(node);
        return null;
    }

    @Override
    public Void and(Predicate.And node) {
        chain(node.terms(), " AND ", Level.NOT);
        return null;
    }

    @Override
    public Void or(Predicate.Or node) {
        chain(node.terms(), " OR ", Level.AND);
        return null;
    }

    private void chain(List<Expression> terms, String operator, Level level) {
        if (terms.size() < 2) {
            throw new IllegalArgumentException("There is nothing to join by" + operator + "in " + terms.size());
        }
        String between = "";
        for (Expression term : terms) {
            out.word(between);
            at(level, term);
            between = operator;
        }
    }

    @Override
    public Void not(Predicate.Not node) {
        out.word("NOT ");
        at(Level.NOT, node.term());
        return null;
    }

    @Override
    public Void comparison(Predicate.Comparison node) {
        operand(node.left());
        out.word(" ").word(node.operator().symbol()).word(" ");
        operand(node.right());
        return null;
    }

    @Override
    public Void quantified(Predicate.Quantified node) {
        operand(node.left());
        out.word(" ").word(node.operator().symbol()).word(node.all() ? " ALL " : " ANY ");
        query(node.query());
        return null;
    }

    @Override
    public Void isNull(Predicate.IsNull node) {
        operand(node.operand());
        out.word(node.negated() ? " IS NOT NULL" : " IS NULL");
        return null;
    }

    @Override
    public Void isTruth(Predicate.IsTruth node) {
        operand(node.operand());
        out.word(node.negated() ? " IS NOT " : " IS ").word(node.truth().name());
        return null;
    }

    @Override
    public Void between(Predicate.Between node) {
        operand(node.operand());
        out.word(node.negated() ? " NOT BETWEEN " : " BETWEEN ").word(node.symmetric() ? "SYMMETRIC " : "");
        operand(node.low());
        out.word(" AND ");
        operand(node.high());
        return null;
    }

    @Override
    public Void inList(Predicate.InList node) {
        in(node.operand(), node.negated());
        if (node.items().size() == 1 && node.items().get(0) instanceof Expression.Subquery) {
            // One more pair would be read as the query's own.
            throw new IllegalArgumentException("A list of one query is written as InQuery");
        }
        out.list("(", node.items(), this::any, ")");
        return null;
    }

    @Override
    public Void inParameter(Predicate.InParameter node) {
        in(node.operand(), node.negated());
        parameter(node.parameter());
        return null;
    }

    @Override
    public Void inQuery(Predicate.InQuery node) {
        in(node.operand(), node.negated());
        query(node.query());
        return null;
    }

    private void in(Expression operand, boolean negated) {
        operand(operand);
        out.word(negated ? " NOT IN " : " IN ");
    }

    @Override
    public Void like(Predicate.Like node) {
        operand(node.operand());
        out.word(node.negated() ? " NOT " : " ").word(node.ilike() ? "ILIKE " : "LIKE ");
        operand(node.pattern());
        node.escape().ifPresent(escape -> {
            out.word(" ESCAPE ");
            operand(escape);
        });
        return null;
    }

    @Override
    public Void exists(Predicate.Exists node) {
        out.word("EXISTS ");
        query(node.query());
        return null;
    }

    @Override
    public Void includes(Predicate.Includes node) {
        operand(node.operand());
        out.word(node.excludes() ? " EXCLUDES " : " INCLUDES ");
        out.list("(", node.items(), this::any, ")");
        return null;
    }

    @Override
    public Void column(Expression.Column node) {
        out.path(node.names());
        return null;
    }

    @Override
    public Void star(Expression.Star node) {
        if (!node.qualifier().isEmpty()) {
            out.path(node.qualifier()).word(".");
        }
        out.word("*");
        return null;
    }

    @Override
    public Void dateWithCount(Expression.DateWithCount node) {
        if (!node.period().takesCount()) {
            throw new IllegalArgumentException(node.period() + " takes no count");
        }
        out.word(node.period().name()).word(":");
        count(node.n());
        return null;
    }

    /** A whole number or a parameter. */
    void count(Expression count) {
        boolean whole = count instanceof Literal.Number number
                && WHOLE_NUMBER.matcher(number.digits()).matches();
        if (!whole && !(count instanceof Expression.Parameter)) {
            throw new IllegalArgumentException("A count is neither a whole number nor a parameter");
        }
        any(count);
    }

    @Override
    public Void parameter(Expression.Parameter node) {
        out.parameter(node);
        return null;
    }

    @Override
    public Void arithmetic(Expression.Arithmetic node) {
        Level level = Level.of(node);
        at(level, node.left());
        out.word(" ").word(node.operator().symbol()).word(" ");
        at(level.tighter(), node.right());
        return null;
    }

    @Override
    public Void negate(Expression.Negate node) {
        out.word("-");
        // Two minus signs begin a comment, and one before digits belongs to the number.
        boolean bare = node.operand() instanceof Expression.Negate || node.operand() instanceof Literal.Number;
        at(bare ? Level.NEVER : Level.SIGNED, node.operand());
        return null;
    }

    @Override
    public Void caseOf(Expression.Case node) {
        out.word("CASE");
        node.operand().ifPresent(operand -> any(" ", operand));
        for (Expression.Case.Branch branch : node.branches()) {
            any(" WHEN ", branch.when());
            any(" THEN ", branch.then());
        }
        node.otherwise().ifPresent(otherwise -> any(" ELSE ", otherwise));
        out.word(" END");
        return null;
    }

    private void any(String before, Expression expression) {
        out.word(before);
        any(expression);
    }

    @Override
    public Void cast(Expression.Cast node) {
        any("CAST(", node.operand());
        out.word(" AS ").word(literals.type(node.type())).word(")");
        return null;
    }

    @Override
    public Void extract(Expression.Extract node) {
        out.word("EXTRACT(").name(Name.of(node.field()));
        any(" FROM ", node.source());
        out.word(")");
        return null;
    }

    @Override
    public Void trim(Expression.Trim node) {
        boolean plain =
                node.side() == Expression.Trim.Side.BOTH && node.characters().isEmpty();
        out.word("TRIM(");
        if (!plain) {
            out.word(node.side().name()).word(" ");
            node.characters().ifPresent(this::any);
            out.word(node.characters().isPresent() ? " FROM " : "FROM ");
        }
        any(node.source());
        out.word(")");
        return null;
    }

    @Override
    public Void currentValue(Expression.CurrentValue node) {
        out.word(node.kind().name());
        node.precision().ifPresent(digits -> out.word("(" + digits + ")"));
        return null;
    }

    @Override
    public Void subquery(Expression.Subquery node) {
        query(node.query());
        return null;
    }

    @Override
    public Void row(Expression.Row node) {
        if (node.elements().isEmpty()) {
            out.word("()");
        } else {
            out.list(node.elements().size() == 1 ? "ROW(" : "(", node.elements(), this::any, ")");
        }
        return null;
    }

    @Override
    public Void typeOf(Expression.TypeOf node) {
        out.word("TYPEOF ").path(node.path().names());
        for (Expression.TypeOf.Branch branch : node.branches()) {
            out.word(" WHEN ").name(branch.type());
            out.list(" THEN ", branch.paths(), this::column, "");
        }
        out.list(" ELSE ", node.otherwise(), this::column, "").word(" END");
        return null;
    }

    @Override
    public Void defaultValue(Expression.Default node) {
        out.word("DEFAULT");
        return null;
    }

    @Override
    public Void call(FunctionCall node) {
        if (!Output.isPlain(node.name())) {
            throw new IllegalArgumentException("'" + node.name() + "' is no name of a function");
        }
        out.word(node.name()).word(node.distinct() ? "(DISTINCT " : "(");
        out.list("", node.arguments(), this::any, "");
        boolean within = !node.orderBy().isEmpty();
        out.word(within && !node.arguments().isEmpty() ? " " : "");
        out.list("ORDER BY ", node.orderBy(), out.queries()::orderItem, "").word(")");
        node.ignoreNulls().ifPresent(ignored -> out.word(ignored ? " IGNORE NULLS" : " RESPECT NULLS"));
        node.filter().ifPresent(filter -> {
            any(" FILTER (WHERE ", filter);
            out.word(")");
        });
        node.over().ifPresent(window -> out.queries().over(window));
        return null;
    }
}
