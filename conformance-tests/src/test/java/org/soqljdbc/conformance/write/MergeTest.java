package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.Rows;
import org.soqljdbc.conformance.TestOrg;

/** MERGE: as an upsert where it is one, and branch by branch otherwise. */
class MergeTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
        Written.update(connection, "UPSERT INTO Account (Name, Ext_Id__c) VALUES ('to describe', 'M-0')");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static Object field(String key, String field) {
        return ORG.simulated().rows("Account").stream()
                .filter(row -> key.equals(row.get("Ext_Id__c")))
                .map(row -> row.get(field))
                .findFirst()
                .orElse("no such row");
    }

    @Test
    void one_that_finds_rows_by_an_external_id_is_one_upsert() throws SQLException {
        String merge = "MERGE INTO Account t USING (VALUES (?, ?), ('M-2', 'two')) AS s(k, n) ON t.Ext_Id__c = s.k"
                + " WHEN MATCHED THEN UPDATE SET Name = s.n"
                + " WHEN NOT MATCHED THEN INSERT (Ext_Id__c, Name) VALUES (s.k, s.n)";
        assertEquals(
                List.of("PATCH /composite/sobjects/Account/Ext_Id__c"),
                Written.callsOf(ORG, () -> assertEquals(2, Written.update(connection, merge, "M-1", "one"))));
        Written.update(connection, merge, "M-1", "again");
        assertEquals("again", field("M-1", "Name"));
        assertEquals("two", field("M-2", "Name"));
    }

    @Test
    void the_source_may_be_one_row_of_parameters() throws SQLException {
        String merge = "MERGE INTO Account USING (SELECT ? AS k, ? AS n) s ON Account.Ext_Id__c = s.k"
                + " WHEN MATCHED THEN UPDATE SET Name = s.n"
                + " WHEN NOT MATCHED THEN INSERT (Ext_Id__c, Name) VALUES (s.k, s.n)";
        assertEquals(
                List.of("PATCH /sobjects/Account/Ext_Id__c/{value}"),
                Written.callsOf(ORG, () -> assertEquals(1, Written.update(connection, merge, "M-3", "three"))));
    }

    @Test
    void the_source_may_be_a_table() throws SQLException {
        Written.update(connection, "INSERT INTO Contact (LastName, Department) VALUES ('M-4', 'merge')");
        assertEquals(
                1,
                Written.update(
                        connection,
                        "MERGE INTO Account t USING (SELECT LastName AS k FROM Contact WHERE Department = 'merge') s"
                                + " ON t.Ext_Id__c = s.k"
                                + " WHEN MATCHED THEN UPDATE SET Name = s.k"
                                + " WHEN NOT MATCHED THEN INSERT (Ext_Id__c, Name) VALUES (s.k, s.k)"));
        assertEquals("M-4", field("M-4", "Name"));
    }

    @Test
    void branches_with_conditions_each_find_their_rows() throws SQLException {
        Written.update(
                connection,
                "INSERT INTO Account (Name, Ext_Id__c, Site) VALUES ('old', 'M-5', 'a'), ('old', 'M-6', 'b')");
        String merge = "MERGE INTO Account t USING (VALUES ('M-5', 'five'), ('M-6', 'six'), ('M-7', ?)) AS s(k, n)"
                + " ON t.Ext_Id__c = s.k"
                + " WHEN MATCHED AND t.Site = 'b' THEN DELETE"
                + " WHEN MATCHED THEN UPDATE SET Name = s.n || '!', Site = 'seen'"
                + " WHEN NOT MATCHED THEN INSERT (Ext_Id__c, Name, Site) VALUES (s.k, s.n, 'new')";
        assertEquals(3, Written.update(connection, merge, "seven"));
        assertEquals("seen", field("M-5", "Site"));
        assertEquals("five!", field("M-5", "Name"));
        assertEquals("no such row", field("M-6", "Site"));
        assertEquals("seven", field("M-7", "Name"));
    }

    @Test
    void returning_gives_the_rows_of_every_branch() throws SQLException {
        Written.update(
                connection,
                "INSERT INTO Account (Name, Ext_Id__c, Site) VALUES ('old', 'M-8', 'a'), ('x', 'M-9', 'b')");
        String merge = "MERGE INTO Account t USING (VALUES ('M-8', 'eight'), ('M-9', 'nine'), ('M-10', ?)) AS s(k, n)"
                + " ON t.Ext_Id__c = s.k"
                + " WHEN MATCHED AND t.Site = 'b' THEN DELETE"
                + " WHEN MATCHED THEN UPDATE SET Name = s.n"
                + " WHEN NOT MATCHED THEN INSERT (Ext_Id__c, Name) VALUES (s.k, s.n)"
                + " RETURNING t.Name AS n, Ext_Id__c";
        try (PreparedStatement statement = connection.prepareStatement(merge)) {
            statement.setString(1, "ten");
            assertEquals("n", statement.getMetaData().getColumnLabel(1));
            try (ResultSet rows = statement.executeQuery()) {
                assertEquals(
                        Set.of(List.of("x", "M-9"), List.of("eight", "M-8"), List.of("ten", "M-10")),
                        Set.copyOf(Rows.all(rows)));
            }
        }
    }
}
