package org.soqljdbc.grammar.sql.reader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Literal;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.grammar.text.Wording;

/** Makes literals of their words. */
final class LiteralReader {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9})\\d*)?)?");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern ZONE = Pattern.compile("\\s*(?:([Zz])|([+-]\\d{2}):?(\\d{2})?)$");
    private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?0*(\\d*)$");

    /** The exponents of DOUBLE have three digits. */
    private static final int EXPONENT_DIGITS = 3;

    /** DECIMAL has 38 digits; more than these nobody means. */
    private static final int LONGEST_NUMBER = 1000;

    private static final String NANOS = "000000000";

    private final SqlTokens tokens;
    private final NodeSpans spans;

    LiteralReader(SqlTokens tokens, NodeSpans spans) {
        this.tokens = tokens;
        this.spans = spans;
    }

    Literal literal(SqlParser.LiteralContext literal) throws SyntaxException {
        return spans.note(read(literal), literal);
    }

    private static Literal read(SqlParser.LiteralContext literal) throws SyntaxException {
        Token word = literal.getStart();
        return switch (word.getType()) {
            case SqlParser.NUMBER -> number(word, "");
            case SqlParser.STRING, SqlParser.NATIONAL_STRING -> new Literal.Text(unquoted(word));
            case SqlParser.BINARY_STRING -> binary(word);
            case SqlParser.TRUE -> new Literal.Bool(true);
            case SqlParser.FALSE -> new Literal.Bool(false);
            case SqlParser.NULL -> new Literal.Null();
            case SqlParser.BARE_DATE -> new Literal.Date(day(word, word.getText()));
            case SqlParser.BARE_DATE_TIME -> instantOrTimestamp(word, word.getText());
            case SqlParser.BARE_TIME ->
                new Literal.Time(
                        clock(word, word.getText().substring(0, word.getText().length() - 1)));
            case SqlParser.INTERVAL -> interval(literal);
            default -> ofTime(word, literal.STRING().getSymbol());
        };
    }

    /** DATE, TIME and TIMESTAMP or their JDBC escapes, with a string. */
    private static Literal ofTime(Token kind, Token string) throws SyntaxException {
        String text = unquoted(string).strip();
        return switch (kind.getType()) {
            case SqlParser.DATE, SqlParser.D_BRACE -> new Literal.Date(day(string, text));
            case SqlParser.TIME, SqlParser.T_BRACE -> new Literal.Time(clock(string, text));
            default -> instantOrTimestamp(string, text);
        };
    }

    /**
     * A number that Java can hold and compute in little time.
     *
     * @param sign nothing or a minus
     */
    static Literal.Number number(Token word, String sign) throws SyntaxException {
        String digits = word.getText();
        if (digits.length() > LONGEST_NUMBER) {
            throw SqlTokens.refused(word, "a number of at most " + LONGEST_NUMBER + " characters");
        }
        Matcher exponent = EXPONENT.matcher(digits);
        if (exponent.find()
                && (exponent.group(1).length() > EXPONENT_DIGITS || Double.isInfinite(Double.parseDouble(digits)))) {
            throw SqlTokens.refused(word, "a number in the range of DOUBLE");
        }
        return new Literal.Number(sign + digits);
    }

    /** A whole number, or a parameter: after LIMIT, OFFSET, FETCH, TOP and the colon of a date literal. */
    Expression count(SqlParser.CountContext count) throws SyntaxException {
        Token word = count.getStart();
        if (word.getType() == SqlParser.QUESTION) {
            return spans.note(tokens.parameter(word), word);
        }
        if (!isWhole(word.getText()) || word.getText().length() > LONGEST_NUMBER) {
            throw SqlTokens.refused(word, "a whole number");
        }
        return spans.note(new Literal.Number(word.getText()), word);
    }

    /** A small whole number: the length of a type. */
    static int small(Token word) throws SyntaxException {
        if (!isWhole(word.getText()) || word.getText().length() > NANOS.length()) {
            throw SqlTokens.refused(word, "a whole number of at most " + NANOS.length() + " digits");
        }
        return Integer.parseInt(word.getText());
    }

    private static boolean isWhole(String digits) {
        return digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The text of a string; a backslash is a character like others. */
    static String unquoted(Token word) {
        String text = word.getText();
        return text.substring(text.indexOf('\'') + 1, text.length() - 1).replace("''", "'");
    }

    private static Literal binary(Token word) throws SyntaxException {
        String hex = unquoted(word);
        // Not a pattern: its repetition would recurse over a long text.
        if (hex.length() % 2 != 0 || !hex.chars().allMatch(c -> c < 'g' && Character.digit(c, 16) >= 0)) {
            throw SqlTokens.refused(word, "an even number of hexadecimal digits");
        }
        return new Literal.Binary(hex);
    }

    private static Literal interval(SqlParser.LiteralContext literal) throws SyntaxException {
        String value = literal.STRING() != null
                ? unquoted(literal.STRING().getSymbol())
                : literal.NUMBER().getText();
        return new Literal.Interval(
                value,
                unit(literal.name(0)),
                literal.TO() == null ? Optional.empty() : Optional.of(unit(literal.name(1))));
    }

    private static Literal.Interval.Unit unit(SqlParser.NameContext name) throws SyntaxException {
        String word = name.getText().toUpperCase(Locale.ROOT);
        for (Literal.Interval.Unit unit : Literal.Interval.Unit.values()) {
            if (unit.name().equals(word)) {
                return unit;
            }
        }
        throw SqlTokens.refused(
                name.getStart(),
                Wording.joined(Arrays.stream(Literal.Interval.Unit.values())
                        .map(Enum::name)
                        .toList()));
    }

    private static LocalDate day(Token word, String text) throws SyntaxException {
        Matcher day = DAY.matcher(text);
        try {
            if (day.matches()) {
                return LocalDate.of(number(day, 1), number(day, 2), number(day, 3));
            }
        } catch (DateTimeException noSuchDay) {
            throw SqlTokens.refused(word, "a date of the calendar" + subtraction(word));
        }
        throw SqlTokens.refused(word, "a date as in '2024-01-31'");
    }

    private static String subtraction(Token word) {
        return word.getType() == SqlParser.BARE_DATE ? ": around a minus sign between numbers stand blanks" : "";
    }

    private static LocalTime clock(Token word, String text) throws SyntaxException {
        Matcher clock = CLOCK.matcher(text);
        try {
            if (clock.matches()) {
                String fraction = clock.group(4) == null ? "" : clock.group(4);
                return LocalTime.of(
                        number(clock, 1),
                        number(clock, 2),
                        number(clock, 3),
                        Integer.parseInt(fraction + NANOS.substring(fraction.length())));
            }
        } catch (DateTimeException noSuchTime) {
            throw SqlTokens.refused(word, "a time of the clock");
        }
        throw SqlTokens.refused(word, "a time as in '10:30:00'");
    }

    private static Literal instantOrTimestamp(Token word, String text) throws SyntaxException {
        int split = Math.max(text.indexOf(' '), Math.max(text.indexOf('T'), text.indexOf('t')));
        if (split < 0) {
            return new Literal.Timestamp(day(word, text).atStartOfDay());
        }
        LocalDate day = day(word, text.substring(0, split));
        String rest = text.substring(split + 1).strip();
        Matcher zone = ZONE.matcher(rest);
        if (!zone.find()) {
            return new Literal.Timestamp(LocalDateTime.of(day, clock(word, rest)));
        }
        LocalTime clock = clock(word, rest.substring(0, zone.start()));
        String offset =
                zone.group(1) != null ? "Z" : zone.group(2) + ":" + (zone.group(3) == null ? "00" : zone.group(3));
        try {
            return new Literal.Instant(OffsetDateTime.of(day, clock, ZoneOffset.of(offset)));
        } catch (DateTimeException noSuchOffset) {
            throw SqlTokens.refused(word, "an offset from UTC between -18:00 and +18:00");
        }
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
