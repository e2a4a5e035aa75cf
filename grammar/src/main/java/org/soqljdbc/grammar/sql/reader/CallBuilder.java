package org.soqljdbc.grammar.sql.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.FunctionCall;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.OrderItem;
import org.soqljdbc.grammar.sql.SqlType;
import org.soqljdbc.grammar.sql.Window;
import org.soqljdbc.grammar.text.SyntaxException;

/** Makes function calls, the special ones as well, with their windows. */
final class CallBuilder {

    private static final int MAX_FRACTION_DIGITS = 9;

    private final Builders builders;

    CallBuilder(Builders builders) {
        this.builders = builders;
    }

    FunctionCall call(SqlParser.FunctionCallContext rule) throws SyntaxException {
        List<Expression> arguments = arguments(rule);
        List<OrderItem> orderBy = new ArrayList<>();
        for (SqlParser.OrderByContext order : rule.orderBy()) {
            orderBy.addAll(builders.selects.orderBy(order));
        }
        if (rule.orderBy().size() > 1) {
            throw SqlTokens.refused(
                    rule.WITHIN().getSymbol(), "one ORDER BY, inside the parentheses or after WITHIN GROUP");
        }
        FunctionCall made = new FunctionCall(
                rule.functionName().getText(),
                rule.DISTINCT() != null,
                arguments,
                orderBy,
                rule.NULLS() == null ? Optional.empty() : Optional.of(rule.IGNORE() != null),
                builders.expressions.optional(rule.expression()),
                rule.OVER() == null ? Optional.empty() : Optional.of(over(rule)));
        return builders.spans.note(made, rule);
    }

    private List<Expression> arguments(SqlParser.FunctionCallContext rule) throws SyntaxException {
        if (rule.STAR() != null) {
            return List.of(builders.spans.note(
                    new Expression.Star(List.of()), rule.STAR().getSymbol()));
        }
        if (rule.ALL() != null && rule.listItem().isEmpty()) {
            // SOQL's FIELDS(ALL), whose other words are names.
            Token all = rule.ALL().getSymbol();
            return List.of(builders.spans.note(new Expression.Column(List.of(new Name(all.getText(), true))), all));
        }
        return builders.expressions.items(rule.listItem());
    }

    private Window over(SqlParser.FunctionCallContext rule) throws SyntaxException {
        if (rule.window() != null) {
            return window(rule.window());
        }
        return builders.spans.note(
                new Window(Optional.of(builders.names.name(rule.name())), List.of(), List.of(), Optional.empty()),
                rule.name());
    }

    Window window(SqlParser.WindowContext rule) throws SyntaxException {
        return builders.spans.note(
                new Window(
                        rule.name() == null ? Optional.empty() : Optional.of(builders.names.name(rule.name())),
                        builders.expressions.expressions(rule.expression()),
                        builders.selects.orderBy(rule.orderBy()),
                        rule.frame() == null ? Optional.empty() : Optional.of(frame(rule.frame()))),
                rule);
    }

    private Window.Frame frame(SqlParser.FrameContext rule) throws SyntaxException {
        List<SqlParser.FrameBoundContext> bounds = rule.frameBound();
        return new Window.Frame(
                rule.unit.getType() == SqlParser.ROWS,
                bound(bounds.get(0)),
                bounds.size() == 1 ? Optional.empty() : Optional.of(bound(bounds.get(1))));
    }

    private Window.Bound bound(SqlParser.FrameBoundContext rule) throws SyntaxException {
        boolean preceding = rule.PRECEDING() != null;
        if (rule.operation() != null) {
            return new Window.Bound(
                    preceding ? Window.Bound.Kind.PRECEDING : Window.Bound.Kind.FOLLOWING,
                    Optional.of(builders.expressions.operation(rule.operation())));
        }
        if (rule.CURRENT() != null) {
            return new Window.Bound(Window.Bound.Kind.CURRENT_ROW, Optional.empty());
        }
        return new Window.Bound(
                preceding ? Window.Bound.Kind.UNBOUNDED_PRECEDING : Window.Bound.Kind.UNBOUNDED_FOLLOWING,
                Optional.empty());
    }

