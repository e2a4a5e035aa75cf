package org.soqljdbc.types;

import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Optional;

/**
 * The SQL types the driver shows, and every fact of each: one row of {@code getTypeInfo} for each constant.
 *
 * <p>Names and codes pair one to one, because clients look up a column's TYPE_NAME in {@code getTypeInfo} and believe
 * the DATA_TYPE found there.
 */
public enum SqlType {
    VARCHAR(Types.VARCHAR, String.class, SfType.LONGEST_VARCHAR),
    /** Text longer than {@link SfType#LONGEST_VARCHAR}; a long text area holds at most 131,072 characters. */
    LONGVARCHAR(Types.LONGVARCHAR, String.class, 131_072),
    BOOLEAN(Types.BOOLEAN, Boolean.class, 1),
    /** Of metadata result sets only; no Salesforce field has it. */
    SMALLINT(Types.SMALLINT, Integer.class, 5),
    INTEGER(Types.INTEGER, Integer.class, 10),
    BIGINT(Types.BIGINT, Long.class, 19),
    DECIMAL(Types.DECIMAL, BigDecimal.class, 38),
    /** {@code yyyy-MM-dd}. */
    DATE(Types.DATE, Date.class, 10),
    /** {@code HH:mm:ss.SSS}. */
    TIME(Types.TIME, Time.class, 12),
    /** {@code yyyy-MM-dd HH:mm:ss.SSS}. */
    TIMESTAMP(Types.TIMESTAMP, Timestamp.class, 23),
    BLOB(Types.BLOB, Blob.class, 0),
    /** A result set inside a row. */
    OTHER(Types.OTHER, String.class, 0);

    private final int jdbcType;
    private final Class<?> javaClass;
    private final int largestPrecision;

    SqlType(int jdbcType, Class<?> javaClass, int largestPrecision) {
        this.jdbcType = jdbcType;
        this.javaClass = javaClass;
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

    /** The class of what {@code getObject(int)} gives. */
    public Class<?> javaClass() {
        return javaClass;
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
     * What WHERE can do with it: a {@link java.sql.DatabaseMetaData} typePredNone, typePredBasic or typeSearchable.
     * Long text, base64 and child rows cannot be filtered by (describe's {@code filterable} is false for them).
     */
    public short searchability() {
        return switch (this) {
            case VARCHAR -> java.sql.DatabaseMetaData.typeSearchable;
            case LONGVARCHAR, BLOB, OTHER -> java.sql.DatabaseMetaData.typePredNone;
            default -> java.sql.DatabaseMetaData.typePredBasic;
        };
    }
}
