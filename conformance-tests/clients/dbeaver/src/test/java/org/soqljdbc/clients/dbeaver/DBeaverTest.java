package org.soqljdbc.clients.dbeaver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.soqljdbc.clients.dbeaver.LoadedDriver.values;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.soqljdbc.clients.ClientOrg;

/** A user's morning with DBeaver's generic driver: connect, unfold the tree, look at rows, change them, draw a diagram. */
class DBeaverTest {

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

    private static Connection open() throws SQLException {
        assertTrue(driver.accepts(org.url()));
        Connection connection = driver.connect(org);
        connection.setAutoCommit(true);
        assertTrue(connection.getAutoCommit());
        return connection;
    }

    @Test
    void the_tree_unfolds_with_a_call_for_the_tables_and_one_for_a_table() throws Exception {
        // What another connection has learned does not count here.
        try (LoadedDriver fresh = LoadedDriver.load();
                Connection connection = fresh.connect(org)) {
            DBeaverNavigator tree = new DBeaverNavigator(connection.getMetaData());
            tree.connected();
            List<Map<String, Object>> types = tree.types();
            assertTrue(values(types, "TYPE_NAME").contains("VARCHAR"), types::toString);
            assertEquals(List.of(), tree.catalogs());
            List<Object> schemas = values(tree.schemas(), "TABLE_SCHEM");
            assertTrue(schemas.contains(ORG), schemas::toString);
            assertTrue(values(tree.tableTypes(), "TABLE_TYPE").contains("TABLE"));
            long connected = fresh.calls(connection);
            assertTrue(connected <= 1, "the token at most, and not " + connected + " calls");

            List<Map<String, Object>> tables = tree.tables(ORG, null);
            assertTrue(values(tables, "TABLE_NAME").containsAll(List.of("Account", "Contact", "Invoice__c")));
            assertTrue(
                    tables.stream().allMatch(table -> "TABLE".equals(table.get("TABLE_TYPE"))),
                    "nothing is a view or hidden");
            assertEquals(1, fresh.calls(connection) - connected, "calls for all tables");

            List<Map<String, Object>> columns = tree.columns(ORG, "Account");
            assertEquals("Id", columns.get(0).get("COLUMN_NAME"));
            assertEquals(List.of("Id"), values(tree.primaryKey(ORG, "Account"), "COLUMN_NAME"));
            List<Map<String, Object>> keys = tree.foreignKeys(ORG, "Account");
            assertTrue(values(keys, "FKCOLUMN_NAME").containsAll(List.of("OwnerId", "ParentId")), keys::toString);
            List<Map<String, Object>> indexes = tree.indexes(ORG, "Account");
            assertTrue(values(indexes, "COLUMN_NAME").containsAll(List.of("Id", "Ext_Id__c")), indexes::toString);
            assertEquals(2, fresh.calls(connection) - connected, "calls for all tables and for one with all its parts");
        }
    }

    @Test
    void the_name_of_a_column_type_has_the_number_that_the_column_has() throws Exception {
        try (Connection connection = open()) {
            DBeaverNavigator tree = new DBeaverNavigator(connection.getMetaData());
            Map<Object, Set<Object>> numbers = tree.types().stream()
                    .collect(Collectors.groupingBy(
                            type -> type.get("TYPE_NAME"),
                            Collectors.mapping(type -> type.get("DATA_TYPE"), Collectors.toSet())));
            for (Map<String, Object> column : tree.columns(ORG, "Type_Sample__c")) {
                Set<Object> known = numbers.getOrDefault(column.get("TYPE_NAME"), Set.of());
                assertTrue(known.isEmpty() || known.contains(column.get("DATA_TYPE")), column::toString);
            }
        }
    }

    @Test
    void refreshing_one_table_finds_it_alone() throws Exception {
        try (Connection connection = open()) {
            DBeaverNavigator tree = new DBeaverNavigator(connection.getMetaData());
            assertEquals(List.of("Invoice__c"), values(tree.tables(ORG, "Invoice__c"), "TABLE_NAME"));
            Set<Object> named = new HashSet<>(values(tree.columns(ORG, "Invoice__c"), "TABLE_NAME"));
            assertEquals(Set.of("Invoice__c"), named);
        }
    }

    @Test
    void a_diagram_of_the_whole_org_costs_few_calls() throws Exception {
        // What another connection has learned does not count here.
        try (LoadedDriver fresh = LoadedDriver.load();
                Connection connection = fresh.connect(org)) {
            DBeaverNavigator tree = new DBeaverNavigator(connection.getMetaData());
            List<Object> tables = values(tree.tables(ORG, null), "TABLE_NAME");
            long before = fresh.calls(connection);
            Set<Object> described = new HashSet<>(values(tree.columns(ORG, null), "TABLE_NAME"));
            assertTrue(described.containsAll(List.of("Account", "Contact", "Invoice__c")));
            long relations = 0;
            for (Object table : tables) {
                String name = Objects.toString(table);
                tree.primaryKey(ORG, name);
                relations += tree.foreignKeys(ORG, name).size();
                tree.references(ORG, name);
                tree.indexes(ORG, name);
            }
            assertTrue(relations > tables.size(), relations + " relations of " + tables.size() + " tables");
            long calls = fresh.calls(connection) - before;
            assertTrue(calls <= 2 + tables.size() / 25, calls + " calls for " + tables.size() + " tables");
            List<Map<String, Object>> references = tree.references(ORG, "Account");
            assertTrue(values(references, "FKTABLE_NAME").contains("Contact"), references::toString);
        }
    }

