package org.soqljdbc.types;

import java.sql.ResultSetMetaData;

/**
 * One column of a result.
 *
 * @param label what getColumnLabel answers: the alias, else the spelling of the statement, else describe's
 * @param name what getColumnName answers: the field's API name, or the label where there is no field
 * @param table the object the field belongs to, or "" for expressions
 * @param type the field type
 * @param jdbcType a {@link java.sql.Types} code; mostly {@link SfType}'s own
 * @param length characters for text, 0 for other types or unknown
 * @param precision all digits of a number, 0 unknown
 * @param scale digits after the point, 0 or more
 * @param nullability a {@link java.sql.ResultSetMetaData} columnNoNulls, columnNullable or columnNullableUnknown
 * @param searchable whether WHERE may name it (describe's filterable)
 * @param caseSensitive whether equal text means equal case
 * @param autoIncrement whether the service numbers it
 * @param writable whether an INSERT or UPDATE may set it
 */
public record Column(
        String label,
        String name,
        String table,
        SfType type,
        int jdbcType,
        int length,
        int precision,
        int scale,
        int nullability,
        boolean searchable,
        boolean caseSensitive,
        boolean autoIncrement,
        boolean writable) {

    /** Display width of text whose length nobody knows: JSON, expressions. */
    private static final int UNKNOWN_TEXT_WIDTH = 255;

    /** Display width of a DECIMAL whose precision nobody knows: what a double prints at most in plain digits of use. */
    private static final int UNKNOWN_DECIMAL_WIDTH = 40;

    /** A computed column of which nothing but the type is known. */
    public static Column of(String label, SfType type) {
        return of(label, type, type.usualLength(), 0, 0);
    }

    /** A computed column. @param length of text @param precision and scale of a number; 0 where unknown */
    public static Column of(String label, SfType type, int length, int precision, int scale) {
        return new Column(
                label,
                label,
                "",
                type,
                type.sqlType(length).jdbcType(),
                length,
                precision,
                type.isDecimal() ? Math.max(0, scale) : 0,
                ResultSetMetaData.columnNullableUnknown,
                false,
                type.isCaseSensitive(),
                false,
                false);
    }

    /** A column of COUNT: BIGINT, never null. */
    public static Column count(String label) {
        return of(label, SfType.LONG).withNullability(ResultSetMetaData.columnNoNulls);
    }

    /** A result set inside each row. */
    public static Column childRows(String label) {
        return of(label, SfType.CHILD_ROWS).withNullability(ResultSetMetaData.columnNullable);
    }

    /** A VARCHAR column of a metadata result set. */
    public static Column text(String label) {
        return of(label, SfType.STRING);
    }

    /** An INTEGER column of a metadata result set. */
    public static Column integer(String label) {
        return of(label, SfType.INT);
    }

    /** A SMALLINT column of a metadata result set. */
    public static Column smallint(String label) {
        return of(label, SfType.INT).withJdbcType(SqlType.SMALLINT.jdbcType());
    }

    /** A BOOLEAN column of a metadata result set. */
    public static Column bool(String label) {
        return of(label, SfType.BOOLEAN);
    }

    /** The same column under an alias. */
    public Column withLabel(String other) {
        return like(other, jdbcType, nullability);
    }

    /** @param other a {@link ResultSetMetaData} constant */
    public Column withNullability(int other) {
        return like(label, jdbcType, other);
    }

    /** @param other a {@link java.sql.Types} code that {@link SqlType} has */
    public Column withJdbcType(int other) {
        return like(label, other, nullability);
    }

    /** The same column of a table by another name. */
    public Column withTable(String other) {
        return new Column(
                label,
                name,
                other,
                type,
                jdbcType,
                length,
                precision,
                scale,
                nullability,
                searchable,
                caseSensitive,
                autoIncrement,
                writable);
    }

    private Column like(String newLabel, int newJdbcType, int newNullability) {
        return new Column(
                newLabel,
                name,
                table,
                type,
                newJdbcType,
                length,
                precision,
                scale,
                newNullability,
                searchable,
                caseSensitive,
                autoIncrement,
                writable);
    }

    public SqlType sqlType() {
        return SqlType.ofCode(jdbcType);
    }

    /** A plain SQL name: VARCHAR, DECIMAL, TIMESTAMP. */
    public String typeName() {
        return sqlType().name();
    }

    /** What getColumnClassName answers. */
    public String className() {
        return sqlType().className();
    }

    public boolean isSigned() {
        return sqlType().isSigned();
    }

    /** What getPrecision and COLUMN_SIZE answer: characters, or digits of a number; 0 for unknown. */
    public int jdbcPrecision() {
        SqlType shown = sqlType();
        return shown == type.sqlType(length) ? type.jdbcPrecision(length, precision) : shown.largestPrecision();
    }

    /** What getScale and DECIMAL_DIGITS answer, 0 or more. */
    public int jdbcScale() {
        return type.jdbcScale(scale);
    }

    /** The most characters getString needs, as far as known. */
    public int displaySize() {
        SqlType shown = sqlType();
        return switch (shown) {
            case VARCHAR, LONGVARCHAR -> length > 0 ? length : UNKNOWN_TEXT_WIDTH;
            case BOOLEAN -> 5;
            case SMALLINT, INTEGER, BIGINT -> shown.largestPrecision() + 1;
            // A sign, and a point with a digit before it.
            case DECIMAL -> precision > 0 ? precision + (scale > 0 ? 3 : 1) : UNKNOWN_DECIMAL_WIDTH;
            case DATE, TIME, TIMESTAMP -> shown.largestPrecision();
            case BLOB, OTHER -> UNKNOWN_TEXT_WIDTH;
        };
    }
}
