package org.soqljdbc.fullsql;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.linq4j.function.Function0;
import org.apache.calcite.linq4j.function.Predicate2;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexProgramBuilder;

/** A join that holds one side, and may tell the scans of the other side which keys are wanted. */
final class LocalJoin extends Join implements EnumerableRel {

    private static final Method ROWS = Types.lookupMethod(
            JoinPlan.class, "rows", DataContext.class, Function0.class, Function0.class, Predicate2.class);

    private final JoinPlan plan;
    private final List<RexNode> more;

    /** @param more what must be true beyond the equal columns of the plan */
    LocalJoin(Join join, RelNode left, RelNode right, RexNode condition, JoinPlan plan, List<RexNode> more) {
        super(
                join.getCluster(),
                join.getCluster().traitSetOf(EnumerableConvention.INSTANCE),
                List.of(),
                left,
                right,
                condition,
                Set.of(),
                join.getJoinType());
        this.plan = plan;
        this.more = List.copyOf(more);
    }

    JoinPlan plan() {
        return plan;
    }

    @Override
    public Join copy(
            RelTraitSet traits, RexNode condition, RelNode left, RelNode right, JoinRelType type, boolean done) {
        return new LocalJoin(this, left, right, condition, plan, more);
    }

    /** Whether more than equal columns must be true. */
    boolean isConditional() {
        return !more.isEmpty();
    }

    @Override
    public double estimateRowCount(RelMetadataQuery metadata) {
        return ReadingSize.of(this);
    }

    @Override
    // Expressions.lambda takes a raw class of a generic interface.
    @SuppressWarnings("unchecked")
    public Result implement(EnumerableRelImplementor implementor, Prefer preferred) {
        BlockBuilder body = new BlockBuilder();
        Result lefts = implementor.visitChild(this, 0, (EnumerableRel) left, Prefer.ARRAY);
        Result rights = implementor.visitChild(this, 1, (EnumerableRel) right, Prefer.ARRAY);
        // Groups are made when they are asked for, and must not be before it is known which are wanted.
        Expression leftRows = Expressions.lambda(Function0.class, lefts.block);
        Expression rightRows = Expressions.lambda(Function0.class, rights.block);
        PhysType row = PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
        Expression stashed = implementor.stash(plan, JoinPlan.class);
        Expression test = more.isEmpty()
                ? Expressions.constant(null, Predicate2.class)
                : test(implementor, lefts.physType, rights.physType);
        body.add(Expressions.return_(
                null, Expressions.call(stashed, ROWS, List.of(DataContext.ROOT, leftRows, rightRows, test))));
        return implementor.result(row, body.toBlock());
    }

    /** The code that tells of a pair whether it is one. */
    // Expressions.lambda takes a raw class of a generic interface.
    @SuppressWarnings("unchecked")
    private Expression test(EnumerableRelImplementor implementor, PhysType lefts, PhysType rights) {
        BlockBuilder body = new BlockBuilder();
        ParameterExpression one = Expressions.parameter(lefts.getJavaRowType(), "left");
        ParameterExpression other = Expressions.parameter(rights.getJavaRowType(), "right");
        RexProgramBuilder program = new RexProgramBuilder(
                implementor
                        .getTypeFactory()
                        .builder()
                        .addAll(left.getRowType().getFieldList())
                        .addAll(right.getRowType().getFieldList())
                        .build(),
                getCluster().getRexBuilder());
        more.forEach(program::addCondition);
        RexProgram compiled = program.getProgram();
        Map<Expression, PhysType> inputs = new LinkedHashMap<>();
        inputs.put(one, lefts);
        inputs.put(other, rights);
        body.add(Expressions.return_(
                null,
                RexToLixTranslator.translateCondition(
                        compiled,
                        implementor.getTypeFactory(),
                        body,
                        new RexToLixTranslator.InputGetterImpl(inputs),
                        implementor::getCorrelVariableGetter,
                        implementor.getConformance())));
        return Expressions.lambda(Predicate2.class, body.toBlock(), one, other);
    }
}
