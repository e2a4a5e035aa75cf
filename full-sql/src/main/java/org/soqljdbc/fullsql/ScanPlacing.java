package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSimplify;
import org.apache.calcite.rex.RexUtil;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.SoqlQuery;

/**
 * Puts a SOQL query in the place of each table and lets it do what it can of the work above it: conditions, order with
 * limit, groups, parents. LIMIT travels only where nothing is left to do here that could drop rows.
 */
final class ScanPlacing {

    private final RexBuilder builder;
    private final boolean pushes;
    private final Bindings bindings;
    private final RexSimplify simplifier;
    private final ParentJoins parents;
    private final ScanGrouping grouping;

    /** @param pushes whether conditions may travel */
    ScanPlacing(RexBuilder builder, boolean pushes, Bindings bindings) {
        this.bindings = bindings;
        this.builder = builder;
        this.pushes = pushes;
        this.simplifier = new RexSimplify(builder, RelOptPredicateList.EMPTY, RexUtil.EXECUTOR);
        this.parents = new ParentJoins(builder);
        this.grouping = new ScanGrouping(builder);
    }

    RelNode placed(RelNode plan) {
        if (plan instanceof TableScan scan) {
            OrgTable table = scan.getTable().unwrap(OrgTable.class);
            if (table == null) {
                throw new Carried(SqlErrors.of(SqlState.FEATURE_NOT_SUPPORTED, RecursiveQueries.REFUSAL));
            }
            return SoqlScan.of(scan, table, bindings);
        }
        List<RelNode> inputs = plan.getInputs().stream().map(this::placed).toList();
        RelNode node = plan.copy(plan.getTraitSet(), inputs);
        Optional<RelNode> pushed = Optional.empty();
        if (node instanceof Project project) {
            pushed = project(project);
        } else if (!pushes) {
            return node;
        } else if (node instanceof Filter filter) {
            pushed = filter(filter.getInput(), filter.getCondition());
        } else if (node instanceof Sort sort) {
            pushed = sort(sort);
        } else if (node instanceof Aggregate aggregate) {
            pushed = grouping.pushed(aggregate);
        } else if (node instanceof Join join) {
            pushed = join(join);
        }
        return pushed.orElse(node);
    }

    private Optional<RelNode> project(Project project) {
        // Two projections become one.
        return project.getInput() instanceof Project
                ? ScanShape.of(project).map(shape -> shape.rel(builder))
                : Optional.empty();
    }

    // ---- conditions ----------------------------------------------------------------------------------------

    private Optional<RelNode> filter(RelNode input, RexNode condition) {
        Optional<ScanShape> shape = ScanShape.of(input);
        if (shape.isEmpty() || !shape.get().scan().plan().isOpen()) {
            return Optional.empty();
        }
        return Optional.of(
                filtered(shape.get(), RelOptUtil.conjunctions(condition)).rel(builder));
    }

    /** @param conditions over what comes out */
    private ScanShape filtered(ScanShape shape, List<RexNode> conditions) {
        ScanPlan plan = shape.scan().plan();
        PushedConditions pushed = new PushedConditions(builder, plan.columns());
        List<RexNode> travelling = new ArrayList<>();
        List<RexNode> residual = new ArrayList<>(shape.residual());
        RexNode all = RexUtil.composeConjunction(
                builder, conditions.stream().map(shape::moved).toList());
        for (RexNode moved : RelOptUtil.conjunctions(simplifier.simplifyUnknownAsFalse(all))) {
            Optional<PushedConditions.Said> said = pushed.of(bindings.bound(moved, builder))
                    .filter(found -> plan.family().takes(found.condition()));
            if (said.isPresent()) {
                travelling.add(moved);
            }
            if (said.isEmpty() || !said.get().exact() || !plan.family().answersExactly()) {
                residual.add(moved);
            }
        }
        return new ScanShape(
                shape.scan().with(plan.withConditions(travelling)), residual, shape.items(), shape.names());
    }

