package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.Refused;
import org.soqljdbc.conformance.TestOrg;

/** INSERT, UPDATE and DELETE: what they write, what they count, and by which calls. */
class RowWriteTest {

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

    private static String insert(String name) throws SQLException {
        return Written.keys(connection, "INSERT INTO Account (Name) VALUES ('" + name + "')")
                .get(0);
    }

    // ---- INSERT --------------------------------------------------------------------------------------------

    @Test
    void one_row_is_one_call_and_tells_its_key() throws SQLException {
        insert("to describe");
        List<String> calls = Written.callsOf(ORG, () -> {
            List<String> keys = Written.keys(
                    connection,
                    "INSERT INTO Account (Name, NumberOfEmployees, Founded__c, Active__c, Phone)"
                            + " VALUES ('Ada''s', 10 + 2, DATE '1815-12-10', TRUE, NULL)");
            assertEquals(1, keys.size());
            var row = Written.row(ORG, keys.get(0));
            assertEquals("Ada's", row.get("Name"));
            assertEquals(12, row.get("NumberOfEmployees"));
            assertEquals(LocalDate.of(1815, 12, 10), row.get("Founded__c"));
            assertEquals(true, row.get("Active__c"));
            assertNull(row.get("Phone"));
        });
        assertEquals(List.of("POST /sobjects/Account"), calls);
    }

    @Test
    void many_rows_are_a_call_for_each_200() throws SQLException {
        insert("to describe");
        String rows = String.join(", ", Collections.nCopies(450, "('same')"));
        List<String> calls = Written.callsOf(
                ORG,
                () -> assertEquals(
                        450,
                        Written.keys(connection, "INSERT INTO Account (Name) VALUES " + rows)
                                .size()));
        assertEquals(Collections.nCopies(3, "POST /composite/sobjects"), calls);
    }

    @Test
    void a_query_answers_the_rows() throws SQLException {
        assertEquals(
                3,
                Written.update(
                        connection,
                        "INSERT INTO Contact (LastName, AccountId) SELECT Name, Id FROM Account WHERE Name <> ? LIMIT 3",
                        "nobody"));
    }

    @Test
    void a_lookup_is_set_by_its_parents_external_id() throws SQLException {
        Written.update(connection, "INSERT INTO Account (Name, Ext_Id__c) VALUES ('Parent', 'P-1')");
        String contact = Written.keys(
                        connection, "INSERT INTO Contact (LastName, Account.Ext_Id__c) VALUES ('Child', 'P-1')")
                .get(0);
        String parent = (String) Written.row(ORG, contact).get("AccountId");
        assertEquals("Parent", Written.row(ORG, parent).get("Name"));
        String task = Written.keys(
                        connection,
                        "INSERT INTO Task (Subject, Status, Priority, What.Account.Ext_Id__c)"
                                + " VALUES ('Call', 'Not Started', 'Normal', 'P-1')")
                .get(0);
        assertEquals(parent, Written.row(ORG, task).get("WhatId"));
    }

    @Test
    void a_value_may_be_a_subquery() throws SQLException {
        String account = Written.keys(connection, "INSERT INTO Account (Name, Site) VALUES ('sub', 'sub')")
                .get(0);
        String contact = Written.keys(
                        connection,
                        "INSERT INTO Contact (LastName, AccountId)"
                                + " VALUES ('x', (SELECT Id FROM Account WHERE Site = 'sub'))")
                .get(0);
        assertEquals(account, Written.row(ORG, contact).get("AccountId"));
    }

    @Test
    void bytes_go_as_they_are_read() throws Exception {
        String account = insert("with a file");
        byte[] body = new byte[100_000];
        new java.util.Random(7).nextBytes(body);
        try (PreparedStatement file = connection.prepareStatement(
                "INSERT INTO Attachment (ParentId, Name, Body) VALUES (?, ?, ?)", Statement.RETURN_GENERATED_KEYS)) {
            file.setString(1, account);
            file.setString(2, "a.bin");
            file.setBinaryStream(3, new java.io.ByteArrayInputStream(body));
            assertEquals(1, file.executeUpdate());
            String id = Written.keys(file).get(0);
            try (PreparedStatement read = connection.prepareStatement("SELECT Body FROM Attachment WHERE Id = ?")) {
                read.setString(1, id);
                try (ResultSet rows = read.executeQuery()) {
                    assertTrue(rows.next());
                    assertArrayEquals(body, rows.getBytes(1));
                }
            }
            assertEquals(
                    1,
                    Written.update(
                            connection,
                            "INSERT INTO Attachment (ParentId, Name, Body)"
                                    + " SELECT ParentId, 'copy', Body FROM Attachment WHERE Id = ?",
                            id));
        }
    }

