package org.soqljdbc.types;

import java.math.BigDecimal;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.StringJoiner;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.BooleanLiteral;
import org.soqljdbc.grammar.soql.DateLiteral;
import org.soqljdbc.grammar.soql.DateTimeLiteral;
import org.soqljdbc.grammar.soql.LikePattern;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.TimeLiteral;
import org.soqljdbc.grammar.soql.Value;

/**
 * Makes parameters into SOQL literals of the kind their field takes: Salesforce refuses a quoted date as it refuses an
 * unquoted Id (SOQL and SOSL Reference, "Date Formats and Date Literals").
 *
 * <p>Only trees are made here; the writer of the grammar quotes and escapes. What the value's class says of it is settled
 * by {@link GivenValue}; what the field makes of that, here. Every refusal names the parameter.
 */
public final class Literals {

    /** A SOQL literal has four digits of year. Salesforce itself takes 1700 to 4000 and judges that. */
    private static final int LAST_YEAR = 9999;

    private Literals() {}

    /**
     * The literal of one parameter.
     *
     * @param field the type of what it is compared with
     * @param number from 1, for messages
     * @throws SQLException 22018 if values of this class, or this text, cannot be the field's; 22007 for text that is no
     *     date or time; 22003 for a number that is none (NaN), has too many digits, or a fraction where there is none
     */
    public static Value of(SfType field, ParameterValue parameter, int number) throws SQLException {
        return of(field, parameter, "Parameter " + number);
    }

    /** The literal of a value that is known by a name of its own. @param name what messages begin with */
    public static Value of(SfType field, ParameterValue parameter, String name) throws SQLException {
        if (parameter.value() == null) {
            return new NullLiteral();
        }
        Target target = new Target(field, name, WallClock.in(parameter.zone()));
        if (field == SfType.MULTIPICKLIST && parameter.value() instanceof Object[] values) {
            return new StringLiteral(joined(values, target));
        }
        return target.literal(GivenValue.of(parameter.value(), name));
    }

    /** The literal of a parameter compared with something of unknown type: its class decides. */
    public static Value of(ParameterValue parameter, int number) throws SQLException {
        return of(SfType.ANY_TYPE, parameter, number);
    }

    /**
     * The pattern of a parameter after LIKE.
     *
     * <p>{@code %} and {@code _} are wild; a backslash before one of them, or before a backslash, makes it an ordinary
     * character. Before anything else, or at the end, where SOQL refuses it, a backslash means itself.
     *
     * @throws SQLException 22018 for a class that is no text; null is no pattern either (22018)
     */
    public static LikePattern like(ParameterValue parameter, int number) throws SQLException {
        if (parameter.value() == null) {
            throw SqlErrors.of(SqlState.INVALID_CAST, "Parameter " + number + " is null: LIKE needs a text");
        }
        Target target = new Target(SfType.STRING, "Parameter " + number, WallClock.in(parameter.zone()));
        String given = target.text(GivenValue.of(parameter.value(), "Parameter " + number));
        StringBuilder pattern = new StringBuilder(given.length());
        for (int at = 0; at < given.length(); at++) {
            char c = given.charAt(at);
            pattern.append(c);
            if (c == '\\') {
                boolean escapes = at + 1 < given.length() && "%_\\".indexOf(given.charAt(at + 1)) >= 0;
                pattern.append(escapes ? given.charAt(++at) : '\\');
            }
        }
        return new LikePattern(pattern.toString());
    }

    private static String joined(Object[] values, Target target) throws SQLException {
        StringJoiner joined = new StringJoiner(";");
        for (Object value : values) {
            if (value == null) {
                throw target.refused("an array with a null");
            }
            joined.add(target.text(GivenValue.of(value, target.name)));
        }
        return joined.toString();
    }

    /** Makes values of each kind into literals for one field. */
    private static final class Target implements GivenValue.Visitor<Value> {

        private final SfType field;
        private final String name;
        private final WallClock clock;

        Target(SfType field, String name, WallClock clock) {
            this.field = field;
            this.name = name;
            this.clock = clock;
        }

        Value literal(GivenValue given) throws SQLException {
            // A field of text takes text of every kind; one of any type takes the kind that is given.
            boolean asText = field.isText() && field != SfType.ANY_TYPE;
            return asText ? new StringLiteral(text(given)) : within(() -> given.accept(this));
        }

        /** The text of a value for a text field: what getString gives for a field of the value's kind. */
        String text(GivenValue given) throws SQLException {
            return within(() -> given.accept(new Text(clock)));
        }

        /** At the far ends of java.time an instant has no day in some zones, and some days no instant. */
        private <T> T within(Parsing<T> work) throws SQLException {
            try {
                return work.parse();
            } catch (DateTimeException beyond) {
                throw SqlErrors.of(SqlState.INVALID_DATETIME, name + ": SOQL has years of four digits", beyond);
            }
        }

