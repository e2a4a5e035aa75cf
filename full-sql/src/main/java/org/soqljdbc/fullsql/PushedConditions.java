package org.soqljdbc.fullsql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.soqljdbc.grammar.soql.BooleanLiteral;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.DateLiteral;
import org.soqljdbc.grammar.soql.DateTimeLiteral;
import org.soqljdbc.grammar.soql.LikePattern;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.types.SfType;

/**
 * Says in SOQL what it can of a condition: what it says is true wherever the condition is, and may be true elsewhere, for
 * the plan checks every row again.
 */
final class PushedConditions {

    private static final int MILLIS_OF_SECOND = 1000;
    private static final int DIGITS_OF_A_DOUBLE = 15;

    private final RexBuilder builder;
    private final List<OrgTable.TableColumn> columns;

    PushedConditions(RexBuilder builder, List<OrgTable.TableColumn> columns) {
        this.builder = builder;
        this.columns = columns;
    }

    /**
     * What is said of a condition.
     *
     * @param exact whether it is true of the same rows; else it may be true of more
     */
    record Said(Condition condition, boolean exact) {

        static Said exactly(Condition condition) {
            return new Said(condition, true);
        }

        Said wider() {
            return new Said(condition, false);
        }
    }

    /** Empty where nothing of it can be said. */
    Optional<Said> of(RexNode condition) {
        return said(RexUtil.expandSearch(builder, null, condition));
    }

    private Optional<Said> said(RexNode node) {
        if (node instanceof RexInputRef reference && isBoolean(reference)) {
            return column(reference)
                    .map(column -> compare(column, Condition.Comparison.Operator.EQUAL, new BooleanLiteral(true)))
                    .map(Said::exactly);
        }
        if (!(node instanceof RexCall call)) {
            return Optional.empty();
        }
        Optional<OrgCondition> ofTheOrg = OrgCondition.in(call);
        if (ofTheOrg.isPresent()) {
            return column(call.getOperands().get(0))
                    .map(column -> Said.exactly(ofTheOrg.get().of(column.path())));
        }
        return switch (call.getKind()) {
            case AND -> and(call);
            case OR -> or(call);
            case NOT -> not(call.getOperands().get(0));
            case IS_NULL, IS_NOT_NULL -> nullTest(call).map(Said::exactly);
            case LIKE -> like(call).map(Said::exactly);
            case EQUALS, NOT_EQUALS, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
                comparison(call);
            default -> Optional.empty();
        };
    }

    private static boolean isBoolean(RexNode node) {
        return switch (node.getType().getSqlTypeName()) {
            case BOOLEAN -> true;
            default -> false;
        };
    }

    /** What cannot be said is left out. */
    private Optional<Said> and(RexCall call) {
        List<Condition> terms = new ArrayList<>();
        boolean exact = true;
        for (RexNode operand : call.getOperands()) {
            Optional<Said> term = said(operand);
            term.ifPresent(found -> terms.add(found.condition()));
            exact = exact && term.isPresent() && term.get().exact();
        }
        boolean all = exact;
        return conjunction(terms).map(condition -> new Said(condition, all));
    }

    static Optional<Condition> conjunction(List<Condition> terms) {
        List<Condition> flat = new ArrayList<>();
        for (Condition term : terms) {
            List<Condition> parts = term instanceof Condition.And and ? and.terms() : List.of(term);
            parts.stream().filter(part -> !flat.contains(part)).forEach(flat::add);
        }
        return flat.isEmpty()
                ? Optional.empty()
                : Optional.of(flat.size() == 1 ? flat.get(0) : new Condition.And(flat));
    }

    /** All of it can be said, or nothing. Equalities of one column are a list. */
    private Optional<Said> or(RexCall call) {
        List<Condition> terms = new ArrayList<>();
        boolean exact = true;
        for (RexNode operand : RexUtil.flattenOr(call.getOperands())) {
            Optional<Said> term = said(operand);
            if (term.isEmpty()) {
                return Optional.empty();
            }
            terms.add(term.get().condition());
            exact = exact && term.get().exact();
        }
        boolean list = terms.stream()
                        .allMatch(term -> term instanceof Condition.Comparison comparison
                                && comparison.operator() == Condition.Comparison.Operator.EQUAL
                                && !(comparison.right() instanceof NullLiteral))
                && terms.stream()
                                .map(term -> ((Condition.Comparison) term).left())
                                .distinct()
                                .count()
                        == 1;
        if (!list) {
            return Optional.of(new Said(new Condition.Or(terms), exact));
        }
        Condition in = new Condition.InList(
                ((Condition.Comparison) terms.get(0)).left(),
                false,
                terms.stream()
                        .map(term -> ((Condition.Comparison) term).right())
                        .distinct()
                        .toList());
        return Optional.of(new Said(in, exact));
    }

