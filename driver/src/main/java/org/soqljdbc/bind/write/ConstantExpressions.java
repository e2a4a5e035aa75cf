package org.soqljdbc.bind.write;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.soqljdbc.bind.sql.Places;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.PartialVisitor;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.types.ParameterValue;

/**
 * The values of expressions that need no row: literals, parameters, what the clock says, and arithmetic on numbers and
 * text. What is not constant here may still be for a planner; it is asked for as a query then.
 */
public final class ConstantExpressions {

    private static final int MIN_QUOTIENT_SCALE = 6;

    private final SqlText text;
    private final ZoneId zone;
    private final Clock clock;
    private final List<ParameterValue> parameters;

    /** @param zone of literals that have none @param clock what CURRENT_DATE and the like read */
    public ConstantExpressions(SqlText text, ZoneId zone, Clock clock, List<ParameterValue> parameters) {
        this.text = text;
        this.zone = zone;
        this.clock = clock;
        this.parameters = List.copyOf(parameters);
    }

    /** Whether {@link #value} answers for an expression, whatever the parameters are. */
    public static boolean isConstant(Expression expression) {
        return expression.accept(new IsConstant());
    }

    /**
     * The value of an expression; its value is null where it is SQL's null.
     *
     * @throws SQLException 22012 for a division by zero; 22018 for arithmetic on what is no number
     */
    public ParameterValue value(Expression expression) throws SQLException {
        try {
            Object value = expression.accept(new Evaluation());
            return value instanceof ParameterValue given ? given : new ParameterValue(value, zone);
        } catch (Unfit unfit) {
            throw SqlErrors.of(unfit.state, Places.of(text, expression) + unfit.getMessage());
        }
    }

    /** The elements of {@code IN ?}, an array, a collection or one value. */
    List<ParameterValue> elements(Expression.Parameter parameter) {
        ParameterValue given = parameters.get(parameter.index());
        List<?> elements = given.value() instanceof Object[] array
                ? Arrays.asList(array)
                : given.value() instanceof Collection<?> collection
                        ? Arrays.asList(collection.toArray())
                        : Arrays.asList(given.value());
        return elements.stream()
                .map(element -> new ParameterValue(element, given.zone()))
                .toList();
    }

    /** Carries a refusal through the visitor. */
    private static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final SqlState state;

        Unfit(SqlState state, String message) {
            super(message, null, false, false);
            this.state = state;
        }
    }

    private static final class IsConstant implements PartialVisitor<Boolean> {

        @Override
        public Boolean other(Expression node) {
            return node instanceof Literal && !(node instanceof Literal.Interval)
                    || node instanceof Expression.Parameter
                    || node instanceof Expression.CurrentValue;
        }

        /** Arithmetic on days and times is a planner's. */
        private boolean isPlain(Expression node) {
            boolean temporal = node instanceof Expression.CurrentValue
                    || node instanceof Literal.Date
                    || node instanceof Literal.Time
                    || node instanceof Literal.Timestamp
                    || node instanceof Literal.Instant;
            return !temporal && node.accept(this);
        }

        @Override
        public Boolean negate(Expression.Negate node) {
            return isPlain(node.operand());
        }

        @Override
        public Boolean arithmetic(Expression.Arithmetic node) {
            return isPlain(node.left()) && isPlain(node.right());
        }
    }

    private final class Evaluation implements PartialVisitor<Object> {

        @Override
        public Object other(Expression node) {
            throw new Unfit(SqlState.FEATURE_NOT_SUPPORTED, "This is no constant");
        }

        @Override
        public Object number(Literal.Number node) {
            return node.value();
        }

        @Override
        public Object text(Literal.Text node) {
            return node.value();
        }

        @Override
        public Object binary(Literal.Binary node) {
            return HexFormat.of().parseHex(node.hex());
        }

        @Override
        public Object bool(Literal.Bool node) {
            return node.value();
        }

        @Override
        public Object nothing(Literal.Null node) {
            return null;
        }

        @Override
        public Object date(Literal.Date node) {
            return node.value();
        }

        @Override
        public Object time(Literal.Time node) {
            return node.value();
        }

        @Override
        public Object timestamp(Literal.Timestamp node) {
            return node.value();
        }

        @Override
        public Object instant(Literal.Instant node) {
            return node.value();
        }

        @Override
        public Object parameter(Expression.Parameter node) {
            return parameters.get(node.index());
        }

        @Override
        public Object currentValue(Expression.CurrentValue node) {
            return switch (node.kind()) {
                case CURRENT_DATE -> clock.instant().atZone(zone).toLocalDate();
                case CURRENT_TIMESTAMP -> clock.instant();
                case LOCALTIMESTAMP -> clock.instant().atZone(zone).toLocalDateTime();
                case CURRENT_TIME, LOCALTIME -> clock.instant().atZone(zone).toLocalTime();
            };
        }

        @Override
        public Object negate(Expression.Negate node) {
            Object operand = plain(node.operand());
            return operand == null ? null : number(operand).negate();
        }

        @Override
        public Object arithmetic(Expression.Arithmetic node) {
            Object left = plain(node.left());
            Object right = plain(node.right());
            if (left == null || right == null) {
                return null;
            }
            return switch (node.operator()) {
                case CONCAT -> shown(left) + shown(right);
                case PLUS -> number(left).add(number(right));
                case MINUS -> number(left).subtract(number(right));
                case TIMES -> number(left).multiply(number(right));
                case DIVIDE -> quotient(number(left), divisor(right));
                case MODULO -> number(left).remainder(divisor(right));
            };
        }

        private Object plain(Expression expression) {
            Object value = expression.accept(this);
            return value instanceof ParameterValue given ? given.value() : value;
        }

        private String shown(Object value) {
            return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        }

        private BigDecimal number(Object value) {
            if (value instanceof Number || value instanceof String) {
                try {
                    return new BigDecimal(value.toString().strip(), MathContext.UNLIMITED);
                } catch (NumberFormatException none) {
                    throw new Unfit(SqlState.INVALID_CAST, "'" + value + "' is no number");
                }
            }
            throw new Unfit(SqlState.INVALID_CAST, "Arithmetic takes numbers");
        }

        private BigDecimal divisor(Object value) {
            BigDecimal divisor = number(value);
            if (divisor.signum() == 0) {
                throw new Unfit(SqlState.DIVISION_BY_ZERO, "Division by zero");
            }
            return divisor;
        }

        /** Whole numbers divide to a whole number, as in SQL. */
        private BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
            if (dividend.scale() <= 0 && divisor.scale() <= 0) {
                return dividend.divideToIntegralValue(divisor).setScale(0, RoundingMode.DOWN);
            }
            int scale = Math.max(MIN_QUOTIENT_SCALE, Math.max(dividend.scale(), divisor.scale()));
            return dividend.divide(divisor, scale, RoundingMode.HALF_UP);
        }
    }
}
