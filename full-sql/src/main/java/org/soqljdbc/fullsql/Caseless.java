package org.soqljdbc.fullsql;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelFieldCollation;
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

/** Makes the comparisons inside an expression caseless, and its calendar that of the connection's zone. */
final class Caseless extends RexShuttle {

    private final RexBuilder builder;
    private final CaselessPlan plans;
    private final WallTime time;

    Caseless(RexBuilder builder, CaselessPlan plans, WallTime time) {
        this.builder = builder;
        this.plans = plans;
        this.time = time;
    }

    @Override
    public RexNode visitCall(RexCall call) {
        RexCall visited = (RexCall) super.visitCall(call);
        boolean compares = switch (visited.getKind()) {
            case EQUALS,
                    NOT_EQUALS,
                    LESS_THAN,
                    LESS_THAN_OR_EQUAL,
                    GREATER_THAN,
                    GREATER_THAN_OR_EQUAL,
                    IS_DISTINCT_FROM,
                    IS_NOT_DISTINCT_FROM,
                    LIKE -> true;
            default -> false;
        };
        return compares ? visited.clone(visited.getType(), folded(visited.getOperands())) : time.rewritten(visited);
    }

    private List<RexNode> folded(List<RexNode> nodes) {
        return nodes.stream().map(node -> Operators.fold(builder, node)).toList();
    }

    @Override
    public RexNode visitSubQuery(RexSubQuery query) {
        RelNode rel = plans.rewritten(query.rel);
        List<RexNode> operands = new ArrayList<>();
        query.getOperands().forEach(operand -> operands.add(operand.accept(this)));
        boolean compares = query.getKind() == SqlKind.IN || query.getOperator() instanceof SqlQuantifyOperator;
        boolean folds = compares && operands.stream().anyMatch(node -> Operators.isText(node.getType()));
        if (!folds) {
            return query.clone(query.getType(), operands).clone(rel);
        }
        return query.clone(query.getType(), folded(operands)).clone(plans.foldedOutput(rel));
    }

    @Override
    public RexNode visitOver(RexOver over) {
        RexWindow window = over.getWindow();
        List<RexNode> operands =
                over.getOperands().stream().map(node -> node.accept(this)).toList();
        List<RexNode> partition = window.partitionKeys.stream()
                .map(node -> Operators.fold(builder, node.accept(this)))
                .toList();
        ImmutableList<RexFieldCollation> order = window.orderKeys.stream()
                .map(key -> new RexFieldCollation(Operators.fold(builder, key.left.accept(this)), key.right))
                .collect(ImmutableList.toImmutableList());
        Optional<SqlAggFunction> folded = operands.isEmpty()
                ? Optional.empty()
                : CaselessPlan.foldedAggregate(
                        over.getAggOperator(), operands.get(0).getType());
        return builder.makeOver(
                over.getType(),
                folded.orElse(over.getAggOperator()),
                over.isDistinct() ? folded(operands) : operands,
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
    }

    /** Where nulls stand, and the direction, of an order that is said anew. */
    static RelFieldCollation moved(RelFieldCollation collation, int field) {
        return collation.withFieldIndex(field);
    }
}
