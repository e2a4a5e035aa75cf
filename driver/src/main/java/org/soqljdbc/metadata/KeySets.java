package org.soqljdbc.metadata;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.metadata.shape.MetadataRows;
import org.soqljdbc.metadata.shape.Shapes;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.tables.DeleteRule;
import org.soqljdbc.tables.ForeignKey;
import org.soqljdbc.tables.KeyNames;
import org.soqljdbc.tables.Keys;

/**
 * The result sets that tell how rows are found and tied to each other.
 *
 * <p>A reference is a foreign key to the Id of each object it may point to. Only keys between tables that getTables
 * lists are told: describe also names objects that cannot be queried.
 */
final class KeySets {

    private final OrgTables tables;

    KeySets(OrgTables tables) {
        this.tables = tables;
    }

    RowStream primaryKeys(TableArguments arguments) throws SQLException {
        MetadataRows rows = new MetadataRows(Shapes.PRIMARY_KEYS);
        for (SObject table : tables.described(arguments)) {
            Keys.primary(table)
                    .ifPresent(id -> rows.add()
                            .with("TABLE_SCHEM", Catalog.SCHEMA)
                            .with("TABLE_NAME", table.name())
                            .with("COLUMN_NAME", id.name())
                            .with("KEY_SEQ", 1)
                            .with("PK_NAME", KeyNames.primaryKey(table.name())));
        }
        return rows.sortedBy("COLUMN_NAME").open();
    }

    /**
     * The references of one table. Describe tells a custom reference's delete rule with the field and most standard
     * ones' only with the parent, which is not asked for here: {@link #exportedKeys} knows those.
     */
    RowStream importedKeys(TableArguments arguments) throws SQLException {
        MetadataRows rows = new MetadataRows(Shapes.FOREIGN_KEYS);
        for (SObject table : tables.described(arguments)) {
            Keys.imported(table, tables.names()).forEach(key -> addKey(rows, key));
        }
        return rows.sortedBy("PKTABLE_CAT", "PKTABLE_SCHEM", "PKTABLE_NAME", "KEY_SEQ", "FKCOLUMN_NAME")
                .open();
    }

    /** The references of all tables to one. */
    RowStream exportedKeys(TableArguments arguments) throws SQLException {
        return keysTo(arguments, TableArguments.patterns(null, null, null));
    }

    /** The references of one table, or several, to one. */
    RowStream keysTo(TableArguments parent, TableArguments foreign) throws SQLException {
        MetadataRows rows = new MetadataRows(Shapes.FOREIGN_KEYS);
        if (foreign.reachTheSchema()) {
            for (SObject table : tables.described(parent)) {
                Keys.exported(table, tables.names()).stream()
                        .filter(key -> foreign.table().matches(key.table()))
                        .forEach(key -> addKey(rows, key));
            }
        }
        return rows.sortedBy("FKTABLE_CAT", "FKTABLE_SCHEM", "FKTABLE_NAME", "KEY_SEQ", "FKCOLUMN_NAME")
                .open();
    }

    private static void addKey(MetadataRows rows, ForeignKey key) {
        rows.add()
                .with("PKTABLE_SCHEM", Catalog.SCHEMA)
                .with("PKTABLE_NAME", key.parent())
                .with("PKCOLUMN_NAME", KeyNames.ID)
                .with("FKTABLE_SCHEM", Catalog.SCHEMA)
                .with("FKTABLE_NAME", key.table())
                .with("FKCOLUMN_NAME", key.column())
                .with("KEY_SEQ", 1)
                // An Id never changes.
                .with("UPDATE_RULE", DatabaseMetaData.importedKeyNoAction)
                .with("DELETE_RULE", code(key.deleteRule()))
                .with("FK_NAME", key.name())
                .with("PK_NAME", KeyNames.primaryKey(key.parent()))
                .with("DEFERRABILITY", DatabaseMetaData.importedKeyNotDeferrable);
    }

    private static int code(DeleteRule rule) {
        return switch (rule) {
            case CASCADE -> DatabaseMetaData.importedKeyCascade;
            case RESTRICT -> DatabaseMetaData.importedKeyRestrict;
            case SET_NULL -> DatabaseMetaData.importedKeySetNull;
            case NO_ACTION -> DatabaseMetaData.importedKeyNoAction;
        };
    }

    /** The Id, unique fields, external ids and references: Salesforce keeps an index for each. */
    RowStream indexInfo(TableArguments arguments, boolean uniqueOnly) throws SQLException {
        MetadataRows rows = new MetadataRows(Shapes.INDEX_INFO);
        for (SObject table : tables.described(arguments)) {
            Keys.primary(table).ifPresent(id -> addIndex(rows, table, id, true, KeyNames.primaryKey(table.name())));
            for (Field field : table.fields()) {
                boolean isKey = field.name().equals(KeyNames.ID);
                if (!isKey && (field.unique() || (!uniqueOnly && isIndexed(field)))) {
                    addIndex(rows, table, field, field.unique(), KeyNames.index(table.name(), field.name()));
                }
            }
        }
        return rows.sortedBy("NON_UNIQUE", "TYPE", "INDEX_NAME", "ORDINAL_POSITION")
                .open();
    }

    /** "Best Practices for Deployments with Large Data Volumes", "Indexes"; describe names no others. */
    private static boolean isIndexed(Field field) {
        return field.externalId() || !field.referenceTo().isEmpty();
    }

    private static void addIndex(MetadataRows rows, SObject table, Field field, boolean unique, String name) {
        rows.add()
                .with("TABLE_SCHEM", Catalog.SCHEMA)
                .with("TABLE_NAME", table.name())
                .with("NON_UNIQUE", !unique)
                .with("INDEX_NAME", name)
                .with("TYPE", (int) DatabaseMetaData.tableIndexOther)
                .with("ORDINAL_POSITION", 1)
                .with("COLUMN_NAME", field.name());
    }
}
