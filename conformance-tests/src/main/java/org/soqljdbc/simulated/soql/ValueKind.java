package org.soqljdbc.simulated.soql;

import org.soqljdbc.simulated.schema.Field;

/** What sort of values an operand has, and so which literals it may be compared with. */
enum ValueKind {
    TEXT("string"),
    ID("string"),
    BOOLEAN("boolean"),
    INT("int"),
    NUMBER("double"),
    DATE("date"),
    DATETIME("dateTime"),
    TIME("time"),
    MULTIPICKLIST("string"),
    PLACE("location"),
    OTHER("anyType");

    private final String wireName;

    ValueKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in Salesforce's messages. */
    String wireName() {
        return wireName;
    }

    boolean isText() {
        return this == TEXT || this == ID || this == MULTIPICKLIST;
    }

    boolean isNumber() {
        return this == INT || this == NUMBER;
    }

    static ValueKind of(Field field) {
        return switch (field.type()) {
            case "id", "reference" -> ID;
            case "boolean" -> BOOLEAN;
            case "int", "long" -> INT;
            case "double", "currency", "percent" -> NUMBER;
            case "date" -> DATE;
            case "datetime" -> DATETIME;
            case "time" -> TIME;
            case "multipicklist" -> MULTIPICKLIST;
            case "address", "location" -> PLACE;
            case "base64", "anyType", "complexvalue" -> OTHER;
            default -> TEXT;
        };
    }
}
