package org.soqljdbc.grammar.soql.reader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.soql.BooleanLiteral;
import org.soqljdbc.grammar.soql.CurrencyLiteral;
import org.soqljdbc.grammar.soql.DateConstant;
import org.soqljdbc.grammar.soql.DateLiteral;
import org.soqljdbc.grammar.soql.DateTimeLiteral;
import org.soqljdbc.grammar.soql.LikePattern;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.TimeLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.grammar.text.SyntaxException;
import org.soqljdbc.grammar.text.Wording;

/**
 * Makes values of the words for literals. The forms are those of the SOQL and SOSL Reference, "Quoted String Escape
 * Sequences" and "Date Formats and Date Literals".
 */
final class LiteralReader {

    private static final int HEX = 16;
    private static final int ISO_CODE_LENGTH = 3;

    private final SoqlTokens tokens;

    LiteralReader(SoqlTokens tokens) {
        this.tokens = tokens;
    }

    Value value(SoqlParser.ValueContext literal) throws SyntaxException {
        Token word = literal.getStart();
        return switch (word.getType()) {
            case SoqlParser.STRING -> string(word);
            case SoqlParser.NUMBER -> new NumberLiteral(word.getText());
            case SoqlParser.CURRENCY_WORD, SoqlParser.CURRENCY_DECIMAL ->
                new CurrencyLiteral(
                        word.getText().substring(0, ISO_CODE_LENGTH),
                        word.getText().substring(ISO_CODE_LENGTH));
            case SoqlParser.TRUE -> new BooleanLiteral(true);
            case SoqlParser.FALSE -> new BooleanLiteral(false);
            case SoqlParser.NULL -> new NullLiteral();
            case SoqlParser.DATE -> date(word);
            case SoqlParser.DATE_TIME -> dateTime(word);
            case SoqlParser.TIME -> time(word);
            case SoqlParser.QUESTION -> tokens.parameter(word);
            default -> constant(literal, word);
        };
    }

    StringLiteral string(Token word) throws SyntaxException {
        return new StringLiteral(unescaped(word, false));
    }

    LikePattern pattern(Token word) throws SyntaxException {
        return new LikePattern(unescaped(word, true));
    }

    /** A whole number without a sign, or a parameter: after LIMIT, OFFSET and the colon of a date literal. */
    Value count(Token word) throws SyntaxException {
        if (word.getType() == SoqlParser.QUESTION) {
            return tokens.parameter(word);
        }
        if (!word.getText().chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw refused(word, "a whole number without a sign");
        }
        return new NumberLiteral(word.getText());
    }

    private static DateLiteral date(Token word) throws SyntaxException {
        try {
            return new DateLiteral(LocalDate.parse(word.getText()));
        } catch (DateTimeException noSuchDay) {
            throw refused(word, "a date of the calendar");
        }
    }

    private static DateTimeLiteral dateTime(Token word) throws SyntaxException {
        String text = word.getText().toUpperCase(Locale.ROOT);
        int end = text.length();
        boolean offsetWithoutColon = !text.endsWith("Z") && text.charAt(end - 3) != ':';
        try {
            return new DateTimeLiteral(OffsetDateTime.parse(
                    offsetWithoutColon ? text.substring(0, end - 2) + ":" + text.substring(end - 2) : text));
        } catch (DateTimeException noSuchInstant) {
            throw refused(word, "a dateTime of the calendar and the clock");
        }
    }

    private static TimeLiteral time(Token word) throws SyntaxException {
        try {
            return new TimeLiteral(
                    LocalTime.parse(word.getText().substring(0, word.getText().length() - 1)));
        } catch (DateTimeException noSuchTime) {
            throw refused(word, "a time of the clock");
        }
    }

    private Value constant(SoqlParser.ValueContext literal, Token word) throws SyntaxException {
        DateConstant.Period period = period(word);
        if (period.takesCount() != (literal.COLON() != null)) {
            throw refused(
                    literal.COLON() == null ? word : literal.COLON().getSymbol(),
                    period.takesCount() ? period + ":n with a whole number n" : period + " alone");
        }
        return new DateConstant(period, period.takesCount() ? Optional.of(count(literal.getStop())) : Optional.empty());
    }

    private static DateConstant.Period period(Token word) throws SyntaxException {
        return DateConstant.Period.named(word.getText())
                .orElseThrow(
                        () -> new SyntaxException(
                                SoqlTokens.position(word),
                                "found " + Expectation.shown(word)
                                        + ", expected a literal: strings stand in single quotes, and a field is never on the right"));
    }

    /** The text meant; a pattern keeps its own three escapes. */
    private String unescaped(Token word, boolean pattern) throws SyntaxException {
        String text = word.getText();
        StringBuilder meant = new StringBuilder(text.length());
        int end = text.length() - 1;
        for (int at = 1; at < end; at++) {
            char c = text.charAt(at);
            if (c != '\\') {
                meant.append(c);
                continue;
            }
            at++;
            char escape = text.charAt(at);
            switch (escape) {
                case 'n', 'N' -> meant.append('\n');
                case 'r', 'R' -> meant.append('\r');
                case 't', 'T' -> meant.append('\t');
                case 'b', 'B' -> meant.append('\b');
                case 'f', 'F' -> meant.append('\f');
                case '"', '\'' -> meant.append(escape);
                case '\\' -> meant.append(pattern ? "\\\\" : "\\");
                case 'u' -> {
                    char unit = unicode(word, at);
                    meant.append(pattern && unit == '\\' ? "\\\\" : String.valueOf(unit));
                    at += 4;
                }
                case '%', '_' -> {
                    if (!pattern) {
                        throw badEscape(word, at, "\\" + escape + " belongs in a string after LIKE only");
                    }
                    meant.append('\\').append(escape);
                }
                default -> throw badEscape(word, at, "a backslash itself is written \\\\");
            }
        }
        return meant.toString();
    }

    private char unicode(Token word, int at) throws SyntaxException {
        String text = word.getText();
        int unit = 0;
        for (int digit = at + 1; digit <= at + 4; digit++) {
            // The last character is the closing quote, so this stays inside.
            int value = digit < text.length() ? Character.digit(text.charAt(digit), HEX) : -1;
            if (value < 0 || text.charAt(digit) > 'f') {
                throw badEscape(word, at, "\\u takes four hexadecimal digits");
            }
            unit = unit * HEX + value;
        }
        return (char) unit;
    }

    private SyntaxException badEscape(Token word, int at, String advice) {
        char escape = word.getText().charAt(at);
        return new SyntaxException(
                tokens.positionInside(word, word.getStartIndex() + at - 1),
                "found " + Wording.quoted("\\" + escape)
                        + ", expected one of \\n \\r \\t \\b \\f \\\" \\' \\\\ \\uXXXX: " + advice);
    }

    private static SyntaxException refused(Token word, String expected) {
        return new SyntaxException(
                SoqlTokens.position(word), "found " + Expectation.shown(word) + ", expected " + expected);
    }
}
