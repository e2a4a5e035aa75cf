package org.soqljdbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;

class TableContentTest {

    private final SampleOrg org = SampleOrg.usual();
    private final Told told = new Told(org);

    private List<String> tables(String catalog, String schema, String table, String... types) throws SQLException {
        return told.rows(
                metaData -> metaData.getTables(catalog, schema, table, types.length == 0 ? null : types), "TABLE_NAME");
    }

    @Test
    void tables_are_the_queryable_objects_and_cost_one_call() throws SQLException {
        assertEquals(
                List.of("Account", "Contact", "InvoiceXYc", "Invoice__c", "Reading__b", "Task", "User"),
                tables(null, "salesforce", "%"));
        assertEquals(List.of("list"), org.asked);
    }

    @Test
    void a_table_is_a_table_in_the_one_schema_with_its_kind_in_the_remarks() throws SQLException {
        assertEquals(
                List.of("null/salesforce/Invoice__c/TABLE/Invoice (custom object)/null"),
                told.rows(
                        metaData -> metaData.getTables(null, "salesforce", "Invoice\\_\\_c", new String[] {"TABLE"}),
                        "TABLE_CAT",
                        "TABLE_SCHEM",
                        "TABLE_NAME",
                        "TABLE_TYPE",
                        "REMARKS",
                        "REF_GENERATION"));
        assertEquals(
                List.of("Account (standard object)", "Reading (big object)"),
                told.rows(metaData -> metaData.getTables(null, null, "_%", null), "REMARKS").stream()
                        .filter(remarks -> remarks.startsWith("Account") || remarks.startsWith("Reading"))
                        .toList());
    }

    @Test
    void views_are_listed_apart_and_ask_nothing_of_the_org() throws SQLException {
        assertEquals(
                List.of("null/information_schema/columns/SYSTEM VIEW/Columns of tables and views"),
                told.rows(
                        metaData -> metaData.getTables(null, "info%", "COLUMNS", null),
                        "TABLE_CAT",
                        "TABLE_SCHEM",
                        "TABLE_NAME",
                        "TABLE_TYPE",
                        "REMARKS"));
        assertEquals(List.of(), tables(null, null, "columns", "TABLE"));
        org.asked.clear();
        assertEquals(
                List.of("catalog_name", "schema_name", "schema_owner", "default_character_set_name"),
                told.rows(m -> m.getColumns(null, "information_schema", "schemata", "%"), "COLUMN_NAME"));
        assertEquals(List.of(), org.asked);
    }

    @Test
    void patterns_choose_tables() throws SQLException {
        assertEquals(List.of("Account"), tables(null, null, "ACC%"));
        assertEquals(List.of("InvoiceXYc", "Invoice__c"), tables(null, null, "Invoice__c"));
        assertEquals(List.of("Invoice__c"), tables(null, null, "Invoice\\_\\_c"));
        assertEquals(List.of(), tables(null, null, ""));
        assertEquals(List.of(), tables(null, null, "Hidden"));
    }

    @Test
    void schema_and_catalog_are_compared_without_case_and_null_means_any() throws SQLException {
        assertEquals(List.of("Account"), tables(null, "SALESFORCE", "Account"));
        assertEquals(List.of("Account"), tables("", "sales%", "Account"));
        assertEquals(List.of("Account"), tables("%", null, "Account"));
        assertEquals(List.of(), tables(null, "", "Account"));
        assertEquals(List.of(), tables(null, "public", "Account"));
        assertEquals(List.of(), tables("other", null, "Account"));
    }

    @Test
    void only_the_type_table_has_tables() throws SQLException {
        assertEquals(List.of("Account"), tables(null, null, "Account", "VIEW", "table"));
        assertEquals(List.of(), tables(null, null, "Account", "VIEW"));
        assertEquals(List.of(), told.rows(m -> m.getTables(null, null, "Account", new String[0]), "TABLE_NAME"));
        assertEquals(List.of("SYSTEM VIEW", "TABLE"), told.rows(DatabaseMetaData::getTableTypes, "TABLE_TYPE"));
    }

    @Test
    void a_type_that_is_not_wanted_costs_no_call() throws SQLException {
        tables(null, null, "%", "VIEW");
        tables(null, "public", "%");
        assertEquals(List.of(), org.asked);
    }

    @Test
    void there_is_one_schema_for_objects_and_one_for_views_and_no_catalog() throws SQLException {
        assertEquals(
                List.of("information_schema/null", "salesforce/null"),
                told.rows(DatabaseMetaData::getSchemas, "TABLE_SCHEM", "TABLE_CATALOG"));
        assertEquals(
                List.of("information_schema", "salesforce"), told.rows(m -> m.getSchemas(null, "%"), "TABLE_SCHEM"));
        assertEquals(List.of("salesforce"), told.rows(m -> m.getSchemas("", "SALES%"), "TABLE_SCHEM"));
        assertEquals(List.of(), told.rows(m -> m.getSchemas("other", null), "TABLE_SCHEM"));
        assertEquals(List.of(), told.rows(m -> m.getSchemas(null, ""), "TABLE_SCHEM"));
        assertEquals(List.of(), told.rows(DatabaseMetaData::getCatalogs, "TABLE_CAT"));
        assertEquals(List.of(), org.asked);
    }

    @Test
    void nothing_is_asked_of_the_org_when_the_connection_is_closed() {
        Catalog unused = org;
        DatabaseMetaData closed = OrgMetaData.of(
                new ConnectionFacts(
                        null,
                        "jdbc:soql://",
                        "",
                        "67.0",
                        "soql-jdbc",
                        "1.0",
                        CompoundFields.PARTS,
                        false,
                        false,
                        false),
                unused,
                new ResultSetOpener() {
                    @Override
                    public void requireOpen() throws SQLException {
                        throw SqlErrors.of(SqlState.CONNECTION_CLOSED, "closed");
                    }

                    @Override
                    public CallControl control() {
                        return CallControl.unlimited();
                    }

                    @Override
                    public void warn(String message) {
                        throw new AssertionError(message);
                    }

                    @Override
                    public ResultSet open(RowStream rows) {
                        return null;
                    }
                });
        assertEquals(
                "08003",
                assertThrows(SQLException.class, () -> closed.getTables(null, null, "%", null))
                        .getSQLState());
        assertEquals(List.of(), org.asked);
    }
}
