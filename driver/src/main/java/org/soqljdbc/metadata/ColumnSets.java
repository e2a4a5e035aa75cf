package org.soqljdbc.metadata;

import java.sql.DatabaseMetaData;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Optional;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.metadata.shape.MetadataRows;
import org.soqljdbc.metadata.shape.Shapes;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.tables.FieldFacts;
import org.soqljdbc.tables.Keys;
import org.soqljdbc.tables.NamePattern;
import org.soqljdbc.types.SfType;
import org.soqljdbc.types.SqlType;

/** The result sets that describe columns and their types. */
final class ColumnSets {

    private static final String VERSION = "SystemModstamp";

    private final OrgTables tables;
    private final Optional<OrgTables> tooling;
    private final CompoundFields compoundFields;

    /** @param tables of the org. @param tooling of Tooling API */
    ColumnSets(OrgTables tables, Optional<OrgTables> tooling, CompoundFields compoundFields) {
        this.tables = tables;
        this.tooling = tooling;
        this.compoundFields = compoundFields;
    }

    RowStream columns(TableArguments arguments, NamePattern columnPattern) throws SQLException {
        MetadataRows rows = new MetadataRows(Shapes.COLUMNS);
        for (SObject table : tables.described(arguments)) {
            addColumns(rows, Catalog.SCHEMA, table, columnPattern);
        }
        if (tooling.isPresent()) {
            for (SObject table : tooling.get().described(arguments)) {
                addColumns(rows, Catalog.TOOLING, table, columnPattern);
            }
        }
        for (SObject view : tables.views(arguments)) {
            addColumns(rows, Catalog.VIEWS_SCHEMA, view, columnPattern);
        }
        return rows.sortedBy("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "ORDINAL_POSITION")
                .open();
    }

    private void addColumns(MetadataRows rows, String schema, SObject table, NamePattern columnPattern) {
        int position = 0;
        for (Field field : table.columns(compoundFields)) {
            position++;
            if (columnPattern.matches(field.name())) {
                addColumn(rows, schema, table, field, position);
            }
        }
    }

    private static void addColumn(MetadataRows rows, String schema, SObject table, Field field, int position) {
        FieldFacts facts = FieldFacts.of(table, field);
        rows.add()
                .with("TABLE_SCHEM", schema)
                .with("TABLE_NAME", table.name())
                .with("COLUMN_NAME", field.name())
                .with("DATA_TYPE", facts.sqlType().jdbcType())
                .with("TYPE_NAME", facts.sqlType().name())
                .with("COLUMN_SIZE", facts.size())
                .with("DECIMAL_DIGITS", facts.decimalDigits())
                .with("NUM_PREC_RADIX", facts.sqlType().radix())
                .with("NULLABLE", facts.nullability())
                .with("REMARKS", facts.remarks())
                .with("COLUMN_DEF", facts.defaultValue())
                .with("CHAR_OCTET_LENGTH", facts.octets())
                .with("ORDINAL_POSITION", position)
                .yesOrNo("IS_NULLABLE", facts.nullability() == ResultSetMetaData.columnNullable)
                .yesOrNo("IS_AUTOINCREMENT", facts.autoIncrement())
                .yesOrNo("IS_GENERATEDCOLUMN", field.calculated());
    }

    /** The Id, which stays a record's own as long as the record is. */
    RowStream bestRowIdentifier(TableArguments arguments) throws SQLException {
        MetadataRows rows = new MetadataRows(Shapes.BEST_ROW_IDENTIFIER);
        for (SObject table : tables.described(arguments)) {
            Optional<Field> id = Keys.primary(table);
            if (id.isPresent()) {
                FieldFacts facts = FieldFacts.of(table, id.get());
                rows.add()
                        .with("SCOPE", DatabaseMetaData.bestRowSession)
                        .with("COLUMN_NAME", id.get().name())
                        .with("DATA_TYPE", facts.sqlType().jdbcType())
                        .with("TYPE_NAME", facts.sqlType().name())
                        .with("COLUMN_SIZE", facts.size())
                        .with("PSEUDO_COLUMN", DatabaseMetaData.bestRowNotPseudo);
            }
        }
        return rows.open();
    }

    /** What Salesforce sets whenever it or a user changes a record (Object Reference, "System Fields"). */
    RowStream versionColumns(TableArguments arguments) throws SQLException {
        MetadataRows rows = new MetadataRows(Shapes.VERSION_COLUMNS);
        for (SObject table : tables.described(arguments)) {
            Optional<Field> changed = table.field(VERSION).filter(field -> field.type() == SfType.DATETIME);
            if (changed.isPresent()) {
                FieldFacts facts = FieldFacts.of(table, changed.get());
                rows.add()
                        .with("COLUMN_NAME", changed.get().name())
                        .with("DATA_TYPE", facts.sqlType().jdbcType())
                        .with("TYPE_NAME", facts.sqlType().name())
                        .with("COLUMN_SIZE", facts.size())
                        .with("DECIMAL_DIGITS", facts.decimalDigits())
                        .with("PSEUDO_COLUMN", DatabaseMetaData.versionColumnNotPseudo);
            }
        }
        return rows.open();
    }

    RowStream typeInfo() {
        MetadataRows rows = new MetadataRows(Shapes.TYPE_INFO);
        for (SqlType type : SqlType.values()) {
            rows.add()
                    .with("TYPE_NAME", type.name())
                    .with("DATA_TYPE", type.jdbcType())
                    .with("PRECISION", Optional.of(type.largestPrecision()).filter(precision -> precision > 0))
                    .with("LITERAL_PREFIX", type.literalQuote())
                    .with("LITERAL_SUFFIX", type.literalQuote())
                    .with("CREATE_PARAMS", createParameters(type))
                    .with("NULLABLE", DatabaseMetaData.typeNullable)
                    .with("CASE_SENSITIVE", false)
                    .with("SEARCHABLE", (int) type.searchability())
                    .with("UNSIGNED_ATTRIBUTE", !type.isSigned())
                    .with("FIXED_PREC_SCALE", false)
                    .with("AUTO_INCREMENT", false)
                    .with("LOCAL_TYPE_NAME", type.name())
                    .with("MINIMUM_SCALE", 0)
                    .with("MAXIMUM_SCALE", type.largestScale())
                    .with("NUM_PREC_RADIX", type.radix());
        }
        return rows.sortedBy("DATA_TYPE").open();
    }

    private static Optional<String> createParameters(SqlType type) {
        return switch (type) {
            case VARCHAR -> Optional.of("length");
            case DECIMAL -> Optional.of("precision,scale");
            default -> Optional.empty();
        };
    }
}
