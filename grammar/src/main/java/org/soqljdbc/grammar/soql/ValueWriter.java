package org.soqljdbc.grammar.soql;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes literals. */
final class ValueWriter implements Value.Visitor<Void> {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern ISO_CODE = Pattern.compile("[A-Za-z]{3}");
    private static final int LAST_YEAR = 9999;
    private static final int SECONDS_IN_MINUTE = 60;

    /** Milliseconds always, as in Salesforce's own replies; finer digits only where there are any. */
    private static final DateTimeFormatter CLOCK = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
            .toFormatter(Locale.ROOT);

    private final StringBuilder out;

    ValueWriter(StringBuilder out) {
        this.out = out;
    }

    void value(Value value) {
        value.accept(this);
    }

    @Override
    public Void string(StringLiteral value) {
        String text = value.value();
        out.append('\'');
        for (int at = 0; at < text.length(); at++) {
            character(text.charAt(at));
        }
        out.append('\'');
        return null;
    }

    @Override
    public Void likePattern(LikePattern value) {
        String pattern = value.pattern();
        out.append('\'');
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            char next = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
            if (c == '\\' && (next == '%' || next == '_' || next == '\\')) {
                out.append(c).append(next);
                at++;
            } else {
                character(c);
            }
        }
        out.append('\'');
        return null;
    }

    /** One character of a string (SOQL and SOSL Reference, "Quoted String Escape Sequences"). */
    private void character(char c) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\'' -> out.append("\\'");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (Character.isISOControl(c)) {
                    out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    @Override
    public Void number(NumberLiteral value) {
        out.append(checked(NUMBER, value.digits(), "number"));
        return null;
    }

    @Override
    public Void currency(CurrencyLiteral value) {
        out.append(checked(ISO_CODE, value.isoCode(), "currency code"))
                .append(checked(AMOUNT, value.digits(), "amount"));
        return null;
    }

    @Override
    public Void bool(BooleanLiteral value) {
        out.append(value.value() ? "TRUE" : "FALSE");
        return null;
    }

    @Override
    public Void nothing(NullLiteral value) {
        out.append("NULL");
        return null;
    }

    @Override
    public Void date(DateLiteral value) {
        day(value.value());
        return null;
    }

    @Override
    public Void dateTime(DateTimeLiteral value) {
        OffsetDateTime instant = value.value();
        // SOQL's offsets have no seconds: the same instant in UTC does.
        if (instant.getOffset().getTotalSeconds() % SECONDS_IN_MINUTE != 0) {
            instant = instant.withOffsetSameInstant(ZoneOffset.UTC);
        }
        day(instant.toLocalDate());
        out.append('T');
        clock(instant.toLocalTime());
        out.append(instant.getOffset().getId());
        return null;
    }

    @Override
    public Void time(TimeLiteral value) {
        clock(value.value());
        out.append('Z');
        return null;
    }

    @Override
    public Void dateConstant(DateConstant value) {
        if (value.period().takesCount() != value.n().isPresent()) {
            throw new IllegalArgumentException(
                    value.period() + (value.period().takesCount() ? " needs a count" : " takes no count"));
        }
        out.append(value.period());
        value.n().ifPresent(n -> {
            out.append(':');
            value(n);
        });
        return null;
    }

    @Override
    public Void parameter(Parameter value) {
        out.append('?');
        return null;
    }

    private void day(LocalDate day) {
        if (day.getYear() < 0 || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("The year of " + day + " does not have four digits");
        }
        out.append(day);
    }

    private void clock(LocalTime time) {
        CLOCK.formatTo(time, out);
    }

    private static String checked(Pattern shape, String text, String what) {
        if (!shape.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no " + what);
        }
        return text;
    }
}
