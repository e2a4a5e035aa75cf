package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.soqljdbc.simulated.SimulatedOrg;
import org.soqljdbc.simulated.log.Call;

/** DatabaseMetaData of a whole org: what it says, and what it costs. */
class MetadataTest {

    private static final int DESCRIBES_IN_A_CALL = 25;

    private static List<List<String>> rows(ResultSet set, String... columns) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (set) {
            while (set.next()) {
                List<String> values = new ArrayList<>();
                for (String column : columns) {
                    values.add(String.valueOf(set.getString(column)));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static List<String> tables(DatabaseMetaData metaData) throws SQLException {
        return rows(metaData.getTables(null, null, "%", new String[] {"TABLE"}), "TABLE_NAME").stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static String escaped(String name) {
        return name.replace("_", "\\_");
    }

    @Test
    void connecting_listing_and_describing_cost_one_call_each() throws SQLException {
        try (SimulatedOrg org = SimulatedOrg.start();
                Connection connection = OrgConnections.open(org)) {
            DatabaseMetaData metaData = connection.getMetaData();
            assertEquals(1, org.calls().size());
            assertTrue(org.calls().get(0).asksToken());
            org.forgetCalls();
            assertTrue(tables(metaData).contains("Account"));
            assertEquals(1, org.calls().size(), org.calls().toString());
            tables(metaData);
            assertEquals(1, org.calls().size(), org.calls().toString());
            org.forgetCalls();
            assertTrue(rows(metaData.getColumns(null, "salesforce", "Account", "%"), "COLUMN_NAME")
                    .contains(List.of("Name")));
            assertEquals(1, org.calls().size(), org.calls().toString());
        }
    }

    @Test
    void the_columns_of_all_tables_cost_a_call_for_each_25_and_are_kept() throws SQLException {
        try (SimulatedOrg org = SimulatedOrg.builder().withGeneratedObjects(60).start();
                Connection connection = OrgConnections.open(org)) {
            DatabaseMetaData metaData = connection.getMetaData();
            int count = tables(metaData).size();
            org.forgetCalls();
            List<List<String>> columns =
                    rows(metaData.getColumns(null, "salesforce", "%", "%"), "TABLE_NAME", "ORDINAL_POSITION");
            Set<String> described = new HashSet<>();
            columns.forEach(row -> described.add(row.get(0)));
            assertEquals(count, described.size());
            assertEquals(
                    (count + DESCRIBES_IN_A_CALL - 1) / DESCRIBES_IN_A_CALL,
                    org.calls().size());
            org.forgetCalls();
            assertEquals(
                    columns.size(),
                    rows(metaData.getColumns(null, "salesforce", null, null), "TABLE_NAME")
                            .size());
            assertEquals(List.<Call>of(), org.calls());
        }
    }

    @Test
    void every_column_is_what_a_query_of_it_says() throws SQLException {
        try (SimulatedOrg org = SimulatedOrg.start();
                Connection connection = OrgConnections.open(org)) {
            DatabaseMetaData metaData = connection.getMetaData();
            for (String table : tables(metaData)) {
                List<List<String>> told = rows(
                        metaData.getColumns(null, null, escaped(table), "%"),
                        "TABLE_NAME",
                        "COLUMN_NAME",
                        "DATA_TYPE",
                        "TYPE_NAME",
                        "NULLABLE",
                        "IS_AUTOINCREMENT");
                assertEquals(queried(connection, table, told), told);
            }
            assertTrue(org.calls().stream().noneMatch(Call::startsQuery), "columns cost no query");
        }
    }

    private static List<List<String>> queried(Connection connection, String table, List<List<String>> columns)
            throws SQLException {
        String fields =
                String.join(", ", columns.stream().map(row -> row.get(1)).toList());
        List<List<String>> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT " + fields + " FROM " + table)) {
            ResultSetMetaData shape = query.getMetaData();
            for (int i = 1; i <= shape.getColumnCount(); i++) {
                rows.add(List.of(
                        shape.getTableName(i),
                        shape.getColumnName(i),
                        Integer.toString(shape.getColumnType(i)),
                        shape.getColumnTypeName(i),
                        Integer.toString(shape.isNullable(i)),
                        shape.isAutoIncrement(i) ? "YES" : "NO"));
            }
        }
        return rows;
    }

    @Test
    void every_table_that_is_listed_can_be_read_by_its_columns() throws SQLException {
        try (SimulatedOrg org = SimulatedOrg.start();
                Connection connection = OrgConnections.open(org)) {
            DatabaseMetaData metaData = connection.getMetaData();
            for (String table : List.of("Account", "Contact", "Opportunity", "Case", "User")) {
                List<String> fields = rows(metaData.getColumns(null, null, table, "%"), "COLUMN_NAME").stream()
                        .map(row -> row.get(0))
                        .toList();
                String soql = "SELECT " + String.join(", ", fields) + " FROM " + table + " LIMIT 3";
                try (PreparedStatement query = connection.prepareStatement(soql);
                        ResultSet read = query.executeQuery()) {
                    assertTrue(read.next(), table);
                    assertEquals(fields.size(), read.getMetaData().getColumnCount());
                }
            }
        }
    }

    @Test
    void keys_lead_from_table_to_table_and_have_one_name_at_both_ends() throws SQLException {
        String[] key = {"FK_NAME", "FKTABLE_NAME", "FKCOLUMN_NAME", "PKTABLE_NAME", "PKCOLUMN_NAME", "PK_NAME"};
        try (SimulatedOrg org = SimulatedOrg.start();
                Connection connection = OrgConnections.open(org)) {
            DatabaseMetaData metaData = connection.getMetaData();
            Set<List<String>> imported = new HashSet<>();
            Set<List<String>> exported = new HashSet<>();
            Set<String> names = new HashSet<>();
            List<String> tables = tables(metaData);
            for (String table : tables) {
                for (List<String> row : rows(metaData.getImportedKeys(null, null, table), key)) {
                    assertTrue(imported.add(row), row.toString());
                    assertTrue(names.add(row.get(0)), row.toString());
                    assertTrue(tables.contains(row.get(3)), row.toString());
                }
                exported.addAll(rows(metaData.getExportedKeys(null, null, table), key));
            }
            assertTrue(imported.stream().anyMatch(row -> row.get(0).equals("FK_Contact_AccountId_Account")));
            assertEquals(Set.of(), missing(exported, imported), "exported and not imported");
            assertEquals(Set.of(), missing(imported, exported), "imported and not exported");
        }
    }

    private static Set<List<String>> missing(Set<List<String>> all, Set<List<String>> from) {
        Set<List<String>> missing = new HashSet<>(all);
        missing.removeAll(from);
        return missing;
    }
}