    /** What has a syntax of its own between its parentheses. */
    Expression special(SqlParser.PrimaryContext rule) throws SyntaxException {
        Expression made = switch (rule.getStart().getType()) {
            case SqlParser.CAST ->
                new Expression.Cast(builders.expressions.expression(rule.expression(0)), type(rule.type()));
            case SqlParser.EXTRACT ->
                new Expression.Extract(
                        builders.names.name(rule.name()).text().toUpperCase(Locale.ROOT),
                        builders.expressions.expression(rule.expression(0)));
            case SqlParser.SUBSTRING -> substring(rule);
            case SqlParser.TRIM -> trim(rule);
            case SqlParser.POSITION -> position(rule);
            default -> plain(rule, builders.expressions.expressions(rule.expression()));
        };
        return builders.spans.note(made, rule);
    }

    private static FunctionCall plain(SqlParser.PrimaryContext rule, List<Expression> arguments) {
        return FunctionCall.of(rule.getStart().getText(), arguments.toArray(Expression[]::new));
    }

    private Expression substring(SqlParser.PrimaryContext rule) throws SyntaxException {
        List<Expression> arguments = builders.expressions.expressions(rule.expression());
        if (rule.FROM() == null && rule.FOR() != null) {
            // SUBSTRING(x FOR b) begins at the first character.
            arguments.add(
                    1, builders.spans.note(new Literal.Number("1"), rule.FOR().getSymbol()));
        }
        return plain(rule, arguments);
    }

    private Expression position(SqlParser.PrimaryContext rule) throws SyntaxException {
        List<Expression> arguments = new ArrayList<>();
        if (rule.operation() != null) {
            arguments.add(builders.expressions.operation(rule.operation()));
        }
        arguments.addAll(builders.expressions.expressions(rule.expression()));
        return plain(rule, arguments);
    }

    private Expression trim(SqlParser.PrimaryContext rule) throws SyntaxException {
        SqlParser.TrimmedContext trimmed = rule.trimmed();
        if (trimmed.side != null) {
            return new Expression.Trim(
                    Expression.Trim.Side.valueOf(trimmed.side.getText().toUpperCase(Locale.ROOT)),
                    builders.expressions.optional(trimmed.characters),
                    builders.expressions.expression(trimmed.source));
        }
        Expression first = builders.expressions.expression(trimmed.first);
        if (trimmed.source != null) {
            return new Expression.Trim(
                    Expression.Trim.Side.BOTH, Optional.of(first), builders.expressions.expression(trimmed.source));
        }
        List<SqlParser.ExpressionContext> all = trimmed.expression();
        if (all.size() == 1) {
            return new Expression.Trim(Expression.Trim.Side.BOTH, Optional.empty(), first);
        }
        List<Expression> arguments = new ArrayList<>();
        arguments.add(first);
        arguments.addAll(builders.expressions.expressions(all.subList(1, all.size())));
        return plain(rule, arguments);
    }

    /** A value of the clock, whose parentheses may be left out. */
    Expression currentValue(SqlParser.CurrentValueContext rule) throws SyntaxException {
        Optional<Integer> precision = Optional.empty();
        if (rule.NUMBER() != null) {
            Token digits = rule.NUMBER().getSymbol();
            int number = LiteralReader.small(digits);
            if (number > MAX_FRACTION_DIGITS) {
                throw SqlTokens.refused(digits, "a whole number up to " + MAX_FRACTION_DIGITS);
            }
            precision = Optional.of(number);
        }
        return new Expression.CurrentValue(
                Expression.CurrentValue.Kind.valueOf(rule.getStart().getText().toUpperCase(Locale.ROOT)), precision);
    }

    SqlType type(SqlParser.TypeContext rule) throws SyntaxException {
        StringBuilder name = new StringBuilder(builders.names.name(rule.name()).text());
        if (rule.PRECISION() != null) {
            name.append(" PRECISION");
        }
        if (rule.VARYING() != null) {
            name.append(" VARYING");
        }
        if (rule.ZONE() != null) {
            name.append(rule.WITH() != null ? " WITH TIME ZONE" : " WITHOUT TIME ZONE");
        }
        int numbers = rule.NUMBER().size();
        return new SqlType(
                name.toString().toUpperCase(Locale.ROOT),
                numbers > 0 ? Optional.of(LiteralReader.small(rule.NUMBER(0).getSymbol())) : Optional.empty(),
                numbers > 1 ? Optional.of(LiteralReader.small(rule.NUMBER(1).getSymbol())) : Optional.empty());
    }
}
