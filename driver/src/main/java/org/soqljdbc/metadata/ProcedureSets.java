package org.soqljdbc.metadata;

import java.sql.DatabaseMetaData;
import java.util.List;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.exec.procedure.Procedure;
import org.soqljdbc.exec.procedure.ProcedureParameter;
import org.soqljdbc.exec.procedure.Procedures;
import org.soqljdbc.metadata.shape.MetadataRows;
import org.soqljdbc.metadata.shape.Shapes;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.tables.NamePattern;
import org.soqljdbc.types.Column;

/** The result sets that describe the procedures: those of the table that calls are run by. */
final class ProcedureSets {

    private ProcedureSets() {}

    /** @param wanted whose third pattern is the procedure's */
    static RowStream procedures(TableArguments wanted) {
        MetadataRows rows = new MetadataRows(Shapes.PROCEDURES);
        for (Procedure procedure : matching(wanted)) {
            rows.add()
                    .with("PROCEDURE_SCHEM", Catalog.SCHEMA)
                    .with("PROCEDURE_NAME", procedure.name())
                    .with("REMARKS", procedure.remarks())
                    .with("PROCEDURE_TYPE", DatabaseMetaData.procedureNoResult)
                    .with("SPECIFIC_NAME", procedure.name());
        }
        return rows.sortedBy("PROCEDURE_CAT", "PROCEDURE_SCHEM", "PROCEDURE_NAME", "SPECIFIC_NAME")
                .open();
    }

    private static List<Procedure> matching(TableArguments wanted) {
        if (!wanted.reachTheSchema()) {
            return List.of();
        }
        return Procedures.ALL.stream()
                .filter(procedure -> wanted.table().matches(procedure.name()))
                .toList();
    }

    /** In the order of the procedures, then parameters as they are called, then the columns of the rows. */
    static RowStream columns(TableArguments wanted, NamePattern column) {
        MetadataRows rows = new MetadataRows(Shapes.PROCEDURE_COLUMNS);
        for (Procedure procedure : matching(wanted)) {
            int position = 0;
            for (ProcedureParameter parameter : procedure.parameters()) {
                position++;
                if (column.matches(parameter.name())) {
                    int mode =
                            parameter.out() ? DatabaseMetaData.procedureColumnOut : DatabaseMetaData.procedureColumnIn;
                    Column described = Column.of(parameter.name(), parameter.type());
                    row(rows, procedure, described, mode, position, !parameter.required())
                            .with("REMARKS", parameter.remarks());
                }
            }
            position = 0;
            for (Column result : procedure.columns()) {
                position++;
                if (column.matches(result.name())) {
                    row(rows, procedure, result, DatabaseMetaData.procedureColumnResult, position, true);
                }
            }
        }
        return rows.open();
    }

    private static MetadataRows.Row row(
            MetadataRows rows, Procedure procedure, Column column, int mode, int position, boolean nullable) {
        int nullability = nullable ? DatabaseMetaData.procedureNullable : DatabaseMetaData.procedureNoNulls;
        return rows.add()
                .with("PROCEDURE_SCHEM", Catalog.SCHEMA)
                .with("PROCEDURE_NAME", procedure.name())
                .with("COLUMN_NAME", column.name())
                .with("COLUMN_TYPE", mode)
                .with("DATA_TYPE", column.jdbcType())
                .with("TYPE_NAME", column.typeName())
                .with("PRECISION", column.jdbcPrecision())
                .with("LENGTH", column.displaySize())
                .with("SCALE", column.type().isDecimal() ? column.jdbcScale() : null)
                .with("RADIX", column.isSigned() ? 10 : null)
                .with("NULLABLE", nullability)
                .with("CHAR_OCTET_LENGTH", column.type().isText() ? column.jdbcPrecision() : null)
                .with("ORDINAL_POSITION", position)
                .yesOrNo("IS_NULLABLE", nullable)
                .with("SPECIFIC_NAME", procedure.name());
    }
}
