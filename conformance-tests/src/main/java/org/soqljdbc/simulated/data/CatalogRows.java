package org.soqljdbc.simulated.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/** The rows that the schema itself makes: record types, EntityDefinition, FieldDefinition. */
final class CatalogRows {

    /** A record type of an object. */
    record RecordTypeRow(String object, String name) {}

    /** A field of an object. */
    record FieldRow(SObjectType type, Field field) {}

    private CatalogRows() {}

    /** In the order of the numbers in their Ids. */
    static List<RecordTypeRow> recordTypes(Schema schema) {
        List<RecordTypeRow> rows = new ArrayList<>();
        for (SObjectType type : schema.types()) {
            for (JsonNode info : type.json().get("recordTypeInfos")) {
                if (!info.get("master").booleanValue()) {
                    rows.add(new RecordTypeRow(type.name(), info.get("name").textValue()));
                }
            }
        }
        return rows;
    }

    static List<SObjectType> entities(Schema schema) {
        return schema.types();
    }

    static List<FieldRow> fields(Schema schema) {
        List<FieldRow> rows = new ArrayList<>();
        for (SObjectType type : schema.types()) {
            type.fields().forEach(field -> rows.add(new FieldRow(type, field)));
        }
        return rows;
    }

    static Optional<Formula> formula(Schema schema, SObjectType type, String field) {
        return switch (type.name()) {
            case "RecordType" -> recordType(recordTypes(schema), field);
            case "EntityDefinition" -> entity(entities(schema), field);
            case "FieldDefinition" -> field(fields(schema), field);
            default -> Optional.empty();
        };
    }

    private static Optional<Formula> recordType(List<RecordTypeRow> rows, String field) {
        return switch (field) {
            case "Name", "DeveloperName" -> Optional.of(row -> rows.get(row).name());
            case "SobjectType" -> Optional.of(row -> rows.get(row).object());
            case "IsActive" -> Optional.of(row -> true);
            case "Description", "NamespacePrefix" -> Optional.of(row -> null);
            default -> Optional.empty();
        };
    }

    /** Id is always the empty key, as for every row of the metadata catalog. */
    private static Optional<Formula> entity(List<SObjectType> rows, String field) {
        Formula formula = switch (field) {
            case "Id" -> row -> "000000000000000AAA";
            case "DurableId", "QualifiedApiName" -> row -> rows.get(row).name();
            case "DeveloperName" -> row -> rows.get(row).name().replaceAll("__[a-z]+$", "");
            case "Label" -> row -> text(rows.get(row), "label");
            case "PluralLabel" -> row -> text(rows.get(row), "labelPlural");
            case "KeyPrefix" -> row -> text(rows.get(row), "keyPrefix");
            case "IsQueryable" -> row -> rows.get(row).queryable();
            case "IsCustomizable" ->
                row -> rows.get(row).json().get("layoutable").booleanValue();
            case "IsCustomSetting" ->
                row -> rows.get(row).json().get("customSetting").booleanValue();
            case "IsDeprecatedAndHidden" -> row -> false;
            case "LastModifiedDate" -> row -> OrgRows.NOW.minusSeconds(86_400L * (row + 1));
            default -> row -> null;
        };
        return Optional.of(formula);
    }

    private static Optional<Formula> field(List<FieldRow> rows, String field) {
        Formula formula = switch (field) {
            case "Id" -> row -> "000000000000000AAA";
            case "DurableId" -> row -> rows.get(row).type().name() + "." + name(rows, row);
            case "EntityDefinitionId" -> row -> rows.get(row).type().name();
            case "QualifiedApiName" -> row -> name(rows, row);
            case "DeveloperName" -> row -> name(rows, row).replaceAll("__[a-z]+$", "");
            case "Label" -> row -> rows.get(row).field().json().get("label").textValue();
            case "DataType" -> row -> rows.get(row).field().type();
            case "Length" -> row -> rows.get(row).field().length();
            case "Precision" ->
                row -> rows.get(row).field().json().get("precision").intValue();
            case "Scale" -> row -> rows.get(row).field().scale();
            case "IsNillable" -> row -> rows.get(row).field().nillable();
            case "IsCalculated" ->
                row -> rows.get(row).field().json().get("calculated").booleanValue();
            case "IsIndexed" ->
                row -> rows.get(row).field().json().get("idLookup").booleanValue();
            case "RelationshipName" ->
                row -> rows.get(row).field().relationshipName().orElse(null);
            default -> row -> null;
        };
        return Optional.of(formula);
    }

    private static String name(List<FieldRow> rows, int row) {
        return rows.get(row).field().name();
    }

    private static String text(SObjectType type, String member) {
        return type.json().get(member).textValue();
    }
}
