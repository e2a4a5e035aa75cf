package org.soqljdbc.fullsql;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexWindowBounds;
import org.apache.calcite.rex.RexWindowExclusion;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Rewrites a plan so that text is compared without case where Salesforce compares it so: conditions, join keys, groups,
 * DISTINCT, set operations, MIN and MAX, order. A group shows one of its own spellings, the one that sorts first. Ids and
 * fields that differ by case stay as they are.
 *
 * <p>Calcite's collations do not do this: joins would lose rows.
 */
final class CaselessPlan {

    private final RexBuilder builder;
    private final WallTime time;
    private final TextRules rules = new TextRules();
    private final Picklists picklists = new Picklists();

    CaselessPlan(RexBuilder builder, WallTime time) {
        this.builder = builder;
        this.time = time;
    }

    RelNode rewritten(RelNode plan) {
        List<TextRule> own = rules.of(plan);
        List<TextRule> below = rules.ofInputs(plan);
        List<Optional<String>> lists = picklists.ofInputs(plan);
        List<RelNode> inputs = plan.getInputs().stream().map(this::rewritten).toList();
        RelNode moved = inputs.equals(plan.getInputs()) ? plan : plan.copy(plan.getTraitSet(), inputs);
        RelNode caseless = moved.accept(new Caseless(builder, this, time, rules, below, picklists, lists));
        RelNode result = caseless;
        if (caseless instanceof Aggregate aggregate) {
            result = aggregate(aggregate, below, lists);
        } else if (caseless instanceof Sort sort) {
            result = sort(sort, below, lists);
        } else if (caseless instanceof SetOp operation) {
            result = setOperation(operation, own);
        } else if (caseless instanceof Repeated repeated) {
            result = repeated.comparing(own);
        }
        return result;
    }

    private static boolean folds(RexNode column, TextRule rule) {
        return Operators.isText(column.getType()) && rule.isCaseless();
    }

    private static boolean folds(RelDataType row, List<TextRule> rules) {
        return row.getFieldList().stream()
                .anyMatch(field -> Operators.isText(field.getType())
                        && rules.get(field.getIndex()).isCaseless());
    }

    private List<RexNode> references(RelNode input) {
        List<RexNode> references = new ArrayList<>();
        for (int field = 0; field < input.getRowType().getFieldCount(); field++) {
            references.add(builder.makeInputRef(input, field));
        }
        return references;
    }

    private static List<String> names(RelDataType row, int count) {
        List<String> names = new ArrayList<>(row.getFieldNames());
        while (names.size() < count) {
            names.add("$f" + names.size());
        }
        return names;
    }

    private static RelNode project(RelNode input, List<RexNode> items, List<String> names) {
        return LogicalProject.create(input, List.of(), items, names, java.util.Set.of());
    }

    /** The rows of a subquery that are only compared. */
    static RelNode projected(RelNode input, List<RexNode> items) {
        return RexUtil.isIdentity(items, input.getRowType())
                ? input
                : project(input, items, input.getRowType().getFieldNames());
    }

    // ---- order ---------------------------------------------------------------------------------------------

    private RelNode sort(Sort sort, List<TextRule> rules, List<Optional<String>> lists) {
        RelNode input = sort.getInput();
        List<RexNode> items = references(input);
        int width = items.size();
        List<RelFieldCollation> collations = new ArrayList<>();
        for (RelFieldCollation collation : sort.getCollation().getFieldCollations()) {
            RexNode key = items.get(collation.getFieldIndex());
            if (folds(key, rules.get(collation.getFieldIndex()))) {
                collations.add(collation.withFieldIndex(items.size()));
                RexNode ordered = lists.get(collation.getFieldIndex())
                        .map(list -> Operators.placed(builder, key, list))
                        .orElse(key);
                items.add(Operators.fold(builder, ordered));
            } else {
                collations.add(collation);
            }
        }
        if (items.size() == width) {
            return sort;
        }
        RelNode keyed = project(input, items, names(input.getRowType(), items.size()));
        RelNode sorted = LogicalSort.create(keyed, RelCollations.of(collations), sort.offset, sort.fetch);
        return project(
                sorted, references(sorted).subList(0, width), sort.getRowType().getFieldNames());
    }

