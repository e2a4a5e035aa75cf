package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlAggFunction;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.types.SfType;

/**
 * Tells which columns of a plan are picklists as they are, which sort in the order that their values have in Setup (SOQL and
 * SOSL Reference, "ORDER BY"), as do their MIN and MAX. What an expression makes of a picklist is text.
 */
final class Picklists {

    private final Map<RelNode, List<Optional<String>>> known = new IdentityHashMap<>();

    /** For each column the list that {@link PicklistOrder} takes. */
    List<Optional<String>> of(RelNode plan) {
        List<Optional<String>> lists = known.get(plan);
        if (lists == null) {
            lists = found(plan);
            known.put(plan, lists);
        }
        return lists;
    }

    /** Of the columns that the expressions of a node name. */
    List<Optional<String>> ofInputs(RelNode plan) {
        List<Optional<String>> lists = new ArrayList<>();
        plan.getInputs().forEach(input -> lists.addAll(of(input)));
        return lists;
    }

    private List<Optional<String>> found(RelNode plan) {
        int width = plan.getRowType().getFieldCount();
        List<Optional<String>> none = Collections.nCopies(width, Optional.empty());
        if (plan instanceof TableScan scan) {
            OrgTable table = scan.getTable().unwrap(OrgTable.class);
            return table == null
                    ? none
                    : table.columns().stream().map(Picklists::ofField).toList();
        }
        List<Optional<String>> inputs = ofInputs(plan);
        if (plan instanceof Project project) {
            return project.getProjects().stream().map(item -> of(item, inputs)).toList();
        }
        if (plan instanceof Aggregate aggregate) {
            return ofAggregate(aggregate, inputs);
        }
        if (plan instanceof SetOp operation) {
            return ofOperation(operation, width);
        }
        if (plan instanceof Join || plan instanceof Correlate) {
            return inputs.subList(0, width);
        }
        return inputs.size() == width ? inputs : none;
    }

    private static Optional<String> ofField(OrgTable.TableColumn column) {
        return column.field()
                .filter(field -> field.type() == SfType.PICKLIST)
                .map(Field::picklistValues)
                .flatMap(PicklistOrder::list);
    }

    private static List<Optional<String>> ofAggregate(Aggregate aggregate, List<Optional<String>> inputs) {
        List<Optional<String>> lists = new ArrayList<>();
        aggregate.getGroupSet().forEach(key -> lists.add(inputs.get(key)));
        for (AggregateCall call : aggregate.getAggCallList()) {
            boolean picks = picks(call.getAggregation()) && call.getArgList().size() == 1;
            lists.add(picks ? inputs.get(call.getArgList().get(0)) : Optional.empty());
        }
        return lists;
    }

    private static boolean picks(SqlAggFunction function) {
        return switch (function.getKind()) {
            case MIN, MAX, SINGLE_VALUE, ANY_VALUE, FIRST_VALUE, LAST_VALUE, LAG, LEAD -> true;
            default -> false;
        };
    }

    /** Columns of several inputs are a picklist if all have the same values. */
    private List<Optional<String>> ofOperation(SetOp operation, int width) {
        List<Optional<String>> lists = new ArrayList<>(of(operation.getInput(0)));
        for (RelNode input : operation.getInputs()) {
            List<Optional<String>> own = of(input);
            for (int column = 0; column < width; column++) {
                if (!lists.get(column).equals(own.get(column))) {
                    lists.set(column, Optional.empty());
                }
            }
        }
        return lists;
    }

    /** @param inputs of the columns that the expression names */
    Optional<String> of(RexNode node, List<Optional<String>> inputs) {
        if (node instanceof RexInputRef reference) {
            return inputs.get(reference.getIndex());
        }
        if (node instanceof RexOver over && picks(over.getAggOperator())) {
            return over.getOperands().size() == 1 ? of(over.getOperands().get(0), inputs) : Optional.empty();
        }
        return node instanceof RexSubQuery query && query.getOperands().isEmpty()
                ? of(query.rel).get(0)
                : Optional.empty();
    }
}
