package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.types.SfType;

/** Makes one query of a scan and of the parents that a reference of it is joined to. */
final class ParentJoins {

    /** Relationships that a path may have (SOQL and SOSL Reference, "Understanding Relationship Query Limitations"). */
    private static final int MOST_RELATIONSHIPS = 5;

    private final RexBuilder builder;

    ParentJoins(RexBuilder builder) {
        this.builder = builder;
    }

    /**
     * A join that became a scan.
     *
     * @param conditions what the join demanded beyond the reference, over the columns of the shape
     */
    record Joined(ScanShape shape, List<RexNode> conditions) {}

    /** Empty where a path of relationships does not say the same. */
    Optional<Joined> joined(Join join) {
        Optional<ScanShape> left = ScanShape.of(join.getLeft()).filter(ParentJoins::isOpen);
        Optional<ScanShape> right = ScanShape.of(join.getRight()).filter(ParentJoins::isOpen);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return switch (join.getJoinType()) {
            case INNER ->
                joined(join, left.get(), right.get(), true).or(() -> joined(join, left.get(), right.get(), false));
            case LEFT -> joined(join, left.get(), right.get(), true);
            case RIGHT -> joined(join, left.get(), right.get(), false);
            default -> Optional.empty();
        };
    }

    private static boolean isOpen(ScanShape shape) {
        return shape.scan().plan().isOpen() && shape.scan().plan().family().followsParents();
    }

    private Optional<Joined> joined(Join join, ScanShape left, ScanShape right, boolean childIsLeft) {
        ScanShape child = childIsLeft ? left : right;
        ScanShape parent = childIsLeft ? right : left;
        if (child.scan().source().mustBeFed() || parent.scan().source().mustBeFed()) {
            return Optional.empty();
        }
        int leftWidth = left.items().size();
        List<RexNode> conditions = new ArrayList<>(RelOptUtil.conjunctions(join.getCondition()));
        Optional<FieldPath> prefix = Optional.empty();
        for (RexNode condition : conditions) {
            prefix = prefix(condition, child, parent, childIsLeft ? 0 : leftWidth, childIsLeft ? leftWidth : 0);
            if (prefix.isPresent()) {
                conditions.remove(condition);
                break;
            }
        }
        boolean inner = join.getJoinType() == JoinRelType.INNER;
        if (prefix.isEmpty() || !inner && !(conditions.isEmpty() && isPlain(parent))) {
            return Optional.empty();
        }
        return merged(join, child, parent, prefix.get(), childIsLeft).map(shape -> new Joined(shape, conditions));
    }

    /** Whether a missing parent is nothing but nulls. */
    private static boolean isPlain(ScanShape parent) {
        return parent.residual().isEmpty()
                && parent.scan().plan().conditions().isEmpty()
                && parent.scan().plan().present().isEmpty()
                && parent.items().stream().allMatch(item -> PushedConditions.bare(item) instanceof RexInputRef);
    }

    /** The path to the parent, if the condition says that a reference holds its Id. */
    private static Optional<FieldPath> prefix(
            RexNode condition, ScanShape child, ScanShape parent, int childFrom, int parentFrom) {
        if (!(condition instanceof RexCall call) || call.getKind() != SqlKind.EQUALS) {
            return Optional.empty();
        }
        for (int first = 0; first < 2; first++) {
            Optional<OrgTable.TableColumn> reference = column(call.getOperands().get(first), child, childFrom);
            Optional<OrgTable.TableColumn> id = column(call.getOperands().get(1 - first), parent, parentFrom);
            if (reference.isPresent()
                    && id.isPresent()
                    && id.get().path().names().size() == 1
                    && id.get().column().type() == SfType.ID) {
                return path(reference.get(), parent.scan().plan().object().name());
            }
        }
        return Optional.empty();
    }

