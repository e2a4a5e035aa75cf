package org.soqljdbc.conformance.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.conformance.TestOrg;

/** Addresses and locations as parts, whole, or both: the same for a star and for the metadata. */
class CompoundFieldsTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static List<String> star(Connection connection, String object) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + object + " LIMIT 1")) {
            ResultSetMetaData columns = rows.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnName(i));
            }
            return names;
        }
    }

    private static List<String> listed(Connection connection, String object) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, null, object, null)) {
            while (rows.next()) {
                names.add(rows.getString("COLUMN_NAME"));
            }
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"parts", "whole", "both"})
    void a_star_and_the_metadata_list_the_same_columns(String shown) throws SQLException {
        try (Connection connection = ORG.open("compoundFields", shown)) {
            for (String object : List.of("Account", "Contact", "Type_Sample__c", "Product2")) {
                assertEquals(listed(connection, object), star(connection, object), object);
            }
        }
    }

    private static List<String> account(String shown) throws SQLException {
        try (Connection connection = ORG.open("compoundFields", shown)) {
            return star(connection, "Account");
        }
    }

    @Test
    void an_address_is_its_parts_or_whole_or_both() throws SQLException {
        List<String> parts = account("parts");
        List<String> whole = account("WHOLE");
        assertTrue(parts.contains("BillingCity"), parts::toString);
        assertFalse(parts.contains("BillingAddress"), parts::toString);
        assertFalse(whole.contains("BillingCity"), whole::toString);
        assertTrue(whole.contains("BillingAddress"), whole::toString);
        List<String> both = account("both");
        assertTrue(both.containsAll(parts) && both.containsAll(whole), both::toString);
    }

    @Test
    void the_parts_of_a_name_are_columns_always() throws SQLException {
        try (Connection connection = ORG.open("compoundFields", "whole")) {
            List<String> columns = star(connection, "Contact");
            assertTrue(columns.containsAll(List.of("Name", "FirstName", "LastName")), columns::toString);
        }
    }

    @Test
    void what_is_not_listed_can_be_selected_all_the_same() throws SQLException {
        try (Connection connection = ORG.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT a.BillingAddress AS b FROM Account a LIMIT 1")) {
            assertEquals("b", rows.getMetaData().getColumnLabel(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"parts", "whole", "both"})
    void a_larger_plan_has_the_same_columns(String shown) throws SQLException {
        try (Connection connection = ORG.open("compoundFields", shown)) {
            for (String object : List.of("Account", "Type_Sample__c")) {
                assertEquals(
                        listed(connection, object),
                        star(connection, "(SELECT x.* FROM " + object + " x CROSS JOIN (VALUES (1)) one (n)) d"),
                        object);
            }
            TestOrg.rows(
                    connection,
                    "SELECT UPPER(a.BillingCity), a.BillingAddress FROM Account a CROSS JOIN (VALUES (1)) one (n)");
        }
    }

    @Test
    void returning_has_the_same_columns() throws SQLException {
        try (Connection connection = ORG.open("compoundFields", "whole");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("INSERT INTO Account (Name) VALUES ('Whole') RETURNING *")) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
            assertEquals(listed(connection, "Account"), names);
        }
    }

    @Test
    void another_value_is_refused() {
        SQLException refused = assertThrows(
                SQLException.class, () -> ORG.open("compoundFields", "pieces").close());
        assertTrue(refused.getMessage().contains("compoundFields"), refused.getMessage());
    }
}
