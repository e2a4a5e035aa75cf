package org.soqljdbc.api.write;

/**
 * What one field is to be set to. A field that is not named keeps its value, or takes its default in a new record.
 *
 * @param field API name; for {@link WriteValue.ParentKey} the lookup's own ({@code AccountId})
 */
public record FieldValue(String field, WriteValue value) {

    public static FieldValue of(String field, WriteValue value) {
        return new FieldValue(field, value);
    }
}