    private static Optional<OrgTable.TableColumn> column(RexNode node, ScanShape shape, int from) {
        if (!(PushedConditions.bare(node) instanceof RexInputRef reference)) {
            return Optional.empty();
        }
        int item = reference.getIndex() - from;
        return item < 0 || item >= shape.items().size()
                ? Optional.empty()
                : shape.column(item).map(shape::tableColumn);
    }

    private static Optional<FieldPath> path(OrgTable.TableColumn reference, String parent) {
        Optional<Field> field = reference
                .field()
                .filter(found -> found.type() == SfType.REFERENCE)
                .filter(found -> !found.relationshipName().isEmpty())
                .filter(found -> found.referenceTo().size() == 1)
                .filter(found -> found.referenceTo().get(0).equalsIgnoreCase(parent));
        return field.map(found -> {
            List<String> names = new ArrayList<>(reference.path().names());
            names.set(names.size() - 1, found.relationshipName());
            return new FieldPath(names);
        });
    }

    private static FieldPath under(FieldPath prefix, FieldPath path) {
        List<String> names = new ArrayList<>(prefix.names());
        names.addAll(path.names());
        return new FieldPath(names);
    }

    private Optional<ScanShape> merged(
            Join join, ScanShape child, ScanShape parent, FieldPath prefix, boolean childIsLeft) {
        boolean inner = join.getJoinType() == JoinRelType.INNER;
        ScanPlan under = parent.scan().plan();
        ScanPlan over = child.scan().plan();
        List<OrgTable.TableColumn> columns = new ArrayList<>();
        for (OrgTable.TableColumn column : under.columns()) {
            FieldPath path = under(prefix, column.path());
            if (path.names().size() > MOST_RELATIONSHIPS + 1) {
                return Optional.empty();
            }
            columns.add(new OrgTable.TableColumn(path.toString(), path, column.column(), column.field()));
        }
        RelDataTypeFactory factory = builder.getTypeFactory();
        List<RelDataType> types = under.types().stream()
                .map(type -> inner ? type : factory.createTypeWithNullability(type, true))
                .toList();
        int known = over.columns().size();
        List<RexNode> conditions = under.conditions().stream()
                .map(node -> RexUtil.shift(node, known))
                .toList();
        List<FieldPath> present = new ArrayList<>();
        under.present().forEach(path -> present.add(under(prefix, path)));
        if (inner) {
            present.add(under(prefix, FieldPath.of("Id")));
        }
        List<Integer> output = new ArrayList<>(over.output());
        under.output().forEach(column -> output.add(column + known));
        SoqlScan scan = child.scan()
                .with(over.joined(columns, types, conditions, present).asking(output));
        int width = over.output().size();
        List<RexNode> parentItems =
                parent.items().stream().map(item -> shifted(item, width, scan)).toList();
        List<RexNode> residual = new ArrayList<>(child.residual());
        parent.residual().forEach(node -> residual.add(shifted(node, width, scan)));
        List<RexNode> items = new ArrayList<>(childIsLeft ? child.items() : parentItems);
        items.addAll(childIsLeft ? parentItems : child.items());
        return Optional.of(new ScanShape(
                scan,
                residual,
                typed(items, join.getRowType()),
                join.getRowType().getFieldNames()));
    }

    private static RexNode shifted(RexNode node, int by, SoqlScan scan) {
        return node.accept(new RexShuttle() {
            @Override
            public RexNode visitInputRef(RexInputRef reference) {
                return RexInputRef.of(reference.getIndex() + by, scan.getRowType());
            }
        });
    }

    /** With the types that the join gave its columns. */
    private List<RexNode> typed(List<RexNode> items, RelDataType row) {
        List<RexNode> typed = new ArrayList<>();
        for (int item = 0; item < items.size(); item++) {
            RelDataType wanted = row.getFieldList().get(item).getType();
            RexNode node = items.get(item);
            typed.add(node.getType().equals(wanted) ? node : builder.makeCast(wanted, node, true, false));
        }
        return typed;
    }
}