    // ---- groups --------------------------------------------------------------------------------------------

    /** What takes the place of MIN and MAX of text. */
    static Optional<SqlAggFunction> foldedAggregate(SqlAggFunction function, RelDataType argument) {
        if (!Operators.isText(argument)) {
            return Optional.empty();
        }
        return switch (function.getKind()) {
            case MIN -> Optional.of(Operators.FOLDED_MIN);
            case MAX -> Optional.of(Operators.FOLDED_MAX);
            default -> Optional.empty();
        };
    }

    /** Of what is no picklist. */
    private RelNode aggregate(Aggregate aggregate, List<TextRule> rules) {
        return aggregate(aggregate, rules, Collections.nCopies(rules.size(), Optional.empty()));
    }

    private RelNode aggregate(Aggregate aggregate, List<TextRule> rules, List<Optional<String>> lists) {
        if (!folds(aggregate.getInput().getRowType(), rules)) {
            return aggregate;
        }
        RelNode input = aggregate.getInput();
        List<RexNode> items = references(input);
        Map<Integer, Integer> folded = new HashMap<>();
        List<Integer> textKeys = new ArrayList<>();
        for (int key : aggregate.getGroupSet()) {
            if (folds(items.get(key), rules.get(key))) {
                textKeys.add(key);
                fold(items, folded, key);
            }
        }
        List<AggregateCall> calls = new ArrayList<>();
        for (AggregateCall call : aggregate.getAggCallList()) {
            calls.add(call(call, items, folded, rules, lists));
        }
        RelDataType text = Operators.nullableText(builder.getTypeFactory());
        for (int key : textKeys) {
            calls.add(AggregateCall.create(
                    Operators.FOLDED_MIN,
                    false,
                    false,
                    false,
                    List.of(),
                    List.of(key),
                    -1,
                    null,
                    RelCollations.EMPTY,
                    text,
                    "$spelling" + key));
        }
        if (folded.isEmpty() && calls.equals(aggregate.getAggCallList())) {
            return aggregate;
        }
        RelNode keyed = project(input, items, names(input.getRowType(), items.size()));
        List<ImmutableBitSet> sets = aggregate.getGroupSets().stream()
                .map(set -> moved(set, folded, textKeys))
                .sorted(ImmutableBitSet.ORDERING)
                .toList();
        ImmutableBitSet keys = moved(aggregate.getGroupSet(), folded, textKeys);
        RelNode grouped = LogicalAggregate.create(keyed, List.of(), keys, sets, calls);
        return spelled(aggregate, grouped, keys, folded, textKeys, items);
    }

    private void fold(List<RexNode> items, Map<Integer, Integer> folded, int field) {
        if (!folded.containsKey(field)) {
            folded.put(field, items.size());
            items.add(Operators.fold(builder, items.get(field)));
        }
    }

    private static ImmutableBitSet moved(ImmutableBitSet set, Map<Integer, Integer> folded, List<Integer> textKeys) {
        ImmutableBitSet.Builder moved = ImmutableBitSet.builder();
        set.forEach(key -> moved.set(textKeys.contains(key) ? folded.get(key) : key));
        return moved.build();
    }

