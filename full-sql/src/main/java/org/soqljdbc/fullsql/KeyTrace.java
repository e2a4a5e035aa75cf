package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableAggregate;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableSort;
import org.apache.calcite.adapter.enumerable.EnumerableUnion;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.soqljdbc.grammar.soql.Condition;

/** Follows a column of a plan down to the scans it comes from, where rows that do not match may as well not be read. */
final class KeyTrace {

    private KeyTrace() {}

    /** Ways for keys to reach every scan that the column comes from; none if one of them cannot be told. */
    static List<KeyFeed> feeds(RelNode plan, int column) {
        List<Found> found = new ArrayList<>();
        return trace(plan, column, found)
                ? found.stream().map(each -> each.scan().feed(each.column())).toList()
                : List.of();
    }

    private record Found(ScanSource scan, int column) {}

    private static boolean trace(RelNode plan, int column, List<Found> found) {
        if (plan instanceof SoqlScan scan) {
            return scan(scan, column, found);
        }
        if (plan instanceof HeldInput held) {
            return trace(held.getInput(), column, found);
        }
        if (plan instanceof EnumerableSort sort && sort.fetch == null && sort.offset == null) {
            return trace(sort.getInput(), column, found);
        }
        if (plan instanceof EnumerableCalc calc) {
            RexNode item = PushedConditions.bare(calc.getProgram()
                    .expandLocalRef(calc.getProgram().getProjectList().get(column)));
            return item instanceof RexInputRef reference && trace(calc.getInput(), reference.getIndex(), found);
        }
        if (plan instanceof LocalJoin join) {
            int left = join.getLeft().getRowType().getFieldCount();
            return column < left ? trace(join.getLeft(), column, found) : trace(join.getRight(), column - left, found);
        }
        if (plan instanceof EnumerableAggregate aggregate) {
            return aggregate(aggregate, column, found);
        }
        if (plan instanceof EnumerableUnion union) {
            return union.getInputs().stream().allMatch(input -> trace(input, column, found));
        }
        return false;
    }

    private static boolean scan(SoqlScan scan, int column, List<Found> found) {
        ScanPlan plan = scan.plan();
        if (plan.limit().isPresent() || column >= plan.output().size()) {
            return false;
        }
        OrgTable.TableColumn of = plan.columns().get(plan.output().get(column));
        Condition in = new Condition.InList(of.path(), false, List.of());
        if (!of.isFilterable() || !plan.family().takes(in)) {
            return false;
        }
        found.add(new Found(scan.source(), plan.output().get(column)));
        return true;
    }

    /** Whole groups may be left out: a key, or one of the spellings of a key. */
    private static boolean aggregate(EnumerableAggregate aggregate, int column, List<Found> found) {
        if (aggregate.getGroupType() != org.apache.calcite.rel.core.Aggregate.Group.SIMPLE) {
            return false;
        }
        int keys = aggregate.getGroupCount();
        if (column < keys) {
            return trace(aggregate.getInput(), aggregate.getGroupSet().nth(column), found);
        }
        AggregateCall call = aggregate.getAggCallList().get(column - keys);
        boolean spelling =
                call.getAggregation() == Operators.FOLDED_MIN || call.getAggregation() == Operators.FOLDED_MAX;
        if (!spelling || call.filterArg >= 0) {
            return false;
        }
        int of = call.getArgList().get(0);
        return aggregate.getGroupSet().asList().stream().anyMatch(key -> isFoldOf(aggregate.getInput(), key, of))
                && trace(aggregate.getInput(), of, found);
    }

    private static boolean isFoldOf(RelNode input, int key, int of) {
        RelNode rows = input instanceof HeldInput held ? held.getInput() : input;
        if (key == of) {
            return true;
        }
        if (!(rows instanceof EnumerableCalc calc)) {
            return false;
        }
        RexNode one = calc.getProgram()
                .expandLocalRef(calc.getProgram().getProjectList().get(key));
        RexNode other = calc.getProgram()
                .expandLocalRef(calc.getProgram().getProjectList().get(of));
        return PushedConditions.bare(one).equals(PushedConditions.bare(other));
    }
}
