package org.soqljdbc.metadata;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.metadata.facts.DriverFacts;
import org.soqljdbc.metadata.shape.MetadataRows;
import org.soqljdbc.metadata.shape.Shape;
import org.soqljdbc.metadata.shape.Shapes;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.tables.NamePattern;

/**
 * Describes the org as a database: one schema of tables with columns, keys and indices.
 *
 * <p>What is the same for every org is in {@link DriverFacts}. The result sets of things that Salesforce does not have
 * are empty, with all their columns. A table, schema or catalog that does not exist means no rows, not an error. Every
 * result set is refused with 08003 after the connection was closed.
 */
final class DatabaseMetaDataFace implements DriverFacts {

    private final ConnectionFacts facts;
    private final ResultSetOpener opener;
    private final TableSets tableSets;
    private final ColumnSets columnSets;
    private final KeySets keySets;

    DatabaseMetaDataFace(ConnectionFacts facts, Catalog catalog, ResultSetOpener opener) {
        this.facts = facts;
        this.opener = opener;
        OrgTables tables = new OrgTables(catalog, true, opener);
        Optional<OrgTables> tooling = catalog.tooling().map(other -> new OrgTables(other, facts.tooling(), opener));
        this.tableSets = new TableSets(tables, tooling);
        this.columnSets = new ColumnSets(tables, tooling, facts.compoundFields());
        this.keySets = new KeySets(tables);
    }

    private interface Rows {
        RowStream gather() throws SQLException;
    }

    private ResultSet open(Rows rows) throws SQLException {
        opener.requireOpen();
        return opener.open(rows.gather());
    }

    private ResultSet none(Shape shape) throws SQLException {
        return open(() -> MetadataRows.none(shape));
    }

    // The connection and the versions.

    @Override
    public Connection getConnection() {
        return facts.connection();
    }

    @Override
    public String getURL() {
        return facts.url();
    }

    @Override
    public String getUserName() {
        return facts.userName();
    }

    /** The version of the REST API: {@code 67.0}. */
    @Override
    public String getDatabaseProductVersion() {
        return facts.apiVersion();
    }

    @Override
    public int getDatabaseMajorVersion() {
        return facts.apiMajor();
    }

    @Override
    public int getDatabaseMinorVersion() {
        return facts.apiMinor();
    }

    @Override
    public String getDriverName() {
        return facts.driverName();
    }

    @Override
    public String getDriverVersion() {
        return facts.driverVersion();
    }

    @Override
    public int getDriverMajorVersion() {
        return facts.driverMajor();
    }

    @Override
    public int getDriverMinorVersion() {
        return facts.driverMinor();
    }

    @Override
    public boolean isReadOnly() {
        return facts.readOnly();
    }

    // With transactions=atomic, a commit sends what was written since the last one.

    @Override
    public boolean supportsTransactions() {
        return facts.atomic();
    }

    @Override
    public boolean supportsMultipleTransactions() {
        return facts.atomic();
    }

    @Override
    public boolean supportsDataManipulationTransactionsOnly() {
        return facts.atomic();
    }

    /** False where keys are there only after the commit. */
    @Override
    public boolean generatedKeyAlwaysReturned() {
        return !facts.atomic();
    }

    @Override
    public ResultSet getClientInfoProperties() throws SQLException {
        return open(ConnectionSets::clientInfoProperties);
    }

    // Schemas and tables.

    @Override
    public ResultSet getSchemas() throws SQLException {
        return getSchemas(null, null);
    }

    @Override
    public ResultSet getSchemas(String catalog, String schemaPattern) throws SQLException {
        return open(() -> tableSets.schemas(TableArguments.patterns(catalog, schemaPattern, null)));
    }

    @Override
    public ResultSet getTables(String catalog, String schemaPattern, String tableNamePattern, String[] types)
            throws SQLException {
        return open(() -> tableSets.tables(TableArguments.patterns(catalog, schemaPattern, tableNamePattern), types));
    }

    @Override
    public ResultSet getTableTypes() throws SQLException {
        return open(tableSets::tableTypes);
    }

    // Columns and types.

