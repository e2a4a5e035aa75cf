package org.soqljdbc.conformance.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.log.Call;

/** The views of information_schema: as SQL reads them, as DatabaseMetaData lists them, and what they cost. */
class InformationSchemaTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg(builder -> builder.withGeneratedObjects(40));

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = ORG.open();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private List<List<Object>> rows(String sql) throws SQLException {
        return TestOrg.rows(connection, sql);
    }

    private static List<String> told(ResultSet set, String... columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (set) {
            while (set.next()) {
                List<String> values = new ArrayList<>();
                for (String column : columns) {
                    values.add(set.getString(column));
                }
                rows.add(String.join("/", values));
            }
        }
        return rows;
    }

    private static List<String> joined(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> String.join("/", row.stream().map(String::valueOf).toList()))
                .toList();
    }

    private List<String> describes() {
        return ORG.calls().stream()
                .filter(call -> !call.asksToken())
                .map(Call::toString)
                .toList();
    }

    @Test
    void columns_of_one_table_are_those_of_getColumns_and_cost_its_describe_at_most() throws SQLException {
        List<List<Object>> columns = rows("SELECT column_name, ordinal_position, data_type, is_nullable, remarks"
                + " FROM information_schema.columns WHERE table_schema = 'salesforce' AND table_name = 'account'"
                + " ORDER BY ordinal_position");
        assertTrue(describes().size() <= 1, describes().toString());
        assertEquals(
                told(
                        connection.getMetaData().getColumns(null, "salesforce", "Account", "%"),
                        "COLUMN_NAME",
                        "ORDINAL_POSITION",
                        "TYPE_NAME",
                        "IS_NULLABLE",
                        "REMARKS"),
                joined(columns));
    }

    @Test
    void tables_are_those_of_getTables() throws SQLException {
        List<String> tables = joined(
                rows("SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' ORDER BY 1"));
        List<String> listed = told(connection.getMetaData().getTables(null, "salesforce", "%", null), "TABLE_NAME");
        assertEquals(listed.stream().sorted().toList(), tables.stream().sorted().toList());
    }

    @Test
    void views_are_listed_in_their_own_schema_only_and_at_no_cost() throws SQLException {
        ORG.simulated().forgetCalls();
        List<String> views =
                told(connection.getMetaData().getTables(null, null, "%", new String[] {"SYSTEM VIEW"}), "TABLE_NAME");
        assertTrue(views.containsAll(List.of("columns", "picklist_values", "tables")), views.toString());
        assertEquals(
                List.of(), told(connection.getMetaData().getTables(null, "salesforce", "columns", null), "TABLE_NAME"));
        List<String> columns =
                told(connection.getMetaData().getColumns(null, "information_schema", "%", "%"), "TABLE_NAME");
        assertTrue(columns.containsAll(views), columns.toString());
        assertEquals(
                List.of("information_schema", "salesforce"),
                told(connection.getMetaData().getSchemas(), "TABLE_SCHEM"));
        for (String view : views) {
            try (Statement statement = connection.createStatement();
                    ResultSet read =
                            statement.executeQuery("SELECT * FROM information_schema." + view + " WHERE 1 = 0")) {
                assertEquals(view, read.getMetaData().getTableName(1));
                assertEquals("information_schema", read.getMetaData().getSchemaName(1));
                assertEquals(
                        told(connection.getMetaData().getColumns(null, "information_schema", view, "%"), "COLUMN_NAME")
                                .size(),
                        read.getMetaData().getColumnCount());
            }
        }
    }

    @Test
    void keys_are_those_of_the_metadata() throws SQLException {
        List<String> keys = joined(rows("SELECT c.constraint_name, u.column_name, r.referenced_table_name"
                + " FROM information_schema.table_constraints c"
                + " JOIN information_schema.key_column_usage u ON u.constraint_name = c.constraint_name"
                + " JOIN information_schema.referential_constraints r ON r.constraint_name = c.constraint_name"
                + " WHERE c.table_name = 'Contact' AND u.table_name = 'Contact' AND r.table_name = 'Contact'"
                + " AND c.constraint_type = 'FOREIGN KEY' ORDER BY 1"));
        assertTrue(keys.contains("FK_Contact_AccountId_Account/AccountId/Account"), keys.toString());
        assertEquals(
                told(
                                connection.getMetaData().getImportedKeys(null, null, "Contact"),
                                "FK_NAME",
                                "FKCOLUMN_NAME",
                                "PKTABLE_NAME")
                        .stream()
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList(),
                keys);
    }

    @Test
    void our_own_views_tell_what_describe_tells() throws SQLException {
        assertFalse(rows("SELECT value FROM information_schema.picklist_values"
                        + " WHERE table_name = 'Account' AND column_name = 'Industry'")
                .isEmpty());
        assertFalse(rows("SELECT name FROM information_schema.record_types WHERE table_name = 'Account'")
                .isEmpty());
        assertTrue(joined(rows("SELECT relationship_name, referenced_table_name, is_polymorphic"
                        + " FROM information_schema.relationships WHERE table_name = 'Contact'"))
                .contains("Account/Account/false"));
        assertTrue(joined(rows("SELECT relationship_name, child_table_name"
                        + " FROM information_schema.child_relationships WHERE table_name = 'Account'"))
                .contains("Contacts/Contact"));
        List<List<Object>> limits = rows("SELECT maximum, remaining, used FROM information_schema.api_limits"
                + " WHERE name = 'DailyApiRequests'");
        assertEquals(1, limits.size());
        assertEquals(100_000L, limits.get(0).get(0));
    }

    @Test
    void views_join_objects_of_the_org_and_take_parameters() throws SQLException {
        List<List<Object>> kinds = rows("SELECT t.label, COUNT(*) FROM information_schema.tables t"
                + " JOIN Account a ON t.table_name = 'Account' AND a.Id IS NOT NULL GROUP BY t.label");
        assertEquals("Account", kinds.get(0).get(0));
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT COUNT(*) FROM information_schema.columns" + " WHERE table_name LIKE ? AND data_type <> ?")) {
            query.setString(1, "Acc%");
            query.setString(2, "VARCHAR");
            try (ResultSet read = query.executeQuery()) {
                assertTrue(read.next());
                assertTrue(read.getInt(1) > 0);
            }
        }
    }

    @Test
    void names_that_are_in_no_org_give_no_rows() throws SQLException {
        assertEquals(
                List.of(), rows("SELECT * FROM information_schema.columns WHERE table_name IN ('Nothing', 'Nobody')"));
        assertEquals(
                "42S02",
                assertThrows(SQLException.class, () -> rows("SELECT * FROM information_schema.colums"))
                        .getSQLState());
    }

    @Test
    void every_table_described_costs_a_call_for_each_25() throws SQLException {
        long tables = (long)
                rows("SELECT COUNT(*) FROM information_schema.tables").get(0).get(0);
        ORG.simulated().forgetCalls();
        rows("SELECT COUNT(*) FROM information_schema.columns");
        assertTrue(ORG.calls().size() <= tables / 25 + 1, describes().toString());
    }

    @Test
    void what_liquibase_asks_of_an_unknown_product_is_answered() throws SQLException {
        assertEquals(
                List.of(),
                rows("select CONSTRAINT_NAME, CONSTRAINT_TYPE, TABLE_NAME from information_schema.constraints"
                        + " where constraint_schema='salesforce' and constraint_catalog='null'"
                        + " and constraint_type='UNIQUE' and table_name='Account'"));
    }

    @Test
    void explain_tells_that_a_view_is_made_of_describes() throws SQLException {
        String plan = String.join(
                "\n",
                joined(rows("EXPLAIN SELECT column_name FROM information_schema.columns WHERE table_name = 'Case'")));
        assertTrue(plan.contains("describes: SELECT "), plan);
    }
}
