package org.soqljdbc.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * Reads numbers from text: {@code [+-]digits[.digits][E[+-]digits]}, blanks around it allowed.
 *
 * <p>Salesforce writes every double, currency and percent as {@code Double.toString} does: {@code 100.0},
 * {@code 1.0E7} (REST API Developer Guide's examples and recorded replies). Numbers of up to 18 digits are read without
 * any object but the result.
 */
public final class NumberText {

    /** The most digits a number may need in plain notation; a double needs 309 before the point. */
    private static final int MOST_PLAIN_DIGITS = 1_100;

    /** A long holds any 18 digits. */
    private static final long ROOM_FOR_ONE_MORE_DIGIT = (Long.MAX_VALUE - 9) / 10;

    private static final long LARGEST_EXACT_DOUBLE = 1L << 53;

    /** The powers of ten that a double holds exactly. */
    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private NumberText() {}

    /** @throws SQLException 22003 if it has a fraction other than zeros or exceeds a long; 22018 if it is no number */
    public static long wholeNumber(CharSequence text) throws SQLException {
        Scan scan = new Scan(text);
        if (!scan.fits) {
            return wholeNumber(scan.exact(), text);
        }
        long digits = scan.mantissa;
        long scale = scan.scale;
        for (; scale > 0 && digits != 0; scale--) {
            if (digits % 10 != 0) {
                throw notWhole(text);
            }
            digits /= 10;
        }
        for (; scale < 0 && digits != 0; scale++) {
            if (digits > ROOM_FOR_ONE_MORE_DIGIT) {
                return wholeNumber(scan.exact(), text);
            }
            digits *= 10;
        }
        return scan.negative ? -digits : digits;
    }

    private static long wholeNumber(BigDecimal exact, CharSequence text) throws SQLException {
        try {
            return exact.longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw notWhole(text);
        }
    }

    /** The nearest double. @throws SQLException 22003 if it exceeds every double; 22018 if it is no number */
    public static double realNumber(CharSequence text) throws SQLException {
        Scan scan = new Scan(text);
        if (scan.fits && scan.mantissa <= LARGEST_EXACT_DOUBLE && Math.abs(scan.scale) < EXACT_POWERS.length) {
            // Both operands are exact, so the one division or product rounds correctly.
            double digits = scan.negative ? -(double) scan.mantissa : scan.mantissa;
            return scan.scale < 0 ? digits * EXACT_POWERS[(int) -scan.scale] : digits / EXACT_POWERS[(int) scan.scale];
        }
        double nearest = Double.parseDouble(text.toString());
        if (Double.isInfinite(nearest)) {
            throw SqlErrors.of(SqlState.NUMBER_OUT_OF_RANGE, shown(text) + " exceeds a double");
        }
        return nearest;
    }

    /**
     * The exact number.
     *
     * @param scale digits after the point at least; there are more only where the number has them, for it is never
     *     rounded
     * @return never with a negative scale
     * @throws SQLException 22003 if plain notation needs more than 1,100 digits; 22018 if it is no number
     */
    public static BigDecimal decimal(CharSequence text, int scale) throws SQLException {
        Scan scan = new Scan(text);
        if (!scan.fits) {
            return decimal(scan.exact(), scale);
        }
        long digits = scan.mantissa;
        long own = scan.scale;
        if (digits == 0) {
            return BigDecimal.valueOf(0, scale);
        }
        if (Math.abs(own) > MOST_PLAIN_DIGITS) {
            throw tooLong(text);
        }
        for (; own > scale && digits % 10 == 0; own--) {
            digits /= 10;
        }
        for (; own < scale && digits <= ROOM_FOR_ONE_MORE_DIGIT; own++) {
            digits *= 10;
        }
        BigDecimal exact = BigDecimal.valueOf(scan.negative ? -digits : digits, (int) own);
        return own < scale ? exact.setScale(scale) : exact;
    }

    /** A whole number of any size. @throws SQLException 22003 for a fraction; 22018 if it is no number */
    public static BigInteger integer(CharSequence text) throws SQLException {
        BigDecimal exact = decimal(text, 0);
        if (exact.scale() > 0) {
            throw SqlErrors.of(SqlState.NUMBER_OUT_OF_RANGE, shown(text) + " is no whole number");
        }
        return exact.unscaledValue();
    }

    /** The same number with a scale of 0 or more. @throws SQLException 22003 if that needs more than 1,100 digits */
    public static BigDecimal plain(BigDecimal number) throws SQLException {
        if (Math.abs((long) number.scale()) > MOST_PLAIN_DIGITS || number.precision() > MOST_PLAIN_DIGITS) {
            throw tooLong(number.toString());
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static BigDecimal decimal(BigDecimal exact, int scale) {
        BigDecimal shortest = exact.stripTrailingZeros();
        return shortest.setScale(Math.max(scale, shortest.scale()));
    }

    private static SQLException notWhole(CharSequence text) {
        return SqlErrors.of(SqlState.NUMBER_OUT_OF_RANGE, shown(text) + " is no whole number of 64 bits");
    }

    private static SQLException tooLong(CharSequence text) {
        return SqlErrors.of(
                SqlState.NUMBER_OUT_OF_RANGE, shown(text) + " has more than " + MOST_PLAIN_DIGITS + " digits");
    }

    /** A value as messages show it: quoted, and cut. */
    public static String shown(CharSequence text) {
        int most = 40;
        return text.length() <= most ? "'" + text + "'" : "'" + text.subSequence(0, most) + "...'";
    }

    /** What stands in a text: (-1 if negative) * mantissa * 10^-scale; the compiler keeps it off the heap. */
    private static final class Scan {

        private final CharSequence text;
        private final boolean negative;
        /** Whether {@link #mantissa} holds all digits. */
        private final boolean fits;

        private final long mantissa;
        private final long scale;

        Scan(CharSequence text) throws SQLException {
            this.text = text;
            int at = 0;
            int end = text.length();
            while (at < end && text.charAt(at) <= ' ') {
                at++;
            }
            while (end > at && text.charAt(end - 1) <= ' ') {
                end--;
            }
            boolean minus = at < end && text.charAt(at) == '-';
            if (at < end && (minus || text.charAt(at) == '+')) {
                at++;
            }
            long value = 0;
            int after = 0;
            boolean room = true;
            boolean point = false;
            boolean any = false;
            for (; at < end; at++) {
                char c = text.charAt(at);
                if (c >= '0' && c <= '9') {
                    any = true;
                    room &= value <= ROOM_FOR_ONE_MORE_DIGIT;
                    value = value * 10 + (c - '0');
                    after += point ? 1 : 0;
                } else if (c == '.' && !point) {
                    point = true;
                } else {
                    break;
                }
            }
            long exponent = 0;
            if (any && at + 1 < end && (text.charAt(at) | 0x20) == 'e') {
                at++;
                boolean down = text.charAt(at) == '-';
                if (at + 1 < end && (down || text.charAt(at) == '+')) {
                    at++;
                }
                for (; at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
                    // Ten digits of exponent are out of any range; more would overflow here.
                    exponent = Math.min(exponent * 10 + (text.charAt(at) - '0'), 9_999_999_999L);
                }
                exponent = down ? -exponent : exponent;
            }
            if (!any || at != end) {
                throw SqlErrors.of(SqlState.INVALID_CAST, shown(text) + " is no number");
            }
            this.negative = minus;
            this.mantissa = value;
            this.fits = room;
            this.scale = after - exponent;
        }

        /** For numbers longer than a long. */
        BigDecimal exact() throws SQLException {
            if (text.length() > MOST_PLAIN_DIGITS || Math.abs(scale) > MOST_PLAIN_DIGITS) {
                throw tooLong(text);
            }
            return new BigDecimal(text.toString().strip());
        }
    }
}
