package org.soqljdbc.bind.sql;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.DateConstant;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.PartialVisitor;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.Literals;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/**
 * The constants of a statement: literals, parameters, and what the clock says, each by the type of the field it is
 * compared with.
 */
final class Values {

    private final SqlText text;
    private final ZoneId zone;
    private final Clock clock;
    private final Optional<List<ParameterValue>> parameters;

    /** @param parameters empty while they are not set: then every one stands for some value that is not null */
    Values(SqlText text, ZoneId zone, Clock clock, Optional<List<ParameterValue>> parameters) {
        this.text = text;
        this.zone = zone;
        this.clock = clock;
        this.parameters = parameters;
    }

    /** Whether the parameters are set. */
    boolean areSet() {
        return parameters.isPresent();
    }

    /** Whether it is a parameter whose value is still to come. */
    boolean isUnset(Expression expression) {
        return parameters.isEmpty() && expression instanceof Expression.Parameter;
    }

    /** Whether an expression has the same value for every row. */
    boolean isConstant(Expression expression) {
        return expression.accept(new Constant()).isPresent();
    }

    /** The value of a constant: empty for null. @throws NotInSoql if it is none */
    Optional<ParameterValue> constant(Expression expression) {
        return expression
                .accept(new Constant())
                .orElseThrow(() -> new NotInSoql(expression, "an expression"))
                .given();
    }

    /** A constant's value; null where it is SQL's null. */
    private record Given(Optional<ParameterValue> given) {}

    /** The constant as a SOQL literal for a field; empty for null. */
    Optional<Value> literal(Expression expression, Column field) {
        Optional<Value> period = period(expression, field);
        if (period.isPresent()) {
            return period;
        }
        if (expression instanceof Expression.Parameter parameter && parameters.isEmpty()) {
            return Optional.of(new org.soqljdbc.grammar.soql.Parameter(parameter.index()));
        }
        return constant(expression).map(given -> literal(expression, given, field));
    }

    private Value literal(Expression expression, ParameterValue given, Column field) {
        if (field.type() == SfType.DATE && hasTimeOfDay(given.value())) {
            throw new NotInSoql(expression, "a day compared with a time of day");
        }
        try {
            return Literals.of(field.type(), given, name(expression));
        } catch (SQLException refused) {
            throw new Refused(refused);
        }
    }

