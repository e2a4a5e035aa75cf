package org.soqljdbc.fullsql;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.function.Function0;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.RepeatUnion;
import org.apache.calcite.rel.core.Spool;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** A common table that names itself: its first part, and the second part over the rows of the step before. */
final class Repeated extends BiRel implements EnumerableRel {

    private static final Method ALL = Types.lookupMethod(
            RecursiveStep.class, "all", DataContext.class, Function0.class, Function0.class, boolean[].class);

    private final RecursiveStep step;
    private final boolean all;
    private final List<TextRule> rules;

    private Repeated(RelNode first, RelNode next, RecursiveStep step, boolean all, List<TextRule> rules) {
        super(first.getCluster(), first.getCluster().traitSetOf(EnumerableConvention.INSTANCE), first, next);
        this.step = step;
        this.all = all;
        this.rules = rules;
    }

    /** The plan with steps of our own: Calcite's keep their rows in the plan, which several may run at once. */
    static RelNode in(RelNode plan) {
        return in(plan, new HashMap<>());
    }

    private static RelNode in(RelNode plan, Map<List<String>, RecursiveStep> steps) {
        if (plan instanceof Spool spool) {
            return in(spool.getInput(), steps);
        }
        if (plan instanceof TableScan scan && steps.containsKey(scan.getTable().getQualifiedName())) {
            return new StepRows(
                    scan.getCluster(),
                    scan.getRowType(),
                    steps.get(scan.getTable().getQualifiedName()));
        }
        if (plan instanceof RepeatUnion union) {
            List<String> name = union.getTransientTable().getQualifiedName();
            RecursiveStep step = new RecursiveStep(name.get(name.size() - 1));
            Map<List<String>, RecursiveStep> inside = new HashMap<>(steps);
            inside.put(name, step);
            RelNode first = in(union.getSeedRel(), steps);
            RelNode next = in(union.getIterativeRel(), inside);
            requireAlike(first.getRowType(), next.getRowType());
            return new Repeated(first, next, step, union.all, List.of());
        }
        List<RelNode> inputs =
                plan.getInputs().stream().map(input -> in(input, steps)).toList();
        return inputs.equals(plan.getInputs()) ? plan : plan.copy(plan.getTraitSet(), inputs);
    }

    private static void requireAlike(RelDataType first, RelDataType next) {
        for (int column = 0; column < first.getFieldCount(); column++) {
            RelDataType one = first.getFieldList().get(column).getType();
            RelDataType other = next.getFieldList().get(column).getType();
            boolean alike =
                    one.getSqlTypeName() == other.getSqlTypeName() || Operators.isText(one) && Operators.isText(other);
            if (!alike) {
                throw new Carried(SqlErrors.of(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "Column " + (column + 1) + " of WITH RECURSIVE is " + one.getSqlTypeName()
                                + " in its first part and " + other.getSqlTypeName()
                                + " in the second; CAST one of them"));
            }
        }
    }

    RecursiveStep step() {
        return step;
    }

    Repeated comparing(List<TextRule> columns) {
        return new Repeated(left, right, step, all, columns);
    }

    /** The same, each part made another. */
    Repeated with(UnaryOperator<RelNode> other) {
        return new Repeated(other.apply(left), other.apply(right), step, all, rules);
    }

    @Override
    protected RelDataType deriveRowType() {
        return left.getRowType();
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return new Repeated(inputs.get(0), inputs.get(1), step, all, rules);
    }

    @Override
    public RelWriter explainTerms(RelWriter writer) {
        return super.explainTerms(writer).item("step", step.name()).item("all", all);
    }

    @Override
    // Expressions.lambda takes a raw class of a generic interface.
    @SuppressWarnings("unchecked")
    public Result implement(EnumerableRelImplementor implementor, Prefer preferred) {
        BlockBuilder body = new BlockBuilder();
        Result firsts = implementor.visitChild(this, 0, (EnumerableRel) left, Prefer.ARRAY);
        Result nexts = implementor.visitChild(this, 1, (EnumerableRel) right, Prefer.ARRAY);
        Expression caseless = Expressions.constant(null, boolean[].class);
        if (!all) {
            boolean[] columns = new boolean[getRowType().getFieldCount()];
            for (int column = 0; column < columns.length; column++) {
                columns[column] = rules.isEmpty() || rules.get(column).isCaseless();
            }
            caseless = implementor.stash(columns, boolean[].class);
        }
        body.add(Expressions.return_(
                null,
                Expressions.call(
                        implementor.stash(step, RecursiveStep.class),
                        ALL,
                        List.of(
                                DataContext.ROOT,
                                Expressions.lambda(Function0.class, firsts.block),
                                Expressions.lambda(Function0.class, nexts.block),
                                caseless))));
        return implementor.result(
                PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY), body.toBlock());
    }
}
