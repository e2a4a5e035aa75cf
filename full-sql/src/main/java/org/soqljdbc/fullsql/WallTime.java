package org.soqljdbc.fullsql;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/** Lets the calendar of a dateTime be read by the connection's zone: plans keep instants, as milliseconds of UTC. */
final class WallTime {

    /** Functions of the library that show a dateTime to people, or find a day in it. */
    private static final Set<String> READS_CALENDAR = Set.of(
            "EXTRACT", "DATE_FORMAT", "TO_CHAR", "DAYNAME", "MONTHNAME", "LAST_DAY", "DATE_PART", "FORMAT_TIMESTAMP");

    private final RexBuilder builder;
    private final boolean utc;
    private final String zone;

    WallTime(RexBuilder builder, ZoneId zone) {
        this.builder = builder;
        this.utc = zone.normalized().equals(ZoneOffset.UTC);
        this.zone = zone.getId();
    }

    RexNode rewritten(RexCall call) {
        if (utc) {
            return call;
        }
        return switch (call.getKind()) {
            case CAST, SAFE_CAST -> cast(call);
            case FLOOR, CEIL -> isInstant(call.getType()) ? shift(Operators.TO_INSTANT, walled(call)) : call;
            default ->
                READS_CALENDAR.contains(call.getOperator().getName().toUpperCase(java.util.Locale.ROOT))
                        ? walled(call)
                        : call;
        };
    }

    private RexNode cast(RexCall call) {
        boolean from = isInstant(call.getOperands().get(0).getType());
        boolean to = isInstant(call.getType());
        if (from && !to) {
            return walled(call);
        }
        boolean given = switch (call.getOperands().get(0).getType().getSqlTypeName()) {
            case DATE, TIME, CHAR, VARCHAR -> true;
            default -> false;
        };
        return to && given ? shift(Operators.TO_INSTANT, call) : call;
    }

    private RexNode walled(RexCall call) {
        List<RexNode> operands = new ArrayList<>();
        for (RexNode operand : call.getOperands()) {
            operands.add(isInstant(operand.getType()) ? shift(Operators.TO_WALL, operand) : operand);
        }
        return call.clone(call.getType(), operands);
    }

    private RexNode shift(org.apache.calcite.sql.SqlOperator operator, RexNode time) {
        return builder.makeCall(operator, time, builder.makeLiteral(zone));
    }

    private static boolean isInstant(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.TIMESTAMP;
    }
}
