package org.soqljdbc.simulated.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;

/** What describe says about values, checked as Salesforce does. */
final class Checks {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]+");

    private Checks() {}

    /** Whether a request may set these fields. */
    static void writable(RowInput input, boolean creating) {
        List<String> refused = new ArrayList<>();
        String flag = creating ? "createable" : "updateable";
        List<Field> named = new ArrayList<>(input.values().keySet());
        input.parents().forEach(parent -> named.add(parent.reference()));
        for (Field field : named) {
            if (!field.json().get(flag).booleanValue()) {
                refused.add(field.name());
            }
        }
        if (!refused.isEmpty()) {
            throw WriteRefusal.of(
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Unable to create/update fields: " + String.join(", ", refused)
                            + ". Please check the security settings of this field and verify that it is read/write for"
                            + " your profile or permission set.",
                    refused.toArray(new String[0]));
        }
    }

    /** Required on insert is what is not nillable, not defaulted and createable (REST API, describe). */
    static void required(SObjectType type, Object[] values, Map<Field, Object> sent) {
        List<String> missing = new ArrayList<>();
        for (Field field : type.fields()) {
            boolean required = !field.nillable()
                    && field.json().get("createable").booleanValue()
                    && !field.type().equals("boolean");
            boolean excused = field.json().get("defaultedOnCreate").booleanValue() && !sent.containsKey(field);
            if (required && !excused && values[field.column()] == null) {
                missing.add(field.name());
            }
        }
        if (!missing.isEmpty()) {
            throw WriteRefusal.of(
                    "REQUIRED_FIELD_MISSING",
                    "Required fields are missing: [" + String.join(", ", missing) + "]",
                    missing.toArray(new String[0]));
        }
    }

    /** Lengths, ranges, picklists, addresses. */
    static void value(Field field, Object value) {
        if (value == null) {
            if (field.type().equals("boolean")) {
                throw refuse("INVALID_TYPE_ON_FIELD_IN_RECORD", field, "value not of required type: ");
            }
            return;
        }
        if (value instanceof String text) {
            text(field, text);
        } else if (value instanceof Double || value instanceof Integer || value instanceof Long) {
            number(field, (Number) value);
        }
    }

    private static void text(Field field, String text) {
        if (field.type().equals("multipicklist")) {
            for (String one : text.split(";")) {
                picklist(field, one.strip());
            }
        } else if (field.type().equals("picklist")) {
            picklist(field, text);
        }
        if (field.length() > 0 && !field.isReference() && text.length() > field.length()) {
            throw refuse(
                    "STRING_TOO_LONG",
                    field,
                    "data value too large: " + (text.length() > 255 ? text.substring(0, 255) : text) + " (max length="
                            + field.length() + ")");
        }
        if (field.type().equals("email") && !EMAIL.matcher(text).matches()) {
            throw refuse("INVALID_EMAIL_ADDRESS", field, "invalid email address: " + text);
        }
    }

    private static void picklist(Field field, String value) {
        if (field.json().get("restrictedPicklist").booleanValue()
                && !field.picklist().containsKey(value)) {
            throw refuse(
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    field,
                    "bad value for restricted picklist field: " + value);
        }
    }

    private static void number(Field field, Number value) {
        int digits = switch (field.type()) {
            case "int" -> field.json().get("digits").intValue();
            case "long" -> Integer.MAX_VALUE;
            default -> field.json().get("precision").intValue() - field.scale();
        };
        BigDecimal number = new BigDecimal(value.toString());
        if (digits < 400 && number.abs().compareTo(BigDecimal.TEN.pow(digits)) >= 0) {
            throw refuse(
                    "NUMBER_OUTSIDE_VALID_RANGE", field, "value outside of valid range on numeric field: " + value);
        }
    }

    private static WriteRefusal refuse(String code, Field field, String message) {
        return WriteRefusal.of(code, label(field) + ": " + message, field.name());
    }

    static String label(Field field) {
        return field.json().get("label").textValue();
    }
}
