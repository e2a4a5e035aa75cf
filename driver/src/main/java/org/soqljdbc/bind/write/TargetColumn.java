package org.soqljdbc.bind.write;

import java.util.Optional;
import org.soqljdbc.api.write.FieldValue;
import org.soqljdbc.api.write.WriteValue;
import org.soqljdbc.bind.Columns;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.types.Column;

/**
 * A column that is written to.
 *
 * @param label as the statement has it, without the table's name
 * @param field the field that is set: for a parent's external id the lookup
 * @param parent the parent's external id that the column takes; empty for a field of the object itself
 */
public record TargetColumn(String label, Field field, Optional<Parent> parent) {

    /**
     * A lookup's other end, named by an external id.
     *
     * @param object the parent's API name
     * @param typed whether the lookup may lead to other objects too, so that the object must be told
     */
    record Parent(String relationship, String object, boolean typed, Field key) {}

    /** The field whose values the column takes. */
    public Field valueField() {
        return parent.map(Parent::key).orElse(field);
    }

    /** What a parameter for it is. @param table API name of the object */
    public Column column(String table) {
        return Columns.ofField(label, table, valueField(), false);
    }

    /** Sets the column. */
    FieldValue set(WriteValue value) {
        return FieldValue.of(
                field.name(),
                parent.<WriteValue>map(to -> new WriteValue.ParentKey(
                                to.relationship(),
                                to.typed() ? Optional.of(to.object()) : Optional.empty(),
                                to.key().name(),
                                value))
                        .orElse(value));
    }
}
