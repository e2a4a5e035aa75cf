package org.soqljdbc.simulated.soql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlQuery.GroupBy;
import org.soqljdbc.simulated.data.RowAddress;

/**
 * A query with GROUP BY or aggregates. Groups keep the spelling of their rows: values that differ in letter case are
 * groups of their own, since no source says that Salesforce merges them.
 */
final class GroupedQuery {

    /** SOQL and SOSL Reference, "GROUP BY": grouped answers cannot page. */
    private static final int MOST_GROUPS = 2000;

    private final Scope scope;
    private final GroupOperands operands;
    private final boolean subtotals;
    private final boolean everyCombination;
    private final boolean grouped;
    private final Map<String, Bound<Group>> members = new LinkedHashMap<>();
    private final Ordering<Group> ordering;
    private final Optional<Predicate<Group>> having;

    GroupedQuery(SoqlQuery query, Scope scope, RowOperands rows, OrgCalendar calendar, Literals literals) {
        this.scope = scope;
        Optional<GroupBy> groupBy = query.groupBy();
        this.grouped = groupBy.isPresent();
        this.subtotals =
                groupBy.filter(clause -> clause.kind() != GroupBy.Kind.PLAIN).isPresent();
        this.everyCombination =
                groupBy.filter(clause -> clause.kind() == GroupBy.Kind.CUBE).isPresent();
        this.operands = new GroupOperands(
                scope, rows, calendar, groupBy.map(GroupBy::items).orElse(List.of()));
        select(query.select());
        this.ordering = new Ordering<>(query.orderBy(), operands::bind);
        Conditions<Group> conditions = new Conditions<>(literals, operands::bind, semiJoin -> {
            throw new Refusal("MALFORMED_QUERY", "Semi joins are not allowed in HAVING");
        });
        this.having = query.having().map(conditions::test);
    }

    private void select(List<SelectItem> items) {
        int unnamed = 0;
        for (SelectItem item : items) {
            if (!(item instanceof SelectItem.Expression expression)) {
                throw scope.refuse(item, "MALFORMED_QUERY", "Grouped queries can only select fields and aggregates");
            }
            Operand operand = expression.operand();
            Bound<Group> bound = operands.bind(operand);
            String name;
            if (expression.alias().isPresent()) {
                name = expression.alias().get();
            } else if (operand instanceof FieldPath || keepsItsName((FunctionCall) operand)) {
                name = bound.label();
            } else {
                name = "expr" + unnamed++;
            }
            if (members.putIfAbsent(name, bound) != null) {
                throw scope.refuse(operand, "MALFORMED_QUERY", "duplicate alias: " + name);
            }
        }
    }

    /** A conversion of a grouped field has the field's name; of an aggregate, none. */
    private static boolean keepsItsName(FunctionCall call) {
        return call.function().kind() == org.soqljdbc.grammar.soql.Function.Kind.CONVERSION
                && !call.containsAggregate();
    }

    /** Groups the rows. @param limit on the groups; empty for none */
    Records answer(Iterable<RowAddress> rows, Optional<Integer> limit, int offset) {
        Map<List<Object>, Group> groups = new LinkedHashMap<>();
        if (!grouped) {
            groups.put(List.of(0), start(List.of(), 0));
        }
        int[] masks = masks();
        for (RowAddress row : rows) {
            List<Object> key = new ArrayList<>();
            operands.keys().forEach(bound -> key.add(bound.read(row)));
            for (int mask : masks) {
                add(groups, key, mask, row);
            }
        }
        List<Group> kept = new ArrayList<>(groups.values());
        having.ifPresent(test -> kept.removeIf(test.negate()));
        List<Group> ordered = ordering.sorted(kept);
        int from = Math.min(offset, ordered.size());
        int to = Math.min(limit.orElse(Integer.MAX_VALUE - from) + from, ordered.size());
        List<Group> answer = List.copyOf(ordered.subList(from, to));
        if (answer.size() > MOST_GROUPS) {
            throw new Refusal(
                    "EXCEEDED_ID_LIMIT",
                    "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch");
        }
        return new GroupRecords(answer, members);
    }

    /** The sets of keys rolled up, a bit for each: none; the last ones (ROLLUP); any (CUBE). */
    private int[] masks() {
        int count = operands.keys().size();
        if (!subtotals) {
            return new int[] {0};
        }
        if (everyCombination) {
            int[] masks = new int[1 << count];
            Arrays.setAll(masks, i -> i);
            return masks;
        }
        int[] masks = new int[count + 1];
        Arrays.setAll(masks, i -> ((1 << i) - 1) << (count - i));
        return masks;
    }

    private void add(Map<List<Object>, Group> groups, List<Object> key, int mask, RowAddress row) {
        List<Object> rolled = new ArrayList<>(key);
        for (int i = 0; i < key.size(); i++) {
            if ((mask & 1 << i) != 0) {
                rolled.set(i, null);
            }
        }
        List<Object> identity = new ArrayList<>(rolled);
        // A subtotal and a group whose value is null are different groups.
        identity.add(mask);
        Group group = groups.computeIfAbsent(identity, any -> start(rolled, mask));
        List<Aggregate> aggregates = operands.aggregates();
        for (int i = 0; i < aggregates.size(); i++) {
            Object value = aggregates.get(i).argument().read(row);
            if (value != null) {
                group.totals()[i].add(value);
            }
        }
    }

    private Group start(List<Object> keys, int mask) {
        boolean[] rolledUp = new boolean[keys.size()];
        for (int i = 0; i < rolledUp.length; i++) {
            rolledUp[i] = (mask & 1 << i) != 0;
        }
        Aggregate.Accumulator[] totals =
                operands.aggregates().stream().map(Aggregate::start).toArray(Aggregate.Accumulator[]::new);
        return new Group(keys.toArray(), rolledUp, totals);
    }

    private record GroupRecords(List<Group> groups, Map<String, Bound<Group>> members) implements Records {

        @Override
        public int size() {
            return groups.size();
        }

        @Override
        public int write(int index, Page page) throws IOException {
            Group group = groups.get(index);
            page.json().writeStartObject();
            page.json().writeObjectFieldStart("attributes");
            page.json().writeStringField("type", "AggregateResult");
            page.json().writeEndObject();
            for (Map.Entry<String, Bound<Group>> member : members.entrySet()) {
                page.json().writeFieldName(member.getKey());
                JsonValues.write(page.json(), member.getValue().read(group));
            }
            page.json().writeEndObject();
            return 0;
        }
    }
}
