package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.adapter.enumerable.EnumerableLimitSort;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rex.RexNode;
import org.soqljdbc.api.ApiLimits;

/** A plan in words: its requests, an estimate of the calls, and what is done here, the last step first. */
final class PlanText {

    private static final String HOLDS = "; holds up to maxLocalRows ";

    private final Bindings bindings;
    private final Map<String, SoqlScan> requests = new LinkedHashMap<>();
    private final List<String> steps = new ArrayList<>();
    private boolean asksAnew;
    private boolean asksAgain;

    private PlanText(Bindings bindings) {
        this.bindings = bindings;
    }

    static List<String> of(LocalPlan plan, Bindings bindings) {
        PlanText text = new PlanText(bindings);
        text.add(plan.plan(), 0);
        List<String> lines = new ArrayList<>();
        lines.add("language: SQL, joined and computed here");
        text.requests.forEach((soql, scan) -> lines.add((isView(scan) ? "describes: " : "request: query ") + soql));
        lines.add("calls: " + text.calls());
        text.steps.forEach(step -> lines.add("here: " + step));
        return lines;
    }

    /** The SOQL of each request, keys of joins left out. */
    static List<String> requests(LocalPlan plan, Bindings bindings) {
        PlanText text = new PlanText(bindings);
        text.add(plan.plan(), 0);
        return List.copyOf(text.requests.keySet());
    }

    private static boolean isView(SoqlScan scan) {
        return scan.plan().family() == ObjectFamily.VIEW;
    }

    private String calls() {
        boolean paged = requests.values().stream().anyMatch(PlanText::mayHavePages);
        boolean described = requests.values().stream().anyMatch(PlanText::isView);
        return requests.values().stream().filter(scan -> !isView(scan)).count()
                + (described ? ", and 1 for each " + ApiLimits.COMPOSITE_SUBREQUESTS + " tables not described yet" : "")
                + (asksAnew ? " for each row of a subquery that cannot be joined" : "")
                + (asksAgain ? ", again for each step unless its rows were kept" : "")
                + (paged ? ", and 1 more for each further " + ApiLimits.LARGEST_BATCH + " rows of a request" : "");
    }

    private static boolean mayHavePages(SoqlScan scan) {
        boolean one = isView(scan)
                || scan.plan().groups().isPresent()
                || scan.plan()
                        .limit()
                        .map(limit -> limit <= ApiLimits.LARGEST_BATCH)
                        .orElse(false);
        return !one;
    }

    private void add(RelNode plan, int depth) {
        if (plan instanceof HeldInput held) {
            add(held.getInput(), depth);
            return;
        }
        steps.add("  ".repeat(depth) + words(plan));
        plan.getInputs().forEach(input -> add(input, depth + 1));
    }

    private String words(RelNode plan) {
        if (plan instanceof SoqlScan scan) {
            return scan(scan);
        }
        if (plan instanceof LocalJoin join) {
            return join(join);
        }
        if (plan instanceof EnumerableCalc calc) {
            boolean checks = calc.getProgram().getCondition() != null;
            boolean computes = calc.getProgram().getExprList().stream()
                    .anyMatch(each -> each instanceof org.apache.calcite.rex.RexCall);
            return (checks ? "checks each row and " : "") + (computes ? "computes " : "hands on ") + columns(plan);
        }
        if (plan instanceof EnumerableLimitSort sort) {
            return "sorts" + window(sort.offset, sort.fetch) + "; holds no more rows than it hands on";
        }
        if (plan instanceof Sort) {
            return "sorts" + HOLDS + "rows";
        }
        if (plan instanceof EnumerableLimit limit) {
            return "takes rows" + window(limit.offset, limit.fetch);
        }
        if (plan instanceof Aggregate aggregate) {
            return aggregate.getGroupCount() == 0
                    ? "makes one row of all: " + columns(plan)
                    : "groups, " + columns(plan) + HOLDS + "groups";
        }
        return others(plan);
    }

    private String others(RelNode plan) {
        if (plan instanceof Repeated) {
            asksAgain = true;
            return "the first, then the second over the rows of the step before until it has none" + HOLDS
                    + "rows of a step, or of all where equal rows are one";
        }
        if (plan instanceof StepRows) {
            return "the rows of the step before";
        }
        if (plan instanceof SetOp operation) {
            boolean streams = operation.all && operation.kind == org.apache.calcite.sql.SqlKind.UNION;
            return streams
                    ? "the rows of one after those of the other"
                    : operation.kind.name().toLowerCase(Locale.ROOT) + HOLDS + "rows";
        }
        if (plan instanceof Window) {
            return "computes windows" + HOLDS + "rows";
        }
        if (plan instanceof Correlate) {
            asksAnew = true;
            return "for each row of the first asks the second anew, unless its rows were kept";
        }
        if (plan instanceof Values values) {
            return values.getTuples().size() + " rows of constants";
        }
        return plan.getRelTypeName().replace("Enumerable", "").toLowerCase(Locale.ROOT);
    }

    private static String columns(RelNode plan) {
        // Those that only steps know of begin so.
        return plan.getRowType().getFieldNames().stream()
                .filter(name -> !name.startsWith("$"))
                .collect(Collectors.joining(", "));
    }

    private static String window(RexNode offset, RexNode fetch) {
        return (offset == null ? "" : ", passing over the first " + offset)
                + (fetch == null ? "" : ", stopping after " + fetch);
    }

    private String scan(SoqlScan scan) {
        String soql = scan.source().soql(bindings);
        requests.putIfAbsent(soql, scan);
        return "reads " + soql;
    }

    private static String join(LocalJoin join) {
        JoinPlan plan = join.plan();
        boolean first = plan.leftFirst();
        boolean feeds = plan.side(!first).canBeFed() && !plan.keeps(!first);
        String sides = join.getJoinType().name().toLowerCase(Locale.ROOT) + " join, "
                + plan.told(
                        join.getLeft().getRowType().getFieldNames(),
                        join.getRight().getRowType().getFieldNames())
                + (join.isConditional() ? " and a condition" : "");
        String side = first ? "first" : "second";
        String other = first ? "second" : "first";
        return sides
                + (feeds
                        ? ": reads the " + side + " and asks the " + other + " for its keys only; where they are too"
                                + " many, reads the " + other + " whole" + HOLDS + "rows of either"
                        : HOLDS + "rows of the " + other);
    }
}
