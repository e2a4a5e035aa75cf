package org.soqljdbc.types;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * Reads dates and times as Salesforce writes them, straight from the characters, and writes them as SQL does.
 *
 * <p>Date {@code 2010-01-01}; dateTime {@code 2011-07-07T00:37:00.000+0000}, in UTC with milliseconds and mostly no
 * colon in the offset (some resources write {@code Z}); time {@code 14:30:00.000Z}, which is a time of day and no
 * instant (recorded replies; REST API Developer Guide, "Valid Date and DateTime Formats"). Any offset is understood, and
 * a fraction of up to nine digits.
 */
public final class WireTime {

    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;
    private static final int[] DAYS_OF_MONTH = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int SECONDS_OF_DAY = 86_400;

    /** Nanoseconds of the last digit of a fraction, by its number of digits. */
    private static final int[] NANOS_OF_UNIT = {
        1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private WireTime() {}

    /** @throws SQLException 22007 */
    public static LocalDate date(CharSequence text) throws SQLException {
        if (text.length() != DATE_LENGTH) {
            throw malformed(text, "date");
        }
        return LocalDate.ofEpochDay(epochDay(text));
    }

    /** The second an instant lies in, since 1970. @throws SQLException 22007 */
    public static long epochSecond(CharSequence text) throws SQLException {
        if (text.length() <= SECONDS_LENGTH || (text.charAt(DATE_LENGTH) | 0x20) != 't') {
            throw malformed(text, "dateTime");
        }
        int ofDay = secondOfDay(text, DATE_LENGTH + 1, "dateTime");
        int at = afterFraction(text, SECONDS_LENGTH);
        return epochDay(text) * SECONDS_OF_DAY + ofDay - offsetSeconds(text, at);
    }

    /** The nanoseconds of an instant that {@link #epochSecond} has accepted. */
    public static int nano(CharSequence text) {
        return nanoAt(text, SECONDS_LENGTH);
    }

    /** @throws SQLException 22007 */
    public static LocalTime time(CharSequence text) throws SQLException {
        int secondsLength = SECONDS_LENGTH - DATE_LENGTH - 1;
        if (text.length() < secondsLength) {
            throw malformed(text, "time");
        }
        int second = secondOfDay(text, 0, "time");
        int at = afterFraction(text, secondsLength);
        boolean ends = at == text.length() || at == text.length() - 1 && (text.charAt(at) | 0x20) == 'z';
        if (!ends) {
            throw malformed(text, "time");
        }
        return LocalTime.ofNanoOfDay(second * 1_000_000_000L + nanoAt(text, secondsLength));
    }

    /** {@code HH:mm:ss}, with {@code .SSS} where there are milliseconds. */
    public static String show(LocalTime time) {
        StringBuilder text = new StringBuilder(12);
        appendTime(text, time);
        return text.toString();
    }

    /** {@code yyyy-MM-dd HH:mm:ss.f} as {@link java.sql.Timestamp#toString}: one digit of fraction at least. */
    public static String show(LocalDateTime wall) {
        StringBuilder text = new StringBuilder(23);
        appendPadded(text, wall.getYear(), 4).append('-');
        appendPadded(text, wall.getMonthValue(), 2).append('-');
        appendPadded(text, wall.getDayOfMonth(), 2).append(' ');
        appendTime(text, wall.toLocalTime());
        return wall.getNano() == 0 ? text.append(".0").toString() : text.toString();
    }

    private static void appendTime(StringBuilder text, LocalTime time) {
        appendPadded(text, time.getHour(), 2).append(':');
        appendPadded(text, time.getMinute(), 2).append(':');
        appendPadded(text, time.getSecond(), 2);
        int nano = time.getNano();
        if (nano != 0) {
            appendPadded(text.append('.'), nano, 9);
            int end = text.length();
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            text.setLength(end);
        }
    }

    private static StringBuilder appendPadded(StringBuilder text, int value, int width) {
        int bound = 10;
        for (int digits = 1; digits < width; digits++, bound *= 10) {
            if (value < bound) {
                text.append("0".repeat(width - digits));
                break;
            }
        }
        return text.append(value);
    }

    private static long epochDay(CharSequence text) throws SQLException {
        int century = twoDigits(text, 0);
        int yearOfCentury = twoDigits(text, 2);
        int year = (century | yearOfCentury) < 0 ? -1 : century * 100 + yearOfCentury;
        int month = twoDigits(text, 5);
        int day = twoDigits(text, 8);
        boolean shaped = text.charAt(4) == '-' && text.charAt(7) == '-' && year > 0;
        if (!shaped || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            throw malformed(text, "date");
        }
        // Days since 0000-03-01, from which each leap day ends its year, less those to 1970-01-01.
        long y = month > 2 ? year : year - 1;
        long dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return y * 365 + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468;
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS_OF_MONTH[month - 1];
    }

    private static int secondOfDay(CharSequence text, int from, String kind) throws SQLException {
        int hour = twoDigits(text, from);
        int minute = twoDigits(text, from + 3);
        int second = twoDigits(text, from + 6);
        boolean shaped = text.charAt(from + 2) == ':' && text.charAt(from + 5) == ':';
        if (!shaped || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            throw malformed(text, kind);
        }
        return hour * 3600 + minute * 60 + second;
    }

    /** Where the offset begins: after a point and up to nine digits. */
    private static int afterFraction(CharSequence text, int from) {
        int at = from;
        if (at < text.length() && text.charAt(at) == '.') {
            do {
                at++;
            } while (at < text.length() && at - from <= 9 && digit(text, at) >= 0);
        }
        return at;
    }

    private static int nanoAt(CharSequence text, int from) {
        if (from >= text.length() || text.charAt(from) != '.') {
            return 0;
        }
        int fraction = 0;
        int at = from + 1;
        for (; at < text.length() && at - from <= 9; at++) {
            int digit = digit(text, at);
            if (digit < 0) {
                break;
            }
            fraction = fraction * 10 + digit;
        }
        return fraction * NANOS_OF_UNIT[at - from - 1];
    }

    private static int offsetSeconds(CharSequence text, int at) throws SQLException {
        int left = text.length() - at;
        char sign = left > 0 ? text.charAt(at) : ' ';
        if (left == 1 && (sign | 0x20) == 'z') {
            return 0;
        }
        boolean colon = left == 6 && text.charAt(at + 3) == ':';
        int hours = left == 5 || colon ? twoDigits(text, at + 1) : -1;
        int minutes = left == 5 || colon ? twoDigits(text, at + (colon ? 4 : 3)) : -1;
        if (sign != '+' && sign != '-' || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            throw malformed(text, "dateTime");
        }
        int seconds = hours * 3600 + minutes * 60;
        return sign == '-' ? -seconds : seconds;
    }

    /** A number of two digits, or -1; without a loop or a branch for each digit, since every row has many. */
    private static int twoDigits(CharSequence text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        // Negative as soon as one of them is below 0 or above 9.
        return (tens | ones | 9 - tens | 9 - ones) < 0 ? -1 : tens * 10 + ones;
    }

    private static int digit(CharSequence text, int at) {
        int digit = text.charAt(at) - '0';
        return digit >= 0 && digit <= 9 ? digit : -1;
    }

    private static SQLException malformed(CharSequence text, String kind) {
        return SqlErrors.of(SqlState.INVALID_DATETIME, NumberText.shown(text) + " is no " + kind);
    }
}
