package org.soqljdbc.bind;

import java.sql.ResultSetMetaData;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** Makes the columns of fields and of function results. */
public final class Columns {

    /** Digits after the point of an average: SQL's AVG of exact numbers keeps more than the column has. */
    private static final int AVERAGE_SCALE = 6;

    private static final int MAX_PRECISION = 38;

    private Columns() {}

    /** A field's column. @param ofParent whether a path leads to the field, so that it is null where the parent is missing */
    public static Column ofField(String label, String table, Field field, boolean ofParent) {
        return new Column(
                label,
                field.name(),
                table,
                field.type(),
                field.type().sqlType(field.length()).jdbcType(),
                field.length(),
                field.precision(),
                Math.max(0, field.scale()),
                field.nillable() || ofParent ? ResultSetMetaData.columnNullable : ResultSetMetaData.columnNoNulls,
                field.filterable(),
                field.caseSensitive(),
                field.autoNumber(),
                !ofParent && (field.createable() || field.updateable()));
    }

    /** A column as it is seen from further down a path: null where the parent is missing, and not to be written. */
    static Column ofParent(String label, Column column) {
        return new Column(
                label,
                column.name(),
                column.table(),
                column.type(),
                column.jdbcType(),
                column.length(),
                column.precision(),
                column.scale(),
                ResultSetMetaData.columnNullable,
                column.searchable(),
                column.caseSensitive(),
                column.autoIncrement(),
                false);
    }

    /** What a function makes of a column. @param argument the column of its first argument */
    public static Column ofFunction(String label, Function function, Column argument) {
        return switch (function) {
            case COUNT, COUNT_DISTINCT -> Column.count(label);
            case SUM ->
                argument.type() == SfType.INT || argument.type() == SfType.LONG
                        ? Column.of(label, SfType.LONG)
                        : Column.of(label, argument.type(), 0, MAX_PRECISION, argument.scale());
            case AVG -> Column.of(label, SfType.DOUBLE, 0, MAX_PRECISION, Math.max(AVERAGE_SCALE, argument.scale()));
            case MIN, MAX, CONVERT_CURRENCY, CONVERT_TIMEZONE ->
                Column.of(label, argument.type(), argument.length(), argument.precision(), argument.scale());
            case CALENDAR_MONTH,
                    CALENDAR_QUARTER,
                    CALENDAR_YEAR,
                    DAY_IN_MONTH,
                    DAY_IN_WEEK,
                    DAY_IN_YEAR,
                    FISCAL_MONTH,
                    FISCAL_QUARTER,
                    FISCAL_YEAR,
                    HOUR_IN_DAY,
                    WEEK_IN_MONTH,
                    WEEK_IN_YEAR,
                    GROUPING -> Column.of(label, SfType.INT);
            case DAY_ONLY -> Column.of(label, SfType.DATE);
            case TO_LABEL, FORMAT -> Column.of(label, SfType.STRING);
            case DISTANCE -> Column.of(label, SfType.DOUBLE, 0, MAX_PRECISION, AVERAGE_SCALE);
            case GEOLOCATION -> Column.of(label, SfType.LOCATION);
        };
    }
}