    private Optional<Said> not(RexNode operand) {
        if (operand instanceof RexInputRef reference && isBoolean(reference)) {
            // A missing parent's boolean reads false.
            return column(reference)
                    .map(column -> new Said(
                            compare(column, Condition.Comparison.Operator.EQUAL, new BooleanLiteral(false)),
                            column.path().names().size() == 1));
        }
        if (operand instanceof RexCall call && call.getKind() == SqlKind.OR) {
            List<RexNode> terms = call.getOperands().stream().map(RexUtil::not).toList();
            return said(RexUtil.composeConjunction(builder, terms));
        }
        return operand instanceof RexCall call
                ? Optional.ofNullable(RexUtil.negate(builder, call)).flatMap(this::said)
                : Optional.empty();
    }

    private Optional<OrgTable.TableColumn> column(RexNode node) {
        RexNode bare = bare(node);
        return bare instanceof RexInputRef reference
                ? Optional.of(columns.get(reference.getIndex())).filter(OrgTable.TableColumn::isFilterable)
                : Optional.empty();
    }

    /** Without folding, and without a cast that changes no value. */
    static RexNode bare(RexNode node) {
        RexNode bare = node;
        while (bare instanceof RexCall call && (Operators.isFold(call) || isHarmlessCast(call))) {
            bare = call.getOperands().get(0);
        }
        return bare;
    }

    private static boolean isHarmlessCast(RexCall call) {
        if (call.getKind() != SqlKind.CAST) {
            return false;
        }
        RelDataType from = call.getOperands().get(0).getType();
        RelDataType to = call.getType();
        boolean text = Operators.isText(from)
                && Operators.isText(to)
                && (to.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED
                        || to.getPrecision() >= from.getPrecision());
        boolean widened =
                isWhole(from) && isExact(to) && to.getScale() == 0 && !isWhole(to) || isWhole(from) && isExact(to);
        return text
                || widened
                || from.getSqlTypeName() == to.getSqlTypeName()
                        && from.getPrecision() <= to.getPrecision()
                        && from.getScale() <= to.getScale();
    }

