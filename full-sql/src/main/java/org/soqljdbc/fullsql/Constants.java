package org.soqljdbc.fullsql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.types.ParameterValue;

/** Makes Calcite's literals of values; a day and time is turned into UTC, in which local plans count. */
final class Constants {

    private static final int MILLISECONDS = 3;
    private static final long NANOS_OF_MILLI = 1_000_000L;

    private Constants() {}

    static SqlNode text(String value, SqlParserPos at) {
        return SqlLiteral.createCharString(value, at);
    }

    static SqlNode number(BigDecimal value, SqlParserPos at) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        return SqlLiteral.createExactNumeric(plain.toPlainString(), at);
    }

    static SqlNode date(LocalDate value, SqlParserPos at) {
        return SqlLiteral.createDate(DateString.fromDaysSinceEpoch((int) value.toEpochDay()), at);
    }

    static SqlNode time(LocalTime value, SqlParserPos at) {
        int millis = (int) (value.toNanoOfDay() / NANOS_OF_MILLI);
        return SqlLiteral.createTime(TimeString.fromMillisOfDay(millis), MILLISECONDS, at);
    }

    static SqlNode instant(Instant value, SqlParserPos at) {
        return SqlLiteral.createTimestamp(
                SqlTypeName.TIMESTAMP, TimestampString.fromMillisSinceEpoch(value.toEpochMilli()), MILLISECONDS, at);
    }

    static SqlNode wall(LocalDateTime value, ZoneId zone, SqlParserPos at) {
        return instant(ZonedDateTime.of(value, zone).toInstant(), at);
    }

    /** @param number from 1, for messages */
    static SqlNode parameter(ParameterValue given, int number, SqlParserPos at) {
        Object value = given.value();
        if (value == null) {
            return SqlLiteral.createNull(at);
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof java.util.UUID) {
            return text(value.toString(), at);
        }
        if (value instanceof Boolean truth) {
            return SqlLiteral.createBoolean(truth, at);
        }
        if (value instanceof Number) {
            return number(exact(value, number), at);
        }
        if (value instanceof LocalDate day) {
            return date(day, at);
        }
        if (value instanceof LocalTime time) {
            return time(time, at);
        }
        if (value instanceof LocalDateTime wall) {
            return wall(wall, given.zone(), at);
        }
        if (value instanceof Instant instant) {
            return instant(instant, at);
        }
        if (value instanceof OffsetDateTime instant) {
            return instant(instant.toInstant(), at);
        }
        if (value instanceof ZonedDateTime instant) {
            return instant(instant.toInstant(), at);
        }
        if (value instanceof java.util.Date instant) {
            return instant(instant.toInstant(), at);
        }
        throw new Carried(SqlErrors.of(
                SqlState.INVALID_CAST,
                "Parameter " + number + ": a value of class " + value.getClass().getTypeName()
                        + " has no SQL literal"));
    }

    /**
     * A text, a number, a day, a time of day or an instant; anything else as it is.
     *
     * @param number from 1, for messages
     */
    static Object plain(ParameterValue given, int number) {
        Object value = given.value();
        if (value instanceof CharSequence || value instanceof Character || value instanceof java.util.UUID) {
            return value.toString();
        }
        if (value instanceof Number) {
            return exact(value, number);
        }
        if (value instanceof LocalDateTime wall) {
            return ZonedDateTime.of(wall, given.zone()).toInstant();
        }
        if (value instanceof OffsetDateTime instant) {
            return instant.toInstant();
        }
        if (value instanceof ZonedDateTime instant) {
            return instant.toInstant();
        }
        return value instanceof java.util.Date instant ? instant.toInstant() : value;
    }

    private static BigDecimal exact(Object value, int number) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException none) {
            throw new Carried(SqlErrors.of(
                    SqlState.NUMBER_OUT_OF_RANGE, "Parameter " + number + ": " + value + " is no number of SQL", none));
        }
    }

    /** What the clock of a zone shows. */
    static LocalDateTime wall(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** The milliseconds since 1970 of what a clock in UTC shows. */
    static long utcMillis(LocalDateTime wall) {
        return wall.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
