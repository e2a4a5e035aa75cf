package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.Refused;
import org.soqljdbc.conformance.TestOrg;

/** UPSERT: by which key rows are found, and what it costs. */
class UpsertTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
        Written.update(connection, "UPSERT INTO Account (Name, Ext_Id__c) VALUES ('to describe', 'U-0')");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void the_only_external_id_named_is_the_key() throws SQLException {
        List<String> calls = Written.callsOf(ORG, () -> {
            List<String> made = Written.keys(connection, "UPSERT INTO Account (Name, Ext_Id__c) VALUES ('a', 'U-1')");
            List<String> found = Written.keys(connection, "UPSERT INTO Account (Ext_Id__c, Name) VALUES ('U-1', 'b')");
            assertEquals(made, found);
            assertEquals("b", Written.row(ORG, made.get(0)).get("Name"));
        });
        assertEquals(
                List.of("PATCH /sobjects/Account/Ext_Id__c/{value}", "PATCH /sobjects/Account/Ext_Id__c/{value}"),
                calls);
    }

    @Test
    void several_rows_are_one_call_and_a_key_may_stand_twice() throws SQLException {
        assertEquals(
                List.of("PATCH /composite/sobjects/Account/Ext_Id__c"),
                Written.callsOf(
                        ORG,
                        () -> assertEquals(
                                2,
                                Written.update(
                                        connection,
                                        "UPSERT INTO Account (Name, Ext_Id__c) VALUES ('x', 'U-2'), ('y', 'U-3')"))));
        assertEquals(
                2,
                Written.update(
                        connection, "UPSERT INTO Account (Name, Ext_Id__c) VALUES ('first', 'U-4'), ('last', 'U-4')"));
        assertEquals(
                1,
                ORG.simulated().rows("Account").stream()
                        .filter(row -> "U-4".equals(row.get("Ext_Id__c")))
                        .filter(row -> "last".equals(row.get("Name")))
                        .count());
    }

    @Test
    void the_id_may_be_the_key() throws SQLException {
        String id = Written.keys(connection, "INSERT INTO Account (Name) VALUES ('by id')")
                .get(0);
        List<String> keys = Written.keys(
                connection, "UPSERT INTO Account (Id, Name) VALUES ('" + id + "', 'found'), (NULL, 'made') ON Id");
        assertEquals(id, keys.get(0));
        assertEquals("found", Written.row(ORG, id).get("Name"));
        assertEquals("made", Written.row(ORG, keys.get(1)).get("Name"));
    }

    @Test
    void without_a_key_it_is_refused() throws SQLException {
        Refused.says(
                Refused.with(
                        "42000",
                        SQLSyntaxErrorException.class,
                        () -> Written.update(connection, "UPSERT INTO Account (Name) VALUES ('x')")),
                "external id");
        Refused.with(
                "23502",
                SQLIntegrityConstraintViolationException.class,
                () -> Written.update(connection, "UPSERT INTO Account (Name, Ext_Id__c) VALUES ('x', NULL)"));
    }
}
