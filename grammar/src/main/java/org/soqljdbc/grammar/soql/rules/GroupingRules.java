package org.soqljdbc.grammar.soql.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;

/**
 * What a grouped or aggregated query may say (SOQL and SOSL Reference, "GROUP BY", "HAVING", "Aggregate Functions",
 * "Date Functions").
 */
final class GroupingRules {

    /** SOQL and SOSL Reference, "GROUP BY ROLLUP" and "GROUP BY CUBE". */
    private static final int MAX_SUBTOTALLED = 3;

    private static final String UNGROUPED = "Field must be grouped or aggregated: ";

    private final SoqlQuery query;
    private final QueryNames names;
    private final Findings findings;
    private final Set<String> grouped = new HashSet<>();
    private final Set<String> aliases = new HashSet<>();

    GroupingRules(SoqlQuery query, QueryNames names, Findings findings) {
        this.query = query;
        this.names = names;
        this.findings = findings;
    }

    void check() {
        query.groupBy().ifPresent(this::checkGroupBy);
        if (query.having().isPresent() && query.groupBy().isEmpty()) {
            findings.malformed("HAVING needs GROUP BY", query.having().get());
        }
        if (!query.isAggregate()) {
            checkDateFunctions();
            return;
        }
        if (query.select().stream().anyMatch(SelectItem.CountAll.class::isInstance)) {
            // COUNT() has rules of its own, in SelectRules.
            return;
        }
        if (query.groupBy().isEmpty() && query.limit().isPresent()) {
            findings.malformed(
                    "Non-grouped query that uses overall aggregate functions cannot also use LIMIT",
                    query.limit().get());
        }
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.Expression expression) {
                expression.alias().map(QueryNames::folded).ifPresent(aliases::add);
                requireGrouped(expression.operand(), UNGROUPED);
                refuseAggregateOfGrouped(expression.operand());
            }
        }
        for (SoqlQuery.OrderItem item : query.orderBy()) {
            if (!aliases.contains(names.key(item.operand()))) {
                requireGrouped(item.operand(), "Ordered field must be grouped or aggregated: ");
            }
        }
        if (query.groupBy().isPresent()) {
            query.having().ifPresent(having -> Operands.of(having).forEach(left -> requireGrouped(left, UNGROUPED)));
        }
    }

    private void checkGroupBy(SoqlQuery.GroupBy groupBy) {
        if (groupBy.kind() != SoqlQuery.GroupBy.Kind.PLAIN && groupBy.items().size() > MAX_SUBTOTALLED) {
            findings.malformed(
                    "GROUP BY " + groupBy.kind() + " takes at most " + MAX_SUBTOTALLED + " fields",
                    groupBy.items().get(MAX_SUBTOTALLED));
        }
        for (Operand item : groupBy.items()) {
            grouped.add(names.key(item));
            if (item instanceof FunctionCall call) {
                if (call.containsAggregate()) {
                    findings.malformed("An aggregate cannot be grouped by: " + SoqlWriter.write(call), call);
                } else if (call.function() == Function.GROUPING || call.function() == Function.DISTANCE) {
                    findings.malformed(call.function() + " cannot be grouped by", call);
                }
            }
        }
    }

    /** A date function is selected only where it, or its field, is grouped. */
    private void checkDateFunctions() {
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.Expression expression
                    && expression.operand() instanceof FunctionCall call
                    && call.function().kind() == Function.Kind.DATE) {
                findings.malformed(UNGROUPED + SoqlWriter.write(call), call);
            }
        }
    }

    private void refuseAggregateOfGrouped(Operand operand) {
        if (operand instanceof FunctionCall call
                && call.function().kind() == Function.Kind.AGGREGATE
                && call.arguments().get(0) instanceof FieldPath path
                && grouped.contains(names.key(path))) {
            findings.malformed("Grouped field should not be aggregated: " + path, call);
        }
    }

    private void requireGrouped(Operand operand, String message) {
        if (!isGrouped(operand)) {
            findings.malformed(message + SoqlWriter.write(operand), operand);
        }
    }

    private boolean isGrouped(Operand operand) {
        if (grouped.contains(names.key(operand))) {
            return true;
        }
        if (operand instanceof FunctionCall call) {
            List<FieldPath> paths = QueryNames.paths(call);
            return call.containsAggregate()
                    || call.function() == Function.GROUPING
                    || paths.stream().allMatch(path -> grouped.contains(names.key(path)));
        }
        return false;
    }
}
