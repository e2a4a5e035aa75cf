package org.soqljdbc.jdbc.parameter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.jdbc.argument.Arguments;
import org.soqljdbc.types.GivenBytes;
import org.soqljdbc.types.WallClock;

/**
 * Converts what setObject is given to the SQL type it names. Nothing is lost silently: what does not fit is refused.
 *
 * <p>Text meant for a date, time or timestamp stays text; the field it is compared with decides how it is read.
 */
public final class TargetTypes {

    private TargetTypes() {}

    /** The {@link java.sql.Types} code. @throws SQLException 22023 for null, or a type of another driver */
    public static int code(SQLType type) throws SQLException {
        Integer code = Arguments.given(type, "The SQL type").getVendorTypeNumber();
        return Arguments.given(code, "The number of the SQL type");
    }

    /**
     * @param value one that {@link ParameterClasses#plain} answered
     * @throws SQLException 22018 or 22003 if the value is none of the type, 22023 if there is no such type, 0A000 for a
     *     type that has no values here
     */
    static Object convert(Object value, int sqlType, WallClock clock) throws SQLException {
        JDBCType type = known(sqlType);
        if (value instanceof Object[] many && type != JDBCType.ARRAY) {
            Object[] converted = new Object[many.length];
            for (int at = 0; at < many.length; at++) {
                converted[at] = one(many[at], type, clock);
            }
            return converted;
        }
        return one(value, type, clock);
    }

    /** The same, and rounds half up to a scale where the type is DECIMAL or NUMERIC. */
    static Object convert(Object value, int sqlType, int scale, WallClock clock) throws SQLException {
        Object converted = convert(value, sqlType, clock);
        return converted instanceof BigDecimal number
                ? number.setScale(Arguments.scale(scale), RoundingMode.HALF_UP)
                : converted;
    }

    /** @throws SQLException 22023 if there is no such type */
    public static void requireKnown(int sqlType) throws SQLException {
        known(sqlType);
    }

    private static JDBCType known(int sqlType) throws SQLException {
        try {
            return JDBCType.valueOf(sqlType);
        } catch (IllegalArgumentException unknown) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "There is no SQL type " + sqlType + "; use a constant of java.sql.Types",
                    unknown);
        }
    }

    private static Object one(Object value, JDBCType type, WallClock clock) throws SQLException {
        return switch (type) {
            case REF, REF_CURSOR, ROWID, SQLXML, STRUCT, DISTINCT ->
                throw SqlErrors.unsupported("PreparedStatement.setObject as " + type);
            default -> value == null ? null : present(value, type, clock);
        };
    }

    private static Object present(Object value, JDBCType type, WallClock clock) throws SQLException {
        return switch (type) {
            case BIT, BOOLEAN -> truth(value, type);
            case TINYINT -> whole(value, type, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SMALLINT -> whole(value, type, Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER -> whole(value, type, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BIGINT -> whole(value, type, Long.MIN_VALUE, Long.MAX_VALUE);
            case REAL, FLOAT, DOUBLE -> number(value, type).doubleValue();
            case DECIMAL, NUMERIC -> number(value, type);
            case CHAR, VARCHAR, LONGVARCHAR, NCHAR, NVARCHAR, LONGNVARCHAR, CLOB, NCLOB, DATALINK -> text(value, type);
            case DATE -> day(value, type, clock);
            case TIME, TIME_WITH_TIMEZONE -> timeOfDay(value, type, clock);
            case TIMESTAMP, TIMESTAMP_WITH_TIMEZONE -> timestamp(value, type);
            case BINARY, VARBINARY, LONGVARBINARY, BLOB ->
                as(value instanceof byte[] || value instanceof GivenBytes, value, type);
            case ARRAY -> as(value instanceof Object[], value, type);
            default -> value;
        };
    }

    private static Object as(boolean fits, Object value, JDBCType type) throws SQLException {
        if (fits) {
            return value;
        }
        throw unfit(value, type);
    }

    private static Boolean truth(Object value, JDBCType type) throws SQLException {
        if (value instanceof Boolean truth) {
            return truth;
        }
        String text = value instanceof String given
                ? given.strip().toLowerCase(Locale.ROOT)
                : number(value, type).stripTrailingZeros().toPlainString();
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw unfit(value, type);
        };
    }

    private static Long whole(Object value, JDBCType type, long min, long max) throws SQLException {
        BigDecimal number = number(value, type);
        try {
            long whole = number.longValueExact();
            if (whole >= min && whole <= max) {
                return whole;
            }
        } catch (ArithmeticException tooFine) {
            throw SqlErrors.of(SqlState.NUMBER_OUT_OF_RANGE, value + " is no " + type, tooFine);
        }
        throw SqlErrors.of(SqlState.NUMBER_OUT_OF_RANGE, value + " is no " + type);
    }

    private static BigDecimal number(Object value, JDBCType type) throws SQLException {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        if (value instanceof Boolean truth) {
            return truth ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (value instanceof Number || value instanceof String) {
            try {
                return new BigDecimal(value.toString().strip());
            } catch (NumberFormatException noNumber) {
                throw unfit(value, type);
            }
        }
        throw unfit(value, type);
    }

    private static String text(Object value, JDBCType type) throws SQLException {
        if (value instanceof byte[] || value instanceof GivenBytes || value instanceof Object[]) {
            throw unfit(value, type);
        }
        return value instanceof Number ? number(value, type).toPlainString() : value.toString();
    }

    private static Object day(Object value, JDBCType type, WallClock clock) throws SQLException {
        if (value instanceof LocalDate || value instanceof Date || value instanceof String) {
            return value;
        }
        return wall(value, type, clock).toLocalDate();
    }

    private static Object timeOfDay(Object value, JDBCType type, WallClock clock) throws SQLException {
        if (value instanceof LocalTime
                || value instanceof OffsetTime
                || value instanceof Time
                || value instanceof String) {
            return value;
        }
        return wall(value, type, clock).toLocalTime();
    }

    private static Object timestamp(Object value, JDBCType type) throws SQLException {
        boolean fits = value instanceof Timestamp
                || value instanceof Date
                || value instanceof Instant
                || value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof OffsetDateTime
                || value instanceof ZonedDateTime
                || value instanceof String;
        return as(fits, value, type);
    }

    /** What the connection's clock shows at an instant; a LocalDateTime shows it already. */
    private static LocalDateTime wall(Object value, JDBCType type, WallClock clock) throws SQLException {
        if (value instanceof LocalDateTime wall) {
            return wall;
        }
        Instant instant;
        if (value instanceof Timestamp given) {
            instant = given.toInstant();
        } else if (value instanceof OffsetDateTime given) {
            instant = given.toInstant();
        } else if (value instanceof ZonedDateTime given) {
            instant = given.toInstant();
        } else if (value instanceof Instant given) {
            instant = given;
        } else {
            throw unfit(value, type);
        }
        try {
            return clock.at(instant.getEpochSecond(), instant.getNano());
        } catch (DateTimeException beyond) {
            throw SqlErrors.of(SqlState.INVALID_DATETIME, "An instant so far off has no day", beyond);
        }
    }

    private static SQLException unfit(Object value, JDBCType type) {
        return SqlErrors.of(
                SqlState.INVALID_CAST,
                "A value of class " + value.getClass().getSimpleName() + " that was set as " + type
                        + " cannot be converted to it");
    }
}