    @Test
    void procedures_and_functions_are_listed() throws Exception {
        try (Connection connection = open()) {
            DBeaverNavigator tree = new DBeaverNavigator(connection.getMetaData());
            assertEquals(List.of(), tree.functions(ORG));
            for (Map<String, Object> procedure : tree.procedures(ORG)) {
                tree.procedureColumns(ORG, Objects.toString(procedure.get("PROCEDURE_NAME")));
            }
        }
    }

    @Test
    void the_grid_pages_by_the_number_of_rows_it_allows() throws Exception {
        try (Connection connection = open()) {
            DataGrid grid = new DataGrid(connection);
            String sql = "SELECT * FROM salesforce.Contact";
            DataGrid.Shown first = grid.read(sql, 0, 200);
            DataGrid.Shown second = grid.read(sql, 200, 200);
            assertEquals(200, first.rows().size());
            assertEquals(200, second.rows().size());
            assertEquals("Id", first.columns().get(0));
            Set<Object> ids = new HashSet<>(first.column("Id"));
            ids.addAll(second.column("Id"));
            assertEquals(400, ids.size(), "no row is in both");
        }
    }

    @Test
    void a_page_of_the_grid_costs_one_call() throws Exception {
        try (Connection connection = open()) {
            DataGrid grid = new DataGrid(connection);
            grid.read("SELECT * FROM salesforce.Contact", 0, 1);
            long before = driver.calls(connection);
            grid.read("SELECT * FROM salesforce.Contact", 0, 200);
            assertEquals(1, driver.calls(connection) - before);
        }
    }

    @Test
    void every_type_is_shown() throws Exception {
        try (Connection connection = open()) {
            DataGrid.Shown shown = new DataGrid(connection)
                    .read("SELECT * FROM salesforce.Type_Sample__c\nWHERE Name ='Known values'", 0, 200);
            assertEquals(1, shown.rows().size());
            assertEquals(shown.columns().size(), shown.rows().get(0).size());
        }
    }

    @Test
    void the_grid_filters_sorts_and_counts() throws Exception {
        try (Connection connection = open()) {
            DataGrid grid = new DataGrid(connection);
            DataGrid.Shown shown =
                    grid.read("SELECT * FROM salesforce.Account\nWHERE Industry ='Energy'\nORDER BY Name DESC", 0, 200);
            assertFalse(shown.rows().isEmpty());
            assertEquals(Set.of("Energy"), new HashSet<>(shown.column("Industry")));
            List<String> names = shown.column("Name").stream()
                    .map(name -> Objects.toString(name).toLowerCase(Locale.ROOT))
                    .toList();
            assertTrue(names.get(0).compareTo(names.get(names.size() - 1)) >= 0, names::toString);
            assertEquals(
                    shown.rows().size(),
                    grid.count("SELECT COUNT(*) FROM salesforce.Account\nWHERE Industry ='Energy'"));
            DataGrid.Shown without = grid.read(
                    "SELECT * FROM salesforce.Account\nWHERE (Industry ='Energy') AND (NumberOfEmployees IS NULL)",
                    0,
                    200);
            assertTrue(without.column("NumberOfEmployees").stream().allMatch(Objects::isNull));
        }
    }

    @Test
    void the_result_of_a_query_is_counted_filtered_and_sorted_around_it() throws Exception {
        try (Connection connection = open()) {
            DataGrid grid = new DataGrid(connection);
            String query = "SELECT Id, LastName, Email FROM Contact WHERE Email IS NOT NULL";
            long counted = grid.count("SELECT COUNT(*) FROM (\n" + query + "\n) dbvrcnt");
            assertTrue(counted > 0 && counted <= 5000, counted + " rows");
            Object name = grid.read(query, 0, 1).column("LastName").get(0);
            DataGrid.Shown shown = grid.read(
                    "SELECT * FROM (\n" + query + "\n) z_q WHERE z_q.LastName ='"
                            + Objects.toString(name).replace("'", "''") + "' ORDER BY z_q.Email",
                    0,
                    200);
            assertEquals(Set.of(name), new HashSet<>(shown.column("LastName")));
        }
    }

    @Test
    void a_row_is_added_edited_and_removed() throws Exception {
        try (Connection connection = open()) {
            DataGrid grid = new DataGrid(connection);
            Object account = grid.read("SELECT * FROM salesforce.Account", 0, 1)
                    .column("Id")
                    .get(0);
            String id =
                    grid.insert("INSERT INTO salesforce.Contact (LastName,AccountId)\n\tVALUES (?,?)", "Khan", account);
            assertEquals(18, id.length());
            String row = "SELECT * FROM salesforce.Contact\nWHERE Id ='" + id + "'";
            assertEquals(List.of("Khan"), grid.read(row, 0, 200).column("LastName"));

            Date birth = Date.valueOf("1980-02-29");
            assertEquals(
                    1,
                    grid.change(
                            "UPDATE salesforce.Contact\n\tSET Email=?,Birthdate=?\n\tWHERE Id=?",
                            "khan@example.com",
                            birth,
                            id));
            DataGrid.Shown edited = grid.read(row, 0, 200);
            assertEquals(List.of("khan@example.com"), edited.column("Email"));
            assertEquals(List.of(birth), edited.column("Birthdate"));
            assertEquals(1, grid.change("UPDATE salesforce.Contact\n\tSET Email=?\n\tWHERE Id=?", null, id));
            assertNull(grid.read(row, 0, 200).column("Email").get(0));

            assertEquals(1, grid.change("DELETE FROM salesforce.Contact\n\tWHERE Id=?", id));
            assertEquals(List.of(), grid.read(row, 0, 200).rows());
        }
    }

    @Test
    void the_connection_answers_a_ping() throws Exception {
        try (Connection connection = open()) {
            assertTrue(connection.isValid(10));
        }
    }
}
