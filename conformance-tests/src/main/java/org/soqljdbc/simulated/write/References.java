package org.soqljdbc.simulated.write;

import java.util.Arrays;
import java.util.Optional;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.data.Table;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.write.RowInput.ParentKey;

/** Finds the records that a write names, by Id or by external id. */
final class References {

    private final Schema schema;
    private final OrgData data;

    References(Schema schema, OrgData data) {
        this.schema = schema;
        this.data = data;
    }

    /** The Id of a lookup's parent as it is kept. */
    String parent(SObjectType type, Field reference, String text) {
        Optional<String> id = Ids.normalize(text);
        boolean fits = id.isPresent()
                && reference.referenceTo().stream()
                        .flatMap(name -> schema.type(name).stream())
                        .anyMatch(target -> id.get().startsWith(target.idPrefix()));
        if (!fits) {
            throw WriteRefusal.of(
                    "MALFORMED_ID",
                    Checks.label(reference) + ": id value of incorrect type: " + text,
                    reference.name());
        }
        RowAddress row = data.find(id.get())
                .orElseThrow(() -> WriteRefusal.of("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
        if (!row.isLive()) {
            throw WriteRefusal.of("ENTITY_IS_DELETED", "entity is deleted");
        }
        if (reference.name().equals("RecordTypeId")) {
            recordType(type, row, text);
        }
        return id.get();
    }

    private static void recordType(SObjectType type, RowAddress row, String text) {
        Field object = row.table().type().field("SobjectType").orElseThrow();
        if (!type.name().equals(row.value(object.column()))) {
            throw WriteRefusal.of(
                    "INVALID_CROSS_REFERENCE_KEY",
                    "Record Type ID: this ID value isn't valid for the user: " + text,
                    "RecordTypeId");
        }
    }

    /** The Id of a parent named by an external id. */
    String parent(SObjectType type, ParentKey key) {
        int[] rows = live(key.parent(), key.key(), key.value());
        if (rows.length == 0) {
            throw WriteRefusal.of(
                    "INVALID_FIELD",
                    "Foreign key external ID: " + text(key.value()) + " not found for field "
                            + key.key().name() + " in entity " + key.parent().name());
        }
        Table table = data.table(key.parent());
        if (rows.length > 1) {
            throw several(key.key(), table, rows);
        }
        return table.id(rows[0]);
    }

    static WriteRefusal several(Field key, Table table, int[] rows) {
        return WriteRefusal.of(
                "DUPLICATE_EXTERNAL_ID",
                key.name() + ": more than one record found for external id field: "
                        + Arrays.stream(rows).mapToObj(table::id).toList(),
                key.name());
    }

    /** As people write it: a whole number without its fraction. */
    private static String text(Object value) {
        return value instanceof Double number && number == Math.rint(number)
                ? Long.toString(number.longValue())
                : String.valueOf(value);
    }

    /** The live rows that have a value in a field. */
    int[] live(SObjectType type, Field field, Object value) {
        if (value == null) {
            return new int[0];
        }
        Table table = data.table(type);
        return Arrays.stream(table.rows(field, value)).filter(table::isLive).toArray();
    }

    /** A unique field's value belongs to one live record. @param self the row being written; -1 for a new one */
    void unique(SObjectType type, Field field, Object value, int self) {
        if (value == null || !field.json().get("unique").booleanValue()) {
            return;
        }
        for (int row : live(type, field, value)) {
            if (row != self) {
                throw WriteRefusal.of(
                        "DUPLICATE_VALUE",
                        "duplicate value found: " + field.name() + " duplicates value on record with id: "
                                + data.table(type).id(row));
            }
        }
    }
}
