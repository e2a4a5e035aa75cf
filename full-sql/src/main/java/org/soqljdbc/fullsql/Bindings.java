package org.soqljdbc.fullsql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;

/**
 * What the parameters of one run are. A plan is made for parameters of some shape, and runs with all that have it: the
 * values are put in when it is run, into what is computed here and into the SOQL that travels.
 */
final class Bindings {

    private static final int MILLISECONDS = 3;
    private static final int MILLIS_OF_SECOND = 1000;
    private static final int PRINTABLE_FROM = 32;
    private static final int PRINTABLE_TO = 127;

    static final Bindings NONE = new Bindings();

    /** By the index of the parameter; a text, a number, a day, a time of day or an instant. */
    private final Map<Integer, Object> values = new HashMap<>();

    /** The value of a parameter from now on. @return its shape, empty for what is no such value */
    Optional<Shape> bind(int index, Object value) {
        Optional<Shape> shape = Shape.of(value);
        shape.ifPresent(known -> values.put(index, value));
        return shape;
    }

    /**
     * What a plan depends on of a value.
     *
     * @param type as a CAST has it
     * @param facts what decides whether a condition on the value can be said in SOQL, and exactly
     */
    record Shape(SqlTypeName type, int precision, int scale, String facts) {

        private static final int UNSET = RelDataType.PRECISION_NOT_SPECIFIED;
        private static final int NO_SCALE = RelDataType.SCALE_NOT_SPECIFIED;

        private static Optional<Shape> of(Object value) {
            if (value instanceof String text) {
                return Optional.of(plain(SqlTypeName.VARCHAR, UNSET, facts(text)));
            }
            if (value instanceof BigDecimal number) {
                return Optional.of(of(number));
            }
            if (value instanceof LocalDate) {
                return Optional.of(plain(SqlTypeName.DATE, UNSET, ""));
            }
            if (value instanceof LocalTime) {
                return Optional.of(plain(SqlTypeName.TIME, MILLISECONDS, ""));
            }
            if (value instanceof Instant instant) {
                boolean fine = instant.toEpochMilli() % MILLIS_OF_SECOND != 0;
                return Optional.of(plain(SqlTypeName.TIMESTAMP, MILLISECONDS, fine ? "fine" : ""));
            }
            return Optional.empty();
        }

        private static Shape plain(SqlTypeName type, int precision, String facts) {
            return new Shape(type, precision, NO_SCALE, facts);
        }

        private static String facts(String text) {
            boolean plain = !text.isEmpty()
                    && text.strip().equals(text)
                    && text.chars().allMatch(c -> c >= PRINTABLE_FROM && c < PRINTABLE_TO);
            String whole = LocalFunctions.wholeId(text);
            return plain + " " + (SalesforceIds.isLong(text) ? "id" : SalesforceIds.isLong(whole) ? "short id" : "")
                    + " " + (text.indexOf('\\') >= 0);
        }

        private static Shape of(BigDecimal number) {
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            if (number.scale() <= 0 && number.precision() - number.scale() < INT_DIGITS) {
                return plain(SqlTypeName.INTEGER, UNSET, "");
            }
            int scale = Math.max(0, number.scale());
            int precision = Math.max(number.precision() + Math.max(0, -number.scale()), scale);
            return new Shape(SqlTypeName.DECIMAL, precision, scale, whole ? "whole" : "");
        }

        private static final int INT_DIGITS = 10;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    // ---- into plans ----------------------------------------------------------------------------------------

    /** With a literal in the place of each parameter. */
    RexNode bound(RexNode node, RexBuilder builder) {
        return values.isEmpty() || !hasParameter(node) ? node : node.accept(new Binding(builder));
    }

    static boolean hasParameter(RexNode node) {
        return Boolean.FALSE.equals(node.accept(new RexVisitorImpl<Boolean>(true) {
            @Override
            public Boolean visitDynamicParam(RexDynamicParam parameter) {
                return false;
            }

            @Override
            public Boolean visitCall(RexCall call) {
                return call.getOperands().stream().allMatch(operand -> !Boolean.FALSE.equals(operand.accept(this)));
            }
        }));
    }

    private final class Binding extends RexShuttle {

        private final RexBuilder builder;

        Binding(RexBuilder builder) {
            this.builder = builder;
        }

        @Override
        public RexNode visitDynamicParam(RexDynamicParam parameter) {
            Object value = values.get(parameter.getIndex());
            return value == null ? parameter : literal(builder, value);
        }

        @Override
        public RexNode visitCall(RexCall call) {
            if (call.getOperator() == Operators.WHOLE_ID) {
                return Operators.wholeId(builder, call.getOperands().get(0).accept(this));
            }
            return super.visitCall(call);
        }
    }

    private static RexLiteral literal(RexBuilder builder, Object value) {
        if (value instanceof String text) {
            return builder.makeLiteral(text);
        }
        if (value instanceof BigDecimal number) {
            return builder.makeExactLiteral(number);
        }
        if (value instanceof LocalDate day) {
            return builder.makeDateLiteral(DateString.fromDaysSinceEpoch((int) day.toEpochDay()));
        }
        if (value instanceof LocalTime time) {
            return builder.makeTimeLiteral(TimeString.fromMillisOfDay(millis(time)), MILLISECONDS);
        }
        return builder.makeTimestampLiteral(
                TimestampString.fromMillisSinceEpoch(((Instant) value).toEpochMilli()), MILLISECONDS);
    }

    private static int millis(LocalTime time) {
        return (int) (time.toNanoOfDay() / 1_000_000L);
    }

    /** As compiled plans ask for it. @param name {@code ?} and the index */
    Object get(String name) {
        Object value = values.get(Integer.valueOf(name.substring(1)));
        if (value instanceof LocalDate day) {
            return (int) day.toEpochDay();
        }
        if (value instanceof LocalTime time) {
            return millis(time);
        }
        return value instanceof Instant instant ? instant.toEpochMilli() : value;
    }
}
