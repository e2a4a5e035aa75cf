package org.soqljdbc.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.UUID;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** What a parameter's Java value means, whatever its class: one of seven kinds. */
sealed interface GivenValue {

    <R> R accept(Visitor<R> visitor) throws SQLException;

    /** One method for each kind. */
    interface Visitor<R> {

        R text(String given) throws SQLException;

        R number(BigDecimal given) throws SQLException;

        R truth(boolean given) throws SQLException;

        R day(LocalDate given) throws SQLException;

        R time(LocalTime given) throws SQLException;

        /** A day and time without zone. */
        R wall(LocalDateTime given) throws SQLException;

        R instant(Instant given) throws SQLException;
    }

    /** What a class means. */
    record Rule<T>(Class<T> type, Meaning<T> meaning) {

        GivenValue apply(Object value) throws SQLException {
            return meaning.of(type.cast(value));
        }
    }

    /** Makes a value of one class into one of a kind. */
    @FunctionalInterface
    interface Meaning<T> {
        GivenValue of(T value) throws SQLException;
    }

    /**
     * Every class that JDBC or java.time gives a meaning; the first that fits counts. {@code java.sql.Date} and
     * {@code Time} are not here: ParameterValue has made them a day and a time.
     */
    List<Rule<?>> RULES = List.of(
            new Rule<>(CharSequence.class, value -> new Text(value.toString())),
            new Rule<>(Character.class, value -> new Text(value.toString())),
            new Rule<>(char[].class, value -> new Text(new String(value))),
            new Rule<>(Enum.class, value -> new Text(value.name())),
            new Rule<>(UUID.class, value -> new Text(value.toString())),
            new Rule<>(URL.class, value -> new Text(value.toString())),
            new Rule<>(URI.class, value -> new Text(value.toString())),
            new Rule<>(BigDecimal.class, GivenValue::exact),
            new Rule<>(BigInteger.class, value -> exact(new BigDecimal(value))),
            // Their shortest text, 0.1 and not the 55 digits of its binary value.
            new Rule<>(Double.class, value -> exact(finite(value, value.toString()))),
            new Rule<>(Float.class, value -> exact(finite(value, value.toString()))),
            new Rule<>(Byte.class, value -> exact(BigDecimal.valueOf(value))),
            new Rule<>(Short.class, value -> exact(BigDecimal.valueOf(value))),
            new Rule<>(Integer.class, value -> exact(BigDecimal.valueOf(value))),
            new Rule<>(Long.class, value -> exact(BigDecimal.valueOf(value))),
            // AtomicInteger, LongAdder and the like: their text is the number.
            new Rule<>(Number.class, value -> exact(NumberText.decimal(value.toString(), 0))),
            new Rule<>(Boolean.class, Truth::new),
            new Rule<>(LocalDate.class, Day::new),
            new Rule<>(LocalTime.class, TimeOfDay::new),
            // A time field has no zone: the clock the value shows is what counts.
            new Rule<>(OffsetTime.class, value -> new TimeOfDay(value.toLocalTime())),
            new Rule<>(LocalDateTime.class, Wall::new),
            new Rule<>(Instant.class, Moment::new),
            new Rule<>(OffsetDateTime.class, value -> new Moment(value.toInstant())),
            new Rule<>(ZonedDateTime.class, value -> new Moment(value.toInstant())),
            new Rule<>(java.util.Date.class, value -> new Moment(value.toInstant())),
            new Rule<>(Calendar.class, value -> new Moment(value.toInstant())));

    /**
     * The kind of a value.
     *
     * @param value not null
     * @param name what messages call the value
     * @throws SQLException 22018 for a class without a meaning; 22003 for NaN, an infinity, or a number of more than
     *     1,100 digits
     */
    static GivenValue of(Object value, String name) throws SQLException {
        for (Rule<?> rule : RULES) {
            if (rule.type().isInstance(value)) {
                try {
                    return rule.apply(value);
                } catch (SQLDataException unfit) {
                    throw SqlErrors.about(name, unfit);
                }
            }
        }
        String hint = value instanceof Object[] ? ": an array stands alone after IN" : "";
        if (value instanceof GivenBytes || value instanceof byte[]) {
            throw SqlErrors.of(SqlState.INVALID_CAST, name + ": bytes can be a base64 field's value and nothing else");
        }
        throw SqlErrors.of(
                SqlState.INVALID_CAST,
                name + ": a value of class " + value.getClass().getTypeName() + " has no SOQL literal" + hint);
    }

    private static BigDecimal finite(double value, String text) throws SQLException {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw SqlErrors.of(SqlState.NUMBER_OUT_OF_RANGE, text + " is no number that SOQL can say");
        }
        return new BigDecimal(text);
    }

    record Text(String value) implements GivenValue {
        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.text(value);
        }
    }

    record Exact(BigDecimal value) implements GivenValue {
        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.number(value);
        }
    }

    record Truth(Boolean value) implements GivenValue {
        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.truth(value);
        }
    }

    record Day(LocalDate value) implements GivenValue {
        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.day(value);
        }
    }

    record TimeOfDay(LocalTime value) implements GivenValue {
        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.time(value);
        }
    }

    record Wall(LocalDateTime value) implements GivenValue {
        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.wall(value);
        }
    }

    record Moment(Instant value) implements GivenValue {
        @Override
        public <R> R accept(Visitor<R> visitor) throws SQLException {
            return visitor.instant(value);
        }
    }

    private static GivenValue exact(BigDecimal value) throws SQLException {
        return new Exact(NumberText.plain(value));
    }
}
