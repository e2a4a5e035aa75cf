package org.soqljdbc.simulated.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One object of the org, read from its describe JSON. Names ignore case. */
public final class SObjectType {

    /** How Salesforce stores an object, which decides what SOQL may say about it. */
    public enum Storage {
        ORDINARY,
        /** EntityDefinition and its like. */
        CATALOG,
        /** {@code __mdt}. */
        CUSTOM_METADATA,
        /** {@code __b}. */
        BIG,
        /** {@code __x}. */
        EXTERNAL
    }

    private final ObjectNode json;
    private final String name;
    private final String idPrefix;
    private final Storage storage;
    private final List<String> indexFields;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, Field> byName = new HashMap<>();
    private final Map<String, Field> byRelationship = new HashMap<>();
    private final List<ChildRelationship> children = new ArrayList<>();

    SObjectType(ObjectNode json, String idPrefix, Storage storage, List<String> indexFields) {
        this.json = json;
        this.name = json.get("name").textValue();
        this.idPrefix = idPrefix;
        this.storage = storage;
        this.indexFields = indexFields;
        for (JsonNode fieldJson : json.get("fields")) {
            Field field = Field.read((ObjectNode) fieldJson, fields.size());
            fields.add(field);
            byName.put(key(field.name()), field);
            field.relationshipName().ifPresent(relationship -> byRelationship.put(key(relationship), field));
        }
    }

    void addChild(ChildRelationship child) {
        children.add(child);
    }

    /** The describe JSON but for childRelationships and urls, which the reply adds. Not to be changed. */
    public ObjectNode json() {
        return json;
    }

    public String name() {
        return name;
    }

    /** First three characters of the records' Ids; for an object without Ids of its own, an empty text. */
    public String idPrefix() {
        return idPrefix;
    }

    public Storage storage() {
        return storage;
    }

    /** Of a big object the fields of its index, in order; else empty. */
    public List<String> indexFields() {
        return indexFields;
    }

    public boolean queryable() {
        return json.get("queryable").booleanValue();
    }

    /** The fields in describe's order. */
    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(byName.get(key(fieldName)));
    }

    /** The field that names a record to people. */
    public Optional<Field> nameField() {
        return fields.stream()
                .filter(field -> field.json().get("nameField").booleanValue())
                .findFirst();
    }

    /** The reference field whose relationship has that name. */
    public Optional<Field> relationship(String relationshipName) {
        return Optional.ofNullable(byRelationship.get(key(relationshipName)));
    }

    /** Every relationship whose parent this object is, named or not. */
    public List<ChildRelationship> children() {
        return children;
    }

    /** The child relationship of that name. */
    public Optional<ChildRelationship> child(String relationshipName) {
        return children.stream()
                .filter(child ->
                        child.name().filter(relationshipName::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
