package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.types.SfType;

/**
 * Lets the org group, where it groups as SQL does. What it answers is put together here once more: it may tell apart
 * what SQL does not, keys come in several queries, and where it has too many groups it answers rows.
 */
final class ScanGrouping {

    private final RexBuilder builder;

    ScanGrouping(RexBuilder builder) {
        this.builder = builder;
    }

    /** Empty where the rows must come here. */
    Optional<RelNode> pushed(Aggregate aggregate) {
        Optional<ScanShape> found = ScanShape.of(aggregate.getInput());
        if (found.isEmpty() || aggregate.getGroupType() != Aggregate.Group.SIMPLE) {
            return Optional.empty();
        }
        ScanShape shape = found.get();
        if (aggregate.getAggCallList().stream().allMatch(call -> isSpelling(call, aggregate, shape))
                && holdsId(aggregate, shape)) {
            return Optional.of(withoutGroups(aggregate, shape));
        }
        boolean open = shape.residual().isEmpty()
                && shape.scan().plan().isOpen()
                && shape.scan().plan().family().groups();
        return open ? grouped(aggregate, shape) : Optional.empty();
    }

    // ---- groups of one row ---------------------------------------------------------------------------------

    private static boolean holdsId(Aggregate aggregate, ScanShape shape) {
        for (int key : aggregate.getGroupSet()) {
            boolean isId = shape.column(key)
                    .map(shape::tableColumn)
                    .filter(column -> column.column().type() == SfType.ID
                            && column.path().names().size() == 1)
                    .isPresent();
            if (isId && shape.scan().plan().groups().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private RelNode withoutGroups(Aggregate aggregate, ScanShape shape) {
        List<RexNode> items = new ArrayList<>();
        aggregate.getGroupSet().forEach(key -> items.add(shape.items().get(key)));
        aggregate
                .getAggCallList()
                .forEach(call -> items.add(shape.items().get(call.getArgList().get(0))));
        List<RexNode> typed = new ArrayList<>();
        for (int item = 0; item < items.size(); item++) {
            RelDataType wanted = aggregate.getRowType().getFieldList().get(item).getType();
            RexNode node = items.get(item);
            typed.add(node.getType().equals(wanted) ? node : builder.makeCast(wanted, node, true, false));
        }
        return new ScanShape(
                        shape.scan(),
                        shape.residual(),
                        typed,
                        aggregate.getRowType().getFieldNames())
                .rel(builder);
    }

    /** Whether a call finds one of the spellings of a key. */
    private static boolean isSpelling(AggregateCall call, Aggregate aggregate, ScanShape shape) {
        if (call.getAggregation() != Operators.FOLDED_MIN && call.getAggregation() != Operators.FOLDED_MAX) {
            return false;
        }
        Optional<Integer> of = shape.column(call.getArgList().get(0));
        return of.isPresent()
                && call.filterArg < 0
                && aggregate.getGroupSet().asList().stream()
                        .anyMatch(key -> shape.column(key).equals(of));
    }

    // ---- groups --------------------------------------------------------------------------------------------

    private Optional<RelNode> grouped(Aggregate aggregate, ScanShape shape) {
        List<Integer> columns = new ArrayList<>();
        for (int key : aggregate.getGroupSet()) {
            Optional<Integer> column = shape.column(key).filter(found -> isGroupable(shape.tableColumn(found)));
            if (column.isEmpty()) {
                return Optional.empty();
            }
            if (!columns.contains(column.get())) {
                columns.add(column.get());
            }
        }
        List<ScanGroups.Call> calls = new ArrayList<>();
        List<Merge> merges = new ArrayList<>();
        for (AggregateCall call : aggregate.getAggCallList()) {
            if (isSpelling(call, aggregate, shape)) {
                int key = columns.indexOf(shape.column(call.getArgList().get(0)).orElseThrow());
                merges.add(new Merge(call.getAggregation(), key, call));
                continue;
            }
            // What is grouped by may not be aggregated too (SOQL and SOSL Reference, "GROUP BY").
            boolean ofKey = call.getArgList().stream()
                    .anyMatch(argument ->
                            shape.column(argument).filter(columns::contains).isPresent());
            if (ofKey) {
                return Optional.empty();
            }
            Optional<ScanGroups.Call> said = call(call, shape, calls.size());
            if (said.isEmpty()) {
                return Optional.empty();
            }
            merges.add(new Merge(merging(call), columns.size() + calls.size(), call));
            calls.add(said.get());
        }
        if (calls.isEmpty() && columns.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(merged(aggregate, shape, columns, calls, merges));
    }

    /** How answers of the org become one. @param column of the scan */
    private record Merge(SqlAggFunction function, int column, AggregateCall of) {}

    private RelNode merged(
            Aggregate aggregate,
            ScanShape shape,
            List<Integer> columns,
            List<ScanGroups.Call> calls,
            List<Merge> merges) {
        SoqlScan scan = shape.scan().with(shape.scan().plan().grouped(columns, new ScanGroups(calls)));
        List<RexNode> items = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int key : aggregate.getGroupSet()) {
            RexNode item = shape.items().get(key);
            RexNode column = RexInputRef.of(columns.indexOf(shape.column(key).orElseThrow()), scan.getRowType());
            items.add(Operators.isFold(item) ? Operators.fold(builder, column) : column);
            names.add("key" + items.size());
        }
        int keys = items.size();
        List<AggregateCall> merging = new ArrayList<>();
        for (Merge merge : merges) {
            merging.add(AggregateCall.create(
                    merge.function(),
                    false,
                    false,
                    false,
                    List.of(),
                    List.of(items.size()),
                    -1,
                    null,
                    RelCollations.EMPTY,
                    merge.of().getType(),
                    merge.of().getName()));
            items.add(RexInputRef.of(merge.column(), scan.getRowType()));
            names.add("value" + items.size());
        }
        org.apache.calcite.util.ImmutableBitSet set = org.apache.calcite.util.ImmutableBitSet.range(keys);
        return LogicalAggregate.create(ScanPlacing.renamed(scan, items, names), List.of(), set, List.of(set), merging);
    }

    private static SqlAggFunction merging(AggregateCall call) {
        return switch (call.getAggregation().getKind()) {
            case COUNT, SUM0 -> SqlStdOperatorTable.SUM0;
            default -> call.getAggregation();
        };
    }

    private static boolean isGroupable(OrgTable.TableColumn column) {
        boolean apart = column.column().caseSensitive()
                && column.column().type() != SfType.ID
                && column.column().type() != SfType.REFERENCE;
        boolean ownId =
                column.column().type() == SfType.ID && column.path().names().size() == 1;
        // Booleans behind a missing parent read false.
        boolean readsFalse = column.column().type() == SfType.BOOLEAN
                && column.path().names().size() > 1;
        return !apart
                && !ownId
                && !readsFalse
                && column.field().map(Field::groupable).orElse(false);
    }

    private Optional<ScanGroups.Call> call(AggregateCall call, ScanShape shape, int number) {
        boolean plain = !call.isDistinct()
                && !call.isApproximate()
                && call.filterArg < 0
                && call.getArgList().size() <= 1
                && call.rexList.isEmpty();
        if (!plain) {
            return Optional.empty();
        }
        String name = "a" + number;
        if (call.getArgList().isEmpty()) {
            return call.getAggregation().getKind() == SqlKind.COUNT
                    ? id(shape).map(id -> new ScanGroups.Call(name, Function.COUNT, id, counted()))
                    : Optional.empty();
        }
        int item = call.getArgList().get(0);
        if (!(shape.items().get(item) instanceof RexInputRef reference)) {
            return Optional.empty();
        }
        OrgTable.TableColumn column = shape.tableColumn(reference.getIndex());
        int of = shape.scan().plan().output().get(reference.getIndex());
        return function(call.getAggregation().getKind(), column, shape)
                .map(function -> new ScanGroups.Call(name, function, of, type(function, call)));
    }

    private static Optional<Integer> id(ScanShape shape) {
        List<OrgTable.TableColumn> columns = shape.scan().plan().columns();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).path().toString().equalsIgnoreCase("Id")) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private RelDataType counted() {
        return builder.getTypeFactory().createSqlType(SqlTypeName.BIGINT);
    }

    /** The org has no sum and no least of nothing. */
    private RelDataType type(Function function, AggregateCall call) {
        RelDataTypeFactory factory = builder.getTypeFactory();
        return function == Function.COUNT ? counted() : factory.createTypeWithNullability(call.getType(), true);
    }

    /** Empty where the org computes something else. */
    private static Optional<Function> function(SqlKind kind, OrgTable.TableColumn column, ScanShape shape) {
        if (!column.field().map(Field::aggregatable).orElse(false)) {
            return Optional.empty();
        }
        boolean number = switch (column.column().sqlType()) {
            case INTEGER, BIGINT, DECIMAL -> true;
            default -> false;
        };
        boolean time = switch (column.column().sqlType()) {
            case DATE, TIMESTAMP -> true;
            default -> false;
        };
        // With several currencies the org adds up what it has converted (SOQL and SOSL Reference, "Querying Currency").
        boolean converted = column.column().type() == SfType.CURRENCY
                && shape.scan().plan().object().field("CurrencyIsoCode").isPresent();
        return switch (kind) {
            case COUNT -> Optional.of(Function.COUNT);
            case SUM, SUM0 -> number && !converted ? Optional.of(Function.SUM) : Optional.empty();
            case MIN -> (number || time) && !converted ? Optional.of(Function.MIN) : Optional.empty();
            case MAX -> (number || time) && !converted ? Optional.of(Function.MAX) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