        @Override
        public Value text(String text) throws SQLException {
            return switch (field.sqlType()) {
                case BOOLEAN -> new BooleanLiteral(parsed(() -> TruthText.read(text)));
                case INTEGER, BIGINT, DECIMAL -> number(parsed(() -> NumberText.decimal(text, 0)));
                case DATE -> date(parsed(() -> WrittenTime.read(text).day(clock)));
                case TIME -> time(parsed(() -> WrittenTime.read(text).timeOfDay(clock)));
                case TIMESTAMP -> instant(parsed(() -> WrittenTime.read(text).instant(clock)));
                case VARCHAR -> new StringLiteral(text);
                default -> throw refused("a text");
            };
        }

        @Override
        public Value number(BigDecimal given) throws SQLException {
            String plain = given.toPlainString();
            return switch (field.sqlType()) {
                case BOOLEAN -> new BooleanLiteral(parsed(() -> TruthText.read(given.doubleValue())));
                case INTEGER, BIGINT ->
                    new NumberLiteral(parsed(() -> NumberText.integer(plain)).toString());
                case DECIMAL, VARCHAR -> new NumberLiteral(plain);
                default -> throw refused("a number");
            };
        }

        @Override
        public Value truth(boolean given) throws SQLException {
            return switch (field.sqlType()) {
                case BOOLEAN, VARCHAR -> new BooleanLiteral(given);
                case INTEGER, BIGINT, DECIMAL -> new NumberLiteral(given ? "1" : "0");

                default -> throw refused("a boolean");
            };
        }

        @Override
        public Value day(LocalDate given) throws SQLException {
            return switch (field.sqlType()) {
                case DATE, VARCHAR -> date(given);
                case TIMESTAMP -> instant(clock.startOf(given));
                default -> throw refused("a date");
            };
        }

        @Override
        public Value time(LocalTime given) throws SQLException {
            return switch (field.sqlType()) {
                case TIME, VARCHAR -> new TimeLiteral(given.truncatedTo(ChronoUnit.MILLIS));
                default -> throw refused("a time");
            };
        }

        @Override
        public Value wall(LocalDateTime given) throws SQLException {
            return switch (field.sqlType()) {
                case DATE -> date(given.toLocalDate());
                case TIME -> time(given.toLocalTime());
                case TIMESTAMP, VARCHAR -> instant(clock.instantOf(given));
                default -> throw refused("a date with time");
            };
        }

        @Override
        public Value instant(Instant given) throws SQLException {
            return switch (field.sqlType()) {
                case DATE, TIME -> wall(clock.at(given.getEpochSecond(), given.getNano()));
                case TIMESTAMP, VARCHAR -> dateTime(given);
                default -> throw refused("an instant");
            };
        }

        private DateLiteral date(LocalDate day) throws SQLException {
            requireYear(day.getYear());
            return new DateLiteral(day);
        }

        /** In UTC and cut to milliseconds: a dateTime field has no more. */
        private DateTimeLiteral dateTime(Instant instant) throws SQLException {
            LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            requireYear(utc.getYear());
            return new DateTimeLiteral(utc.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
        }

        private void requireYear(int year) throws SQLException {
            if (year < 1 || year > LAST_YEAR) {
                throw SqlErrors.of(SqlState.INVALID_DATETIME, name + ": SOQL has years of four digits, not " + year);
            }
        }

        private <T> T parsed(Parsing<T> parsing) throws SQLException {
            try {
                return parsing.parse();
            } catch (SQLDataException unfit) {
                throw SqlErrors.about(name + " for a " + field.describeName() + " field", unfit);
            }
        }

        private SQLException refused(String kind) {
            return SqlErrors.of(
                    SqlState.INVALID_CAST,
                    name + ": " + kind + " does not fit a field of type "
                            + (field == SfType.CHILD_ROWS ? "child rows" : field.describeName()));
        }
    }

    private interface Parsing<T> {
        T parse() throws SQLException;
    }

    /** Values as text fields take them. */
    private record Text(WallClock clock) implements GivenValue.Visitor<String> {

        @Override
        public String text(String given) {
            return given;
        }

        @Override
        public String number(BigDecimal given) {
            return given.toPlainString();
        }

        @Override
        public String truth(boolean given) {
            return Boolean.toString(given);
        }

        @Override
        public String day(LocalDate given) {
            return given.toString();
        }

        @Override
        public String time(LocalTime given) {
            return WireTime.show(given);
        }

        @Override
        public String wall(LocalDateTime given) {
            return WireTime.show(given);
        }

        @Override
        public String instant(Instant given) {
            return wall(clock.at(given.getEpochSecond(), given.getNano()));
        }
    }
}
