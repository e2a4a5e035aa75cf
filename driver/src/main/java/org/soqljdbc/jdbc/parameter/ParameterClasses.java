package org.soqljdbc.jdbc.parameter;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.jdbc.argument.StreamText;
import org.soqljdbc.types.GivenBytes;

/**
 * The classes a parameter takes, made plain: what is a container or holds text gives its content, what is a form of text
 * becomes text, what holds bytes becomes {@link GivenBytes}, and everything else must be a value that has a literal.
 */
final class ParameterClasses {

    private static final Set<Class<?>> VALUES = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            Instant.class,
            byte[].class,
            GivenBytes.class);

    private ParameterClasses() {}

    /**
     * @param parameter from 1, for the error
     * @return one of {@link #VALUES}, Timestamp, Date, Time, an Object[] of them, or null
     * @throws SQLException 22023 if the class has no literal
     */
    static Object plain(int parameter, Object value) throws SQLException {
        if (value == null || VALUES.contains(value.getClass())) {
            return value;
        }
        if (value instanceof Object[] many) {
            return each(parameter, many);
        }
        if (value instanceof Collection<?> many) {
            return each(parameter, many.toArray());
        }
        if (value instanceof Array many) {
            return plain(parameter, many.getArray());
        }
        return value.getClass().isArray() ? each(parameter, boxed(value)) : single(parameter, value);
    }

    /** @param primitives an int[], a double[] and so on */
    private static Object[] boxed(Object primitives) {
        Object[] boxed = new Object[java.lang.reflect.Array.getLength(primitives)];
        for (int at = 0; at < boxed.length; at++) {
            boxed[at] = java.lang.reflect.Array.get(primitives, at);
        }
        return boxed;
    }

    private static Object[] each(int parameter, Object[] many) throws SQLException {
        Object[] plain = new Object[many.length];
        for (int at = 0; at < many.length; at++) {
            if (many[at] instanceof Object[] || many[at] instanceof Collection<?> || many[at] instanceof Array) {
                throw refused(parameter, "an array inside an array");
            }
            plain[at] = plain(parameter, many[at]);
        }
        return plain;
    }

    private static Object single(int parameter, Object value) throws SQLException {
        if (value instanceof Date || value instanceof Time || value instanceof Timestamp) {
            return value;
        }
        if (value instanceof java.util.Date instant) {
            return Instant.ofEpochMilli(instant.getTime());
        }
        if (value instanceof Calendar instant) {
            return Instant.ofEpochMilli(instant.getTimeInMillis());
        }
        if (value instanceof Clob text) {
            return StreamText.read(text.getCharacterStream(), StreamText.ALL);
        }
        if (value instanceof Blob bytes) {
            return GivenBytes.of(bytes::getBinaryStream, OptionalLong.empty());
        }
        if (value instanceof Reader text) {
            return StreamText.read(text, StreamText.ALL);
        }
        if (value instanceof InputStream bytes) {
            return GivenBytes.of(bytes);
        }
        if (isText(value)) {
            return value.toString();
        }
        if (value instanceof Number number) {
            return number(parameter, number);
        }
        throw refused(parameter, value.getClass().getName());
    }

    private static boolean isText(Object value) {
        return value instanceof CharSequence
                || value instanceof Character
                || value instanceof UUID
                || value instanceof URL
                || value instanceof URI
                || value instanceof Year
                || value instanceof YearMonth
                || value instanceof Enum<?>;
    }

    /** A number of the caller's own class (AtomicLong and the like), by its text. */
    private static BigDecimal number(int parameter, Number number) throws SQLException {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException notPlain) {
            throw refused(parameter, number.getClass().getName());
        }
    }

    private static SQLException refused(int parameter, String given) {
        return SqlErrors.of(
                SqlState.INVALID_PARAMETER_VALUE,
                "Parameter " + parameter + " cannot be " + given
                        + "; set a text, number, boolean, date, time or byte[], or an array or Collection of them");
    }
}
