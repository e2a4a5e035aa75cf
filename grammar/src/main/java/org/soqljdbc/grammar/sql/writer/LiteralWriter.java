package org.soqljdbc.grammar.sql.writer;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.sql.SqlType;

/** Writes literals and types. */
final class LiteralWriter {

    private static final int LAST_YEAR = 9999;
    private static final int SECONDS_IN_MINUTE = 60;
    private static final Pattern TYPE = Pattern.compile("[\\p{L}_][\\p{L}_0-9$ ]*+");

    private static final DateTimeFormatter CLOCK = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private final Output out;

    LiteralWriter(Output out) {
        this.out = out;
    }

    void text(String value) {
        out.word("'").word(value.replace("'", "''")).word("'");
    }

    void binary(Literal.Binary node) {
        if (!node.hex().chars().allMatch(c -> c < 'g' && Character.digit(c, 16) >= 0)
                || node.hex().length() % 2 != 0) {
            throw new IllegalArgumentException("A binary literal is not an even number of hexadecimal digits");
        }
        out.word("X'").word(node.hex()).word("'");
    }

    void date(Literal.Date node) {
        out.word("DATE '").word(day(node.value())).word("'");
    }

    void time(Literal.Time node) {
        out.word("TIME '").word(clock(node.value())).word("'");
    }

    void timestamp(Literal.Timestamp node) {
        out.word("TIMESTAMP '").word(day(node.value().toLocalDate())).word(" ");
        out.word(clock(node.value().toLocalTime())).word("'");
    }

    void instant(Literal.Instant node) {
        OffsetDateTime instant = node.value();
        // Offsets of SQL have no seconds: the same instant in UTC does.
        if (instant.getOffset().getTotalSeconds() % SECONDS_IN_MINUTE != 0) {
            instant = instant.withOffsetSameInstant(ZoneOffset.UTC);
        }
        out.word("TIMESTAMP '").word(day(instant.toLocalDate())).word(" ");
        out.word(clock(instant.toLocalTime())).word(instant.getOffset().getId()).word("'");
    }

    void interval(Literal.Interval node) {
        out.word("INTERVAL ");
        text(node.value());
        out.word(" ").word(node.from().name());
        node.to().ifPresent(to -> out.word(" TO ").word(to.name()));
    }

    /** {@code TIMESTAMP(3) WITH TIME ZONE}: the numbers stand before the words about zones. */
    String type(SqlType type) {
        if (!TYPE.matcher(type.name()).matches()) {
            throw new IllegalArgumentException("'" + type.name() + "' is no type");
        }
        String numbers = type.precision()
                .map(precision ->
                        "(" + precision + type.scale().map(s -> ", " + s).orElse("") + ")")
                .orElse("");
        int zone = Math.max(type.name().indexOf(" WITH "), type.name().indexOf(" WITHOUT "));
        return zone < 0
                ? type.name() + numbers
                : type.name().substring(0, zone) + numbers + type.name().substring(zone);
    }

    private static String day(LocalDate day) {
        if (day.getYear() < 0 || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("The year of " + day + " does not have four digits");
        }
        return day.toString();
    }

    private static String clock(LocalTime time) {
        return CLOCK.format(time);
    }
}
