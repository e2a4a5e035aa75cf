package org.soqljdbc.api.write;

import java.util.List;
import java.util.Optional;

/**
 * One record to insert, update, upsert or delete.
 *
 * @param object API name of the object
 * @param id the record's Id, 15 or 18 characters with exact case: present for update and delete; absent for insert and
 *     upsert
 * @param values in the order of the statement, no field twice, never the Id; for an upsert the key's value is among
 *     them, and for a delete there are none
 */
public record WriteRecord(String object, Optional<String> id, List<FieldValue> values) {

    public WriteRecord {
        values = List.copyOf(values);
    }

    /** A record that is not there yet, or is found by its external id. */
    public static WriteRecord of(String object, List<FieldValue> values) {
        return new WriteRecord(object, Optional.empty(), values);
    }

    /** A record that is there. */
    public static WriteRecord of(String object, String id, List<FieldValue> values) {
        return new WriteRecord(object, Optional.of(id), values);
    }

    /** A record to delete. */
    public static WriteRecord deleted(String object, String id) {
        return of(object, id, List.of());
    }

    /** The value given to a field, ignoring the name's case. */
    public Optional<WriteValue> value(String field) {
        return values.stream()
                .filter(value -> value.field().equalsIgnoreCase(field))
                .map(FieldValue::value)
                .findFirst();
    }
}