    private static boolean hasTimeOfDay(Object value) {
        return value instanceof LocalDateTime wall && !wall.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** A constant that no field of whole numbers can equal, but that it can be compared with; empty for others. */
    Optional<BigDecimal> fraction(Expression expression, Column field) {
        boolean whole = field.type() == SfType.INT || field.type() == SfType.LONG;
        boolean known = !(expression instanceof Expression.Parameter) || parameters.isPresent();
        if (!whole || !known || !isConstant(expression)) {
            return Optional.empty();
        }
        return constant(expression)
                .map(ParameterValue::value)
                .filter(Values::isFinite)
                .map(value -> new BigDecimal(value.toString()))
                .filter(number -> number.stripTrailingZeros().scale() > 0);
    }

    /** Whether it is a number that may have a fraction. */
    private static boolean isFinite(Object value) {
        return value instanceof BigDecimal
                || value instanceof Double number && Double.isFinite(number)
                || value instanceof Float single && Float.isFinite(single);
    }

    /** {@code line 1:8: }. */
    String place(Expression expression) {
        return Places.of(text, expression);
    }

    /** What messages call a constant. */
    String name(Expression expression) {
        return expression instanceof Expression.Parameter parameter
                ? "Parameter " + (parameter.index() + 1)
                : Places.of(text, expression) + "The literal";
    }

    /** {@code THIS_MONTH}, {@code LAST_N_DAYS:30}: SOQL's own, of dates and dateTimes. */
    private Optional<Value> period(Expression expression, Column field) {
        boolean temporal = field.type() == SfType.DATE || field.type() == SfType.DATETIME;
        if (!temporal) {
            return Optional.empty();
        }
        if (expression instanceof Expression.DateWithCount counted) {
            Column count = Column.of("a number of periods", SfType.INT);
            return Optional.of(new DateConstant(counted.period(), literal(counted.n(), count)));
        }
        return expression instanceof Expression.Column column
                ? column.period().map(period -> new DateConstant(period, Optional.empty()))
                : Optional.empty();
    }

    /** The elements of {@code IN ?}. */
    List<ParameterValue> elements(Expression.Parameter parameter) {
        ParameterValue given = parameters.orElseThrow().get(parameter.index());
        List<?> elements = given.value() instanceof Object[] array
                ? Arrays.asList(array)
                : given.value() instanceof Collection<?> collection
                        ? List.copyOf(collection)
                        : Arrays.asList(given.value());
        return elements.stream()
                .map(element -> new ParameterValue(element, given.zone()))
                .toList();
    }

    /** The elements of {@code IN ?} as literals of a field, without nulls. */
    List<Value> elementLiterals(Expression.Parameter parameter, Column field) {
        return elements(parameter).stream()
                .filter(element -> element.value() != null)
                .map(element -> literal(parameter, element, field))
                .toList();
    }

    /** A number of rows that is known, for LIMIT and OFFSET. @throws Refused 22023 for a negative one, or none */
    long count(Expression expression) {
        Column whole = Column.of("a number of rows", SfType.LONG);
        Value value = literal(expression, whole)
                .orElseThrow(() -> new Refused(SqlErrors.of(
                        SqlState.INVALID_PARAMETER_VALUE, name(expression) + " is null, and no number of rows")));
        BigDecimal count = new BigDecimal(((NumberLiteral) value).digits());
        if (count.signum() < 0 || count.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new Refused(SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE, name(expression) + ", " + count + ", is no number of rows"));
        }
        return count.longValueExact();
    }

    private final class Constant implements PartialVisitor<Optional<Given>> {

        @Override
        public Optional<Given> other(Expression node) {
            return Optional.empty();
        }

        private Optional<Given> value(Object value) {
            return Optional.of(new Given(Optional.of(new ParameterValue(value, zone))));
        }

        @Override
        public Optional<Given> number(Literal.Number node) {
            return value(node.value());
        }

        @Override
        public Optional<Given> text(Literal.Text node) {
            return value(node.value());
        }

        @Override
        public Optional<Given> bool(Literal.Bool node) {
            return value(node.value());
        }

        @Override
        public Optional<Given> nothing(Literal.Null node) {
            return Optional.of(new Given(Optional.empty()));
        }

        @Override
        public Optional<Given> date(Literal.Date node) {
            return value(node.value());
        }

        @Override
        public Optional<Given> time(Literal.Time node) {
            return value(node.value());
        }

        @Override
        public Optional<Given> timestamp(Literal.Timestamp node) {
            return value(node.value());
        }

        @Override
        public Optional<Given> instant(Literal.Instant node) {
            return value(node.value());
        }

        @Override
        public Optional<Given> parameter(Expression.Parameter node) {
            if (parameters.isEmpty()) {
                return value("?");
            }
            ParameterValue given = parameters.get().get(node.index());
            return Optional.of(new Given(given.value() == null ? Optional.empty() : Optional.of(given)));
        }

        @Override
        public Optional<Given> currentValue(Expression.CurrentValue node) {
            return switch (node.kind()) {
                case CURRENT_DATE -> value(clock.instant().atZone(zone).toLocalDate());
                case CURRENT_TIMESTAMP -> value(clock.instant());
                case LOCALTIMESTAMP -> value(clock.instant().atZone(zone).toLocalDateTime());
                case CURRENT_TIME, LOCALTIME ->
                    value(clock.instant().atZone(zone).toLocalTime());
            };
        }
    }
}
