package org.soqljdbc.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.types.SfType;

/** One object of the org with its fields and relationships; names are found whatever their case. */
public final class SObject {

    private final ObjectSummary summary;
    private final List<Field> fields;
    private final List<ChildRelationship> children;
    private final List<RecordType> recordTypes;
    private final Map<String, Field> fieldsByName = new LinkedHashMap<>();
    private final Map<String, Field> referencesByRelationship = new LinkedHashMap<>();
    private final Map<String, ChildRelationship> childrenByName = new LinkedHashMap<>();

    public SObject(ObjectSummary summary, List<Field> fields, List<ChildRelationship> children) {
        this(summary, fields, children, List.of());
    }

    public SObject(
            ObjectSummary summary, List<Field> fields, List<ChildRelationship> children, List<RecordType> recordTypes) {
        this.summary = summary;
        this.recordTypes = List.copyOf(recordTypes);
        this.fields = List.copyOf(fields);
        this.children = List.copyOf(children);
        for (Field field : this.fields) {
            fieldsByName.put(key(field.name()), field);
            if (!field.relationshipName().isEmpty()) {
                referencesByRelationship.put(key(field.relationshipName()), field);
            }
        }
        for (ChildRelationship child : this.children) {
            if (!child.name().isEmpty()) {
                childrenByName.put(key(child.name()), child);
            }
        }
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    public String name() {
        return summary.name();
    }

    public ObjectSummary summary() {
        return summary;
    }

    /** In describe's order. */
    public List<Field> fields() {
        return fields;
    }

    /** The fields that are columns of the table, in describe's order; a statement can name the others all the same. */
    public List<Field> columns(CompoundFields shown) {
        return fields.stream()
                .filter(field -> switch (shown) {
                    case PARTS -> !isInParts(field);
                    case WHOLE -> !isPart(field);
                    case BOTH -> true;
                })
                .toList();
    }

    /** Whether it is an address or location whose parts are fields of their own; one without is a column always. */
    private boolean isInParts(Field field) {
        return isCompound(field)
                && fields.stream().anyMatch(part -> part.compoundFieldName().equalsIgnoreCase(field.name()));
    }

    /** Whether it is a part of an address or location; a part of a name is no such part, since the name is text. */
    private boolean isPart(Field field) {
        return !field.compoundFieldName().isEmpty()
                && field(field.compoundFieldName()).filter(SObject::isCompound).isPresent();
    }

    private static boolean isCompound(Field field) {
        return field.type() == SfType.ADDRESS || field.type() == SfType.LOCATION;
    }

    public List<ChildRelationship> children() {
        return children;
    }

    public List<RecordType> recordTypes() {
        return recordTypes;
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(fieldsByName.get(key(name)));
    }

    /** The reference field whose parent a path reaches by that relationship name. */
    public Optional<Field> reference(String relationshipName) {
        return Optional.ofNullable(referencesByRelationship.get(key(relationshipName)));
    }

    /** The child relationship of that name. */
    public Optional<ChildRelationship> child(String relationshipName) {
        return Optional.ofNullable(childrenByName.get(key(relationshipName)));
    }
}
