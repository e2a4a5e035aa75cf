package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;

/**
 * A scan and what is done with each of its rows.
 *
 * @param residual what is checked here, over the columns of the scan
 * @param items what comes out, over the columns of the scan
 */
record ScanShape(SoqlScan scan, List<RexNode> residual, List<RexNode> items, List<String> names) {

    static Optional<ScanShape> of(RelNode node) {
        if (node instanceof Project project) {
            boolean plain = !RexOver.containsOver(project.getProjects(), null);
            return plain
                    ? of(project.getInput())
                            .map(inner -> new ScanShape(
                                    inner.scan(),
                                    inner.residual(),
                                    project.getProjects().stream()
                                            .map(inner::moved)
                                            .toList(),
                                    project.getRowType().getFieldNames()))
                    : Optional.empty();
        }
        if (node instanceof Filter filter && filter.getInput() instanceof SoqlScan scan) {
            return Optional.of(new ScanShape(
                    scan,
                    RelOptUtil.conjunctions(filter.getCondition()),
                    all(scan),
                    scan.getRowType().getFieldNames()));
        }
        return node instanceof SoqlScan scan
                ? Optional.of(new ScanShape(
                        scan, List.of(), all(scan), scan.getRowType().getFieldNames()))
                : Optional.empty();
    }

    private static List<RexNode> all(SoqlScan scan) {
        List<RexNode> all = new ArrayList<>();
        for (int column = 0; column < scan.getRowType().getFieldCount(); column++) {
            all.add(RexInputRef.of(column, scan.getRowType()));
        }
        return all;
    }

    /** An expression over what comes out, as one over the columns of the scan. */
    RexNode moved(RexNode node) {
        return node.accept(new RexShuttle() {
            @Override
            public RexNode visitInputRef(RexInputRef reference) {
                return items.get(reference.getIndex());
            }
        });
    }

    /** The column that an item is, whether or not folded. */
    Optional<Integer> column(int item) {
        return PushedConditions.bare(items.get(item)) instanceof RexInputRef reference
                ? Optional.of(reference.getIndex())
                : Optional.empty();
    }

    OrgTable.TableColumn tableColumn(int column) {
        return scan.plan().columns().get(scan.plan().output().get(column));
    }

    ScanShape with(SoqlScan other) {
        return new ScanShape(other, residual, items, names);
    }

    RelNode rel(RexBuilder builder) {
        RelNode rows = scan;
        if (!residual.isEmpty()) {
            rows = LogicalFilter.create(rows, RexUtil.composeConjunction(builder, residual));
        }
        return RexUtil.isIdentity(items, rows.getRowType())
                ? rows
                : LogicalProject.create(rows, List.of(), items, names, Set.of());
    }
}
