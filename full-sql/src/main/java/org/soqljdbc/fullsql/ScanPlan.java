package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexNode;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.SoqlQuery;

/**
 * What one SOQL query of a plan asks for.
 *
 * @param columns all that is known of the object and of the parents that were joined to it
 * @param types of the columns
 * @param conditions on the columns; rows for which one is not true need not come, and some may come nevertheless
 * @param present paths that must not be null: the Ids of parents that an inner join demands
 * @param order what the org sorts by
 * @param limit the most rows that are wanted
 * @param output the columns that are asked for, in order; of a grouped scan its keys
 * @param groups how the org groups the rows
 * @param bindings the parameters that the plan was made with; a run has its own
 */
record ScanPlan(
        SObject object,
        List<OrgTable.TableColumn> columns,
        List<RelDataType> types,
        List<RexNode> conditions,
        List<FieldPath> present,
        List<SoqlQuery.OrderItem> order,
        Optional<Long> limit,
        List<Integer> output,
        Optional<ScanGroups> groups,
        Bindings bindings) {

    ScanPlan {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
        conditions = List.copyOf(conditions);
        present = List.copyOf(present);
        order = List.copyOf(order);
        output = List.copyOf(output);
    }

    /** Everything of a table. */
    static ScanPlan of(OrgTable table, RelDataType row, Bindings bindings) {
        List<Integer> all = new ArrayList<>();
        List<RelDataType> types = new ArrayList<>();
        for (int column = 0; column < row.getFieldCount(); column++) {
            all.add(column);
            types.add(row.getFieldList().get(column).getType());
        }
        return new ScanPlan(
                table.object(),
                table.columns().subList(0, row.getFieldCount()),
                types,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                all,
                Optional.empty(),
                bindings);
    }

    ObjectFamily family() {
        return ObjectFamily.of(object);
    }

    /** Whether more may be asked of it: it is neither cut off nor grouped. */
    boolean isOpen() {
        return limit.isEmpty() && groups.isEmpty();
    }

    /** Whether what it asks depends on parameters. */
    boolean hasParameters() {
        return conditions.stream().anyMatch(Bindings::hasParameter);
    }

    ScanPlan withConditions(List<RexNode> more) {
        List<RexNode> all = new ArrayList<>(conditions);
        all.addAll(more);
        return new ScanPlan(object, columns, types, all, present, order, limit, output, groups, bindings);
    }

    ScanPlan sorted(List<SoqlQuery.OrderItem> newOrder, Optional<Long> newLimit) {
        return new ScanPlan(object, columns, types, conditions, present, newOrder, newLimit, output, groups, bindings);
    }

    ScanPlan asking(List<Integer> newOutput) {
        return new ScanPlan(object, columns, types, conditions, present, order, limit, newOutput, groups, bindings);
    }

    ScanPlan grouped(List<Integer> keys, ScanGroups newGroups) {
        return new ScanPlan(
                object, columns, types, conditions, present, List.of(), limit, keys, Optional.of(newGroups), bindings);
    }

    /** With the columns and conditions of a parent. */
    ScanPlan joined(
            List<OrgTable.TableColumn> parents,
            List<RelDataType> parentTypes,
            List<RexNode> parentConditions,
            List<FieldPath> parentPresent) {
        List<OrgTable.TableColumn> allColumns = new ArrayList<>(columns);
        allColumns.addAll(parents);
        List<RelDataType> allTypes = new ArrayList<>(types);
        allTypes.addAll(parentTypes);
        List<RexNode> allConditions = new ArrayList<>(conditions);
        allConditions.addAll(parentConditions);
        List<FieldPath> allPresent = new ArrayList<>(present);
        parentPresent.stream().filter(path -> !allPresent.contains(path)).forEach(allPresent::add);
        return new ScanPlan(
                object,
                allColumns,
                allTypes,
                allConditions,
                allPresent,
                order,
                limit,
                output,
                Optional.empty(),
                bindings);
    }

    /** The columns that come out. */
    RelDataType row(RelDataTypeFactory factory) {
        RelDataTypeFactory.Builder row = factory.builder();
        for (int at = 0; at < output.size(); at++) {
            row.add(columns.get(output.get(at)).name() + (isRepeated(at) ? "$" + at : ""), types.get(output.get(at)));
        }
        groups.ifPresent(grouped -> grouped.calls().forEach(call -> row.add(call.name(), call.type())));
        return row.build();
    }

    private boolean isRepeated(int at) {
        String name = columns.get(output.get(at)).name();
        for (int before = 0; before < at; before++) {
            if (columns.get(output.get(before)).name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
