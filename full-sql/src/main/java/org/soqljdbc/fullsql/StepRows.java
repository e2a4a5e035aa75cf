package org.soqljdbc.fullsql;

import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.tree.Blocks;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.type.RelDataType;

/** A common table inside itself: the rows of the step before. */
final class StepRows extends AbstractRelNode implements EnumerableRel {

    private final RecursiveStep step;

    StepRows(RelOptCluster cluster, RelDataType row, RecursiveStep step) {
        super(cluster, cluster.traitSetOf(EnumerableConvention.INSTANCE));
        this.rowType = row;
        this.step = step;
    }

    RecursiveStep step() {
        return step;
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return this;
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer).item("step", step.name());
    }

    @Override
    public Result implement(EnumerableRelImplementor implementor, Prefer preferred) {
        return implementor.result(
                PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY),
                Blocks.toBlock(
                        Expressions.call(implementor.stash(step, RecursiveStep.class), "rows", DataContext.ROOT)));
    }
}
