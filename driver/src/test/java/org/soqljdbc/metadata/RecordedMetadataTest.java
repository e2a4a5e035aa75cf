package org.soqljdbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.soqljdbc.catalog.RecordedOrg;

/** Metadata of describes that were recorded from orgs. */
class RecordedMetadataTest {

    private static final List<String> FILES = List.of(
            "describe-Account.json",
            "describe-Case.json",
            "describe-Contact.json",
            "describe-CustomObjectDetail__c-lookup.json",
            "describe-CustomObject__c-v29-style.json",
            "describe-Event.json",
            "describe-Lead.json",
            "describe-Opportunity.json",
            "describe-OpportunityContactRole.json",
            "describe-User-old-version.json",
            "describe-custom-setting.json");

    private Told told;

    @BeforeEach
    void read() throws IOException {
        String reference = System.getProperty("reference", "");
        Assumptions.assumeFalse(
                reference.isEmpty(), "skipped: the property 'reference' names no folder of recorded replies");
        Path fixtures = Path.of(reference, "salesforce", "fixtures");
        Assumptions.assumeTrue(Files.isDirectory(fixtures), "skipped: no recorded replies in the folder 'reference'");
        told = new Told(new RecordedOrg(fixtures, FILES));
    }

    private List<String> tables() throws SQLException {
        return told.rows(m -> m.getTables(null, "salesforce", "%", null), "TABLE_NAME");
    }

    @Test
    void every_recorded_table_has_its_id_first_and_positions_without_gaps() throws SQLException {
        assertTrue(tables().size() > 5, tables().toString());
        for (String table : tables()) {
            List<String> rows = told.rows(
                    m -> m.getColumns(null, null, table.replace("_", "\\_"), "%"), "ORDINAL_POSITION", "COLUMN_NAME");
            for (int i = 0; i < rows.size(); i++) {
                assertTrue(rows.get(i).startsWith(i + 1 + "/"), table + ": " + rows.get(i));
            }
            assertTrue(rows.contains("1/Id"), table + ": " + rows);
            assertEquals(
                    List.of("Id/PK_" + table),
                    told.rows(m -> m.getPrimaryKeys(null, null, table), "COLUMN_NAME", "PK_NAME"));
        }
    }

    @Test
    void recorded_columns_have_the_types_expected() throws SQLException {
        assertEquals(
                List.of(
                        "Amount/DECIMAL/18/2",
                        "CloseDate/DATE/10/null",
                        "IsClosed/BOOLEAN/1/null",
                        "Name/VARCHAR/120/null"),
                told
                        .rows(
                                m -> m.getColumns(null, null, "Opportunity", "%"),
                                "COLUMN_NAME",
                                "TYPE_NAME",
                                "COLUMN_SIZE",
                                "DECIMAL_DIGITS")
                        .stream()
                        .filter(row -> row.matches("(Amount|CloseDate|IsClosed|Name)/.*"))
                        .sorted()
                        .toList());
        List<String> account = told.rows(m -> m.getColumns(null, null, "Account", "Billing%"), "COLUMN_NAME");
        assertTrue(account.contains("BillingCity"));
        assertFalse(account.contains("BillingAddress"));
    }

    @Test
    void foreign_keys_have_names_of_their_own_and_the_same_from_both_ends() throws SQLException {
        List<String> imported = new ArrayList<>();
        List<String> exported = new ArrayList<>();
        for (String table : tables()) {
            imported.addAll(told.rows(m -> m.getImportedKeys(null, null, table), "FK_NAME"));
            exported.addAll(told.rows(m -> m.getExportedKeys(null, null, table), "FK_NAME"));
        }
        assertEquals(imported.size(), new HashSet<>(imported).size());
        assertEquals(exported.size(), new HashSet<>(exported).size());
        assertTrue(imported.contains("FK_Event_WhatId_Account"));
        assertTrue(imported.contains("FK_Contact_AccountId_Account"));
        assertTrue(exported.contains("FK_Contact_AccountId_Account"));
    }

    @Test
    void delete_rules_of_a_recorded_parent_and_a_recorded_detail_are_told() throws SQLException {
        assertEquals(
                List.of("" + DatabaseMetaData.importedKeyCascade),
                told.rows(m -> m.getCrossReference(null, null, "Account", null, null, "Contact"), "DELETE_RULE"));
        assertEquals(
                List.of("" + DatabaseMetaData.importedKeyCascade),
                told
                        .rows(
                                m -> m.getImportedKeys(null, null, "CustomObjectDetail__c"),
                                "PKTABLE_NAME",
                                "DELETE_RULE")
                        .stream()
                        .filter(row -> row.startsWith("CustomObject__c/"))
                        .map(row -> row.split("/")[1])
                        .toList());
    }
}
