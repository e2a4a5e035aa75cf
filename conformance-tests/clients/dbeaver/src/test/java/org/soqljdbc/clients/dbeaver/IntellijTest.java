package org.soqljdbc.clients.dbeaver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.soqljdbc.clients.dbeaver.LoadedDriver.rows;
import static org.soqljdbc.clients.dbeaver.LoadedDriver.values;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;

/**
 * IntelliJ IDEA's and DataGrip's driver of the kind Generic: introspection by JDBC metadata, then the data editor.
 *
 * <p>Their sources are not public: the order of the metadata calls is the one their introspection by JDBC needs (schemas,
 * tables, then columns, keys and indices of a schema), and the texts are those that the data editor previews.
 */
class IntellijTest {

    private static final String ORG = "salesforce";

    private static ClientOrg org;
    private static LoadedDriver driver;

    @BeforeAll
    static void start() throws ReflectiveOperationException {
        org = ClientOrg.start();
        driver = LoadedDriver.load();
    }

    @AfterAll
    static void stop() throws Exception {
        driver.close();
        org.close();
    }

    @Test
    void test_connection_tells_product_driver_and_identifiers() throws SQLException {
        try (Connection connection = driver.connect(org)) {
            DatabaseMetaData metaData = connection.getMetaData();
            assertEquals("Salesforce", metaData.getDatabaseProductName());
            assertFalse(metaData.getDatabaseProductVersion().isEmpty());
            assertEquals(4, metaData.getJDBCMajorVersion());
            metaData.getJDBCMinorVersion();
            metaData.getDriverName();
            metaData.getDriverVersion();
            metaData.getUserName();
            assertEquals("\"", metaData.getIdentifierQuoteString());
            metaData.getExtraNameCharacters();
            metaData.storesMixedCaseIdentifiers();
            metaData.storesMixedCaseQuotedIdentifiers();
            assertTrue(connection.isValid(5));
            connection.setNetworkTimeout(Runnable::run, 60_000);
            assertEquals(ORG, connection.getSchema());
            connection.getCatalog();
            connection.getWarnings();
        }
    }

    @Test
    void the_org_is_introspected_schema_by_schema() throws Exception {
        try (LoadedDriver fresh = LoadedDriver.load();
                Connection connection = fresh.connect(org)) {
            DatabaseMetaData metaData = connection.getMetaData();
            assertEquals(List.of(), rows(metaData.getCatalogs(), "TABLE_CAT"));
            assertTrue(values(rows(metaData.getSchemas(), "TABLE_SCHEM", "TABLE_CATALOG"), "TABLE_SCHEM")
                    .contains(ORG));
            rows(metaData.getTableTypes(), "TABLE_TYPE");
            rows(metaData.getTypeInfo(), "TYPE_NAME", "DATA_TYPE", "LITERAL_PREFIX", "LITERAL_SUFFIX");
            List<Map<String, Object>> tables = rows(
                    metaData.getTables(null, ORG, "%", null),
                    "TABLE_NAME",
                    "TABLE_TYPE",
                    "REMARKS",
                    "SELF_REFERENCING_COL_NAME");
            List<Map<String, Object>> columns = rows(
                    metaData.getColumns(null, ORG, "%", "%"),
                    "TABLE_NAME",
                    "COLUMN_NAME",
                    "DATA_TYPE",
                    "TYPE_NAME",
                    "COLUMN_SIZE",
                    "DECIMAL_DIGITS",
                    "NULLABLE",
                    "COLUMN_DEF",
                    "REMARKS",
                    "ORDINAL_POSITION",
                    "IS_AUTOINCREMENT",
                    "IS_GENERATEDCOLUMN");
            assertTrue(columns.size() > 10 * tables.size(), columns.size() + " columns");
            for (Object table : values(tables, "TABLE_NAME")) {
                String name = Objects.toString(table);
                rows(metaData.getPrimaryKeys(null, ORG, name), "COLUMN_NAME", "KEY_SEQ", "PK_NAME");
                rows(
                        metaData.getIndexInfo(null, ORG, name, false, true),
                        "INDEX_NAME",
                        "NON_UNIQUE",
                        "TYPE",
                        "COLUMN_NAME");
                rows(
                        metaData.getImportedKeys(null, ORG, name),
                        "PKTABLE_SCHEM",
                        "PKTABLE_NAME",
                        "FKCOLUMN_NAME",
                        "FK_NAME");
            }
            rows(metaData.getProcedures(null, ORG, "%"), "PROCEDURE_NAME", "PROCEDURE_TYPE", "REMARKS");
            rows(metaData.getProcedureColumns(null, ORG, "%", "%"), "PROCEDURE_NAME", "COLUMN_NAME", "COLUMN_TYPE");
            rows(metaData.getFunctions(null, ORG, "%"), "FUNCTION_NAME");
            rows(metaData.getUDTs(null, ORG, "%", null), "TYPE_NAME");
            long calls = fresh.calls(connection);
            assertTrue(calls <= 3 + tables.size() / 25, calls + " calls for " + tables.size() + " tables");
        }
    }