    private AggregateCall call(
            AggregateCall call,
            List<RexNode> items,
            Map<Integer, Integer> folded,
            List<TextRule> rules,
            List<Optional<String>> lists) {
        boolean grouping = switch (call.getAggregation().getKind()) {
            case GROUPING, GROUPING_ID, GROUP_ID -> true;
            default -> false;
        };
        if (grouping) {
            return call.withArgList(call.getArgList().stream()
                    .map(argument -> folded.getOrDefault(argument, argument))
                    .toList());
        }
        if (call.getArgList().isEmpty()) {
            return call;
        }
        int first = call.getArgList().get(0);
        Optional<SqlAggFunction> caseless = rules.get(first).isCaseless()
                ? foldedAggregate(call.getAggregation(), items.get(first).getType())
                : Optional.empty();
        if (caseless.isPresent()) {
            int argument = lists.get(first).map(list -> items.size()).orElse(first);
            lists.get(first).ifPresent(list -> items.add(Operators.placed(builder, items.get(first), list)));
            return AggregateCall.create(
                    caseless.get(),
                    false,
                    false,
                    false,
                    List.of(),
                    List.of(argument),
                    call.filterArg,
                    null,
                    RelCollations.EMPTY,
                    Operators.nullableText(builder.getTypeFactory()),
                    call.getName());
        }
        boolean counts = call.isDistinct() && call.getAggregation().getKind() == SqlKind.COUNT;
        if (!counts) {
            return call;
        }
        List<Integer> arguments = new ArrayList<>();
        for (int argument : call.getArgList()) {
            if (folds(items.get(argument), rules.get(argument))) {
                fold(items, folded, argument);
                arguments.add(folded.get(argument));
            } else {
                arguments.add(argument);
            }
        }
        return call.withArgList(arguments);
    }

    /** The columns as they were: for each folded key one of the spellings of its group. */
    private RelNode spelled(
            Aggregate before,
            RelNode grouped,
            ImmutableBitSet keys,
            Map<Integer, Integer> folded,
            List<Integer> textKeys,
            List<RexNode> keyed) {
        List<RexNode> found = references(grouped);
        int spelling = keys.cardinality() + before.getAggCallList().size();
        List<RexNode> items = new ArrayList<>();
        List<RelDataTypeField> fields = before.getRowType().getFieldList();
        for (int key : before.getGroupSet()) {
            int at = keys.indexOf(textKeys.contains(key) ? folded.get(key) : key);
            RexNode item = found.get(at);
            if (textKeys.contains(key)) {
                RexNode spelled = found.get(spelling + textKeys.indexOf(key));
                // A key that this row does not group by, as ROLLUP has them, is null and not a spelling.
                item = before.getGroupType() == Aggregate.Group.SIMPLE
                        ? spelled
                        : builder.makeCall(
                                SqlStdOperatorTable.CASE,
                                builder.makeCall(SqlStdOperatorTable.IS_NULL, item),
                                builder.makeNullLiteral(spelled.getType()),
                                spelled);
            }
            items.add(item);
        }
        for (int call = 0; call < before.getAggCallList().size(); call++) {
            RexNode item = found.get(keys.cardinality() + call);
            items.add(isPlaced(grouped, call, keyed) ? Operators.shown(builder, item) : item);
        }
        List<RexNode> typed = new ArrayList<>();
        for (int column = 0; column < items.size(); column++) {
            RelDataType type = fields.get(column).getType();
            RexNode item = items.get(column);
            typed.add(item.getType().equals(type) ? item : builder.makeCast(type, item, true, false));
        }
        return project(grouped, typed, before.getRowType().getFieldNames());
    }

    /** Whether a call picks from a picklist's values with their places before them. */
    private static boolean isPlaced(RelNode grouped, int call, List<RexNode> keyed) {
        List<Integer> arguments =
                ((Aggregate) grouped).getAggCallList().get(call).getArgList();
        return arguments.size() == 1 && Operators.isPlaced(keyed.get(arguments.get(0)));
    }

    // ---- set operations ------------------------------------------------------------------------------------

    private RelNode setOperation(SetOp operation, List<TextRule> rules) {
        boolean union = operation.kind == SqlKind.UNION;
        if (!folds(operation.getRowType(), rules) || union && operation.all) {
            return operation;
        }
        int width = operation.getRowType().getFieldCount();
        if (union) {
            return aggregate(
                    LogicalAggregate.create(
                            LogicalUnion.create(operation.getInputs(), true),
                            List.of(),
                            ImmutableBitSet.range(width),
                            List.of(ImmutableBitSet.range(width)),
                            List.of()),
                    rules);
        }
        if (!operation.all) {
            return counted(operation, operation.getInputs(), rules);
        }
        // Each of several equal rows is a row of its own once it has its number among them.
        List<TextRule> numberedRules = new ArrayList<>(rules);
        numberedRules.add(TextRule.CONSTANT);
        List<RelNode> numbered = operation.getInputs().stream()
                .map(input -> numbered(input, rules))
                .toList();
        RelNode chosen = counted(operation, numbered, numberedRules);
        return project(
                chosen,
                references(chosen).subList(0, width),
                operation.getRowType().getFieldNames());
    }

