package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.Condition;

/** Puts a SOQL query in the place of each table, with the columns and conditions just above it. */
final class ScanPlacing {

    private final RexBuilder builder;
    private final boolean pushes;

    /** @param pushes whether conditions may travel */
    ScanPlacing(RexBuilder builder, boolean pushes) {
        this.builder = builder;
        this.pushes = pushes;
    }

    RelNode placed(RelNode plan) {
        if (plan instanceof TableScan scan) {
            return narrowed(scan, all(scan), List.of()).rel();
        }
        if (plan instanceof Project project && project.getInput() instanceof TableScan scan) {
            return over(project, scan, List.of());
        }
        if (plan instanceof Project project
                && project.getInput() instanceof Filter filter
                && filter.getInput() instanceof TableScan scan) {
            return over(project, scan, List.of(filter.getCondition()));
        }
        if (plan instanceof Filter filter && filter.getInput() instanceof TableScan scan) {
            Narrowed narrowed = narrowed(scan, all(scan), List.of(filter.getCondition()));
            return filter.copy(filter.getTraitSet(), narrowed.rel(), filter.getCondition());
        }
        List<RelNode> inputs = plan.getInputs().stream().map(this::placed).toList();
        return plan.copy(plan.getTraitSet(), inputs);
    }

    private static ImmutableBitSet all(TableScan scan) {
        return ImmutableBitSet.range(scan.getRowType().getFieldCount());
    }

    /** A scan of some columns, and where each column of the table is in it. */
    private record Narrowed(RelNode rel, ImmutableBitSet columns, RexBuilder builder) {

        RexNode moved(RexNode node) {
            return node.accept(new RexShuttle() {
                @Override
                public RexNode visitInputRef(RexInputRef reference) {
                    return builder.makeInputRef(rel, columns.indexOf(reference.getIndex()));
                }
            });
        }
    }

    private RelNode over(Project project, TableScan scan, List<RexNode> conditions) {
        List<RexNode> used = new ArrayList<>(project.getProjects());
        used.addAll(conditions);
        ImmutableBitSet columns = org.apache.calcite.plan.RelOptUtil.InputFinder.bits(used, null);
        Narrowed narrowed = narrowed(scan, columns, conditions);
        RelNode rows = narrowed.rel();
        for (RexNode condition : conditions) {
            rows = org.apache.calcite.rel.logical.LogicalFilter.create(rows, narrowed.moved(condition));
        }
        List<RexNode> items =
                project.getProjects().stream().map(narrowed::moved).toList();
        if (RexUtil.isIdentity(items, rows.getRowType())) {
            return rows;
        }
        return LogicalProject.create(
                rows, List.of(), items, project.getRowType().getFieldNames(), java.util.Set.of());
    }

    private Narrowed narrowed(TableScan scan, ImmutableBitSet used, List<RexNode> conditions) {
        OrgTable table = scan.getTable().unwrap(OrgTable.class);
        if (table == null) {
            throw new Carried(SqlErrors.of(
                    SqlState.FEATURE_NOT_SUPPORTED, "A common table that names itself (RECURSIVE) is not supported"));
        }
        // A row has one column at least: the one that every object has.
        ImmutableBitSet columns = used.isEmpty() ? ImmutableBitSet.of(idOf(table)) : used;
        List<OrgTable.TableColumn> asked = new ArrayList<>();
        RelDataTypeFactory.Builder row = builder.getTypeFactory().builder();
        List<RelDataTypeField> fields = scan.getRowType().getFieldList();
        for (int column : columns) {
            asked.add(table.columns().get(column));
            row.add(fields.get(column));
        }
        PushedConditions pushed = new PushedConditions(builder, table.columns());
        List<Condition> where = conditions.stream()
                .filter(condition -> pushes)
                .map(pushed::of)
                .flatMap(Optional::stream)
                .toList();
        RelDataType type = row.build();
        ScanSource source =
                new ScanSource(table, asked, where.isEmpty() ? Optional.empty() : Optional.of(where.get(0)));
        return new Narrowed(new SoqlScan(scan.getCluster(), type, source), columns, builder);
    }

    private static int idOf(OrgTable table) {
        return table.starFields().stream()
                .map(name -> name.toUpperCase(java.util.Locale.ROOT))
                .toList()
                .indexOf("ID");
    }
}