    private Optional<RelNode> join(Join join) {
        return parents.joined(join)
                .map(joined -> filtered(joined.shape(), joined.conditions()).rel(builder));
    }

    // ---- order and limit -----------------------------------------------------------------------------------

    private Optional<RelNode> sort(Sort sort) {
        Optional<ScanShape> found = ScanShape.of(sort.getInput());
        if (found.isEmpty() || !found.get().scan().plan().isOpen()) {
            return Optional.empty();
        }
        ScanShape shape = found.get();
        ScanPlan plan = shape.scan().plan();
        List<SoqlQuery.OrderItem> order = new ArrayList<>();
        for (RelFieldCollation collation : sort.getCollation().getFieldCollations()) {
            Optional<SoqlQuery.OrderItem> item = orderItem(shape, collation);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            item.filter(each ->
                            order.stream().noneMatch(before -> before.operand().equals(each.operand())))
                    .ifPresent(order::add);
        }
        boolean limited = sort.fetch != null || sort.offset != null;
        boolean canLimit = shape.residual().isEmpty() && plan.family().limits() && areKnown(sort);
        Optional<Long> limit = limited && canLimit && sort.fetch != null
                ? Optional.of(count(sort.fetch) + count(sort.offset))
                : Optional.empty();
        List<SoqlQuery.OrderItem> all = order.isEmpty() ? plan.order() : order;
        RelNode rows = shape.with(shape.scan().with(plan.sorted(all, limit))).rel(builder);
        boolean done = !limited || limit.isPresent() && sort.offset == null;
        return Optional.of(
                done
                        ? rows
                        : LogicalSort.create(
                                rows, RelCollations.EMPTY, sort.offset, limit.isPresent() ? null : sort.fetch));
    }

    private static boolean areKnown(Sort sort) {
        return (sort.fetch == null || sort.fetch instanceof RexLiteral)
                && (sort.offset == null || sort.offset instanceof RexLiteral);
    }

    private static long count(RexNode rows) {
        return rows == null ? 0 : RexLiteral.intValue(rows);
    }

    /** Empty where the org would order otherwise. */
    private static Optional<SoqlQuery.OrderItem> orderItem(ScanShape shape, RelFieldCollation collation) {
        RexNode key = PushedConditions.bare(shape.items().get(collation.getFieldIndex()));
        boolean placed = Operators.isPlaced(key);
        RexNode sorted =
                placed ? PushedConditions.bare(((RexCall) key).getOperands().get(0)) : key;
        Optional<OrgTable.TableColumn> column = sorted instanceof RexInputRef reference
                ? Optional.of(shape.tableColumn(reference.getIndex()))
                : Optional.empty();
        boolean sorts = shape.scan().plan().family().sorts()
                && column.isPresent()
                && column.get().field().map(field -> field.sortable()).orElse(false)
                && (placed || sortsAsHere(column.get()));
        boolean last = collation.nullDirection == RelFieldCollation.NullDirection.LAST;
        // NULLS LAST is not honoured for a parent's field (SOQL and SOSL Reference, "ORDER BY").
        if (!sorts || last && column.get().path().names().size() > 1) {
            return Optional.empty();
        }
        return Optional.of(new SoqlQuery.OrderItem(
                column.get().path(), collation.direction.isDescending(), last ? Optional.of(true) : Optional.empty()));
    }

    /**
     * Where it is not as the key of the plan says, picklists sort by the order of their entries, and text without case (SOQL and SOSL Reference, "ORDER BY"); the
     * booleans of a missing parent read false.
     */
    private static boolean sortsAsHere(OrgTable.TableColumn column) {
        return switch (column.column().type()) {
            case PICKLIST, MULTIPICKLIST, COMBOBOX -> false;
            case BOOLEAN -> column.path().names().size() == 1;
            case ID, REFERENCE -> true;
            default -> !column.column().caseSensitive();
        };
    }

    static RelNode renamed(RelNode rows, List<RexNode> items, List<String> names) {
        return LogicalProject.create(rows, List.of(), items, names, Set.of());
    }
}
