package org.soqljdbc.fullsql;

import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** What JDBC is told of the columns of a result: all of a field that comes through unchanged, else what SQL derives. */
final class ResultColumns {

    private ResultColumns() {}

    static List<Column> of(Planning planning, Planning.Checked checked) {
        List<Column> columns = new ArrayList<>();
        for (RelDataTypeField field : checked.row().getFieldList()) {
            String label = label(field);
            List<String> origin = checked.origins().get(field.getIndex());
            Optional<Column> unchanged = planning.origin(origin).map(OrgTable.TableColumn::column);
            Column column =
                    unchanged.map(found -> found.withLabel(label)).orElseGet(() -> computed(label, field.getType()));
            columns.add(column.withNullability(
                    field.getType().isNullable() ? ResultSetMetaData.columnNullable : ResultSetMetaData.columnNoNulls));
        }
        return columns;
    }

    /** Rows of VALUES have no names. */
    private static String label(RelDataTypeField field) {
        return field.getName().startsWith("EXPR$") ? "column" + (field.getIndex() + 1) : field.getName();
    }

    private static Column computed(String label, RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case BOOLEAN -> Column.of(label, SfType.BOOLEAN);
            case TINYINT, SMALLINT, INTEGER -> Column.of(label, SfType.INT);
            case BIGINT -> Column.of(label, SfType.LONG);
            case DECIMAL -> Column.of(label, SfType.DOUBLE, 0, type.getPrecision(), type.getScale());
            case FLOAT, REAL, DOUBLE -> Column.of(label, SfType.DOUBLE);
            case DATE -> Column.of(label, SfType.DATE);
            case TIME -> Column.of(label, SfType.TIME);
            case TIMESTAMP -> Column.of(label, SfType.DATETIME);
            default -> Column.of(label, SfType.STRING, Math.max(0, type.getPrecision()), 0, 0);
        };
    }
}
