package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.grammar.soql.Argument;
import org.soqljdbc.grammar.soql.Condition;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;

/**
 * What a query with GROUP BY or aggregates tells: the keys of its groups and the aggregates that SELECT, HAVING or ORDER
 * BY names, each once.
 *
 * @param terms keys first, then aggregates, in the order of the groups' columns when they are made here
 * @param keys how many of the terms are keys
 * @param selected for each item of SELECT the term it is
 * @param ordered for each item of ORDER BY the term it is
 * @param having the conditions that are about keys alone
 * @param havingHere those that are about aggregates
 */
record GroupedQuery(
        List<Operand> terms,
        int keys,
        List<Integer> selected,
        List<Integer> ordered,
        List<Condition> having,
        List<Condition> havingHere) {

    /** What the query tells; empty if groups of its kind cannot be made here (ROLLUP, CUBE, conversions). */
    static Optional<GroupedQuery> of(SoqlQuery query, OrgFacts org) throws SQLException {
        Terms terms = new Terms(query, org);
        List<Operand> keys = query.groupBy().map(SoqlQuery.GroupBy::items).orElse(List.of());
        boolean plain = query.groupBy()
                .map(clause -> clause.kind() == SoqlQuery.GroupBy.Kind.PLAIN)
                .orElse(true);
        for (Operand key : keys) {
            terms.add(key);
        }
        terms.keys = terms.known.size();
        List<Integer> selected = new ArrayList<>();
        for (SelectItem item : query.select()) {
            if (!(item instanceof SelectItem.Expression expression)) {
                return Optional.empty();
            }
            selected.add(terms.place(expression.operand()));
        }
        List<Condition> having = new ArrayList<>();
        List<Condition> here = new ArrayList<>();
        for (Condition condition : Conjunction.terms(query.having())) {
            boolean ofAggregates = false;
            for (Operand operand : ConditionOperands.of(condition).found()) {
                ofAggregates |= terms.place(operand) >= terms.keys;
            }
            (ofAggregates ? here : having).add(condition);
        }
        List<Integer> ordered = new ArrayList<>();
        for (SoqlQuery.OrderItem item : query.orderBy()) {
            ordered.add(terms.place(item.operand()));
        }
        boolean known = plain && !terms.strange && terms.keys == keys.size();
        return known
                ? Optional.of(new GroupedQuery(
                        List.copyOf(terms.known.values()), terms.keys, selected, ordered, having, here))
                : Optional.empty();
    }

    /** Which term an operand of HAVING is. */
    int place(Operand operand, SoqlQuery query, OrgFacts org) throws SQLException {
        List<String> names = new ArrayList<>();
        for (Operand term : terms) {
            names.add(name(term, query, org));
        }
        return names.indexOf(name(operand, query, org));
    }

    boolean isDistinct() {
        return keys == terms.size();
    }

    /** The field an aggregate is of. */
    FieldPath argument(int term) {
        return (FieldPath) ((FunctionCall) terms.get(term)).arguments().get(0);
    }

    Function function(int term) {
        return ((FunctionCall) terms.get(term)).function();
    }

    /** What an operand means, however it is spelled. */
    static String name(Operand operand, SoqlQuery query, OrgFacts org) throws SQLException {
        if (operand instanceof FieldPath) {
            return String.join(".", Operands.path(operand, query, org));
        }
        FunctionCall call = (FunctionCall) operand;
        StringBuilder name = new StringBuilder(call.function().name()).append('(');
        for (Argument argument : call.arguments()) {
            name.append(argument instanceof Operand inner ? name(inner, query, org) : argument)
                    .append(')');
        }
        return name.toString();
    }

    /** The terms found so far, by what they mean, however they are spelled. */
    private static final class Terms {

        private final SoqlQuery query;
        private final OrgFacts org;
        private final Map<String, Operand> known = new LinkedHashMap<>();
        private int keys;
        private boolean strange;

        Terms(SoqlQuery query, OrgFacts org) {
            this.query = query;
            this.org = org;
        }

        void add(Operand key) throws SQLException {
            known.putIfAbsent(name(key, query, org), key);
        }

        /** Where a term stands; an aggregate that is new is added. */
        int place(Operand operand) throws SQLException {
            String name = name(operand, query, org);
            if (!known.containsKey(name)) {
                boolean aggregate = operand instanceof FunctionCall call
                        && call.function().kind() == Function.Kind.AGGREGATE
                        && call.arguments().size() == 1
                        && call.arguments().get(0) instanceof FieldPath;
                if (!aggregate) {
                    strange = true;
                    return -1;
                }
                known.put(name, operand);
            }
            return List.copyOf(known.keySet()).indexOf(name);
        }
    }
}