    /** The rows with one more column: their number among those that are equal. */
    private RelNode numbered(RelNode input, List<TextRule> rules) {
        List<RexNode> items = references(input);
        List<RexNode> keys = new ArrayList<>();
        for (int column = 0; column < items.size(); column++) {
            RexNode item = items.get(column);
            keys.add(folds(item, rules.get(column)) ? Operators.fold(builder, item) : item);
        }
        items.add(builder.makeOver(
                builder.getTypeFactory().createSqlType(SqlTypeName.BIGINT),
                SqlStdOperatorTable.ROW_NUMBER,
                List.of(),
                keys,
                ImmutableList.of(),
                RexWindowBounds.UNBOUNDED_PRECEDING,
                RexWindowBounds.CURRENT_ROW,
                RexWindowExclusion.EXCLUDE_NO_OTHER,
                true,
                true,
                false,
                false,
                false));
        return project(input, items, names(input.getRowType(), items.size()));
    }

    /** INTERSECT and EXCEPT: every row once, with the number of inputs that have it. */
    private RelNode counted(SetOp operation, List<RelNode> operands, List<TextRule> rules) {
        List<RelNode> marked = new ArrayList<>();
        RelDataType whole = builder.getTypeFactory().createSqlType(SqlTypeName.INTEGER);
        int inputs = operands.size();
        int width = rules.size();
        for (int input = 0; input < inputs; input++) {
            RelNode rows = operands.get(input);
            List<RexNode> items = references(rows);
            for (int mark = 0; mark < inputs; mark++) {
                items.add(builder.makeLiteral(mark == input ? 1 : 0, whole, false));
            }
            marked.add(project(rows, items, names(rows.getRowType(), width + inputs)));
        }
        RelNode all = LogicalUnion.create(marked, true);
        List<AggregateCall> marks = new ArrayList<>();
        for (int mark = 0; mark < inputs; mark++) {
            marks.add(AggregateCall.create(
                    SqlStdOperatorTable.MAX,
                    false,
                    false,
                    false,
                    List.of(),
                    List.of(width + mark),
                    -1,
                    null,
                    RelCollations.EMPTY,
                    whole,
                    "$in" + mark));
        }
        List<TextRule> markedRules = new ArrayList<>(rules);
        markedRules.addAll(Collections.nCopies(inputs, TextRule.CONSTANT));
        RelNode grouped = aggregate(
                LogicalAggregate.create(
                        all, List.of(), ImmutableBitSet.range(width), List.of(ImmutableBitSet.range(width)), marks),
                markedRules);
        List<RexNode> conditions = new ArrayList<>();
        for (int mark = 0; mark < inputs; mark++) {
            boolean wanted = mark == 0 || operation.kind == SqlKind.INTERSECT;
            conditions.add(builder.makeCall(
                    SqlStdOperatorTable.EQUALS,
                    builder.makeInputRef(grouped, width + mark),
                    builder.makeLiteral(wanted ? 1 : 0, whole, false)));
        }
        RelNode chosen = LogicalFilter.create(grouped, builder.makeCall(SqlStdOperatorTable.AND, conditions));
        List<RexNode> items = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            RexNode item = builder.makeInputRef(chosen, column);
            boolean number = column == operation.getRowType().getFieldCount();
            RelDataType type = number
                    ? item.getType()
                    : operation.getRowType().getFieldList().get(column).getType();
            items.add(item.getType().equals(type) ? item : builder.makeCast(type, item, true, false));
        }
        return project(chosen, items, names(operation.getRowType(), width));
    }
}
