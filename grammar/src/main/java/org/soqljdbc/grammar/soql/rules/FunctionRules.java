package org.soqljdbc.grammar.soql.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.soqljdbc.grammar.soql.Argument;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.StringLiteral;

/**
 * Where functions may stand, and what may stand in them (SOQL and SOSL Reference, "Date Functions", "toLabel()",
 * "FORMAT()", "convertCurrency()", "Location-Based SOQL Queries").
 */
final class FunctionRules {

    private static final List<String> UNITS = List.of("mi", "km");
    private static final int UNIT = 2;

    private static final Set<Function> NOT_ORDERED_BY =
            EnumSet.of(Function.TO_LABEL, Function.CONVERT_CURRENCY, Function.CONVERT_TIMEZONE);
    private static final Set<Function> NOT_COMPARED =
            EnumSet.of(Function.CONVERT_CURRENCY, Function.CONVERT_TIMEZONE, Function.GROUPING);

    private final SoqlQuery query;
    private final Findings findings;

    FunctionRules(SoqlQuery query, Findings findings) {
        this.query = query;
        this.findings = findings;
    }

    void check() {
        query.select().forEach(item -> {
            if (item instanceof SelectItem.Expression expression) {
                checkShape(expression.operand());
            }
        });
        query.where()
                .ifPresent(where -> Operands.of(where).forEach(operand -> {
                    checkShape(operand);
                    checkInWhere(operand);
                }));
        query.groupBy().ifPresent(groupBy -> groupBy.items().forEach(this::checkShape));
        query.having().ifPresent(having -> Operands.of(having).forEach(this::checkShape));
        query.orderBy().forEach(item -> {
            checkShape(item.operand());
            refuse(item.operand(), NOT_ORDERED_BY, "ORDER BY");
        });
    }

    private void checkInWhere(Operand operand) {
        refuse(operand, NOT_COMPARED, "WHERE");
        if (operand instanceof FunctionCall call && call.containsAggregate()) {
            findings.malformed("An aggregate cannot stand in WHERE, only in HAVING: " + SoqlWriter.write(call), call);
        }
    }

    private void refuse(Operand operand, Set<Function> functions, String clause) {
        // One that may stand nowhere by itself was found already.
        if (operand instanceof FunctionCall call
                && functions.contains(call.function())
                && call.function() != Function.CONVERT_TIMEZONE) {
            findings.malformed(call.function().spelling() + "() cannot stand in " + clause, call);
        }
    }

    /** What a function by itself, outside any other, may be and hold. */
    private void checkShape(Operand operand) {
        if (operand instanceof FunctionCall call) {
            switch (call.function()) {
                case GEOLOCATION -> findings.malformed("GEOLOCATION() stands only inside DISTANCE()", call);
                case CONVERT_TIMEZONE ->
                    findings.malformed("convertTimezone() stands only inside a date function", call);
                case DISTANCE -> checkDistance(call);
                case FORMAT -> checkFormat(call);
                default -> checkArgument(call);
            }
        }
    }

    private void checkArgument(FunctionCall call) {
        Argument argument = call.arguments().get(0);
        if (argument instanceof FunctionCall inner) {
            boolean zoned = call.function().kind() == Function.Kind.DATE
                    && inner.function() == Function.CONVERT_TIMEZONE
                    && inner.arguments().get(0) instanceof FieldPath;
            if (!zoned) {
                findings.malformed(
                        call.function().spelling() + "() takes a field, not "
                                + inner.function().spelling() + "()",
                        inner);
            }
        }
    }

    private void checkFormat(FunctionCall call) {
        if (call.arguments().get(0) instanceof FunctionCall inner) {
            if (inner.function().kind() == Function.Kind.AGGREGATE || inner.function() == Function.CONVERT_CURRENCY) {
                checkArgument(inner);
            } else {
                checkArgument(call);
            }
        }
    }

    private void checkDistance(FunctionCall call) {
        boolean inOrder = call.arguments().get(0) instanceof FieldPath
                && (call.arguments().get(1) instanceof FieldPath
                        || call.arguments().get(1) instanceof FunctionCall place
                                && place.function() == Function.GEOLOCATION);
        if (!inOrder) {
            findings.malformed("DISTANCE() takes a location field first and GEOLOCATION() second", call);
        }
        if (call.arguments().get(UNIT) instanceof StringLiteral unit
                && UNITS.stream().noneMatch(unit.value().strip()::equalsIgnoreCase)) {
            findings.malformed("DISTANCE() measures in 'mi' or 'km', not '" + unit.value() + "'", unit);
        }
    }
}
