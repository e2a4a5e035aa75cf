package org.soqljdbc.simulated.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field, read from its describe JSON. The JSON is the truth; the components here are its members looked up once.
 *
 * @param json the describe JSON of the field; never changed after the schema is built
 * @param column ordinal of the field in its object, from 0
 * @param picklist value to label, in the defined order; empty for other types
 */
public record Field(
        ObjectNode json,
        int column,
        String name,
        String type,
        int length,
        int scale,
        boolean nillable,
        boolean filterable,
        boolean sortable,
        boolean groupable,
        boolean aggregatable,
        boolean caseSensitive,
        boolean custom,
        List<String> referenceTo,
        Optional<String> relationshipName,
        Map<String, String> picklist) {

    static Field read(ObjectNode json, int column) {
        List<String> targets = new ArrayList<>();
        json.get("referenceTo").forEach(target -> targets.add(target.textValue()));
        Map<String, String> values = new LinkedHashMap<>();
        for (JsonNode value : json.get("picklistValues")) {
            values.put(value.get("value").textValue(), value.get("label").textValue());
        }
        return new Field(
                json,
                column,
                json.get("name").textValue(),
                json.get("type").textValue(),
                json.get("length").intValue(),
                json.get("scale").intValue(),
                json.get("nillable").booleanValue(),
                json.get("filterable").booleanValue(),
                json.get("sortable").booleanValue(),
                json.get("groupable").booleanValue(),
                json.get("aggregatable").booleanValue(),
                json.get("caseSensitive").booleanValue(),
                json.get("custom").booleanValue(),
                List.copyOf(targets),
                Optional.ofNullable(json.get("relationshipName").textValue()),
                values);
    }

    public boolean isReference() {
        return type.equals("reference");
    }

    /** Whether the field can name records of more than one object; paths through it see the fields of {@code Name}. */
    public boolean isPolymorphic() {
        return referenceTo.size() > 1;
    }

    /** The compound field this one is a part of. */
    public Optional<String> compound() {
        return Optional.ofNullable(json.get("compoundFieldName").textValue());
    }
}
