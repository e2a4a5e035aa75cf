package org.soqljdbc.bind.write;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.soqljdbc.api.write.ByteSource;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.BooleanLiteral;
import org.soqljdbc.grammar.soql.CurrencyLiteral;
import org.soqljdbc.grammar.soql.DateConstant;
import org.soqljdbc.grammar.soql.DateLiteral;
import org.soqljdbc.grammar.soql.DateTimeLiteral;
import org.soqljdbc.grammar.soql.LikePattern;
import org.soqljdbc.grammar.soql.NullLiteral;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Parameter;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.TimeLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.types.GivenBytes;
import org.soqljdbc.types.Literals;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.SfType;

/**
 * Makes values fit the fields they are written to, and refuses what describe already says cannot be stored. What a value's
 * class says of it is settled where parameters become literals: a write and a condition take the same values.
 */
public final class FieldValues {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15}|[A-Za-z0-9]{18}");

    /** Of a text that is too long, so much is shown. */
    private static final int SHOWN = 40;

    private FieldValues() {}

    /**
     * The value a field is to have.
     *
     * @param name what messages begin with: {@code Row 2, column Name}
     * @throws SQLException 22001 for text that is too long, 22003 for a number with too many digits, 22007 for what is no
     *     date or time, 22023 for what is no Id, 22018 for a value of another kind, 23514 for what a restricted picklist
     *     does not know
     */
    public static WriteValue of(Field field, ParameterValue given, String name) throws SQLException {
        if (given.value() == null) {
            return WriteValue.NULL;
        }
        if (field.type() == SfType.BASE64) {
            return new WriteValue.Bytes(bytes(given.value(), name));
        }
        WriteValue value = Literals.of(field.type(), given, name).accept(new Written());
        if (value instanceof WriteValue.Text text) {
            requireFit(field, text.text(), name);
            requireKnown(field, text.text(), name);
            // Salesforce keeps no empty text.
            return text.text().isEmpty() ? WriteValue.NULL : value;
        }
        if (value instanceof WriteValue.Number number) {
            requireFit(field, number.number(), name);
        }
        return value;
    }

    /** @throws SQLException 22023 unless it has the form of an Id */
    public static String id(ParameterValue given, String name) throws SQLException {
        String id = ((WriteValue.Text) Literals.of(SfType.ID, given, name).accept(new Written())).text();
        requireId(id, name);
        return id;
    }

    private static ByteSource bytes(Object value, String name) throws SQLException {
        if (value instanceof GivenBytes given) {
            return ByteSource.of(given);
        }
        if (value instanceof byte[] array) {
            return ByteSource.of(array);
        }
        throw SqlErrors.of(
                SqlState.INVALID_CAST,
                name + ": a base64 field takes bytes: byte[], a stream or a Blob, not "
                        + value.getClass().getTypeName());
    }

    private static void requireFit(Field field, String text, String name) throws SQLException {
        if (field.type() == SfType.ID || field.type() == SfType.REFERENCE) {
            if (!text.isEmpty()) {
                requireId(text, name);
            }
            return;
        }
        // Salesforce trims text when it saves it.
        int length = field.length() == 0
                ? 0
                : text.strip().codePointCount(0, text.strip().length());
        if (length > field.length()) {
            throw SqlErrors.of(
                    SqlState.STRING_TOO_LONG,
                    name + ": the text has " + length + " characters and the field takes " + field.length() + ": '"
                            + shown(text) + "'");
        }
    }

    /**
     * Salesforce refuses what a restricted picklist does not know (INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST). Whether it
     * takes an inactive value, other letter case or a value that the record type leaves out, it says itself.
     */
    private static void requireKnown(Field field, String text, String name) throws SQLException {
        if (field.restrictedTo().isEmpty()) {
            return;
        }
        List<String> values = field.type() == SfType.MULTIPICKLIST ? List.of(text.split(";")) : List.of(text);
        for (String value : values) {
            String bare = value.strip();
            if (!bare.isEmpty() && field.restrictedTo().stream().noneMatch(bare::equalsIgnoreCase)) {
                throw SqlErrors.of(
                        SqlState.CHECK_VIOLATION,
                        name + ": the restricted picklist has no value '" + shown(bare) + "'"
                                + NearestName.hint(bare, field.picklistValues()));
            }
        }
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    private static void requireId(String text, String name) throws SQLException {
        if (!ID.matcher(text).matches()) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    name + ": '" + shown(text) + "' is no Id; an Id has 15 or 18 letters and digits");
        }
    }

    /** Salesforce cuts digits after the point by itself, and refuses too many before it (REST API Developer Guide). */
    private static void requireFit(Field field, BigDecimal number, String name) throws SQLException {
        BigDecimal plain = number.stripTrailingZeros();
        int whole = plain.signum() == 0 ? 0 : Math.max(0, plain.precision() - plain.scale());
        boolean fits = switch (field.type()) {
            case INT -> isWithin(plain, Integer.MIN_VALUE, Integer.MAX_VALUE) && hasRoom(field, whole);
            case LONG -> isWithin(plain, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE, CURRENCY, PERCENT -> hasRoom(field, whole);
            default -> true;
        };
        if (!fits) {
            throw SqlErrors.of(
                    SqlState.NUMBER_OUT_OF_RANGE,
                    name + ": " + number.toPlainString() + " is out of range: the field has "
                            + (field.precision() - Math.max(0, field.scale())) + " digits before the point");
        }
    }

    private static boolean hasRoom(Field field, int wholeDigits) {
        return field.precision() == 0 || wholeDigits <= field.precision() - Math.max(0, field.scale());
    }

    private static boolean isWithin(BigDecimal number, long least, long most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** A literal as a value to write. */
    private static final class Written implements Value.Visitor<WriteValue> {

        @Override
        public WriteValue string(StringLiteral value) {
            return new WriteValue.Text(value.value());
        }

        @Override
        public WriteValue number(NumberLiteral value) {
            return new WriteValue.Number(new BigDecimal(value.digits()));
        }

        @Override
        public WriteValue bool(BooleanLiteral value) {
            return new WriteValue.Truth(value.value());
        }

        @Override
        public WriteValue nothing(NullLiteral value) {
            return WriteValue.NULL;
        }

        @Override
        public WriteValue date(DateLiteral value) {
            return new WriteValue.Day(value.value());
        }

        @Override
        public WriteValue dateTime(DateTimeLiteral value) {
            OffsetDateTime moment = value.value();
            return new WriteValue.Moment(moment.toInstant());
        }

        @Override
        public WriteValue time(TimeLiteral value) {
            return new WriteValue.TimeOfDay(value.value());
        }

        // Literals are made of values, and no value becomes one of these.

        @Override
        public WriteValue likePattern(LikePattern value) {
            throw new IllegalStateException("a pattern");
        }

        @Override
        public WriteValue currency(CurrencyLiteral value) {
            throw new IllegalStateException("an amount with its currency");
        }

        @Override
        public WriteValue dateConstant(DateConstant value) {
            throw new IllegalStateException("a period");
        }

        @Override
        public WriteValue parameter(Parameter value) {
            throw new IllegalStateException("a parameter");
        }
    }
}
