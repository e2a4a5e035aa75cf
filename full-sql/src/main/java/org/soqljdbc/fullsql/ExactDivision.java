package org.soqljdbc.fullsql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;

/** Lets exact numbers divide to exact numbers of their type's scale: Calcite's own division keeps 16 digits only. */
final class ExactDivision extends RexShuttle {

    private final RexBuilder builder;

    ExactDivision(RexBuilder builder) {
        this.builder = builder;
    }

    RelNode in(RelNode plan) {
        List<RelNode> inputs = plan.getInputs().stream().map(this::in).toList();
        RelNode moved = inputs.equals(plan.getInputs()) ? plan : plan.copy(plan.getTraitSet(), inputs);
        return moved.accept(this);
    }

    @Override
    public RexNode visitCall(RexCall call) {
        RexCall visited = (RexCall) super.visitCall(call);
        RelDataType type = visited.getType();
        if (visited.getKind() != SqlKind.DIVIDE || type.getSqlTypeName() != SqlTypeName.DECIMAL) {
            return visited;
        }
        List<RexNode> operands = new ArrayList<>();
        visited.getOperands().forEach(operand -> operands.add(decimal(operand)));
        operands.add(builder.makeExactLiteral(BigDecimal.valueOf(type.getScale())));
        return builder.makeCall(type, Operators.DIVIDED, operands);
    }

    private RexNode decimal(RexNode operand) {
        if (operand.getType().getSqlTypeName() == SqlTypeName.DECIMAL) {
            return operand;
        }
        RelDataType whole = builder.getTypeFactory().createSqlType(SqlTypeName.DECIMAL, SalesforceTypes.MOST_DIGITS, 0);
        return builder.makeCast(
                builder.getTypeFactory()
                        .createTypeWithNullability(whole, operand.getType().isNullable()),
                operand,
                true,
                false);
    }
}
