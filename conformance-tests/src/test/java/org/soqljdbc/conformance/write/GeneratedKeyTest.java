package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.Refused;
import org.soqljdbc.conformance.TestOrg;

/** The Ids of new rows, in every form in which clients ask for them. */
class GeneratedKeyTest {

    private static final String INSERT = "INSERT INTO Account (Name) VALUES (?)";

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static String onlyKey(PreparedStatement insert, String name) throws SQLException {
        insert.setString(1, name);
        assertEquals(1, insert.executeUpdate());
        List<String> keys = Written.keys(insert);
        assertEquals(1, keys.size());
        assertEquals(name, Written.row(ORG, keys.get(0)).get("Name"));
        return keys.get(0);
    }

    @Test
    void every_form_tells_the_id_of_18_characters() throws SQLException {
        for (PreparedStatement insert : List.of(
                connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS),
                connection.prepareStatement(INSERT, new String[] {"Id"}),
                connection.prepareStatement(INSERT, new String[] {"ID"}),
                connection.prepareStatement(INSERT, new int[] {1}))) {
            assertEquals(18, onlyKey(insert, "keyed").length());
            insert.close();
        }
        Refused.with(
                "0A000",
                SQLFeatureNotSupportedException.class,
                () -> connection.prepareStatement(INSERT, new int[] {2}));
    }

    @Test
    void keys_are_in_the_order_of_the_rows() throws SQLException {
        List<String> keys = Written.keys(connection, "INSERT INTO Account (Name) VALUES ('k0'), ('k1'), ('k2')");
        for (int row = 0; row < 3; row++) {
            assertEquals("k" + row, Written.row(ORG, keys.get(row)).get("Name"));
        }
    }

    @Test
    void a_batch_tells_the_keys_of_all_entries_in_order() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
            for (int row = 0; row < 450; row++) {
                insert.setString(1, "b" + row);
                insert.addBatch();
            }
            insert.executeBatch();
            List<String> keys = Written.keys(insert);
            assertEquals(450, keys.size());
            for (int row = 0; row < 450; row++) {
                assertEquals("b" + row, Written.row(ORG, keys.get(row)).get("Name"));
            }
        }
    }

    @Test
    void other_columns_are_read_back_in_the_same_request() throws SQLException {
        Written.keys(connection, "INSERT INTO Account (Name) VALUES ('to describe')");
        try (PreparedStatement insert = connection.prepareStatement(INSERT, new String[] {"Id", "Name", "IsDeleted"})) {
            insert.setString(1, "read back");
            List<String> calls = Written.callsOf(ORG, () -> assertEquals(1, insert.executeUpdate()));
            assertEquals(1, calls.size(), calls::toString);
            ResultSet keys = insert.getGeneratedKeys();
            assertTrue(keys.next());
            assertEquals("read back", keys.getString("Name"));
            assertFalse(keys.getBoolean("IsDeleted"));
            assertEquals("read back", Written.row(ORG, keys.getString("Id")).get("Name"));
        }
    }

    @Test
    void an_upsert_tells_which_rows_it_created() throws SQLException {
        String upsert = "UPSERT INTO Account (Name, Ext_Id__c) VALUES (?, 'GK-1') ON Ext_Id__c";
        try (PreparedStatement statement = connection.prepareStatement(upsert, new String[] {"Id", "Created"})) {
            statement.setString(1, "first");
            statement.executeUpdate();
            ResultSet first = statement.getGeneratedKeys();
            assertTrue(first.next());
            assertTrue(first.getBoolean("Created"));
            String id = first.getString("Id");
            statement.setString(1, "second");
            statement.executeUpdate();
            ResultSet second = statement.getGeneratedKeys();
            assertTrue(second.next());
            assertFalse(second.getBoolean("Created"));
            assertEquals(id, second.getString("Id"));
        }
    }

    @Test
    void rows_of_a_returning_clause_are_the_keys_of_an_update_that_asked_for_none() throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO Account (Name) VALUES (?) RETURNING Name, Id")) {
            insert.setString(1, "Returned");
            assertEquals(1, insert.executeUpdate());
            try (ResultSet keys = insert.getGeneratedKeys()) {
                assertTrue(keys.next());
                assertEquals("Returned", keys.getString("Name"));
                assertEquals(18, keys.getString("Id").length());
                assertFalse(keys.next());
            }
        }
    }

    @Test
    void what_inserts_nothing_or_was_not_asked_for_keys_has_none() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, "nobody asks");
            insert.executeUpdate();
            assertEquals(List.of(), Written.keys(insert));
        }
        assertEquals(
                List.of(),
                Written.keys(connection, "UPDATE Account SET Name = 'x' WHERE Name = 'nobody of this name'"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT Id FROM Account", Statement.RETURN_GENERATED_KEYS);
            assertTrue(statement.getResultSet().next());
            assertEquals(List.of(), Written.keys(statement));
        }
    }
}