    @Override
    public ResultSet getColumns(String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
            throws SQLException {
        return open(() -> columnSets.columns(
                TableArguments.patterns(catalog, schemaPattern, tableNamePattern),
                NamePattern.like(columnNamePattern)));
    }

    /** The Id, whatever scope is asked for: it lives as long as the record. */
    @Override
    public ResultSet getBestRowIdentifier(String catalog, String schema, String table, int scope, boolean nullable)
            throws SQLException {
        return open(() -> columnSets.bestRowIdentifier(TableArguments.names(catalog, schema, table)));
    }

    @Override
    public ResultSet getVersionColumns(String catalog, String schema, String table) throws SQLException {
        return open(() -> columnSets.versionColumns(TableArguments.names(catalog, schema, table)));
    }

    @Override
    public ResultSet getTypeInfo() throws SQLException {
        return open(columnSets::typeInfo);
    }

    // Keys and indices.

    @Override
    public ResultSet getPrimaryKeys(String catalog, String schema, String table) throws SQLException {
        return open(() -> keySets.primaryKeys(TableArguments.names(catalog, schema, table)));
    }

    @Override
    public ResultSet getImportedKeys(String catalog, String schema, String table) throws SQLException {
        return open(() -> keySets.importedKeys(TableArguments.names(catalog, schema, table)));
    }

    @Override
    public ResultSet getExportedKeys(String catalog, String schema, String table) throws SQLException {
        return open(() -> keySets.exportedKeys(TableArguments.names(catalog, schema, table)));
    }

    @Override
    public ResultSet getCrossReference(
            String parentCatalog,
            String parentSchema,
            String parentTable,
            String foreignCatalog,
            String foreignSchema,
            String foreignTable)
            throws SQLException {
        return open(() -> keySets.keysTo(
                TableArguments.names(parentCatalog, parentSchema, parentTable),
                TableArguments.names(foreignCatalog, foreignSchema, foreignTable)));
    }

    /** The facts are exact whatever {@code approximate} allows; numbers of rows and pages are not known. */
    @Override
    public ResultSet getIndexInfo(String catalog, String schema, String table, boolean unique, boolean approximate)
            throws SQLException {
        return open(() -> keySets.indexInfo(TableArguments.names(catalog, schema, table), unique));
    }

    // What Salesforce does not have, or does not tell: empty, with all columns.

    @Override
    public ResultSet getCatalogs() throws SQLException {
        return none(Shapes.CATALOGS);
    }

    @Override
    public ResultSet getProcedures(String catalog, String schemaPattern, String procedureNamePattern)
            throws SQLException {
        return open(
                () -> ProcedureSets.procedures(TableArguments.patterns(catalog, schemaPattern, procedureNamePattern)));
    }

    @Override
    public ResultSet getProcedureColumns(
            String catalog, String schemaPattern, String procedureNamePattern, String columnNamePattern)
            throws SQLException {
        return open(() -> ProcedureSets.columns(
                TableArguments.patterns(catalog, schemaPattern, procedureNamePattern),
                NamePattern.like(columnNamePattern)));
    }

    @Override
    public ResultSet getFunctions(String catalog, String schemaPattern, String functionNamePattern)
            throws SQLException {
        return none(Shapes.FUNCTIONS);
    }

    @Override
    public ResultSet getFunctionColumns(
            String catalog, String schemaPattern, String functionNamePattern, String columnNamePattern)
            throws SQLException {
        return none(Shapes.FUNCTION_COLUMNS);
    }

    @Override
    public ResultSet getColumnPrivileges(String catalog, String schema, String table, String columnNamePattern)
            throws SQLException {
        return none(Shapes.COLUMN_PRIVILEGES);
    }

    @Override
    public ResultSet getTablePrivileges(String catalog, String schemaPattern, String tableNamePattern)
            throws SQLException {
        return none(Shapes.TABLE_PRIVILEGES);
    }

    @Override
    public ResultSet getPseudoColumns(
            String catalog, String schemaPattern, String tableNamePattern, String columnNamePattern)
            throws SQLException {
        return none(Shapes.PSEUDO_COLUMNS);
    }

    @Override
    public ResultSet getUDTs(String catalog, String schemaPattern, String typeNamePattern, int[] types)
            throws SQLException {
        return none(Shapes.UDTS);
    }

    @Override
    public ResultSet getSuperTypes(String catalog, String schemaPattern, String typeNamePattern) throws SQLException {
        return none(Shapes.SUPER_TYPES);
    }

    @Override
    public ResultSet getSuperTables(String catalog, String schemaPattern, String tableNamePattern) throws SQLException {
        return none(Shapes.SUPER_TABLES);
    }

    @Override
    public ResultSet getAttributes(
            String catalog, String schemaPattern, String typeNamePattern, String attributeNamePattern)
            throws SQLException {
        return none(Shapes.ATTRIBUTES);
    }

    // Wrapping.

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type != null && type.isInstance(this);
    }

    /** @throws SQLException 22023 if this object is no {@code type} */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (isWrapperFor(type)) {
            return type.cast(this);
        }
        throw SqlErrors.of(
                SqlState.INVALID_PARAMETER_VALUE,
                "DatabaseMetaData does not wrap " + (type == null ? "null" : type.getName()));
    }
}
