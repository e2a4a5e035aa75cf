package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.adapter.enumerable.EnumerableAggregate;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableCorrelate;
import org.apache.calcite.adapter.enumerable.EnumerableIntersect;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.adapter.enumerable.EnumerableLimitSort;
import org.apache.calcite.adapter.enumerable.EnumerableMinus;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.adapter.enumerable.EnumerableSort;
import org.apache.calcite.adapter.enumerable.EnumerableUnion;
import org.apache.calcite.adapter.enumerable.EnumerableValues;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.InvalidRelException;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Collect;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Intersect;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Minus;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rel.logical.LogicalWindow;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexProgramBuilder;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * Chooses how each step of a plan is done: one algorithm fits each, so nothing is searched and no cost compared. Steps
 * that hold rows are bounded.
 */
final class LocalAlgorithms {

    private final RexBuilder builder;
    private final JoinAlgorithm joins;

    /** @param feeds whether keys of one side of a join may go to the other */
    LocalAlgorithms(RexBuilder builder, boolean feeds) {
        this.builder = builder;
        this.joins = new JoinAlgorithm(builder, this, feeds);
    }

    /** The plan with an algorithm for each step. */
    EnumerableRel whole(RelNode plan) {
        EnumerableRel chosen = chosen(plan);
        Map<String, SoqlScan> asked = new HashMap<>();
        new RelVisitor() {
            private int again;

            @Override
            public void visit(RelNode node, int ordinal, RelNode parent) {
                boolean repeats = (parent instanceof Correlate || parent instanceof Repeated) && ordinal == 1;
                again += repeats ? 1 : 0;
                if (node instanceof SoqlScan scan) {
                    SoqlScan before = asked.putIfAbsent(scan.source().soql(), scan);
                    if (before != null || again > 0) {
                        scan.source().repeat();
                        (before == null ? scan : before).source().repeat();
                    }
                }
                super.visit(node, ordinal, parent);
                again -= repeats ? 1 : 0;
            }
        }.go(chosen);
        return chosen;
    }

    EnumerableRel chosen(RelNode plan) {
        if (plan instanceof Repeated repeated) {
            return repeated.with(this::chosen);
        }
        if (plan instanceof EnumerableRel done) {
            return done;
        }
        if (plan instanceof Project project) {
            return calculated(
                    chosen(project.getInput()),
                    RexProgram.create(
                            project.getInput().getRowType(),
                            project.getProjects(),
                            null,
                            project.getRowType(),
                            builder));
        }
        if (plan instanceof Filter filter) {
            RexProgramBuilder program = RexProgramBuilder.forProgram(
                    RexProgram.createIdentity(filter.getInput().getRowType()), builder, true);
            program.addCondition(filter.getCondition());
            return calculated(chosen(filter.getInput()), program.getProgram());
        }
        if (plan instanceof Join join) {
            return joins.chosen(join);
        }
        if (plan instanceof Sort sort) {
            return sorted(sort);
        }
        if (plan instanceof Correlate correlate) {
            return EnumerableCorrelate.create(
                    chosen(correlate.getLeft()),
                    chosen(correlate.getRight()),
                    correlate.getCorrelationId(),
                    correlate.getRequiredColumns(),
                    correlate.getJoinType());
        }
        return converted(plan);
    }

    /** Calculations one upon the other are one. */
    EnumerableRel calculated(EnumerableRel input, RexProgram program) {
        if (input instanceof EnumerableCalc below && !program.containsAggs()) {
            return calculated(
                    (EnumerableRel) below.getInput(),
                    RexProgramBuilder.mergePrograms(program, below.getProgram(), builder));
        }
        return program.isTrivial() ? input : EnumerableCalc.create(input, program);
    }

