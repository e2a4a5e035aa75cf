package org.soqljdbc.fullsql;

import java.lang.reflect.Method;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.SingleRel;

/** The input of a step that holds rows: counts what it holds, and stops the statement where that is too much. */
final class HeldInput extends SingleRel implements EnumerableRel {

    private static final Method OF = Types.lookupMethod(HeldRows.class, "of", DataContext.class, Enumerable.class);

    private final HeldRows.Step step;

    HeldInput(RelNode input, HeldRows.Step step) {
        super(input.getCluster(), input.getCluster().traitSetOf(EnumerableConvention.INSTANCE), input);
        this.step = step;
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return new HeldInput(inputs.get(0), step);
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer).item("holds", step.words());
    }

    @Override
    public Result implement(EnumerableRelImplementor implementor, Prefer preferred) {
        BlockBuilder body = new BlockBuilder();
        Result rows = implementor.visitChild(this, 0, (EnumerableRel) getInput(), preferred);
        Expression input = body.append("held", rows.block);
        Expression stashed = implementor.stash(new HeldRows(step), HeldRows.class);
        body.add(Expressions.return_(null, Expressions.call(stashed, OF, List.of(DataContext.ROOT, input))));
        return implementor.result(rows.physType, body.toBlock());
    }
}
