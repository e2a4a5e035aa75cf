package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;

/** The answer of one SOQL query, as a leaf of a plan. */
final class SoqlScan extends TableScan implements EnumerableRel {

    private final ScanSource source;

    private SoqlScan(RelOptCluster cluster, RelOptTable table, ScanPlan plan) {
        super(cluster, cluster.traitSetOf(EnumerableConvention.INSTANCE), List.of(), table);
        this.rowType = plan.row(cluster.getTypeFactory());
        this.source = new ScanSource(plan, cluster.getRexBuilder());
    }

    static SoqlScan of(TableScan scan, OrgTable table, Bindings bindings) {
        return new SoqlScan(scan.getCluster(), scan.getTable(), ScanPlan.of(table, scan.getRowType(), bindings));
    }

    SoqlScan with(ScanPlan plan) {
        return new SoqlScan(getCluster(), getTable(), plan);
    }

    ScanSource source() {
        return source;
    }

    ScanPlan plan() {
        return source.plan();
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return this;
    }

    @Override
    public RelDataType deriveRowType() {
        return rowType;
    }

    /** Asks for some columns only; a query asks for one at least. */
    @Override
    public RelNode project(ImmutableBitSet used, Set<RelDataTypeField> extra, RelBuilder builder) {
        if (plan().groups().isPresent() || !extra.isEmpty()) {
            return super.project(used, extra, builder);
        }
        List<Integer> output = new ArrayList<>();
        used.forEach(column -> output.add(plan().output().get(column)));
        if (!output.isEmpty()) {
            return with(plan().asking(output));
        }
        return LogicalProject.create(
                with(plan().asking(List.of(idColumn()))), List.of(), List.of(), List.<String>of(), Set.of());
    }

    /** The column that every object has, or its first. */
    private int idColumn() {
        for (int column = 0; column < plan().columns().size(); column++) {
            if (plan().columns().get(column).path().toString().equalsIgnoreCase("Id")) {
                return column;
            }
        }
        return 0;
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return writer.item("soql", source.soql());
    }

    @Override
    public double estimateRowCount(RelMetadataQuery metadata) {
        return ReadingSize.of(this);
    }

    @Override
    public Result implement(EnumerableRelImplementor implementor, Prefer preferred) {
        PhysType row = PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), preferred.preferArray());
        Expression stashed = implementor.stash(source, ScanSource.class);
        return implementor.result(row, Blocks.toBlock(Expressions.call(stashed, "rows", DataContext.ROOT)));
    }
}
