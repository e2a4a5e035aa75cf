package org.soqljdbc.fullsql;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;

/**
 * Makes the comparisons inside an expression caseless where their text is, and its calendar that of the connection's zone.
 */
final class Caseless extends RexShuttle {

    private final RexBuilder builder;
    private final CaselessPlan plans;
    private final WallTime time;
    private final TextRules rules;
    private final List<TextRule> inputs;
    private final Picklists picklists;
    private final List<Optional<String>> lists;

    /**
     * @param inputs the rules of the columns that the expressions name
     * @param lists which of these columns are picklists
     */
    Caseless(
            RexBuilder builder,
            CaselessPlan plans,
            WallTime time,
            TextRules rules,
            List<TextRule> inputs,
            Picklists picklists,
            List<Optional<String>> lists) {
        this.builder = builder;
        this.plans = plans;
        this.time = time;
        this.rules = rules;
        this.inputs = inputs;
        this.picklists = picklists;
        this.lists = lists;
    }

    @Override
    public RexNode visitCall(RexCall call) {
        // The rules are those of what was there before: rewriting an operand may hide where it comes from.
        List<TextRule> own = rulesOf(call.getOperands());
        RexCall visited = (RexCall) super.visitCall(call);
        return switch (call.getKind()) {
            case EQUALS,
                    NOT_EQUALS,
                    LESS_THAN,
                    LESS_THAN_OR_EQUAL,
                    GREATER_THAN,
                    GREATER_THAN_OR_EQUAL,
                    IS_DISTINCT_FROM,
                    IS_NOT_DISTINCT_FROM -> visited.clone(visited.getType(), compared(visited.getOperands(), own));
            case LIKE -> {
                boolean exact =
                        !own.stream().reduce(TextRule.CONSTANT, TextRule::with).isCaseless();
                yield exact ? visited : visited.clone(visited.getType(), folded(visited.getOperands()));
            }
            default -> time.rewritten(visited);
        };
    }

    private List<TextRule> rulesOf(List<RexNode> nodes) {
        return nodes.stream().map(node -> rules.of(node, inputs)).toList();
    }

    private List<RexNode> folded(List<RexNode> nodes) {
        return nodes.stream().map(node -> Operators.fold(builder, node)).toList();
    }

    /** What is compared with each other, folded, or as it is with every Id in 18 characters. */
    private List<RexNode> compared(List<RexNode> nodes, List<TextRule> own) {
        TextRule all = own.stream().reduce(TextRule.CONSTANT, TextRule::with);
        if (all.isCaseless()) {
            return folded(nodes);
        }
        boolean ids = own.contains(TextRule.ID);
        List<RexNode> compared = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            boolean widened = ids && own.get(i) != TextRule.ID;
            compared.add(widened ? Operators.wholeId(builder, nodes.get(i)) : nodes.get(i));
        }
        return compared;
    }

    @Override
    public RexNode visitSubQuery(RexSubQuery query) {
        List<TextRule> own = rulesOf(query.getOperands());
        List<TextRule> found = rules.of(query.rel);
        RelNode rel = plans.rewritten(query.rel);
        List<RexNode> operands = query.getOperands().stream()
                .map(operand -> operand.accept(this))
                .toList();
        boolean compares = query.getKind() == SqlKind.IN || query.getOperator() instanceof SqlQuantifyOperator;
        if (!compares) {
            return query.clone(query.getType(), operands).clone(rel);
        }
        List<RexNode> left = new ArrayList<>();
        List<RexNode> right = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            List<RexNode> pair =
                    compared(List.of(operands.get(i), builder.makeInputRef(rel, i)), List.of(own.get(i), found.get(i)));
            left.add(pair.get(0));
            right.add(pair.get(1));
        }
        return query.clone(query.getType(), left).clone(CaselessPlan.projected(rel, right));
    }

    @Override
    public RexNode visitOver(RexOver over) {
        RexWindow window = over.getWindow();
        List<TextRule> own = rulesOf(over.getOperands());
        List<RexNode> operands =
                over.getOperands().stream().map(node -> node.accept(this)).toList();
        List<RexNode> partition = window.partitionKeys.stream().map(this::key).toList();
        ImmutableList<RexFieldCollation> order = window.orderKeys.stream()
                .map(key -> new RexFieldCollation(order(key.left), key.right))
                .collect(ImmutableList.toImmutableList());
        boolean caseless = operands.size() == 1 && own.get(0).isCaseless();
        Optional<SqlAggFunction> picks = caseless
                ? CaselessPlan.foldedAggregate(
                        over.getAggOperator(), operands.get(0).getType())
                : Optional.empty();
        Optional<String> list =
                picks.flatMap(any -> picklists.of(over.getOperands().get(0), lists));
        if (list.isPresent()) {
            operands = List.of(Operators.placed(builder, operands.get(0), list.get()));
        }
        RexNode result = builder.makeOver(
                over.getType(),
                picks.orElse(over.getAggOperator()),
                over.isDistinct() && caseless && picks.isEmpty() ? folded(operands) : operands,
                partition,
                order,
                window.getLowerBound(),
                window.getUpperBound(),
                window.getExclude(),
                window.isRows(),
                true,
                false,
                over.isDistinct(),
                over.ignoreNulls());
        return list.isPresent() ? Operators.shown(builder, result) : result;
    }

    /** What rows are ordered by. */
    private RexNode order(RexNode node) {
        return picklists
                .of(node, lists)
                .map(list -> Operators.fold(builder, Operators.placed(builder, node.accept(this), list)))
                .orElseGet(() -> key(node));
    }

    /** What rows are gathered by. */
    private RexNode key(RexNode node) {
        RexNode visited = node.accept(this);
        return rules.of(node, inputs).isCaseless() ? Operators.fold(builder, visited) : visited;
    }
}