    @Test
    void parameters_are_described_by_their_columns() throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO Account (Name, Founded__c) VALUES (?, ?)")) {
            assertEquals(Types.DATE, insert.getParameterMetaData().getParameterType(2));
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE Account SET AnnualRevenue = ? WHERE Founded__c = ? AND Name <> ?")) {
            assertEquals(Types.DECIMAL, update.getParameterMetaData().getParameterType(1));
            assertEquals(Types.DATE, update.getParameterMetaData().getParameterType(2));
        }
    }

    // ---- UPDATE and DELETE ---------------------------------------------------------------------------------

    @Test
    void by_id_it_is_one_call_and_no_query() throws SQLException {
        String id = insert("before");
        assertEquals(
                List.of("PATCH /sobjects/Account/{id}"),
                Written.callsOf(
                        ORG,
                        () -> assertEquals(
                                1,
                                Written.update(
                                        connection,
                                        "UPDATE \"salesforce\".\"Account\" SET \"salesforce\".\"Account\".\"Name\" = ?"
                                                + " WHERE \"Account\".\"Id\" = ?",
                                        "after",
                                        id))));
        assertEquals("after", Written.row(ORG, id).get("Name"));
        assertEquals(
                List.of("DELETE /sobjects/Account/{id}"),
                Written.callsOf(
                        ORG,
                        () -> assertEquals(1, Written.update(connection, "DELETE FROM Account WHERE Id = ?", id))));
        assertEquals(true, Written.row(ORG, id).get("IsDeleted"));
    }

    @Test
    void a_row_that_is_gone_counts_nothing() throws SQLException {
        String id = insert("here");
        String gone = insert("gone");
        Written.update(connection, "DELETE FROM Account WHERE Id = ?", gone);
        assertEquals(0, Written.update(connection, "DELETE FROM Account WHERE Id = ?", gone));
        assertEquals(0, Written.update(connection, "UPDATE Account SET Name = 'x' WHERE Id = ?", gone));
        assertEquals(1, Written.update(connection, "UPDATE Account SET Name = 'there' WHERE Id IN (?, ?)", gone, id));
        assertEquals("there", Written.row(ORG, id).get("Name"));
        assertEquals(0, Written.update(connection, "DELETE FROM Account WHERE Id = NULL"));
    }

    @Test
    void rows_are_found_by_any_condition() throws SQLException {
        String parent = Written.keys(connection, "INSERT INTO Account (Name, Site) VALUES ('P', 'here')")
                .get(0);
        Written.update(
                connection, "INSERT INTO Contact (LastName, AccountId) VALUES ('A', ?), ('B', ?)", parent, parent);
        List<String> calls = Written.callsOf(
                ORG,
                () -> assertEquals(
                        2,
                        Written.update(
                                connection,
                                "UPDATE Contact c SET Title = ? WHERE c.Account.Site = ? AND LastName <> 'C'",
                                "Dr",
                                "here")));
        assertEquals(List.of("GET /query", "PATCH /composite/sobjects"), calls);
        assertEquals(2, Written.update(connection, "DELETE FROM Contact WHERE Account.Site = 'here'"));
    }

    @Test
    void values_and_conditions_may_be_any_expression() throws SQLException {
        List<String> ids = Written.keys(
                connection,
                "INSERT INTO Account (Name, Site, NumberOfEmployees) VALUES ('e1', 'expr', 1), ('e2', 'expr', 2)");
        assertEquals(
                2,
                Written.update(
                        connection,
                        "UPDATE Account SET NumberOfEmployees = NumberOfEmployees * 10 + ?, Name = UPPER(Name), Phone = ?"
                                + " WHERE Site = 'expr' AND LENGTH(Name) = 2",
                        5,
                        "1"));
        assertEquals(25, Written.row(ORG, ids.get(1)).get("NumberOfEmployees"));
        assertEquals("E2", Written.row(ORG, ids.get(1)).get("Name"));
        assertEquals("1", Written.row(ORG, ids.get(1)).get("Phone"));
        Written.update(connection, "INSERT INTO Contact (LastName, AccountId) VALUES ('of e1', ?)", ids.get(0));
        assertEquals(
                1,
                Written.update(
                        connection,
                        "UPDATE Account a SET Description = c.LastName FROM Contact c"
                                + " WHERE c.AccountId = a.Id AND c.LastName = 'of e1'"));
        assertEquals("of e1", Written.row(ORG, ids.get(0)).get("Description"));
        assertEquals(
                1,
                Written.update(
                        connection,
                        "DELETE FROM Account WHERE Site = 'expr'"
                                + " AND NOT EXISTS (SELECT 1 FROM Contact c WHERE c.AccountId = Account.Id)"));
    }

    @Test
    void a_condition_that_is_never_true_costs_no_call() throws SQLException {
        insert("to describe");
        assertEquals(
                List.of(),
                Written.callsOf(
                        ORG, () -> assertEquals(0, Written.update(connection, "DELETE FROM Account WHERE 1 = 0"))));
    }

    // ---- what is refused before any call -------------------------------------------------------------------

    private static SQLException refused(String state, Class<? extends SQLException> type, String sql)
            throws SQLException {
        insert("to describe");
        SQLException[] refusal = new SQLException[1];
        List<String> calls = Written.callsOf(
                ORG, () -> refusal[0] = Refused.with(state, type, () -> Written.update(connection, sql)));
        assertEquals(List.of(), calls);
        return refusal[0];
    }

    @Test
    void what_describe_tells_is_refused_without_a_call() throws SQLException {
        Refused.says(
                refused("42S22", SQLSyntaxErrorException.class, "INSERT INTO Account (Nane) VALUES ('x')"), "Name");
        Refused.says(
                refused(
                        "23502",
                        SQLIntegrityConstraintViolationException.class,
                        "INSERT INTO Account (Phone) VALUES ('1')"),
                "Name");
        refused(
                "42501",
                SQLSyntaxErrorException.class,
                "INSERT INTO Account (Name, CreatedDate) VALUES ('x', CURRENT_TIMESTAMP)");
        Refused.says(
                refused(
                        "22001",
                        SQLDataException.class,
                        "INSERT INTO Account (Name, Site) VALUES ('x', 'y'), ('x', '" + "y".repeat(81) + "')"),
                "Row 2",
                "Site",
                "80");
        refused("22003", SQLDataException.class, "INSERT INTO Account (Name, NumberOfEmployees) VALUES ('x', 1e9)");
        refused("22007", SQLDataException.class, "UPDATE Account SET Founded__c = 'soon' WHERE Id = '001000000000001'");
        refused("22023", SQLDataException.class, "UPDATE Account SET Name = 'x' WHERE Id = 'abc'");
        refused("22023", SQLDataException.class, "UPDATE Account SET ParentId = 'abc' WHERE Id = '001000000000001'");
        refused("42000", SQLSyntaxErrorException.class, "INSERT INTO Account VALUES ('x')");
        refused("42000", SQLSyntaxErrorException.class, "INSERT INTO Account (Name, Phone) VALUES ('x')");
    }

    @Test
    void a_read_only_connection_writes_nothing() throws SQLException {
        try (Connection readOnly = ORG.open("readOnly", "true")) {
            Refused.with(
                    "25006",
                    SQLNonTransientException.class,
                    () -> Written.update(readOnly, "DELETE FROM Account WHERE Id = '001000000000001'"));
        }
        assertTrue(Written.calls(ORG).isEmpty());
    }

    @Test
    void what_a_restricted_picklist_does_not_know_is_not_sent() throws SQLException {
        String insert = "INSERT INTO Invoice__c (Invoice_Date__c, Status__c) VALUES (NULL, 'Paid'), (NULL, 'Piad')";
        try (Connection connection = ORG.open()) {
            SQLException refused = Refused.with(
                    "23514", SQLIntegrityConstraintViolationException.class, () -> Written.update(connection, insert));
            Refused.says(refused, "Row 2", "Status__c", "'Piad'", "did you mean 'Paid'");
            ORG.simulated().forgetCalls();
            Refused.with(
                    "23514", SQLIntegrityConstraintViolationException.class, () -> Written.update(connection, insert));
            assertEquals(List.of(), ORG.calls());
        }
    }
}