    private EnumerableRel sorted(Sort sort) {
        EnumerableRel input = chosen(sort.getInput());
        if (sort.getCollation().getFieldCollations().isEmpty()) {
            return sort.fetch == null && sort.offset == null
                    ? input
                    : EnumerableLimit.create(input, sort.offset, sort.fetch);
        }
        if (sort.fetch != null) {
            // Holds no more rows than it hands out.
            return EnumerableLimitSort.create(input, sort.getCollation(), sort.offset, sort.fetch);
        }
        EnumerableRel all =
                EnumerableSort.create(new HeldInput(input, HeldRows.Step.SORT), sort.getCollation(), null, null);
        return sort.offset == null ? all : EnumerableLimit.create(all, sort.offset, null);
    }

    private EnumerableRel converted(RelNode plan) {
        List<RelNode> inputs = new ArrayList<>();
        plan.getInputs().forEach(input -> inputs.add(held(plan, chosen(input))));
        RelTraitSet traits = plan.getCluster().traitSetOf(EnumerableConvention.INSTANCE);
        if (plan instanceof Aggregate aggregate) {
            return aggregated(aggregate, traits, inputs.get(0));
        }
        if (plan instanceof Union union) {
            return new EnumerableUnion(plan.getCluster(), traits, inputs, union.all);
        }
        if (plan instanceof Intersect intersect) {
            return new EnumerableIntersect(plan.getCluster(), traits, inputs, intersect.all);
        }
        if (plan instanceof Minus minus) {
            return new EnumerableMinus(plan.getCluster(), traits, inputs, minus.all);
        }
        if (plan instanceof Values values) {
            return EnumerableValues.create(plan.getCluster(), values.getRowType(), values.getTuples());
        }
        if (plan instanceof LogicalWindow) {
            return converted(plan, inputs, (ConverterRule) EnumerableRules.ENUMERABLE_WINDOW_RULE);
        }
        if (plan instanceof Collect) {
            return converted(plan, inputs, (ConverterRule) EnumerableRules.ENUMERABLE_COLLECT_RULE);
        }
        if (plan instanceof Uncollect) {
            return converted(plan, inputs, (ConverterRule) EnumerableRules.ENUMERABLE_UNCOLLECT_RULE);
        }
        throw refused(plan);
    }

    private static EnumerableRel aggregated(Aggregate aggregate, RelTraitSet traits, RelNode input) {
        try {
            return new EnumerableAggregate(
                    aggregate.getCluster(),
                    traits,
                    input,
                    aggregate.getGroupSet(),
                    aggregate.getGroupSets(),
                    aggregate.getAggCallList());
        } catch (InvalidRelException noAlgorithm) {
            throw refused(aggregate);
        }
    }

    private static EnumerableRel converted(RelNode plan, List<RelNode> inputs, ConverterRule rule) {
        RelNode done = rule.convert(plan.copy(plan.getTraitSet(), inputs));
        if (!(done instanceof EnumerableRel chosen)) {
            throw refused(plan);
        }
        return chosen;
    }

    private static RelNode held(RelNode plan, EnumerableRel input) {
        if (plan instanceof Aggregate aggregate) {
            boolean one = aggregate.getGroupCount() == 0;
            boolean simple = aggregate.getGroupType() == Aggregate.Group.SIMPLE;
            return one ? input : new HeldInput(input, simple ? HeldRows.Step.GROUPS : HeldRows.Step.SUBTOTALS);
        }
        if (plan instanceof Window) {
            return new HeldInput(input, HeldRows.Step.WINDOW);
        }
        boolean all = plan instanceof SetOp operation && operation.all && plan instanceof Union;
        return plan instanceof SetOp && !all ? new HeldInput(input, HeldRows.Step.DISTINCT) : input;
    }

    private static Carried refused(RelNode plan) {
        return new Carried(SqlErrors.of(
                SqlState.FEATURE_NOT_SUPPORTED,
                "The statement has a step that cannot be done here: "
                        + plan.getRelTypeName().replace("Logical", "")));
    }
}
