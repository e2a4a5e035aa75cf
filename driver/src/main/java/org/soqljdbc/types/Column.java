package org.soqljdbc.types;

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
        boolean writable) {}
