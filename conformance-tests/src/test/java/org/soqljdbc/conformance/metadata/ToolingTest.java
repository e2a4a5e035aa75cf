package org.soqljdbc.conformance.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.log.Call;

/** The schema of Tooling API: there when named, listed when asked for, and read only. */
class ToolingTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg(builder -> builder.withRows("ApexClass", 12));

    private static List<String> told(ResultSet set, String column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (set) {
            while (set.next()) {
                values.add(set.getString(column));
            }
        }
        return values;
    }

    @Test
    void its_objects_are_tables_of_a_query_that_names_the_schema() throws SQLException {
        try (Connection connection = ORG.open();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(
                    "SELECT c.Name, c.CreatedBy.Name FROM tooling.ApexClass c WHERE c.ApiVersion > 0 ORDER BY c.Name LIMIT 5")) {
                assertEquals("tooling", rows.getMetaData().getSchemaName(1));
                assertEquals("ApexClass", rows.getMetaData().getTableName(1));
                int count = 0;
                while (rows.next()) {
                    count++;
                    assertFalse(rows.getString(1).isEmpty());
                }
                assertEquals(5, count);
            }
            Call last = ORG.calls().get(ORG.calls().size() - 1);
            assertTrue(last.path().endsWith("/tooling/query"), last.toString());
            assertEquals(
                    12L,
                    TestOrg.rows(connection, "SELECT COUNT(*) FROM tooling.ApexClass")
                            .get(0)
                            .get(0));
        }
    }

    @Test
    void what_one_query_cannot_say_is_joined_here() throws SQLException {
        try (Connection connection = ORG.open()) {
            List<List<Object>> rows = TestOrg.rows(
                    connection,
                    "SELECT a.Status, COUNT(*) FROM tooling.ApexClass a JOIN tooling.ApexClass b ON a.Name = b.Name"
                            + " GROUP BY a.Status");
            assertFalse(rows.isEmpty());
        }
    }

    @Test
    void one_statement_reads_objects_of_one_schema_and_nothing_is_written() throws SQLException {
        try (Connection connection = ORG.open()) {
            for (String sql : List.of(
                    "SELECT a.Id FROM tooling.ApexClass a JOIN salesforce.Account b ON a.Name = b.Name",
                    "SELECT Id FROM Account WHERE Name IN (SELECT Name FROM tooling.ApexClass)",
                    "DELETE FROM tooling.ApexClass WHERE Id = '01p5g000000000AAAA'")) {
                SQLException refused = assertThrows(SQLException.class, () -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                });
                assertEquals("42S02", refused.getSQLState(), sql + ": " + refused.getMessage());
            }
        }
    }

    @Test
    void metadata_lists_it_when_named_or_asked_for() throws SQLException {
        try (Connection connection = ORG.open()) {
            DatabaseMetaData metaData = connection.getMetaData();
            assertFalse(told(metaData.getSchemas(), "TABLE_SCHEM").contains("tooling"));
            assertFalse(told(metaData.getTables(null, null, "%", null), "TABLE_NAME")
                    .contains("ApexClass"));
            assertEquals(
                    List.of("ApexClass", "CustomField", "User"),
                    told(metaData.getTables(null, "tooling", "%", null), "TABLE_NAME"));
            assertTrue(told(metaData.getColumns(null, "tooling", "ApexClass", "%"), "COLUMN_NAME")
                    .contains("LengthWithoutComments"));
        }
        try (Connection connection = ORG.open("tooling", "true")) {
            DatabaseMetaData metaData = connection.getMetaData();
            assertEquals(
                    List.of("information_schema", "salesforce", "tooling"), told(metaData.getSchemas(), "TABLE_SCHEM"));
            assertTrue(told(metaData.getTables(null, null, "Apex%", null), "TABLE_SCHEM")
                    .contains("tooling"));
        }
    }
}
