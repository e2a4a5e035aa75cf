package org.soqljdbc.metadata;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Set;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.ChildRelationship;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.metadata.shape.MetadataRows;
import org.soqljdbc.metadata.shape.Shapes;
import org.soqljdbc.rows.RowStream;

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
            ColumnSets.key(table)
                    .ifPresent(id -> rows.add()
                            .with("TABLE_SCHEM", Catalog.SCHEMA)
                            .with("TABLE_NAME", table.name())
                            .with("COLUMN_NAME", id.name())
                            .with("KEY_SEQ", 1)
                            .with("PK_NAME", Names.primaryKey(table.name())));
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
            Set<String> known = tables.names();
            for (Field field : table.fields()) {
                for (String target : field.referenceTo()) {
                    if (known.contains(target)) {
                        addKey(rows, target, table.name(), field.name(), deleteRule(field));
                    }
                }
            }
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
                Set<String> known = tables.names();
                for (ChildRelationship child : table.children()) {
                    if (known.contains(child.childObject()) && foreign.table().matches(child.childObject())) {
                        addKey(rows, table.name(), child.childObject(), child.field(), deleteRule(child));
                    }
                }
            }
        }
        return rows.sortedBy("FKTABLE_CAT", "FKTABLE_SCHEM", "FKTABLE_NAME", "KEY_SEQ", "FKCOLUMN_NAME")
                .open();
    }

    private static void addKey(MetadataRows rows, String parent, String table, String column, int deleteRule) {
        rows.add()
                .with("PKTABLE_SCHEM", Catalog.SCHEMA)
                .with("PKTABLE_NAME", parent)
                .with("PKCOLUMN_NAME", Names.ID)
                .with("FKTABLE_SCHEM", Catalog.SCHEMA)
                .with("FKTABLE_NAME", table)
                .with("FKCOLUMN_NAME", column)
                .with("KEY_SEQ", 1)
                // An Id never changes.
                .with("UPDATE_RULE", DatabaseMetaData.importedKeyNoAction)
                .with("DELETE_RULE", deleteRule)
                .with("FK_NAME", Names.foreignKey(table, column, parent))
                .with("PK_NAME", Names.primaryKey(parent))
                .with("DEFERRABILITY", DatabaseMetaData.importedKeyNotDeferrable);
    }

    private static int deleteRule(Field field) {
        return deleteRule(field.cascadeDelete(), field.restrictedDelete(), field.name());
    }

    private static int deleteRule(ChildRelationship child) {
        return deleteRule(child.cascadeDelete(), child.restrictedDelete(), child.field());
    }

    /** Salesforce clears a custom lookup whose parent is deleted, unless describe says more; of standard ones it varies. */
    private static int deleteRule(boolean cascades, boolean restricts, String field) {
        if (cascades) {
            return DatabaseMetaData.importedKeyCascade;
        }
        if (restricts) {
            return DatabaseMetaData.importedKeyRestrict;
        }
        return field.endsWith("__c") ? DatabaseMetaData.importedKeySetNull : DatabaseMetaData.importedKeyNoAction;
    }

    /** The Id, unique fields and external ids: Salesforce keeps an index for each (describe names no others). */
    RowStream indexInfo(TableArguments arguments, boolean uniqueOnly) throws SQLException {
        MetadataRows rows = new MetadataRows(Shapes.INDEX_INFO);
        for (SObject table : tables.described(arguments)) {
            ColumnSets.key(table).ifPresent(id -> addIndex(rows, table, id, true, Names.primaryKey(table.name())));
            for (Field field : table.fields()) {
                boolean isKey = field.name().equals(Names.ID);
                if (!isKey && (field.unique() || (field.externalId() && !uniqueOnly))) {
                    addIndex(rows, table, field, field.unique(), Names.index(table.name(), field.name()));
                }
            }
        }
        return rows.sortedBy("NON_UNIQUE", "TYPE", "INDEX_NAME", "ORDINAL_POSITION")
                .open();
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
