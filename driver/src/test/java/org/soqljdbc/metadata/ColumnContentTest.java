package org.soqljdbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.types.SfType;

class ColumnContentTest {

    private final SampleOrg org = SampleOrg.usual();
    private final Told told = new Told(org);

    private List<String> accountColumns(String... columns) throws SQLException {
        return told.rows(metaData -> metaData.getColumns(null, null, "Account", "%"), columns);
    }

    @Test
    void columns_have_the_types_of_their_fields() throws SQLException {
        assertEquals(
                List.of(
                        "1/Id/12/VARCHAR/18/null/null/54",
                        "2/Name/12/VARCHAR/255/null/null/765",
                        "3/Industry/12/VARCHAR/255/null/null/765",
                        "4/Description/-1/LONGVARCHAR/32000/null/null/96000",
                        "5/AnnualRevenue/3/DECIMAL/18/2/10/null",
                        "6/NumberOfEmployees/4/INTEGER/8/0/10/null",
                        "7/IsPartner/16/BOOLEAN/1/null/null/null",
                        "8/Founded__c/91/DATE/10/null/null/null",
                        "9/Opens__c/92/TIME/12/3/null/null",
                        "10/CreatedDate/93/TIMESTAMP/23/3/null/null",
                        "11/Logo__c/2004/BLOB/null/null/null/null",
                        "12/BillingCity/12/VARCHAR/40/null/null/120",
                        "13/Lonely__c/12/VARCHAR/null/null/null/null",
                        "14/Score__c/3/DECIMAL/5/1/10/null",
                        "15/ParentId/12/VARCHAR/18/null/null/54",
                        "16/OwnerId/12/VARCHAR/18/null/null/54"),
                accountColumns(
                        "ORDINAL_POSITION",
                        "COLUMN_NAME",
                        "DATA_TYPE",
                        "TYPE_NAME",
                        "COLUMN_SIZE",
                        "DECIMAL_DIGITS",
                        "NUM_PREC_RADIX",
                        "CHAR_OCTET_LENGTH"));
    }

    @Test
    void an_address_with_parts_gives_way_to_them_and_one_without_stays() throws SQLException {
        List<String> names = accountColumns("COLUMN_NAME");
        assertEquals(
                List.of("BillingCity", "Lonely__c"),
                names.stream()
                        .filter(name -> name.startsWith("Billing") || name.startsWith("Lonely"))
                        .toList());
    }

    @Test
    void nulls_defaults_and_generated_values_are_told() throws SQLException {
        assertEquals(
                List.of(
                        "Name/0/NO/null/NO/NO",
                        "Industry/1/YES/'O''Hara'/NO/NO",
                        "IsPartner/0/NO/false/NO/NO",
                        "Score__c/1/YES/null/NO/YES"),
                accountColumns(
                                "COLUMN_NAME",
                                "NULLABLE",
                                "IS_NULLABLE",
                                "COLUMN_DEF",
                                "IS_AUTOINCREMENT",
                                "IS_GENERATEDCOLUMN")
                        .stream()
                        .filter(row -> row.matches("(Name|Industry|IsPartner|Score__c)/.*"))
                        .toList());
        assertEquals(
                List.of("YES"), told.rows(m -> m.getColumns(null, null, "Invoice\\_\\_c", "Name"), "IS_AUTOINCREMENT"));
    }

    @Test
    void remarks_tell_what_the_sql_type_does_not() throws SQLException {
        assertEquals(
                List.of("Name label (string): The company's name"),
                told.rows(m -> m.getColumns(null, null, "Account", "Name"), "REMARKS"));
        assertEquals(
                List.of("Score__c label (double, calculated)"),
                told.rows(m -> m.getColumns(null, null, "Account", "Score\\_\\_c"), "REMARKS"));
        assertEquals(
                List.of("Number__c label (string, external id, unique)"),
                told.rows(m -> m.getColumns(null, null, "Invoice\\_\\_c", "Number%"), "REMARKS"));
        assertEquals(
                List.of("WhatId label (reference to Account, Invoice__c, Hidden)"),
                told.rows(m -> m.getColumns(null, null, "Task", "WhatId"), "REMARKS"));
    }

    @Test
    void remarks_name_a_few_of_many_targets() throws SQLException {
        SampleOrg wide = new SampleOrg();
        wide.add(
                SampleOrg.summary("Event", "Event", false),
                List.of(SampleField.of("WhatId", SfType.REFERENCE).referenceTo("A", "B", "C", "D", "E", "F", "G")),
                List.of());
        assertEquals(
                List.of("WhatId label (reference to A, B, C, D, E and 2 more)"),
                new Told(wide).rows(m -> m.getColumns(null, null, "Event", null), "REMARKS"));
    }

