package org.soqljdbc.grammar.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A value that stands in the text. */
public sealed interface Literal extends Expression {

    /** An exact or approximate number, as written: {@code 1}, {@code -2.50}, {@code 1e10}. A sign before digits belongs to it. */
    record Number(String digits) implements Literal {
        /** The value, with the scale as written. */
        public BigDecimal value() {
            return new BigDecimal(digits);
        }

        /** Whether it is written with an exponent, which makes it a DOUBLE in SQL. */
        public boolean approximate() {
            return digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(this);
        }
    }

    /** Text, quotes and escapes resolved. */
    record Text(String value) implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** {@code X'00FF'}: an even number of hexadecimal digits. */
    record Binary(String hex) implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** TRUE or FALSE. */
    record Bool(boolean value) implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bool(this);
        }
    }

    /** NULL. */
    record Null() implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }
    }

    /** A day: {@code DATE '2024-01-31'}, {@code {d '2024-01-31'}} or bare. */
    record Date(LocalDate value) implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.date(this);
        }
    }

    /** A time of day: {@code TIME '10:00:00'}, {@code {t '10:00:00'}} or bare with Z. */
    record Time(LocalTime value) implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.time(this);
        }
    }

    /** A day and time that has no zone: {@code TIMESTAMP '2024-01-31 10:00:00'}, {@code {ts '...'}}. */
    record Timestamp(LocalDateTime value) implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timestamp(this);
        }
    }

    /** An instant: {@code 2024-01-31T10:00:00Z}, or TIMESTAMP with an offset in its text. */
    record Instant(OffsetDateTime value) implements Literal {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.instant(this);
        }
    }

    /** {@code INTERVAL '1-6' YEAR TO MONTH}: the text is not looked into. */
    record Interval(String value, Unit from, Optional<Unit> to) implements Literal {
        /** The fields of an interval, greatest first, and what MySQL adds. */
        public enum Unit {
            YEAR,
            QUARTER,
            MONTH,
            WEEK,
            DAY,
            HOUR,
            MINUTE,
            SECOND
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.interval(this);
        }
    }
}
