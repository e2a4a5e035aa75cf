package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.util.ImmutableBitSet;

/** Chooses how a join is done: by equal columns where it has some, which side is read first, and whom its keys go to. */
final class JoinAlgorithm {

    private final RexBuilder builder;
    private final LocalAlgorithms algorithms;
    private final boolean feeds;

    JoinAlgorithm(RexBuilder builder, LocalAlgorithms algorithms, boolean feeds) {
        this.feeds = feeds;
        this.builder = builder;
        this.algorithms = algorithms;
    }

    /** One side while its columns are found: expressions that are compared become columns of it. */
    private final class Side {

        private final RelNode input;
        private final int from;
        private final List<RexNode> computed = new ArrayList<>();

        Side(RelNode input, int from) {
            this.input = input;
            this.from = from;
        }

        boolean covers(RexNode node) {
            ImmutableBitSet used = RelOptUtil.InputFinder.bits(node);
            int width = input.getRowType().getFieldCount();
            return !used.isEmpty() && used.nth(0) >= from && used.length() <= from + width;
        }

        int column(RexNode node) {
            RexNode own = RexUtil.shift(node, -from);
            if (own instanceof RexInputRef reference) {
                return reference.getIndex();
            }
            int known = computed.indexOf(own);
            if (known < 0) {
                computed.add(own);
                known = computed.size() - 1;
            }
            return input.getRowType().getFieldCount() + known;
        }

        int width() {
            return input.getRowType().getFieldCount() + computed.size();
        }

        EnumerableRel chosen() {
            EnumerableRel rows = algorithms.chosen(input);
            if (computed.isEmpty()) {
                return rows;
            }
            List<RexNode> items = new ArrayList<>();
            List<String> names = new ArrayList<>(input.getRowType().getFieldNames());
            for (int column = 0; column < names.size(); column++) {
                items.add(RexInputRef.of(column, input.getRowType()));
            }
            for (RexNode node : computed) {
                names.add("$key" + items.size());
                items.add(node);
            }
            return algorithms.calculated(rows, RexProgram.create(input.getRowType(), items, null, names, builder));
        }
    }

    EnumerableRel chosen(Join join) {
        int leftWidth = join.getLeft().getRowType().getFieldCount();
        Side left = new Side(join.getLeft(), 0);
        Side right = new Side(join.getRight(), leftWidth);
        List<JoinPlan.Key> keys = new ArrayList<>();
        List<RexNode> more = new ArrayList<>();
        for (RexNode written : RelOptUtil.conjunctions(join.getCondition())) {
            RexNode condition = nullSafe(written);
            Optional<JoinPlan.Key> key = key(condition, left, right);
            key.ifPresent(keys::add);
            if (key.isEmpty()) {
                more.add(condition);
            }
        }
        int rightWidth = join.getRight().getRowType().getFieldCount();
        List<RexNode> moved = more.stream()
                .map(node -> RexUtil.shift(node, leftWidth, left.computed.size()))
                .toList();
        EnumerableRel leftRows = left.chosen();
        EnumerableRel rightRows = right.chosen();
        JoinPlan plan = new JoinPlan(join.getJoinType(), keys, left.width(), right.width());
        if (feeds) {
            feed(plan, leftRows, rightRows);
        }
        plan.readFirst(leftFirst(plan, leftRows, rightRows));
        LocalJoin done =
                new LocalJoin(join, leftRows, rightRows, RexUtil.composeConjunction(builder, moved), plan, moved);
        return asBefore(join, done, left, leftWidth, rightWidth);
    }

    /** {@code a IS NULL AND b IS NULL OR (a = b) IS TRUE}, as subqueries are rewritten, says that they are not distinct. */
    private RexNode nullSafe(RexNode condition) {
        if (!(condition instanceof RexCall or)
                || or.getKind() != SqlKind.OR
                || or.getOperands().size() != 2
                || !(or.getOperands().get(0) instanceof RexCall nulls)
                || !(or.getOperands().get(1) instanceof RexCall second)) {
            return condition;
        }
        RexNode equal =
                second.getKind() == SqlKind.IS_TRUE ? second.getOperands().get(0) : second;
        boolean matches = nulls.getKind() == SqlKind.AND
                && nulls.getOperands().size() == 2
                && equal instanceof RexCall call
                && call.getKind() == SqlKind.EQUALS
                && isNullTest(nulls.getOperands().get(0), call.getOperands())
                && isNullTest(nulls.getOperands().get(1), call.getOperands())
                && !nulls.getOperands().get(0).equals(nulls.getOperands().get(1));
        return matches
                ? builder.makeCall(SqlStdOperatorTable.IS_NOT_DISTINCT_FROM, ((RexCall) equal).getOperands())
                : condition;
    }

