package org.soqljdbc.simulated.write;

import com.fasterxml.jackson.databind.JsonNode;
import org.soqljdbc.simulated.data.Table;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;

/** What a record has that its creator did not say. */
final class NewRow {

    private NewRow() {}

    /** The values of the next row of a table before any is set. */
    static Object[] values(Table table, String userId) {
        SObjectType type = table.type();
        int row = table.end();
        Object[] values = new Object[type.fields().size()];
        for (Field field : type.fields()) {
            values[field.column()] = value(table, field, row, userId);
        }
        return values;
    }

    private static Object value(Table table, Field field, int row, String userId) {
        if (field.type().equals("boolean")) {
            return field.name().equals("IsLatest");
        }
        if (field.json().get("autoNumber").booleanValue()) {
            return table.given(row, field);
        }
        return switch (field.name()) {
            case "Id" -> table.type().idPrefix().isEmpty() ? null : table.id(row);
            case "OwnerId" -> userId;
            case "RecordTypeId" -> recordType(table.type());
            default -> byDescribe(table, field, row);
        };
    }

    /** The name of a custom object's record is its Id until somebody names it. */
    private static Object byDescribe(Table table, Field field, int row) {
        JsonNode chosen = field.json().get("defaultValue");
        if (chosen.isTextual()) {
            return chosen.textValue();
        }
        boolean named = field.json().get("nameField").booleanValue()
                && field.json().get("defaultedOnCreate").booleanValue();
        return named && table.type().name().endsWith("__c") ? table.id(row) : null;
    }

    private static String recordType(SObjectType type) {
        for (JsonNode info : type.json().get("recordTypeInfos")) {
            if (info.get("defaultRecordTypeMapping").booleanValue()
                    && !info.get("master").booleanValue()) {
                return info.get("recordTypeId").textValue();
            }
        }
        return null;
    }
}
