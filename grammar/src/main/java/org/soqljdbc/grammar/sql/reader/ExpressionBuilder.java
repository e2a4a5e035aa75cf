package org.soqljdbc.grammar.sql.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.soqljdbc.grammar.soql.DateConstant;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Predicate;
import org.soqljdbc.grammar.text.SyntaxException;

/** Makes expressions: what is loose, what is between operators, and what stands alone. */
final class ExpressionBuilder {

    private final Builders builders;
    private final OperationBuilder operations;

    ExpressionBuilder(Builders builders) {
        this.builders = builders;
        this.operations = new OperationBuilder(builders);
    }

    Expression expression(SqlParser.ExpressionContext expression) throws SyntaxException {
        return made(expression);
    }

    Expression operation(SqlParser.OperationContext operation) throws SyntaxException {
        return made(operation);
    }

    List<Expression> expressions(List<SqlParser.ExpressionContext> expressions) throws SyntaxException {
        List<Expression> made = new ArrayList<>(expressions.size());
        for (SqlParser.ExpressionContext expression : expressions) {
            made.add(expression(expression));
        }
        return made;
    }

    Optional<Expression> optional(SqlParser.ExpressionContext expression) throws SyntaxException {
        return expression == null ? Optional.empty() : Optional.of(expression(expression));
    }

    /**
     * Goes down the ladder of rules to the first that has something to say, in a loop: most rungs have nothing, and the
     * stack is to grow with the nesting of the text alone.
     */
    Expression made(ParserRuleContext top) throws SyntaxException {
        ParserRuleContext rule = top;
        while (rule.getRuleIndex() != SqlParser.RULE_columnOrConstant
                && rule.getChildCount() == 1
                && rule.getChild(0) instanceof ParserRuleContext only) {
            rule = only;
        }
        int levels = countsItself(rule) ? 0 : 1;
        builders.depth.enter(levels, rule);
        Expression made = switch (rule.getRuleIndex()) {
            case SqlParser.RULE_expression -> logic((SqlParser.ExpressionContext) rule);
            case SqlParser.RULE_negation -> negation((SqlParser.NegationContext) rule);
            case SqlParser.RULE_predicate -> builders.predicates.predicate((SqlParser.PredicateContext) rule);
            case SqlParser.RULE_operation -> operations.made((SqlParser.OperationContext) rule);
            case SqlParser.RULE_signed -> signed((SqlParser.SignedContext) rule);
            case SqlParser.RULE_literal -> builders.literals.literal((SqlParser.LiteralContext) rule);
            case SqlParser.RULE_functionCall -> builders.calls.call((SqlParser.FunctionCallContext) rule);
            case SqlParser.RULE_caseExpression -> caseOf((SqlParser.CaseExpressionContext) rule);
            case SqlParser.RULE_columnOrConstant -> columnOrConstant((SqlParser.ColumnOrConstantContext) rule);
            case SqlParser.RULE_currentValue ->
                note(builders.calls.currentValue((SqlParser.CurrentValueContext) rule), rule);
            default -> primary((SqlParser.PrimaryContext) rule);
        };
        builders.depth.leave(levels);
        return made;
    }

    /** Whether a rule makes a node for each of its operators, or none at all. */
    private static boolean countsItself(ParserRuleContext rule) {
        return switch (rule.getRuleIndex()) {
            case SqlParser.RULE_expression,
                    SqlParser.RULE_negation,
                    SqlParser.RULE_predicate,
                    SqlParser.RULE_operation,
                    SqlParser.RULE_signed -> true;
            case SqlParser.RULE_primary ->
                rule.getStart().getType() == SqlParser.LPAREN
                        && ((SqlParser.PrimaryContext) rule).expression().size() == 1;
            default -> false;
        };
    }

    /** AND binds tighter than OR. */
    private Expression logic(SqlParser.ExpressionContext rule) throws SyntaxException {
        List<SqlParser.NegationContext> all = rule.negation();
        boolean mixed = rule.OR().size() > 0 && rule.AND().size() > 0;
        builders.depth.enter(mixed ? 2 : 1, rule);
        List<Expression> alternatives = new ArrayList<>();
        List<Expression> terms = new ArrayList<>();
        Token first = rule.getStart();
        for (int at = 0; at < all.size(); at++) {
            if (at > 0 && operator(rule, at).getType() == SqlParser.OR) {
                alternatives.add(conjunction(terms, first, all.get(at - 1).getStop()));
                terms = new ArrayList<>();
                first = all.get(at).getStart();
            }
            terms.add(made(all.get(at)));
        }
        Expression last = conjunction(terms, first, rule.getStop());
        builders.depth.leave(mixed ? 2 : 1);
        if (alternatives.isEmpty()) {
            return last;
        }
        alternatives.add(last);
        return note(new Predicate.Or(alternatives), rule);
    }

    private Expression conjunction(List<Expression> terms, Token first, Token last) {
        return terms.size() == 1 ? terms.get(0) : builders.spans.note(new Predicate.And(terms), first, last);
    }

    /** The operator before an operand: operands and operators take turns. */
    static Token operator(ParserRuleContext chain, int operand) {
        return ((TerminalNode) chain.getChild(2 * operand - 1)).getSymbol();
    }

    private Expression negation(SqlParser.NegationContext rule) throws SyntaxException {
        List<TerminalNode> nots = rule.NOT();
        builders.depth.enter(nots.size(), rule);
        Expression made = made(rule.predicate());
        for (int at = nots.size() - 1; at >= 0; at--) {
            made = builders.spans.note(new Predicate.Not(made), nots.get(at).getSymbol(), rule.getStop());
        }
        builders.depth.leave(nots.size());
        return made;
    }

