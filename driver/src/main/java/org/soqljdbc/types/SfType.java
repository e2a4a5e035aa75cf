package org.soqljdbc.types;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every field type of describe, CHILD_ROWS for a child subquery, and what each is in JDBC.
 *
 * <p>The names are the {@code type} members of a describe reply (Object Reference, "Field Types"; REST spells them in
 * lower case).
 */
public enum SfType {
    ID("id", SqlType.VARCHAR),
    REFERENCE("reference", SqlType.VARCHAR),
    STRING("string", SqlType.VARCHAR),
    PICKLIST("picklist", SqlType.VARCHAR),
    MULTIPICKLIST("multipicklist", SqlType.VARCHAR),
    COMBOBOX("combobox", SqlType.VARCHAR),
    EMAIL("email", SqlType.VARCHAR),
    PHONE("phone", SqlType.VARCHAR),
    URL("url", SqlType.VARCHAR),
    TEXTAREA("textarea", SqlType.VARCHAR),
    ENCRYPTED_STRING("encryptedstring", SqlType.VARCHAR),
    /** Any kind of value, as in a history object's OldValue; also every type this driver does not know. */
    ANY_TYPE("anyType", SqlType.VARCHAR),
    DATA_CATEGORY_GROUP_REFERENCE("DataCategoryGroupReference", SqlType.VARCHAR),
    ADDRESS("address", SqlType.VARCHAR),
    LOCATION("location", SqlType.VARCHAR),
    COMPLEX_VALUE("complexvalue", SqlType.VARCHAR),
    BOOLEAN("boolean", SqlType.BOOLEAN),
    INT("int", SqlType.INTEGER),
    LONG("long", SqlType.BIGINT),
    DOUBLE("double", SqlType.DECIMAL),
    CURRENCY("currency", SqlType.DECIMAL),
    PERCENT("percent", SqlType.DECIMAL),
    DATE("date", SqlType.DATE),
    TIME("time", SqlType.TIME),
    DATETIME("datetime", SqlType.TIMESTAMP),
    BASE64("base64", SqlType.BLOB),
    CHILD_ROWS("", SqlType.OTHER);

    /** Text that may be longer than this is LONGVARCHAR. */
    public static final int LONGEST_VARCHAR = 4_000;

    private static final Map<String, SfType> BY_NAME = Stream.of(values())
            .filter(type -> !type.describeName.isEmpty())
            .collect(Collectors.toUnmodifiableMap(
                    type -> type.describeName.toLowerCase(Locale.ROOT), Function.identity()));

    private final String describeName;
    private final SqlType sqlType;

    SfType(String describeName, SqlType sqlType) {
        this.describeName = describeName;
        this.sqlType = sqlType;
    }

    /**
     * The type of a field.
     *
     * @param name describe's {@code type}, in any letter case
     * @return {@link #ANY_TYPE}, which is read as text, for a name that is not known
     */
    public static SfType ofDescribe(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        // soapType urn:json; Salesforce sends it as it sends a complexvalue.
        return folded.equals("json") ? COMPLEX_VALUE : BY_NAME.getOrDefault(folded, ANY_TYPE);
    }

    /** The {@code type} member of describe; empty for {@link #CHILD_ROWS}. */
    public String describeName() {
        return describeName;
    }

    /** What it is in SQL when no length says that it is {@link SqlType#LONGVARCHAR}. */
    public SqlType sqlType() {
        return sqlType;
    }

    /** What a field is in SQL. @param length describe's, in characters; counts for text only */
    public SqlType sqlType(int length) {
        return sqlType == SqlType.VARCHAR && length > LONGEST_VARCHAR ? SqlType.LONGVARCHAR : sqlType;
    }

    /** Whether it is compared, converted and quoted as text, JSON included. */
    public boolean isText() {
        return sqlType == SqlType.VARCHAR;
    }

    /** Whether its values are JSON objects, which SQL sees as text. */
    public boolean isJson() {
        return this == ADDRESS || this == LOCATION || this == COMPLEX_VALUE;
    }

    public boolean isNumber() {
        return sqlType.isNumber();
    }

    /** double, currency and percent. */
    public boolean isDecimal() {
        return sqlType == SqlType.DECIMAL;
    }

    /**
     * Whether equal text means equal case. Salesforce compares text without case, but the 15 characters of an Id with
     * it; a field may say otherwise (describe's {@code caseSensitive}).
     */
    public boolean isCaseSensitive() {
        return this == ID || this == REFERENCE;
    }

    /** Characters where describe gives none: 18 for Ids, 0 (unknown) for other types. */
    public int usualLength() {
        return this == ID || this == REFERENCE ? 18 : 0;
    }

    /**
     * What {@code getPrecision} and COLUMN_SIZE answer.
     *
     * @param length describe's length, in characters
     * @param precision describe's precision for double, currency and percent; its {@code digits} for int
     * @return characters for text and dates, digits for numbers, 0 where unknown or without meaning
     */
    public int jdbcPrecision(int length, int precision) {
        return switch (sqlType) {
            case VARCHAR -> length;
            case DECIMAL -> precision;
            case INTEGER, BIGINT -> precision > 0 ? precision : sqlType.largestPrecision();
            default -> sqlType.largestPrecision();
        };
    }

    /** What {@code getScale} and DECIMAL_DIGITS answer. @param scale describe's */
    public int jdbcScale(int scale) {
        return isDecimal() ? Math.max(0, scale) : sqlType.largestScale();
    }
}
