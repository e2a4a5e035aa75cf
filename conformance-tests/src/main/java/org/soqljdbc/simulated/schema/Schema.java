package org.soqljdbc.simulated.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every object of the org, by name whatever its case. */
public final class Schema {

    private final Map<String, SObjectType> byName = new TreeMap<>();

    private Schema(List<SObjectType> types) {
        types.forEach(type -> byName.put(type.name().toLowerCase(Locale.ROOT), type));
        for (SObjectType child : types) {
            for (Field field : child.fields()) {
                for (String target : field.referenceTo()) {
                    type(target)
                            .ifPresent(parent -> parent.addChild(new ChildRelationship(
                                    child,
                                    field,
                                    Optional.ofNullable(field.json().get("childName"))
                                            .map(n -> n.textValue()))));
                }
            }
        }
        // Describe knows no such member: it only carried the name from the text to the relationships.
        types.forEach(type -> type.fields().forEach(field -> field.json().remove("childName")));
    }

    /** The standard objects and {@code generated} more of them, {@code Generated_0001__c} and so on. */
    public static Schema standard(int generated) {
        SchemaText text = new SchemaText();
        List<SObjectType> types = new ArrayList<>(text.readResource("standard.schema"));
        for (int i = 1; i <= generated; i++) {
            types.addAll(text.read(GeneratedObjects.text(i)));
        }
        return new Schema(types);
    }

    /** The objects of Tooling API. */
    public static Schema tooling() {
        return new Schema(new SchemaText().readResource("tooling.schema"));
    }

    /** The object of that name. */
    public Optional<SObjectType> type(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The objects in order of their names. */
    public List<SObjectType> types() {
        return List.copyOf(byName.values());
    }
}
