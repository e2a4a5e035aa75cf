package org.soqljdbc.metadata;

import java.sql.SQLException;
import java.util.Arrays;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.metadata.shape.MetadataRows;
import org.soqljdbc.metadata.shape.Shapes;
import org.soqljdbc.rows.RowStream;

/** The result sets that list schemas and tables. */
final class TableSets {

    private final OrgTables tables;

    TableSets(OrgTables tables) {
        this.tables = tables;
    }

    /** @param types null for all; compared without case */
    RowStream tables(TableArguments arguments, String[] types) throws SQLException {
        MetadataRows rows = new MetadataRows(Shapes.TABLES);
        boolean wanted = types == null || Arrays.stream(types).anyMatch(Names.TABLE_TYPE::equalsIgnoreCase);
        if (wanted) {
            for (ObjectSummary object : tables.listed(arguments)) {
                rows.add()
                        .with("TABLE_SCHEM", Catalog.SCHEMA)
                        .with("TABLE_NAME", object.name())
                        .with("TABLE_TYPE", Names.TABLE_TYPE)
                        .with("REMARKS", object.label() + " (" + kind(object) + ")");
            }
        }
        return rows.sortedBy("TABLE_TYPE", "TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME")
                .open();
    }

    /** By the suffix of the API name (Salesforce Object Reference, "API Names"). */
    private static String kind(ObjectSummary object) {
        if (object.customSetting()) {
            return "custom setting";
        }
        String name = object.name();
        int suffix = name.lastIndexOf("__");
        return switch (suffix < 0 ? "" : name.substring(suffix)) {
            case "__mdt" -> "custom metadata type";
            case "__b" -> "big object";
            case "__x" -> "external object";
            case "__kav" -> "knowledge article";
            case "__Share" -> "sharing rows";
            case "__History" -> "field history";
            case "__Feed" -> "feed";
            default -> object.custom() ? "custom object" : "standard object";
        };
    }

    /** @param arguments with any table */
    RowStream schemas(TableArguments arguments) {
        MetadataRows rows = new MetadataRows(Shapes.SCHEMAS);
        if (arguments.reachTheSchema()) {
            rows.add().with("TABLE_SCHEM", Catalog.SCHEMA);
        }
        return rows.open();
    }

    RowStream tableTypes() {
        MetadataRows rows = new MetadataRows(Shapes.TABLE_TYPES);
        rows.add().with("TABLE_TYPE", Names.TABLE_TYPE);
        return rows.open();
    }
}
