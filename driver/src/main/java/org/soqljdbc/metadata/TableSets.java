package org.soqljdbc.metadata;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.metadata.shape.MetadataRows;
import org.soqljdbc.metadata.shape.Shapes;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.tables.TableFacts;

/** The result sets that list schemas and tables. */
final class TableSets {

    /** The type of every object; clients ask for tables by this word. */
    private static final String TABLE = "TABLE";

    /** The type of the views of information_schema. */
    private static final String VIEW = "SYSTEM VIEW";

    private final OrgTables tables;
    private final List<OrgTables> schemas;

    /** @param tables of the org. @param tooling of Tooling API */
    TableSets(OrgTables tables, Optional<OrgTables> tooling) {
        this.tables = tables;
        this.schemas = Stream.concat(Stream.of(tables), tooling.stream()).toList();
    }

    private static boolean isWanted(String type, String[] types) {
        return types == null || Arrays.stream(types).anyMatch(type::equalsIgnoreCase);
    }

    private static void add(MetadataRows rows, String schema, String table, String type, String remarks) {
        rows.add()
                .with("TABLE_SCHEM", schema)
                .with("TABLE_NAME", table)
                .with("TABLE_TYPE", type)
                .with("REMARKS", remarks);
    }

    /** @param types null for all; compared without case */
    RowStream tables(TableArguments arguments, String[] types) throws SQLException {
        MetadataRows rows = new MetadataRows(Shapes.TABLES);
        if (isWanted(TABLE, types)) {
            for (OrgTables schema : schemas) {
                for (ObjectSummary object : schema.listed(arguments)) {
                    add(rows, schema.schema(), object.name(), TABLE, TableFacts.remarks(object));
                }
            }
        }
        if (isWanted(VIEW, types)) {
            for (SObject view : tables.views(arguments)) {
                add(
                        rows,
                        Catalog.VIEWS_SCHEMA,
                        view.name(),
                        VIEW,
                        view.summary().label());
            }
        }
        return rows.sortedBy("TABLE_TYPE", "TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME")
                .open();
    }

    /** @param arguments with any table */
    RowStream schemas(TableArguments arguments) {
        MetadataRows rows = new MetadataRows(Shapes.SCHEMAS);
        if (arguments.reach(Catalog.VIEWS_SCHEMA)) {
            rows.add().with("TABLE_SCHEM", Catalog.VIEWS_SCHEMA);
        }
        schemas.stream()
                .filter(schema -> schema.isReached(arguments))
                .forEach(schema -> rows.add().with("TABLE_SCHEM", schema.schema()));
        return rows.open();
    }

    RowStream tableTypes() {
        MetadataRows rows = new MetadataRows(Shapes.TABLE_TYPES);
        rows.add().with("TABLE_TYPE", VIEW);
        rows.add().with("TABLE_TYPE", TABLE);
        return rows.open();
    }
}