    private Expression signed(SqlParser.SignedContext signed) throws SyntaxException {
        int casts = signed.type().size();
        int signs = signed.getChildCount() - 1 - 2 * casts;
        builders.depth.enter(signs + casts, signed);
        Token last = signed.primary().getStop();
        int at = signs - 1;
        Expression made;
        // A sign right before digits belongs to the number, unless a cast binds the digits first.
        boolean signedNumber =
                casts == 0 && at >= 0 && signed.primary().getStart() == last && last.getType() == SqlParser.NUMBER;
        if (signedNumber) {
            Token sign = sign(signed, at);
            made = builders.spans.note(
                    LiteralReader.number(last, sign.getType() == SqlParser.DASH ? "-" : ""), sign, last);
            at--;
        } else {
            made = made(signed.primary());
        }
        for (SqlParser.TypeContext type : signed.type()) {
            made = builders.spans.note(
                    new Expression.Cast(made, builders.calls.type(type)),
                    signed.primary().getStart(),
                    type.getStop());
        }
        for (; at >= 0; at--) {
            Token sign = sign(signed, at);
            if (sign.getType() == SqlParser.DASH) {
                made = builders.spans.note(new Expression.Negate(made), sign, signed.getStop());
            }
        }
        builders.depth.leave(signs + casts);
        return made;
    }

    private static Token sign(SqlParser.SignedContext signed, int at) {
        return ((TerminalNode) signed.getChild(at)).getSymbol();
    }

    private Expression primary(SqlParser.PrimaryContext primary) throws SyntaxException {
        Token word = primary.getStart();
        return switch (word.getType()) {
            case SqlParser.QUESTION -> builders.spans.note(builders.tokens.parameter(word), word);
            case SqlParser.LPAREN, SqlParser.ROW -> row(primary);
            case SqlParser.QUERY_LPAREN ->
                note(new Expression.Subquery(builders.queries.query(primary.query())), primary);
            case SqlParser.EXISTS -> note(new Predicate.Exists(builders.queries.query(primary.query())), primary);
            case SqlParser.FN_BRACE -> made(primary.primary());
            default -> builders.calls.special(primary);
        };
    }

    /** Parentheses around one expression leave no trace; around several, or after ROW, they make a row. */
    private Expression row(SqlParser.PrimaryContext primary) throws SyntaxException {
        List<SqlParser.ExpressionContext> elements = primary.expression();
        return primary.ROW() == null && elements.size() == 1
                ? expression(elements.get(0))
                : note(new Expression.Row(expressions(elements)), primary);
    }

    private Expression caseOf(SqlParser.CaseExpressionContext rule) throws SyntaxException {
        List<Expression.Case.Branch> branches = new ArrayList<>();
        Optional<Expression> operand = optional(rule.operand);
        for (SqlParser.CaseBranchContext branch : rule.caseBranch()) {
            branches.add(
                    new Expression.Case.Branch(expression(branch.expression(0)), expression(branch.expression(1))));
        }
        return note(new Expression.Case(operand, branches, optional(rule.otherwise)), rule);
    }

    private Expression columnOrConstant(SqlParser.ColumnOrConstantContext rule) throws SyntaxException {
        if (rule.COLON() != null) {
            return dateWithCount(rule);
        }
        if (rule.STAR() != null) {
            throw SqlTokens.refused(rule.STAR().getSymbol(), "a name: all columns stand alone in a select list");
        }
        return note(new Expression.Column(builders.names.names(rule.name())), rule);
    }

    private Expression dateWithCount(SqlParser.ColumnOrConstantContext rule) throws SyntaxException {
        Token word = rule.getStart();
        Optional<DateConstant.Period> period =
                word.getType() == SqlParser.IDENTIFIER ? DateConstant.Period.named(word.getText()) : Optional.empty();
        if (period.isEmpty() || !period.get().takesCount()) {
            throw SqlTokens.refused(
                    rule.COLON().getSymbol(),
                    period.isEmpty()
                            ? "an operator: only date literals such as LAST_N_DAYS:30 hold a colon"
                            : period.get() + " alone");
        }
        return note(new Expression.DateWithCount(period.get(), builders.literals.count(rule.count())), rule);
    }

    Expression item(SqlParser.ListItemContext item) throws SyntaxException {
        if (item.literal() != null) {
            return builders.literals.literal(item.literal());
        }
        return item.QUESTION() != null
                ? builders.spans.note(builders.tokens.parameter(item.getStart()), item.getStart())
                : expression(item.expression());
    }

    List<Expression> items(List<SqlParser.ListItemContext> items) throws SyntaxException {
        List<Expression> made = new ArrayList<>(items.size());
        for (SqlParser.ListItemContext item : items) {
            made.add(item(item));
        }
        return made;
    }

    /** SOQL's TYPEOF, which stands in a select list only. */
    Expression.TypeOf typeOf(SqlParser.TypeOfContext rule) throws SyntaxException {
        List<SqlParser.ColumnContext> columns = rule.column();
        List<Expression.TypeOf.Branch> branches = new ArrayList<>();
        for (SqlParser.TypeOfBranchContext branch : rule.typeOfBranch()) {
            branches.add(new Expression.TypeOf.Branch(
                    builders.names.name(branch.name()), builders.names.columns(branch.column())));
        }
        return note(
                new Expression.TypeOf(
                        builders.names.column(columns.get(0)),
                        branches,
                        builders.names.columns(columns.subList(1, columns.size()))),
                rule);
    }

    private <T> T note(T node, ParserRuleContext rule) {
        return builders.spans.note(node, rule);
    }
}
