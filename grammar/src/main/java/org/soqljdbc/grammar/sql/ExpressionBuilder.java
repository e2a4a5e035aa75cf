package org.soqljdbc.grammar.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.soqljdbc.grammar.soql.DateConstant;
import org.soqljdbc.grammar.soql.SyntaxException;

/** Makes expressions: what is loose, what is between operators, and what stands alone. */
final class ExpressionBuilder {

    private final Builders builders;

    ExpressionBuilder(Builders builders) {
        this.builders = builders;
    }

    Expression expression(SqlParser.ExpressionContext expression) throws SyntaxException {
        List<SqlParser.ConjunctionContext> terms = expression.conjunction();
        if (terms.size() == 1) {
            return conjunction(terms.get(0));
        }
        builders.depth.enter(1, expression);
        List<Expression> made = new ArrayList<>(terms.size());
        for (SqlParser.ConjunctionContext term : terms) {
            made.add(conjunction(term));
        }
        builders.depth.leave(1);
        return note(new Predicate.Or(made), expression);
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

    private Expression conjunction(SqlParser.ConjunctionContext conjunction) throws SyntaxException {
        List<SqlParser.NegationContext> terms = conjunction.negation();
        if (terms.size() == 1) {
            return negation(terms.get(0));
        }
        builders.depth.enter(1, conjunction);
        List<Expression> made = new ArrayList<>(terms.size());
        for (SqlParser.NegationContext term : terms) {
            made.add(negation(term));
        }
        builders.depth.leave(1);
        return note(new Predicate.And(made), conjunction);
    }

    private Expression negation(SqlParser.NegationContext negation) throws SyntaxException {
        List<TerminalNode> nots = negation.NOT();
        builders.depth.enter(nots.size(), negation);
        Expression made = truth(negation.truth());
        for (int at = nots.size() - 1; at >= 0; at--) {
            made = builders.spans.note(new Predicate.Not(made), nots.get(at).getSymbol(), negation.getStop());
        }
        builders.depth.leave(nots.size());
        return made;
    }

    private Expression truth(SqlParser.TruthContext truth) throws SyntaxException {
        List<SqlParser.TruthTestContext> tests = truth.truthTest();
        builders.depth.enter(tests.size(), truth);
        Expression made = builders.predicates.predicate(truth.predicate());
        for (SqlParser.TruthTestContext test : tests) {
            made = builders.spans.note(builders.predicates.truthTest(made, test), truth.getStart(), test.getStop());
        }
        builders.depth.leave(tests.size());
        return made;
    }

    Expression concatenation(SqlParser.ConcatenationContext concatenation) throws SyntaxException {
        List<SqlParser.SumContext> operands = concatenation.sum();
        int operators = operands.size() - 1;
        builders.depth.enter(operators, concatenation);
        Expression made = sum(operands.get(0));
        for (int at = 1; at <= operators; at++) {
            Expression right = sum(operands.get(at));
            made = operation(made, Expression.Arithmetic.Operator.CONCAT, right, concatenation, operands.get(at));
        }
        return made;
    }

    private Expression sum(SqlParser.SumContext sum) throws SyntaxException {
        List<SqlParser.ProductContext> operands = sum.product();
        int operators = operands.size() - 1;
        builders.depth.enter(operators, sum);
        Expression made = product(operands.get(0));
        for (int at = 1; at <= operators; at++) {
            Expression right = product(operands.get(at));
            made = operation(made, operator(sum, at), right, sum, operands.get(at));
        }
        return made;
    }

    private Expression product(SqlParser.ProductContext product) throws SyntaxException {
        List<SqlParser.SignedContext> operands = product.signed();
        int operators = operands.size() - 1;
        builders.depth.enter(operators, product);
        Expression made = signed(operands.get(0));
        for (int at = 1; at <= operators; at++) {
            Expression right = signed(operands.get(at));
            made = operation(made, operator(product, at), right, product, operands.get(at));
        }
        return made;
    }

    /** One step of a chain, one level nearer to the top of the tree than its left side. */
    private Expression operation(
            Expression left,
            Expression.Arithmetic.Operator operator,
            Expression right,
            ParserRuleContext chain,
            ParserRuleContext rightRule) {
        builders.depth.leave(1);
        return builders.spans.note(
                new Expression.Arithmetic(left, operator, right), chain.getStart(), rightRule.getStop());
    }

    /** The operator before an operand: operands and operators take turns. */
    private static Expression.Arithmetic.Operator operator(ParserRuleContext chain, int operand) {
        Token word = ((TerminalNode) chain.getChild(2 * operand - 1)).getSymbol();
        return switch (word.getType()) {
            case SqlParser.PLUS -> Expression.Arithmetic.Operator.PLUS;
            case SqlParser.DASH -> Expression.Arithmetic.Operator.MINUS;
            case SqlParser.STAR -> Expression.Arithmetic.Operator.TIMES;
            case SqlParser.SLASH -> Expression.Arithmetic.Operator.DIVIDE;
            default -> Expression.Arithmetic.Operator.MODULO;
        };
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
            made = primary(signed.primary());
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
        builders.depth.enter(1, primary);
        Expression made = unwrapped(primary);
        builders.depth.leave(1);
        return made;
    }

    private Expression unwrapped(SqlParser.PrimaryContext primary) throws SyntaxException {
        if (primary.columnOrConstant() != null) {
            return columnOrConstant(primary.columnOrConstant());
        }
        if (primary.literal() != null) {
            return builders.literals.literal(primary.literal());
        }
        if (primary.functionCall() != null) {
            return builders.calls.call(primary.functionCall());
        }
        if (primary.caseExpression() != null) {
            return caseOf(primary.caseExpression());
        }
        Token word = primary.getStart();
        return switch (word.getType()) {
            case SqlParser.QUESTION -> builders.spans.note(builders.tokens.parameter(word), word);
            case SqlParser.LPAREN, SqlParser.ROW -> row(primary);
            case SqlParser.QUERY_LPAREN ->
                note(new Expression.Subquery(builders.queries.query(primary.query())), primary);
            case SqlParser.EXISTS -> note(new Predicate.Exists(builders.queries.query(primary.query())), primary);
            case SqlParser.FN_BRACE -> primary(primary.primary());
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
                word.getType() == SqlParser.IDENTIFIER ? Periods.named(word.getText()) : Optional.empty();
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