    @Test
    void one_table_costs_one_describe() throws SQLException {
        accountColumns("COLUMN_NAME");
        assertEquals(List.of("Account"), org.asked);
    }

    @Test
    void an_escaped_name_is_one_table() throws SQLException {
        assertEquals(
                6,
                told.rows(m -> m.getColumns(null, null, "Invoice\\_\\_c", "%"), "COLUMN_NAME")
                        .size());
        assertEquals(List.of("Invoice__c"), org.asked);
    }

    @Test
    void many_tables_are_asked_for_at_once() throws SQLException {
        List<String> rows = told.rows(
                metaData -> metaData.getColumns(null, "salesforce", null, "Id"), "TABLE_NAME", "ORDINAL_POSITION");
        assertEquals(List.of("Account/1", "Contact/1", "InvoiceXYc/1", "Invoice__c/1", "Task/1", "User/1"), rows);
        assertEquals(List.of("list", "several: User,Task,Account,Contact,Invoice__c,InvoiceXYc,Reading__b"), org.asked);
    }

    @Test
    void a_table_that_does_not_exist_has_no_columns() throws SQLException {
        assertEquals(List.of(), told.rows(m -> m.getColumns(null, null, "Nothing", "%"), "COLUMN_NAME"));
        assertEquals(List.of(), told.rows(m -> m.getColumns(null, null, "N%", "%"), "COLUMN_NAME"));
        assertEquals(List.of(), told.rows(m -> m.getColumns(null, null, "Hidden", "%"), "COLUMN_NAME"));
        assertEquals(List.of(), told.rows(m -> m.getColumns(null, "public", "Account", "%"), "COLUMN_NAME"));
    }

    @Test
    void an_object_that_refuses_describe_is_left_out_with_a_warning() throws SQLException {
        SampleOrg org = SampleOrg.usual();
        org.refused = "Task";
        Told told = new Told(org);
        List<String> tables = told.rows(m -> m.getColumns(null, "salesforce", "%", "Id"), "TABLE_NAME");
        assertEquals(List.of("Account", "Contact", "InvoiceXYc", "Invoice__c", "User"), tables);
        assertEquals(List.of("Object Task is listed and refuses describe; it is left out: no access"), told.warnings);
    }

    @Test
    void another_failure_is_not_taken_for_a_missing_table() {
        Catalog broken = new Catalog() {
            @Override
            public List<ObjectSummary> objects(CallControl control) throws SQLException {
                throw SqlErrors.of(SqlState.CONNECTION_LOST, "lost");
            }

            @Override
            public SObject object(String name, CallControl control) throws SQLException {
                throw SqlErrors.of(SqlState.CONNECTION_LOST, "lost");
            }

            @Override
            public Map<String, SObject> objects(Collection<String> names, Refusals refusals, CallControl control)
                    throws SQLException {
                throw SqlErrors.of(SqlState.CONNECTION_LOST, "lost");
            }
        };
        DatabaseMetaData metaData = new Told(broken).metaData();
        assertEquals(
                "08006",
                assertThrows(SQLException.class, () -> metaData.getColumns(null, null, "Account", "%"))
                        .getSQLState());
    }

    @Test
    void the_best_row_identifier_is_the_id() throws SQLException {
        String[] columns = {"SCOPE", "COLUMN_NAME", "DATA_TYPE", "TYPE_NAME", "COLUMN_SIZE", "PSEUDO_COLUMN"};
        assertEquals(
                List.of("2/Id/12/VARCHAR/18/1"),
                told.rows(m -> m.getBestRowIdentifier(null, null, "account", 0, true), columns));
        assertEquals(List.of(), told.rows(m -> m.getBestRowIdentifier(null, null, "Reading__b", 0, true), columns));
    }

    @Test
    void type_info_has_each_type_name_once_with_the_code_that_columns_have() throws SQLException {
        List<String> types = told.rows(DatabaseMetaData::getTypeInfo, "TYPE_NAME", "DATA_TYPE");
        assertEquals(
                types.size(),
                types.stream().map(row -> row.split("/")[0]).distinct().count());
        assertEquals(
                types.size(),
                types.stream().map(row -> row.split("/")[1]).distinct().count());
        for (String column : accountColumns("TYPE_NAME", "DATA_TYPE")) {
            assertEquals(true, types.contains(column), column);
        }
        assertEquals(
                List.of("VARCHAR/'/'/length/3/false", "DECIMAL/null/null/precision,scale/2/false"),
                told
                        .rows(
                                DatabaseMetaData::getTypeInfo,
                                "TYPE_NAME",
                                "LITERAL_PREFIX",
                                "LITERAL_SUFFIX",
                                "CREATE_PARAMS",
                                "SEARCHABLE",
                                "CASE_SENSITIVE")
                        .stream()
                        .filter(row -> row.startsWith("VARCHAR") || row.startsWith("DECIMAL"))
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
    }
}
