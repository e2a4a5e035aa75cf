package org.soqljdbc.fullsql;

import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.tree.Blocks;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;

/** The answer of one SOQL query, as a leaf of a plan. */
final class SoqlScan extends AbstractRelNode implements EnumerableRel {

    private static final double ROWS_OF_AN_OBJECT = 10_000;
    private static final double ROWS_OF_A_FILTER = 1_000;

    private final ScanSource source;

    SoqlScan(RelOptCluster cluster, RelDataType row, ScanSource source) {
        super(cluster, cluster.traitSetOf(EnumerableConvention.INSTANCE));
        this.rowType = row;
        this.source = source;
    }

    ScanSource source() {
        return source;
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return this;
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer).item("soql", source.soql());
    }

    @Override
    public double estimateRowCount(RelMetadataQuery metadata) {
        return source.isFiltered() ? ROWS_OF_A_FILTER : ROWS_OF_AN_OBJECT;
    }

    @Override
    public Result implement(EnumerableRelImplementor implementor, Prefer preferred) {
        PhysType row = PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), preferred.preferArray());
        Expression stashed = implementor.stash(source, ScanSource.class);
        return implementor.result(row, Blocks.toBlock(Expressions.call(stashed, "rows", DataContext.ROOT)));
    }
}
