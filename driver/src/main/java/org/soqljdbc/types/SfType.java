package org.soqljdbc.types;

/** Placeholder of the contract: every field type of describe, and CHILD_ROWS for a child subquery. */
public enum SfType {
    ID,
    REFERENCE,
    STRING,
    PICKLIST,
    MULTIPICKLIST,
    COMBOBOX,
    EMAIL,
    PHONE,
    URL,
    TEXTAREA,
    ENCRYPTED_STRING,
    ANY_TYPE,
    DATA_CATEGORY_GROUP_REFERENCE,
    ADDRESS,
    LOCATION,
    COMPLEX_VALUE,
    BOOLEAN,
    INT,
    LONG,
    DOUBLE,
    CURRENCY,
    PERCENT,
    DATE,
    TIME,
    DATETIME,
    BASE64,
    CHILD_ROWS
}
