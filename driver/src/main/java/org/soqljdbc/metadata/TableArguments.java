package org.soqljdbc.metadata;

import java.sql.SQLException;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.tables.NamePattern;

/** The catalog, schema and table that most methods of DatabaseMetaData take. */
record TableArguments(NamePattern catalog, NamePattern schema, NamePattern table) {

    /** Where schema and table are patterns. */
    static TableArguments patterns(String catalog, String schemaPattern, String tablePattern) {
        return new TableArguments(
                NamePattern.like(catalog), NamePattern.like(schemaPattern), NamePattern.like(tablePattern));
    }

    /**
     * Where all three are names.
     *
     * @throws SQLException 22023 if the table is null: JDBC gives that no meaning for these methods
     */
    static TableArguments names(String catalog, String schema, String table) throws SQLException {
        if (table == null) {
            throw SqlErrors.of(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "The table is null; this method describes one table, by its name");
        }
        return new TableArguments(NamePattern.like(catalog), NamePattern.exactly(schema), NamePattern.exactly(table));
    }

    /** Whether they mean the schema of the org's objects, which is in no catalog. */
    boolean reachTheSchema() {
        return reach(Catalog.SCHEMA);
    }

    /** Whether they name a schema, and no other; none is in a catalog. */
    boolean name(String other) {
        return catalog.matches("")
                && schema.onlyName().filter(other::equalsIgnoreCase).isPresent();
    }

    /** Whether they mean a schema; none is in a catalog. */
    boolean reach(String name) {
        return catalog.matches("") && schema.matches(name);
    }
}
