package org.soqljdbc.simulated.soql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
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
import org.soqljdbc.simulated.schema.Ids;

/** Turns a literal into something the values of an operand can be held against, or refuses its kind. */
final class Literals {

    private static final int MOST_DIGITS_OF_N = 6;

    /** SOQL and SOSL Reference, "SOQL Limits": a string within WHERE. */
    private static final int MOST_CHARACTERS = 4_000;

    private final OrgCalendar calendar;

    Literals(OrgCalendar calendar) {
        this.calendar = calendar;
    }

    /** A literal: where a value lies, before it (negative), in it (0) or after it. Values are never null. */
    @FunctionalInterface
    interface Target {
        int place(Object value);
    }

    /** @return empty for null and for the empty text, which to Salesforce are the same */
    Optional<Target> target(Bound<?> operand, Value literal) {
        if (literal instanceof NullLiteral) {
            return Optional.empty();
        }
        return switch (operand.kind()) {
            case TEXT, MULTIPICKLIST -> text(operand, literal);
            case ID -> id(operand, literal);
            case BOOLEAN -> {
                if (literal instanceof BooleanLiteral flag) {
                    yield Optional.of(value -> Boolean.compare((Boolean) value, flag.value()));
                }
                throw wrongKind(operand);
            }
            case INT, NUMBER -> Optional.of(number(operand, literal));
            case DATE -> Optional.of(date(operand, literal));
            case DATETIME -> Optional.of(instant(operand, literal));
            case TIME -> {
                if (literal instanceof TimeLiteral time) {
                    yield Optional.of(value -> ((LocalTime) value).compareTo(time.value()));
                }
                throw wrongKind(operand);
            }
            case PLACE, OTHER ->
                throw new Refusal(
                        "INVALID_FIELD", "field '" + operand.label() + "' can not be filtered in a query call");
        };
    }

    private static Optional<Target> text(Bound<?> operand, Value literal) {
        String text = string(operand, literal);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (operand.caseSensitive()) {
            return Optional.of(value -> ((String) value).compareTo(text));
        }
        String folded = Texts.fold(text);
        return Optional.of(value -> Texts.fold((String) value).compareTo(folded));
    }

    private static Optional<Target> id(Bound<?> operand, Value literal) {
        String text = string(operand, literal);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        boolean catalog = operand.field()
                .filter(field -> field.referenceTo().contains("EntityDefinition"))
                .isPresent();
        String id = catalog
                ? text
                : Ids.normalize(text)
                        .orElseThrow(() -> new Refusal("INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + text));
        return Optional.of(value -> ((String) value).compareTo(id));
    }

    /** The text of a string literal. */
    static String string(Bound<?> operand, Value literal) {
        if (literal instanceof StringLiteral string) {
            return bounded(string.value());
        }
        if (literal instanceof LikePattern pattern) {
            return bounded(pattern.pattern());
        }
        throw new Refusal(
                "INVALID_FIELD",
                "value of filter criterion for field '" + operand.label()
                        + "' must be of type string and should be enclosed in quotes");
    }

    /** The limit is documented, code and wording of the refusal are ours. */
    private static String bounded(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new Refusal(
                    "MALFORMED_QUERY",
                    "a string in WHERE can have " + MOST_CHARACTERS + " characters, not " + text.length());
        }
        return text;
    }

    private static Target number(Bound<?> operand, Value literal) {
        if (literal instanceof NumberLiteral number) {
            return number(number.digits());
        }
        // Amounts with a currency belong to currency fields; the org knows one currency, and rates are 1.
        boolean currency =
                operand.field().filter(field -> field.type().equals("currency")).isPresent();
        if (literal instanceof CurrencyLiteral amount && currency) {
            return number(amount.digits());
        }
        throw wrongKind(operand);
    }

    /** Fractions are doubles, as in the service; whole numbers keep all their digits. */
    private static Target number(String digits) {
        double limit = Double.parseDouble(digits);
        BigDecimal exact = new BigDecimal(digits);
        return value -> value instanceof Long whole
                ? BigDecimal.valueOf(whole).compareTo(exact)
                : Double.compare(((Number) value).doubleValue(), limit);
    }

    private Target date(Bound<?> operand, Value literal) {
        if (literal instanceof DateLiteral date) {
            return value -> ((LocalDate) value).compareTo(date.value());
        }
        if (literal instanceof DateConstant constant) {
            OrgCalendar.Days days = days(constant);
            return value -> place((LocalDate) value, days.start(), days.end());
        }
        throw wrongKind(operand);
    }

    private Target instant(Bound<?> operand, Value literal) {
        if (literal instanceof DateTimeLiteral instant) {
            Instant point = instant.value().toInstant();
            return value -> ((Instant) value).compareTo(point);
        }
        if (literal instanceof DateConstant constant) {
            OrgCalendar.Days days = days(constant);
            Instant start = days.start().atStartOfDay(calendar.zone()).toInstant();
            Instant end = days.end().atStartOfDay(calendar.zone()).toInstant();
            return value -> place((Instant) value, start, end);
        }
        throw wrongKind(operand);
    }

    private OrgCalendar.Days days(DateConstant constant) {
        String digits =
                constant.n().map(count -> ((NumberLiteral) count).digits()).orElse("0");
        if (!digits.matches("-?[0-9]{1," + MOST_DIGITS_OF_N + "}")) {
            // Some bound there must be, or no calendar has the day; which one Salesforce has is not told.
            throw new Refusal("MALFORMED_QUERY", "unexpected token: '" + digits + "'");
        }
        return calendar.days(constant.period(), Integer.parseInt(digits));
    }

    private static <T extends Comparable<? super T>> int place(T value, T start, T end) {
        if (value.compareTo(start) < 0) {
            return -1;
        }
        return value.compareTo(end) < 0 ? 0 : 1;
    }

    private static Refusal wrongKind(Bound<?> operand) {
        String problem = "value of filter criterion for field '" + operand.label() + "' must be of type "
                + operand.kind().wireName();
        return new Refusal("INVALID_FIELD", problem + " and should not be enclosed in quotes");
    }
}