    @Test
    void the_data_editor_pages_filters_sorts_and_counts() throws Exception {
        try (Connection connection = driver.connect(org)) {
            DataGrid grid = new DataGrid(connection);
            // One more than it shows, to know whether there is a next page.
            assertEquals(
                    501,
                    grid.read("select t.* from salesforce.Contact t", 0, 501)
                            .rows()
                            .size());
            DataGrid.Shown shown =
                    grid.read("select t.* from salesforce.Account t where Industry = 'Energy' order by t.Name", 0, 501);
            assertEquals(Set.of("Energy"), new HashSet<>(shown.column("Industry")));
            assertEquals(
                    shown.rows().size(),
                    grid.count(
                            "select count(*) from (select t.* from salesforce.Account t where Industry = 'Energy') x"));
        }
    }

    @Test
    void the_data_editor_submits_its_changes() throws Exception {
        try (Connection connection = driver.connect(org)) {
            DataGrid grid = new DataGrid(connection);
            String id = grid.insert("INSERT INTO salesforce.Contact (LastName, Email) VALUES (?, ?)", "Smith", null);
            assertEquals(
                    1,
                    grid.change(
                            "UPDATE salesforce.Contact t SET t.Email = ?, t.LastName = ? WHERE t.Id = ?",
                            "smith@example.com",
                            "Smithson",
                            id));
            try (PreparedStatement again =
                    connection.prepareStatement("select t.* from salesforce.Contact t where t.Id = ?")) {
                again.setString(1, id);
                try (ResultSet row = again.executeQuery()) {
                    assertTrue(row.next());
                    assertEquals("Smithson", row.getString("LastName"));
                    assertEquals("smith@example.com", row.getString("Email"));
                }
            }
            assertEquals(1, grid.change("DELETE FROM salesforce.Contact t WHERE t.Id = ?", id));
            assertEquals(0, grid.count("select count(*) from salesforce.Contact where Id = '" + id + "'"));
        }
    }

    @Test
    void a_console_runs_several_kinds_of_statements_by_one_statement() throws Exception {
        try (Connection connection = driver.connect(org);
                Statement console = connection.createStatement()) {
            assertTrue(console.execute("select Name from Account limit 2"));
            try (ResultSet rows = console.getResultSet()) {
                assertTrue(rows.next());
            }
            assertFalse(console.getMoreResults());
            assertEquals(-1, console.getUpdateCount());
            assertFalse(console.execute("update Account set Rating = 'Hot' where Name = 'Acme'"));
            assertTrue(console.getUpdateCount() > 0);
            assertFalse(console.getMoreResults());
            assertEquals(-1, console.getUpdateCount());
        }
    }
}
