package org.soqljdbc.simulated.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.write.RowInput.ParentKey;

/** Reads records from JSON. What it refuses fails the whole request, before anything is written. */
public final class JsonInput {

    private final Schema schema;

    public JsonInput(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads a record.
     *
     * @param body the JSON object, with or without {@code attributes}
     * @throws WriteRefusal INVALID_FIELD, JSON_PARSER_ERROR
     */
    public RowInput read(SObjectType type, JsonNode body) {
        Map<Field, Object> values = new LinkedHashMap<>();
        List<ParentKey> parents = new ArrayList<>();
        Optional<String> id = Optional.empty();
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            String name = member.getKey();
            if (name.equals("attributes")) {
                continue;
            }
            if (name.equalsIgnoreCase("Id")) {
                id = member.getValue().isNull()
                        ? id
                        : Optional.of(member.getValue().asText());
                continue;
            }
            Optional<Field> field = type.field(name);
            Optional<Field> relationship = type.relationship(name);
            if (field.isPresent()) {
                values.put(field.get(), value(field.get(), member.getValue()));
            } else if (relationship.isPresent()) {
                parent(type, relationship.get(), member.getValue(), values, parents);
            } else {
                throw noColumn(name, type);
            }
        }
        return new RowInput(type, values, parents, id);
    }

    static WriteRefusal noColumn(String name, SObjectType type) {
        return WriteRefusal.bare("INVALID_FIELD", "No such column '" + name + "' on sobject of type " + type.name());
    }

    /** The value of a member; null for null and for the empty text, which Salesforce does not keep apart. */
    public static Object value(Field field, JsonNode node) {
        if (node.isNull() || node.isTextual() && node.textValue().isBlank()) {
            return null;
        }
        Optional<Object> value = node.isContainerNode() ? Optional.empty() : InputValues.read(field, node.asText());
        return value.orElseThrow(() -> WriteRefusal.bare(
                "JSON_PARSER_ERROR",
                "Cannot deserialize instance of " + kind(field) + " from " + token(node) + " value "
                        + (node.isContainerNode() ? node.isArray() ? "[" : "{" : node.asText())
                        + " or request may be missing a required field at [line:1, column:2]"));
    }

    private static String kind(Field field) {
        return switch (field.type()) {
            case "boolean", "int", "long", "double", "currency", "percent", "date", "datetime", "time", "base64" ->
                field.type();
            default -> "string";
        };
    }

    private static String token(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "START_OBJECT";
            case ARRAY -> "START_ARRAY";
            case BOOLEAN -> node.booleanValue() ? "VALUE_TRUE" : "VALUE_FALSE";
            case NUMBER -> node.isIntegralNumber() ? "VALUE_NUMBER_INT" : "VALUE_NUMBER_FLOAT";
            default -> "VALUE_STRING";
        };
    }

    private void parent(
            SObjectType type, Field reference, JsonNode node, Map<Field, Object> values, List<ParentKey> parents) {
        if (node.isNull()) {
            values.put(reference, null);
            return;
        }
        SObjectType parent =
                parentType(type, reference, node.path("attributes").path("type").asText());
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        names.remove("attributes");
        if (names.size() != 1) {
            throw WriteRefusal.bare(
                    "INVALID_FIELD",
                    "The relationship " + reference.relationshipName().orElseThrow() + " must name one external id");
        }
        Field key = externalId(parent, names.get(0));
        parents.add(new ParentKey(reference, parent, key, value(key, node.get(names.get(0)))));
    }

    private SObjectType parentType(SObjectType type, Field reference, String named) {
        if (reference.isPolymorphic() && named.isEmpty()) {
            throw WriteRefusal.bare(
                    "INVALID_FIELD",
                    "The polymorphic relationship "
                            + reference.relationshipName().orElseThrow() + " of " + type.name()
                            + " needs the type of its parent in attributes");
        }
        String name = named.isEmpty() ? reference.referenceTo().get(0) : named;
        return schema.type(name)
                .filter(found -> reference.referenceTo().contains(found.name()))
                .orElseThrow(() -> WriteRefusal.bare("INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    static Field externalId(SObjectType parent, String name) {
        return parent.field(name)
                .filter(field -> field.json().get("idLookup").booleanValue())
                .orElseThrow(() -> noColumn(name, parent));
    }
}
