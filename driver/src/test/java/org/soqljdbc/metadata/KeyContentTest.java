package org.soqljdbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.soqljdbc.types.SfType;

class KeyContentTest {

    private static final String[] KEY = {"FKTABLE_NAME", "FKCOLUMN_NAME", "PKTABLE_NAME", "PKCOLUMN_NAME", "DELETE_RULE"
    };

    private final SampleOrg org = SampleOrg.usual();
    private final Told told = new Told(org);

    @Test
    void the_id_is_the_primary_key() throws SQLException {
        String[] columns = {"TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME", "KEY_SEQ", "PK_NAME"};
        assertEquals(
                List.of("salesforce/Account/Id/1/PK_Account"),
                told.rows(m -> m.getPrimaryKeys(null, null, "ACCOUNT"), columns));
        assertEquals(List.of("ACCOUNT"), org.asked);
        assertEquals(List.of(), told.rows(m -> m.getPrimaryKeys(null, null, "Reading__b"), columns));
        assertEquals(List.of(), told.rows(m -> m.getPrimaryKeys(null, null, "Nothing"), columns));
    }

    @Test
    void a_polymorphic_reference_is_a_key_to_each_table_it_may_point_to() throws SQLException {
        assertEquals(
                List.of(
                        "Task/WhatId/Account/Id/" + DatabaseMetaData.importedKeyNoAction,
                        "Task/WhatId/Invoice__c/Id/" + DatabaseMetaData.importedKeyNoAction,
                        "Task/OwnerId/User/Id/" + DatabaseMetaData.importedKeyNoAction),
                told.rows(m -> m.getImportedKeys(null, null, "Task"), KEY));
    }

    @Test
    void delete_rules_follow_describe() throws SQLException {
        assertEquals(
                List.of(
                        "Invoice__c/Account__c/Account/Id/" + DatabaseMetaData.importedKeyRestrict,
                        "Invoice__c/Order__c/Account/Id/" + DatabaseMetaData.importedKeySetNull),
                told.rows(m -> m.getImportedKeys(null, null, "Invoice__c"), KEY));
    }

    @Test
    void exported_keys_are_the_children_that_are_tables() throws SQLException {
        assertEquals(
                List.of(
                        "Account/ParentId/Account/Id/" + DatabaseMetaData.importedKeyNoAction,
                        "Contact/AccountId/Account/Id/" + DatabaseMetaData.importedKeyCascade,
                        "Invoice__c/Account__c/Account/Id/" + DatabaseMetaData.importedKeyRestrict,
                        "Task/WhatId/Account/Id/" + DatabaseMetaData.importedKeyNoAction),
                told.rows(m -> m.getExportedKeys(null, null, "Account"), KEY));
    }

    @Test
    void a_cross_reference_is_what_one_table_has_of_the_other() throws SQLException {
        assertEquals(
                List.of("Contact/AccountId/Account/Id/" + DatabaseMetaData.importedKeyCascade),
                told.rows(m -> m.getCrossReference(null, null, "Account", null, "salesforce", "contact"), KEY));
        assertEquals(
                List.of(), told.rows(m -> m.getCrossReference(null, null, "Account", null, "public", "Contact"), KEY));
        assertEquals(List.of(), told.rows(m -> m.getCrossReference(null, null, "Contact", null, null, "Account"), KEY));
    }

    @Test
    void a_key_has_the_same_name_from_both_ends_and_no_other_has_it() throws SQLException {
        String[] columns = {"FK_NAME", "PK_NAME"};
        List<String> imported = new ArrayList<>();
        for (String table : List.of("Account", "Contact", "Invoice__c", "Task", "User")) {
            imported.addAll(told.rows(m -> m.getImportedKeys(null, null, table), columns));
        }
        assertEquals(imported.size(), new HashSet<>(imported).size());
        assertTrue(imported.contains("FK_Task_WhatId_Account/PK_Account"));
        for (String exported : told.rows(m -> m.getExportedKeys(null, null, "Account"), columns)) {
            assertTrue(imported.contains(exported), exported);
        }
    }

    @Test
    void ids_never_change_and_keys_are_checked_at_once() throws SQLException {
        assertEquals(
                List.of("1/" + DatabaseMetaData.importedKeyNoAction + "/" + DatabaseMetaData.importedKeyNotDeferrable),
                told.rows(m -> m.getImportedKeys(null, null, "Contact"), "KEY_SEQ", "UPDATE_RULE", "DEFERRABILITY"));
    }

    @Test
    void ids_unique_fields_external_ids_and_references_are_indexed() throws SQLException {
        String[] columns = {"NON_UNIQUE", "INDEX_NAME", "TYPE", "ORDINAL_POSITION", "COLUMN_NAME", "CARDINALITY"};
        assertEquals(
                List.of(
                        "false/IX_Invoice__c_Number__c/3/1/Number__c/null",
                        "false/PK_Invoice__c/3/1/Id/null",
                        "true/IX_Invoice__c_Account__c/3/1/Account__c/null",
                        "true/IX_Invoice__c_Legacy__c/3/1/Legacy__c/null",
                        "true/IX_Invoice__c_Order__c/3/1/Order__c/null"),
                told.rows(m -> m.getIndexInfo(null, null, "Invoice__c", false, true), columns));
        assertEquals(
                List.of("IX_Invoice__c_Number__c", "PK_Invoice__c"),
                told.rows(m -> m.getIndexInfo(null, null, "Invoice__c", true, true), "INDEX_NAME"));
    }

    @Test
    void the_version_column_is_the_one_that_every_change_sets() throws SQLException {
        SampleOrg org = SampleOrg.usual();
        org.add(
                SampleOrg.summary("Asset", "Asset", false),
                List.of(
                        SampleOrg.id(),
                        SampleField.of("SystemModstamp", SfType.DATETIME).required()),
                List.of());
        assertEquals(
                List.of("null/SystemModstamp/93/TIMESTAMP/23/3/1"),
                new Told(org)
                        .rows(
                                m -> m.getVersionColumns(null, null, "Asset"),
                                "SCOPE",
                                "COLUMN_NAME",
                                "DATA_TYPE",
                                "TYPE_NAME",
                                "COLUMN_SIZE",
                                "DECIMAL_DIGITS",
                                "PSEUDO_COLUMN"));
        assertEquals(List.of(), told.rows(m -> m.getVersionColumns(null, null, "Reading__b"), "COLUMN_NAME"));
    }

    @Test
    void a_method_of_one_table_wants_its_name() {
        DatabaseMetaData metaData = told.metaData();
        List<Executable> calls = List.of(
                () -> metaData.getPrimaryKeys(null, null, null),
                () -> metaData.getImportedKeys(null, null, null),
                () -> metaData.getExportedKeys(null, null, null),
                () -> metaData.getCrossReference(null, null, null, null, null, "Contact"),
                () -> metaData.getCrossReference(null, null, "Account", null, null, null),
                () -> metaData.getIndexInfo(null, null, null, false, false),
                () -> metaData.getBestRowIdentifier(null, null, null, 0, false));
        for (Executable call : calls) {
            assertEquals("22023", assertThrows(SQLException.class, call).getSQLState());
        }
    }
}