    private static boolean isWhole(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case SMALLINT, INTEGER -> true;
            default -> false;
        };
    }

    private static boolean isExact(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case BIGINT, DECIMAL -> true;
            default -> false;
        };
    }

    private Optional<Condition> nullTest(RexCall call) {
        Condition.Comparison.Operator operator = call.getKind() == SqlKind.IS_NULL
                ? Condition.Comparison.Operator.EQUAL
                : Condition.Comparison.Operator.NOT_EQUAL;
        // A missing parent's boolean reads false, so no test of null finds it.
        return column(call.getOperands().get(0))
                .filter(column -> column.column().type() != SfType.BOOLEAN)
                .map(column -> compare(column, operator, new NullLiteral()));
    }

    private static Condition compare(OrgTable.TableColumn column, Condition.Comparison.Operator operator, Value value) {
        return new Condition.Comparison(column.path(), operator, value);
    }

    private Optional<Said> comparison(RexCall call) {
        RexNode left = bare(call.getOperands().get(0));
        RexNode right = bare(call.getOperands().get(1));
        boolean mirrored = left instanceof RexLiteral;
        Optional<OrgTable.TableColumn> column = column(mirrored ? right : left);
        RexNode other = mirrored ? left : right;
        if (column.isEmpty() || !(other instanceof RexLiteral literal) || literal.isNull()) {
            return Optional.empty();
        }
        Condition.Comparison.Operator operator =
                operator(mirrored ? call.getKind().reverse() : call.getKind());
        return literal(column.get(), literal, operator).map(value -> said(column.get(), operator, value, literal));
    }

    private static Said said(
            OrgTable.TableColumn column, Condition.Comparison.Operator operator, Value value, RexLiteral literal) {
        Condition condition = compare(column, operator, value);
        boolean exact = column.column().type() != SfType.MULTIPICKLIST && !isFine(literal);
        if (operator != Condition.Comparison.Operator.NOT_EQUAL) {
            boolean readsFalse = column.column().type() == SfType.BOOLEAN
                    && column.path().names().size() > 1;
            return new Said(condition, exact && !readsFalse);
        }
        // SOQL's != is true of nulls, SQL's is not.
        boolean always = column.column().type() == SfType.ID
                || column.column().type() == SfType.BOOLEAN
                        && column.path().names().size() == 1;
        if (column.column().type() == SfType.BOOLEAN && !always) {
            return new Said(condition, false);
        }
        Condition present = compare(column, Condition.Comparison.Operator.NOT_EQUAL, new NullLiteral());
        return new Said(always ? condition : new Condition.And(List.of(condition, present)), exact);
    }

    /** Whether a literal tells more than the org may heed: fractions of a second, more digits than a double has. */
    private static boolean isFine(RexLiteral literal) {
        return switch (literal.getType().getSqlTypeName()) {
            case TIMESTAMP -> literal.getValueAs(Calendar.class).getTimeInMillis() % MILLIS_OF_SECOND != 0;
            case DECIMAL -> literal.getValueAs(BigDecimal.class).precision() > DIGITS_OF_A_DOUBLE;
            default -> false;
        };
    }

    /** Of a plain pattern only: no escape, and nothing that Salesforce might trim or spell otherwise. */
    private Optional<Condition> like(RexCall call) {
        boolean simple = call.getOperator() == SqlStdOperatorTable.LIKE
                && call.getOperands().size() == 2;
        if (!simple || !(bare(call.getOperands().get(1)) instanceof RexLiteral pattern) || pattern.isNull()) {
            return Optional.empty();
        }
        return column(call.getOperands().get(0))
                .filter(column ->
                        column.column().sqlType().isText() && !column.column().caseSensitive())
                .filter(column ->
                        column.column().type() != SfType.ID && column.column().type() != SfType.REFERENCE)
                .flatMap(column -> text(column, pattern)
                        .map(value -> ((StringLiteral) value).value())
                        .filter(text -> text.indexOf('\\') < 0)
                        .map(text -> compare(column, Condition.Comparison.Operator.LIKE, new LikePattern(text))));
    }

    private static Condition.Comparison.Operator operator(SqlKind kind) {
        return switch (kind) {
            case EQUALS -> Condition.Comparison.Operator.EQUAL;
            case NOT_EQUALS -> Condition.Comparison.Operator.NOT_EQUAL;
            case LESS_THAN -> Condition.Comparison.Operator.LESS;
            case LESS_THAN_OR_EQUAL -> Condition.Comparison.Operator.LESS_OR_EQUAL;
            case GREATER_THAN -> Condition.Comparison.Operator.GREATER;
            default -> Condition.Comparison.Operator.GREATER_OR_EQUAL;
        };
    }

    private static Optional<Value> literal(
            OrgTable.TableColumn column, RexLiteral literal, Condition.Comparison.Operator operator) {
        boolean equality =
                operator == Condition.Comparison.Operator.EQUAL || operator == Condition.Comparison.Operator.NOT_EQUAL;
        return switch (column.column().sqlType()) {
            case VARCHAR, LONGVARCHAR -> equality && isText(literal) ? text(column, literal) : Optional.empty();
            case BOOLEAN ->
                equality && isBoolean(literal)
                        ? Optional.of(new BooleanLiteral(RexLiteral.booleanValue(literal)))
                        : Optional.empty();
            case INTEGER, BIGINT ->
                number(literal)
                        .filter(number -> number.stripTrailingZeros().scale() <= 0)
                        .map(PushedConditions::number);
            case DECIMAL -> number(literal).map(PushedConditions::number);
            case DATE -> date(literal);
            case TIMESTAMP -> instant(literal);
            default -> Optional.empty();
        };
    }

    private static boolean isText(RexLiteral literal) {
        return Operators.isText(literal.getType());
    }

    /** Text that Salesforce compares as we do: caseless, and nothing that it might trim or spell otherwise. */
    private static Optional<Value> text(OrgTable.TableColumn column, RexLiteral literal) {
        return text(column, RexLiteral.stringValue(literal));
    }

    /** As a literal for a condition on that column; empty if the org might find other rows than we. */
    static Optional<Value> text(OrgTable.TableColumn column, String text) {
        boolean plain =
                !text.isEmpty() && text.strip().equals(text) && text.chars().allMatch(c -> c >= ' ' && c < 127);
        // The catalog's references hold names.
        boolean isId = (column.column().type() == SfType.ID || column.column().type() == SfType.REFERENCE)
                && !ObjectFamily.isCatalog(column.column().table());
        boolean caseless = isId ? SalesforceIds.isLong(text) : !column.column().caseSensitive();
        return plain && caseless ? Optional.of(new StringLiteral(text)) : Optional.empty();
    }

    private static Optional<BigDecimal> number(RexLiteral literal) {
        return switch (literal.getType().getSqlTypeName()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL -> Optional.of(literal.getValueAs(BigDecimal.class));
            default -> Optional.empty();
        };
    }

    private static Value number(BigDecimal number) {
        return new NumberLiteral(number.toPlainString());
    }

    private static Optional<Value> date(RexLiteral literal) {
        boolean day = switch (literal.getType().getSqlTypeName()) {
            case DATE -> true;
            default -> false;
        };
        return day
                ? Optional.of(new DateLiteral(LocalDate.ofEpochDay(literal.getValueAs(Integer.class))))
                : Optional.empty();
    }

    private static Optional<Value> instant(RexLiteral literal) {
        boolean instant = switch (literal.getType().getSqlTypeName()) {
            case TIMESTAMP -> true;
            default -> false;
        };
        return instant
                ? Optional.of(new DateTimeLiteral(
                        Instant.ofEpochMilli(literal.getValueAs(Calendar.class).getTimeInMillis())
                                .atOffset(ZoneOffset.UTC)))
                : Optional.empty();
    }
}
