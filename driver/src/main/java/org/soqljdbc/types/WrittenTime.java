package org.soqljdbc.types;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * A date, a time or both as people and programs write them: {@code 2024-01-31}, {@code 2024-01-31 10:00:00.0},
 * {@code 2024-01-31T10:00Z}, {@code 2024-01-31T10:00:00.000+0100}, {@code 10:00}.
 *
 * @param offset only with a time
 */
public record WrittenTime(Optional<LocalDate> date, Optional<LocalTime> time, Optional<ZoneOffset> offset) {

    /** @throws SQLException 22007 for any other text, and for a day or time that does not exist */
    public static WrittenTime read(CharSequence written) throws SQLException {
        try {
            return new Reader(written.toString().strip()).read();
        } catch (DateTimeException impossible) {
            throw SqlErrors.of(
                    SqlState.INVALID_DATETIME,
                    NumberText.shown(written) + " is no date or time: expected yyyy-MM-dd[ HH:mm[:ss[.SSS]][offset]]");
        }
    }

    /** The day; that of the clock's zone if an instant is written. @throws SQLException 22007 if there is only a time */
    public LocalDate day(WallClock clock) throws SQLException {
        return offset.isPresent() ? wall(clock).toLocalDate() : needed(date);
    }

    /** The time of day; that of the clock's zone if an instant is written. @throws SQLException 22007 if there is none */
    public LocalTime timeOfDay(WallClock clock) throws SQLException {
        return offset.isPresent() && date.isPresent() ? wall(clock).toLocalTime() : needed(time);
    }

    /** Day and time on the clock; a day alone begins at midnight. @throws SQLException 22007 if there is no day */
    public LocalDateTime wall(WallClock clock) throws SQLException {
        if (offset.isEmpty()) {
            return needed(date).atTime(time.orElse(LocalTime.MIDNIGHT));
        }
        Instant instant = instant(clock);
        return clock.at(instant.getEpochSecond(), instant.getNano());
    }

    /** When it is: by its own offset, else by the clock. @throws SQLException 22007 if there is no day */
    public Instant instant(WallClock clock) throws SQLException {
        if (offset.isEmpty()) {
            return clock.instantOf(wall(clock));
        }
        return needed(date).atTime(needed(time)).toInstant(offset.get());
    }

    private static <T> T needed(Optional<T> part) throws SQLException {
        if (part.isEmpty()) {
            throw SqlErrors.of(SqlState.INVALID_DATETIME, "a date and time are needed, only one of them is given");
        }
        return part.get();
    }

    /** Takes a text apart from left to right. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        WrittenTime read() {
            Optional<LocalDate> date = Optional.empty();
            if (text.length() > 4 && text.charAt(4) == '-') {
                date = Optional.of(date());
                if (at == text.length()) {
                    return new WrittenTime(date, Optional.empty(), Optional.empty());
                }
                if ("Tt ".indexOf(text.charAt(at)) < 0) {
                    throw misshapen();
                }
                at++;
            }
            LocalTime time = time();
            Optional<ZoneOffset> offset = at < text.length() ? Optional.of(offset()) : Optional.empty();
            if (at != text.length()) {
                throw misshapen();
            }
            return new WrittenTime(date, Optional.of(time), offset);
        }

        private LocalDate date() {
            int year = digits(4);
            require('-');
            int month = digits(2);
            require('-');
            // Year 0 is not a year anyone writes; a literal cannot say it.
            if (year == 0) {
                throw misshapen();
            }
            return LocalDate.of(year, month, digits(2));
        }

        private LocalTime time() {
            int hour = digits(2);
            require(':');
            int minute = digits(2);
            if (!accept(':')) {
                return LocalTime.of(hour, minute);
            }
            int second = digits(2);
            return LocalTime.of(hour, minute, second, accept('.') ? fraction() : 0);
        }

        private int fraction() {
            int nano = 0;
            int from = at;
            for (int unit = 100_000_000; unit > 0 && at < text.length() && isDigit(); unit /= 10) {
                nano += (text.charAt(at++) - '0') * unit;
            }
            if (at == from) {
                throw misshapen();
            }
            return nano;
        }

        private ZoneOffset offset() {
            accept(' ');
            if (accept('Z') || accept('z')) {
                return ZoneOffset.UTC;
            }
            int sign = accept('-') ? -1 : 1;
            if (sign > 0) {
                require('+');
            }
            int hours = digits(2);
            int minutes = at < text.length() && (accept(':') || isDigit()) ? digits(2) : 0;
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }

        private int digits(int count) {
            int value = 0;
            for (int read = 0; read < count; read++) {
                if (at >= text.length() || !isDigit()) {
                    throw misshapen();
                }
                value = value * 10 + (text.charAt(at++) - '0');
            }
            return value;
        }

        private boolean isDigit() {
            return text.charAt(at) >= '0' && text.charAt(at) <= '9';
        }

        private boolean accept(char c) {
            boolean there = at < text.length() && text.charAt(at) == c;
            at += there ? 1 : 0;
            return there;
        }

        private void require(char c) {
            if (!accept(c)) {
                throw misshapen();
            }
        }

        private static DateTimeException misshapen() {
            return new DateTimeException("misshapen");
        }
    }
}
