package org.soqljdbc.types;

import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.Optional;

/**
 * The SQL types the driver shows, and every fact of each: one row of {@code getTypeInfo} for each constant.
 *
 * <p>Names and codes pair one to one, because clients look up a column's TYPE_NAME in {@code getTypeInfo} and believe
 * the DATA_TYPE found there.
 */
public enum SqlType {
    VARCHAR(Types.VARCHAR, "java.lang.String", SfType.LONGEST_VARCHAR),
    /** Text longer than {@link SfType#LONGEST_VARCHAR}; a long text area holds at most 131,072 characters. */
    LONGVARCHAR(Types.LONGVARCHAR, "java.lang.String", 131_072),
    BOOLEAN(Types.BOOLEAN, "java.lang.Boolean", 1),
    /** Of metadata result sets only; no Salesforce field has it. */
    SMALLINT(Types.SMALLINT, "java.lang.Integer", 5),
    INTEGER(Types.INTEGER, "java.lang.Integer", 10),
    BIGINT(Types.BIGINT, "java.lang.Long", 19),
    DECIMAL(Types.DECIMAL, "java.math.BigDecimal", 38),
    /** {@code yyyy-MM-dd}. */
    DATE(Types.DATE, "java.sql.Date", 10),
    /** {@code HH:mm:ss.SSS}. */
    TIME(Types.TIME, "java.sql.Time", 12),
    /** {@code yyyy-MM-dd HH:mm:ss.SSS}. */
    TIMESTAMP(Types.TIMESTAMP, "java.sql.Timestamp", 23),
    BLOB(Types.BLOB, "java.sql.Blob", 0),
    /** A result set inside a row. */
    OTHER(Types.OTHER, "java.lang.String", 0);

    private final int jdbcType;
    private final String className;
    private final int largestPrecision;

    SqlType(int jdbcType, String className, int largestPrecision) {
        this.jdbcType = jdbcType;
        this.className = className;
        this.largestPrecision = largestPrecision;
    }

    /** The type of a {@link java.sql.Types} code; {@link #OTHER} for a code no column here has. */
    public static SqlType ofCode(int jdbcType) {
        for (SqlType type : values()) {
            if (type.jdbcType == jdbcType) {
                return type;
            }
        }
        return OTHER;
    }

    /** A {@link java.sql.Types} code. */
    public int jdbcType() {
        return jdbcType;
    }

    /** The name of the class of what {@code getObject(int)} gives. */
    public String className() {
        return className;
    }

    /** The most characters or digits, counted as {@code getTypeInfo} does; 0 where that has no meaning. */
    public int largestPrecision() {
        return largestPrecision;
    }

    /** Whether the values have a sign. */
    public boolean isSigned() {
        return isNumber();
    }

    public boolean isNumber() {
        return this == SMALLINT || this == INTEGER || this == BIGINT || this == DECIMAL;
    }

    public boolean isText() {
        return this == VARCHAR || this == LONGVARCHAR;
    }

    /** Digits after the point at most. */
    public int largestScale() {
        return switch (this) {
            case DECIMAL -> 18;
            case TIME, TIMESTAMP -> 3;
            default -> 0;
        };
    }

    /** What stands around a literal, before and after; empty where nothing does (SOQL dates stand bare). */
    public Optional<String> literalQuote() {
        return isText() ? Optional.of("'") : Optional.empty();
    }

    /** The base in which precision counts: 10 for numbers, else empty. */
    public Optional<Integer> radix() {
        return isNumber() ? Optional.of(10) : Optional.empty();
    }

    /**
     * What WHERE can do with it: a {@link DatabaseMetaData} typePredNone, typePredBasic or typeSearchable.
     * Long text, base64 and child rows cannot be filtered by (describe's {@code filterable} is false for them).
     */
    public short searchability() {
        return switch (this) {
            case VARCHAR -> DatabaseMetaData.typeSearchable;
            case LONGVARCHAR, BLOB, OTHER -> DatabaseMetaData.typePredNone;
            default -> DatabaseMetaData.typePredBasic;
        };
    }
}
