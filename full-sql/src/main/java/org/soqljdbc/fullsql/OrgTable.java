package org.soqljdbc.fullsql;

import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.soqljdbc.bind.Columns;
import org.soqljdbc.bind.PathResolver;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.SfType;

/** An object as a table: its fields, and what the statement names beyond these, compound fields and paths to parents. */
final class OrgTable extends AbstractTable {

    /**
     * A column of the table.
     *
     * @param field absent for some fields behind polymorphic references
     */
    record TableColumn(String name, FieldPath path, Column column, Optional<Field> field) {

        /** Whether a condition on it may travel. */
        boolean isFilterable() {
            return field.map(Field::filterable).orElse(false);
        }
    }

    private final SObject object;
    private final List<TableColumn> columns = new ArrayList<>();
    private final List<String> starFields = new ArrayList<>();

    /** @param shown which of its fields are columns unless a statement names others */
    OrgTable(SObject object, CompoundFields shown) {
        this.object = object;
        for (Field field : object.columns(shown)) {
            columns.add(ofField(field));
            starFields.add(field.name());
        }
    }

    private TableColumn ofField(Field field) {
        return new TableColumn(
                field.name(),
                FieldPath.of(field.name()),
                Columns.ofField(field.name(), object.name(), field, false),
                Optional.of(field));
    }

    SObject object() {
        return object;
    }

    String name() {
        return object.name();
    }

    List<String> starFields() {
        return starFields;
    }

    List<TableColumn> columns() {
        return columns;
    }

    Optional<TableColumn> column(String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Makes a field a column that is none yet. */
    void mention(String name) {
        object.field(name).filter(field -> column(name).isEmpty()).ifPresent(field -> columns.add(ofField(field)));
    }

    void addPath(FieldPath path, PathResolver.Target target) {
        if (column(path.toString()).isEmpty()) {
            columns.add(new TableColumn(path.toString(), path, target.column(), target.field()));
        }
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory factory) {
        RelDataTypeFactory.Builder row = factory.builder();
        for (TableColumn column : columns) {
            row.add(column.name(), type(factory, column.column()));
        }
        return row.build();
    }

    private static RelDataType type(RelDataTypeFactory factory, Column column) {
        RelDataType type = switch (column.sqlType()) {
            case BOOLEAN -> factory.createSqlType(SqlTypeName.BOOLEAN);
            case SMALLINT, INTEGER -> factory.createSqlType(SqlTypeName.INTEGER);
            case BIGINT -> factory.createSqlType(SqlTypeName.BIGINT);
            case DECIMAL -> decimal(factory, column);
            case DATE -> factory.createSqlType(SqlTypeName.DATE);
            case TIME -> factory.createSqlType(SqlTypeName.TIME, 3);
            case TIMESTAMP -> factory.createSqlType(SqlTypeName.TIMESTAMP, 3);
            default -> factory.createSqlType(SqlTypeName.VARCHAR);
        };
        return factory.createTypeWithNullability(type, mayBeNull(column));
    }

    /** Data contradicts describe's nillable, but an Id is always there, and so is a boolean. */
    private static boolean mayBeNull(Column column) {
        boolean always = column.type() == SfType.ID || column.type() == SfType.BOOLEAN;
        return !always || column.nullability() != ResultSetMetaData.columnNoNulls;
    }

    private static RelDataType decimal(RelDataTypeFactory factory, Column column) {
        int precision = column.precision() > 0
                ? Math.min(column.precision(), SalesforceTypes.MOST_DIGITS)
                : SalesforceTypes.MOST_DIGITS;
        return factory.createSqlType(SqlTypeName.DECIMAL, precision, Math.min(column.scale(), precision));
    }

    @Override
    public String toString() {
        return object.name().toLowerCase(Locale.ROOT);
    }
}
