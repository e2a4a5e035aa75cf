package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;

/**
 * Tells of each column of a plan how its text compares, by the fields it comes from. A plan is looked at as it was before
 * anything in it was rewritten; rewriting keeps the columns of each node.
 */
final class TextRules {

    /** Digits of an Id as it is answered. */
    private static final int ID_LENGTH = 18;

    private final Map<RelNode, List<TextRule>> known = new IdentityHashMap<>();
    private final Map<RecursiveStep, List<TextRule>> steps = new HashMap<>();
    private final Map<CorrelationId, List<TextRule>> outer = new HashMap<>();

    /** A rule for each column; what is no text is caseless. */
    List<TextRule> of(RelNode plan) {
        List<TextRule> rules = known.get(plan);
        if (rules == null) {
            rules = found(plan);
            known.put(plan, rules);
        }
        return rules;
    }

    /** Of the columns that the expressions of a node name. */
    List<TextRule> ofInputs(RelNode plan) {
        List<TextRule> rules = new ArrayList<>();
        plan.getInputs().forEach(input -> rules.addAll(of(input)));
        return rules;
    }

    private List<TextRule> found(RelNode plan) {
        if (plan instanceof Repeated repeated) {
            List<TextRule> first = of(repeated.getLeft());
            steps.put(repeated.step(), first);
            return first;
        }
        if (plan instanceof StepRows rows) {
            return steps.get(rows.step());
        }
        if (plan instanceof Correlate correlate) {
            // The right side names the columns of the left one.
            outer.put(correlate.getCorrelationId(), of(correlate.getLeft()));
        }
        List<TextRule> inputs = ofInputs(plan);
        plan.getVariablesSet().forEach(variable -> outer.putIfAbsent(variable, inputs));
        int width = plan.getRowType().getFieldCount();
        if (plan instanceof TableScan scan) {
            return ofTable(scan.getTable().unwrap(OrgTable.class), width);
        }
        if (plan instanceof Project project) {
            return project.getProjects().stream().map(item -> of(item, inputs)).toList();
        }
        if (plan instanceof Aggregate aggregate) {
            return ofAggregate(aggregate, inputs);
        }
        if (plan instanceof SetOp operation) {
            return ofOperation(operation, width);
        }
        if (plan instanceof Values) {
            return Collections.nCopies(width, TextRule.CONSTANT);
        }
        if (plan instanceof Join || plan instanceof Correlate) {
            return inputs.subList(0, width);
        }
        return inputs.size() == width ? inputs : Collections.nCopies(width, TextRule.CASELESS);
    }

    private static List<TextRule> ofTable(OrgTable table, int width) {
        return table == null
                ? Collections.nCopies(width, TextRule.CASELESS)
                : table.columns().stream()
                        .map(column -> TextRule.of(column.column()))
                        .toList();
    }

    private static List<TextRule> ofAggregate(Aggregate aggregate, List<TextRule> inputs) {
        List<TextRule> rules = new ArrayList<>();
        aggregate.getGroupSet().forEach(key -> rules.add(inputs.get(key)));
        for (AggregateCall call : aggregate.getAggCallList()) {
            TextRule rule = call.getArgList().stream().map(inputs::get).reduce(TextRule.CONSTANT, TextRule::with);
            boolean picks = switch (call.getAggregation().getKind()) {
                case MIN, MAX, SINGLE_VALUE, ANY_VALUE, FIRST_VALUE, LAST_VALUE -> true;
                default -> false;
            };
            rules.add(picks ? rule : rule.inPart());
        }
        return rules;
    }

    private List<TextRule> ofOperation(SetOp operation, int width) {
        List<TextRule> rules = new ArrayList<>(Collections.nCopies(width, TextRule.CONSTANT));
        for (RelNode input : operation.getInputs()) {
            List<TextRule> own = of(input);
            for (int column = 0; column < width; column++) {
                rules.set(column, rules.get(column).with(own.get(column)));
            }
        }
        return rules;
    }

    // ---- expressions ---------------------------------------------------------------------------------------

    /** @param inputs the rules of the columns that the expression names */
    TextRule of(RexNode node, List<TextRule> inputs) {
        if (!Operators.isText(node.getType()) || node instanceof RexLiteral || node instanceof RexDynamicParam) {
            return TextRule.CONSTANT;
        }
        if (node instanceof RexInputRef reference) {
            return inputs.get(reference.getIndex());
        }
        if (node instanceof RexFieldAccess access && access.getReferenceExpr() instanceof RexCorrelVariable variable) {
            List<TextRule> rules = outer.get(variable.id);
            return rules == null
                    ? TextRule.CASELESS
                    : rules.get(access.getField().getIndex());
        }
        if (node instanceof RexSubQuery query) {
            return of(query.rel).get(0);
        }
        return node instanceof RexCall call ? ofCall(call, inputs) : TextRule.CASELESS;
    }

    private TextRule ofCall(RexCall call, List<TextRule> inputs) {
        TextRule rule = TextRule.CONSTANT;
        for (RexNode operand : call.getOperands()) {
            rule = rule.with(of(operand, inputs));
        }
        boolean picks = switch (call.getKind()) {
            case CASE, COALESCE, NULLIF, NVL, GREATEST, LEAST, MIN, MAX, LAG, LEAD, FIRST_VALUE, LAST_VALUE -> true;
            case CAST, SAFE_CAST -> holdsId(call.getType());
            default -> false;
        };
        return picks ? rule : rule.inPart();
    }

    private static boolean holdsId(RelDataType text) {
        return text.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED || text.getPrecision() >= ID_LENGTH;
    }
}
