package org.soqljdbc.clients.dbeaver;

import static org.soqljdbc.clients.dbeaver.LoadedDriver.rows;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What DBeaver's generic driver asks for its navigator tree and its diagrams, in its order, with the columns it reads. */
final class DBeaverNavigator {

    private static final String[] KEYS = {
        "PKTABLE_CAT", "PKTABLE_SCHEM", "PKTABLE_NAME", "PKCOLUMN_NAME", "FKTABLE_CAT", "FKTABLE_SCHEM", "FKTABLE_NAME",
        "FKCOLUMN_NAME", "KEY_SEQ", "UPDATE_RULE", "DELETE_RULE", "FK_NAME", "PK_NAME", "DEFERRABILITY"
    };

    private final DatabaseMetaData metaData;

    DBeaverNavigator(DatabaseMetaData metaData) {
        this.metaData = metaData;
    }

    /** On connecting: what the database is, and what its SQL allows. */
    void connected() throws SQLException {
        metaData.isReadOnly();
        metaData.getDatabaseProductName();
        metaData.getDatabaseProductVersion();
        metaData.getDriverName();
        metaData.getDriverVersion();
        metaData.getDatabaseMajorVersion();
        metaData.getDatabaseMinorVersion();
        metaData.getSchemaTerm();
        metaData.getProcedureTerm();
        metaData.getCatalogTerm();
        metaData.supportsBatchUpdates();
        metaData.supportsTransactions();
        for (int level : new int[] {0, 1, 2, 4, 8}) {
            metaData.supportsTransactionIsolationLevel(level);
        }
        metaData.getIdentifierQuoteString();
        metaData.supportsMixedCaseIdentifiers();
        metaData.supportsMixedCaseQuotedIdentifiers();
        metaData.storesUpperCaseIdentifiers();
        metaData.storesLowerCaseIdentifiers();
        metaData.storesMixedCaseIdentifiers();
        metaData.storesUpperCaseQuotedIdentifiers();
        metaData.storesLowerCaseQuotedIdentifiers();
        metaData.storesMixedCaseQuotedIdentifiers();
        metaData.getSearchStringEscape();
        metaData.getCatalogSeparator();
        metaData.supportsCatalogsInDataManipulation();
        metaData.supportsCatalogsInTableDefinitions();
        metaData.supportsCatalogsInProcedureCalls();
        metaData.supportsCatalogsInIndexDefinitions();
        metaData.supportsCatalogsInPrivilegeDefinitions();
        metaData.supportsSchemasInDataManipulation();
        metaData.supportsSchemasInTableDefinitions();
        metaData.supportsSchemasInProcedureCalls();
        metaData.supportsSchemasInIndexDefinitions();
        metaData.supportsSchemasInPrivilegeDefinitions();
        metaData.isCatalogAtStart();
        metaData.getExtraNameCharacters();
        metaData.getSQLKeywords();
        metaData.getNumericFunctions();
        metaData.getStringFunctions();
        metaData.getSystemFunctions();
        metaData.getTimeDateFunctions();
    }

    List<Map<String, Object>> types() throws SQLException {
        return rows(
                metaData.getTypeInfo(),
                "TYPE_NAME",
                "DATA_TYPE",
                "LOCAL_TYPE_NAME",
                "UNSIGNED_ATTRIBUTE",
                "SEARCHABLE",
                "PRECISION",
                "MINIMUM_SCALE",
                "MAXIMUM_SCALE");
    }

    List<Map<String, Object>> catalogs() throws SQLException {
        return rows(metaData.getCatalogs(), "TABLE_CAT");
    }

    List<Map<String, Object>> schemas() throws SQLException {
        return rows(metaData.getSchemas(null, "%"), "TABLE_SCHEM", "TABLE_CATALOG");
    }

    List<Map<String, Object>> tableTypes() throws SQLException {
        return rows(metaData.getTableTypes(), "TABLE_TYPE");
    }

    /** All tables of a schema, or one by its name. */
    List<Map<String, Object>> tables(String schema, String name) throws SQLException {
        return rows(
                metaData.getTables(null, escaped(schema), name == null ? "%" : escaped(name), null),
                "TABLE_NAME",
                "TABLE_TYPE",
                "TABLE_CAT",
                "TABLE_SCHEM",
                "REMARKS");
    }

    /** The columns of a table, or, with none named, of all tables of the schema at once. */
    List<Map<String, Object>> columns(String schema, String table) throws SQLException {
        return rows(
                metaData.getColumns(null, escaped(schema), table == null ? "%" : escaped(table), "%"),
                "TABLE_NAME",
                "COLUMN_NAME",
                "DATA_TYPE",
                "SOURCE_DATA_TYPE",
                "TYPE_NAME",
                "COLUMN_SIZE",
                "NULLABLE",
                "DECIMAL_DIGITS",
                "NUM_PREC_RADIX",
                "COLUMN_DEF",
                "REMARKS",
                "CHAR_OCTET_LENGTH",
                "ORDINAL_POSITION",
                "IS_AUTOINCREMENT",
                "IS_GENERATEDCOLUMN");
    }

    List<Map<String, Object>> primaryKey(String schema, String table) throws SQLException {
        return rows(metaData.getPrimaryKeys(null, schema, table), "TABLE_NAME", "PK_NAME", "COLUMN_NAME", "KEY_SEQ");
    }

    List<Map<String, Object>> indexes(String schema, String table) throws SQLException {
        return rows(
                metaData.getIndexInfo(null, schema, table, false, true),
                "TABLE_NAME",
                "INDEX_NAME",
                "NON_UNIQUE",
                "INDEX_QUALIFIER",
                "CARDINALITY",
                "TYPE",
                "ORDINAL_POSITION",
                "COLUMN_NAME",
                "ASC_OR_DESC");
    }

    List<Map<String, Object>> foreignKeys(String schema, String table) throws SQLException {
        return rows(metaData.getImportedKeys(null, schema, table), KEYS);
    }

    List<Map<String, Object>> references(String schema, String table) throws SQLException {
        return rows(metaData.getExportedKeys(null, schema, table), KEYS);
    }

    List<Map<String, Object>> functions(String schema) throws SQLException {
        return rows(
                metaData.getFunctions(null, schema, "%"), "FUNCTION_NAME", "SPECIFIC_NAME", "FUNCTION_TYPE", "REMARKS");
    }

    List<Map<String, Object>> procedures(String schema) throws SQLException {
        return rows(
                metaData.getProcedures(null, schema, "%"),
                "PROCEDURE_CAT",
                "PROCEDURE_NAME",
                "SPECIFIC_NAME",
                "PROCEDURE_TYPE",
                "REMARKS");
    }

    List<Map<String, Object>> procedureColumns(String schema, String procedure) throws SQLException {
        return rows(
                metaData.getProcedureColumns(null, schema, escaped(procedure), "%"),
                "COLUMN_NAME",
                "COLUMN_TYPE",
                "DATA_TYPE",
                "TYPE_NAME",
                "ORDINAL_POSITION");
    }

    /** A name as a pattern that finds it alone. */
    private String escaped(String name) throws SQLException {
        String escape = metaData.getSearchStringEscape();
        return name.replace("_", escape + "_").replace("%", escape + "%");
    }
}
