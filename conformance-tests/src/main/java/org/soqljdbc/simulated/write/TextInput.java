package org.soqljdbc.simulated.write;

import org.soqljdbc.simulated.schema.Field;

/** Reads values from the texts of a CSV. */
public final class TextInput {

    private TextInput() {}

    /**
     * The value of a text; null for blanks.
     *
     * @throws WriteRefusal INVALID_TYPE_ON_FIELD_IN_RECORD
     */
    public static Object value(Field field, String text) {
        if (text.isBlank()) {
            return null;
        }
        return InputValues.read(field, text)
                .orElseThrow(() -> WriteRefusal.of(
                        "INVALID_TYPE_ON_FIELD_IN_RECORD",
                        Checks.label(field) + ": value not of required type: " + text,
                        field.name()));
    }
}