    private static boolean isNullTest(RexNode node, List<RexNode> of) {
        return node instanceof RexCall call
                && call.getKind() == SqlKind.IS_NULL
                && of.contains(call.getOperands().get(0));
    }

    private Optional<JoinPlan.Key> key(RexNode condition, Side left, Side right) {
        boolean nulls = condition.getKind() == SqlKind.IS_NOT_DISTINCT_FROM;
        if (!(condition instanceof RexCall call) || condition.getKind() != SqlKind.EQUALS && !nulls) {
            return Optional.empty();
        }
        RexNode one = call.getOperands().get(0);
        RexNode other = call.getOperands().get(1);
        boolean straight = left.covers(one) && right.covers(other);
        if (!straight && !(left.covers(other) && right.covers(one))) {
            return Optional.empty();
        }
        boolean folded = Operators.isFold(one) && Operators.isFold(other);
        RexNode first = folded ? ((RexCall) one).getOperands().get(0) : one;
        RexNode second = folded ? ((RexCall) other).getOperands().get(0) : other;
        if (!isComparable(first.getType(), second.getType())) {
            return Optional.empty();
        }
        return Optional.of(new JoinPlan.Key(
                left.column(straight ? first : second), right.column(straight ? second : first), folded, nulls));
    }

    /** Whether equal values are equal objects. */
    private static boolean isComparable(RelDataType one, RelDataType other) {
        boolean text = Operators.isText(one) && Operators.isText(other);
        return text || one.getSqlTypeName() == other.getSqlTypeName();
    }

    /** Without the columns that were computed to be compared. */
    private EnumerableRel asBefore(Join join, LocalJoin done, Side left, int leftWidth, int rightWidth) {
        int width = done.getRowType().getFieldCount();
        if (width == join.getRowType().getFieldCount()) {
            return done;
        }
        List<RexNode> items = new ArrayList<>();
        for (int column = 0; column < leftWidth; column++) {
            items.add(RexInputRef.of(column, done.getRowType()));
        }
        if (join.getJoinType().projectsRight()) {
            for (int column = 0; column < rightWidth; column++) {
                items.add(RexInputRef.of(left.width() + column, done.getRowType()));
            }
        }
        return algorithms.calculated(
                done,
                RexProgram.create(
                        done.getRowType(), items, null, join.getRowType().getFieldNames(), builder));
    }

    // ---- keys ----------------------------------------------------------------------------------------------

    private static void feed(JoinPlan plan, EnumerableRel left, EnumerableRel right) {
        for (int key = 0; key < plan.keys.size(); key++) {
            plan.left
                    .feeds
                    .get(key)
                    .addAll(KeyTrace.feeds(left, plan.keys.get(key).left()));
            plan.right
                    .feeds
                    .get(key)
                    .addAll(KeyTrace.feeds(right, plan.keys.get(key).right()));
        }
    }

    /** The side that is likely the smaller one, if its keys may go to the other; else the one that streams by. */
    private static boolean leftFirst(JoinPlan plan, EnumerableRel left, EnumerableRel right) {
        boolean leftIsSmall = ReadingSize.of(left) <= ReadingSize.of(right);
        boolean leftFeeds = plan.right.canBeFed() && !plan.keeps(false);
        boolean rightFeeds = plan.left.canBeFed() && !plan.keeps(true);
        if (leftFeeds && rightFeeds) {
            if (plan.left.mustBeFed() != plan.right.mustBeFed()) {
                return plan.right.mustBeFed();
            }
            return leftIsSmall;
        }
        if (leftFeeds || rightFeeds) {
            return leftFeeds;
        }
        // What is read first streams by, the other side is held.
        return !leftIsSmall;
    }
}
