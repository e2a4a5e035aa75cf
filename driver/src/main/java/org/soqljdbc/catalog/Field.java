package org.soqljdbc.catalog;

import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.types.SfType;

/**
 * One field of an object, as describe gives it (REST API Developer Guide, "sObject Describe").
 *
 * @param typeName describe's own word for the type, kept because new ones come with each release
 * @param length characters, 0 for types that have none
 * @param precision digits of a number; for an int its {@code digits}
 * @param relationshipName what a path uses to reach the parent, or "" if it cannot be reached
 * @param referenceTo the objects a reference may point to, empty for other types
 * @param compoundFieldName the address, location or name this field is a part of, or ""
 * @param defaultValue describe's default, or ""
 * @param help the inline help text, or ""
 * @param picklistValues the values (not labels) of an active picklist entry, in order
 * @param restrictedTo every value, active or not, that a restricted picklist knows; empty for other fields, and for
 *     dependent picklists, which only Salesforce can judge
 */
public record Field(
        String name,
        String label,
        SfType type,
        String typeName,
        int length,
        int precision,
        int scale,
        boolean nillable,
        boolean createable,
        boolean updateable,
        boolean defaultedOnCreate,
        boolean calculated,
        boolean autoNumber,
        boolean unique,
        boolean externalId,
        boolean idLookup,
        boolean caseSensitive,
        boolean nameField,
        boolean filterable,
        boolean sortable,
        boolean groupable,
        boolean aggregatable,
        boolean cascadeDelete,
        boolean restrictedDelete,
        boolean custom,
        String relationshipName,
        List<String> referenceTo,
        String compoundFieldName,
        String defaultValue,
        String help,
        List<String> picklistValues,
        List<String> restrictedTo) {

    /** Whether the reference may point to objects of several kinds. */
    public boolean polymorphic() {
        return referenceTo.size() > 1;
    }

    /** Values gathered while a describe is read. */
    static final class Draft {
        String name = "";
        String label = "";
        String typeName = "";
        int length;
        int precision;
        int digits;
        int scale;
        boolean nillable;
        boolean createable;
        boolean updateable;
        boolean defaultedOnCreate;
        boolean calculated;
        boolean autoNumber;
        boolean unique;
        boolean externalId;
        boolean idLookup;
        boolean caseSensitive;
        boolean nameField;
        boolean filterable;
        boolean sortable;
        boolean groupable;
        boolean aggregatable;
        boolean cascadeDelete;
        boolean restrictedDelete;
        boolean custom;
        String relationshipName = "";
        String compoundFieldName = "";
        String defaultValue = "";
        String help = "";
        final List<String> referenceTo = new ArrayList<>();
        boolean restrictedPicklist;
        boolean dependentPicklist;
        final List<String> picklistValues = new ArrayList<>();
        final List<String> knownValues = new ArrayList<>();

        Field finish() {
            boolean restricted = restrictedPicklist && !dependentPicklist;
            return new Field(
                    name,
                    label,
                    SfType.ofDescribe(typeName),
                    typeName,
                    length,
                    Math.max(precision, digits),
                    scale,
                    nillable,
                    createable,
                    updateable,
                    defaultedOnCreate,
                    calculated,
                    autoNumber,
                    unique,
                    externalId,
                    idLookup,
                    caseSensitive,
                    nameField,
                    filterable,
                    sortable,
                    groupable,
                    aggregatable,
                    cascadeDelete,
                    restrictedDelete,
                    custom,
                    relationshipName,
                    List.copyOf(referenceTo),
                    compoundFieldName,
                    defaultValue,
                    help,
                    List.copyOf(picklistValues),
                    restricted ? List.copyOf(knownValues) : List.of());
        }
    }
}
