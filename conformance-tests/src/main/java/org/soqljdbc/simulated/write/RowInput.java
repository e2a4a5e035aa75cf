package org.soqljdbc.simulated.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;

/**
 * A record as a client sent it, its values already of their fields' types.
 *
 * @param values by field, in the order sent; null where null was sent
 * @param parents lookups named by the parent's external id
 * @param id the record's own Id, as sent
 */
public record RowInput(SObjectType type, Map<Field, Object> values, List<ParentKey> parents, Optional<String> id) {

    /** A lookup whose parent is named by an external id. @param key the parent's field */
    public record ParentKey(Field reference, SObjectType parent, Field key, Object value) {}

    /** The same record, one field left out. */
    public RowInput without(Field field) {
        Map<Field, Object> others = new LinkedHashMap<>(values);
        others.remove(field);
        return new RowInput(type, others, parents, id);
    }
}
