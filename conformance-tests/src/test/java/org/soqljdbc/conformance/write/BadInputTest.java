package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soqljdbc.conformance.Refused;
import org.soqljdbc.conformance.TestOrg;

/** What cannot be written is refused by the right exception, with row and field; where it is known before, nothing is sent. */
class BadInputTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg(builder -> builder.withRows("Account", 5));

    private static final String ID = "0015g0000000001AAA";
    private static final String LONG = "x".repeat(300);

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @BeforeEach
    void add_rules() throws SQLException {
        Written.update(connection, "INSERT INTO Account (Name, Ext_Id__c, Code__c) VALUES ('taken', 'TAKEN', 'Taken')");
        ORG.simulated()
                .rules()
                .refuseWhen("Account", row -> "forbidden".equals(row.get("Name")), "Name", "Not that name");
        ORG.simulated().rules().refuseDuplicates("Account", "Name", "Site");
        ORG.simulated().forgetCalls();
    }

    /**
     * @param sent whether Salesforce has to be asked
     * @param words what the message names
     */
    record Bad(
            String sql,
            Object[] parameters,
            String state,
            Class<? extends SQLException> type,
            boolean sent,
            String... words) {

        @Override
        public String toString() {
            String shown = sql.length() > 110 ? sql.substring(0, 110) + "..." : sql;
            return state + " " + shown + (parameters.length == 0 ? "" : " " + List.of(parameters));
        }
    }

    private static Object[] of(Object... parameters) {
        return parameters;
    }

    private static Bad data(String state, String sql, Object[] parameters, String... words) {
        return new Bad(sql, parameters, state, SQLDataException.class, false, words);
    }

    private static Bad broken(String state, String sql, boolean sent, String... words) {
        return new Bad(sql, of(), state, SQLIntegrityConstraintViolationException.class, sent, words);
    }

    private static Bad syntax(String state, String sql, String... words) {
        return new Bad(sql, of(), state, SQLSyntaxErrorException.class, false, words);
    }

    static Stream<Bad> wrong_types() {
        String insert = "INSERT INTO Account (Name, NumberOfEmployees) VALUES ('x', ?)";
        return Stream.of(
                data("22018", insert, of("many"), "NumberOfEmployees", "many"),
                data("22018", insert, of(Date.valueOf("2026-01-01")), "NumberOfEmployees"),
                data(
                        "22018",
                        "INSERT INTO Account (Name, NumberOfEmployees) VALUES ('x', 'many')",
                        of(),
                        "NumberOfEmployees"),
                data("22018", "INSERT INTO Account (Name, Active__c) VALUES ('x', 'perhaps')", of(), "Active__c"),
                data("22018", "UPDATE Account SET Active__c = ? WHERE Id = '" + ID + "'", of("perhaps"), "Active__c"),
                data(
                        "22007",
                        "INSERT INTO Account (Name, Founded__c) VALUES ('x', 'soon')",
                        of(),
                        "Founded__c",
                        "soon"),
                data("22007", "INSERT INTO Account (Name, Founded__c) VALUES ('x', ?)", of("2026-02-30"), "Founded__c"),
                data(
                        "22007",
                        "INSERT INTO Account (Name, Reviewed_At__c) VALUES ('x', ?)",
                        of("noon"),
                        "Reviewed_At__c"),
                data("22007", "INSERT INTO Account (Name, Opens_At__c) VALUES ('x', ?)", of("25:00:00"), "Opens_At__c"),
                data("22018", "INSERT INTO Account (Name, Founded__c) VALUES ('x', ?)", of(12), "Founded__c"),
                data("22018", "INSERT INTO Attachment (Name, ParentId, Body) VALUES ('x', ?, ?)", of(ID, 5), "Body"));
    }

    static Stream<Bad> wrong_sizes() {
        return Stream.of(
                data("22001", "INSERT INTO Account (Name) VALUES ('" + LONG + "')", of(), "Name", "300", "255"),
                data("22001", "INSERT INTO Account (Name) VALUES (?)", of(LONG), "Name", "300", "255"),
                data(
                        "22001",
                        "INSERT INTO Account (Name, Site) VALUES ('a', 'b'), ('c', ?)",
                        of(LONG),
                        "Row 2",
                        "Site"),
                data("22001", "UPDATE Account SET Site = ? WHERE Id = '" + ID + "'", of(LONG), "Site"),
                data("22001", "UPDATE Account SET Site = ? WHERE Name LIKE 'A%'", of(LONG), "Site"),
                data("22001", "UPSERT INTO Account (Ext_Id__c, Name) VALUES (?, 'x')", of(LONG), "Ext_Id__c"),
                data(
                        "22003",
                        "INSERT INTO Account (Name, NumberOfEmployees) VALUES ('x', 3000000000)",
                        of(),
                        "NumberOfEmployees"),
                data(
                        "22003",
                        "INSERT INTO Account (Name, Discount__c) VALUES ('x', ?)",
                        of(new BigDecimal("1234.5")),
                        "Discount__c"),
                data("22003", "INSERT INTO Account (Name, AnnualRevenue) VALUES ('x', 1e30)", of(), "AnnualRevenue"),
                data("22003", "INSERT INTO Account (Name, Score__c) VALUES ('x', ?)", of(Double.NaN), "Score__c"),
                data("22012", "INSERT INTO Account (Name, NumberOfEmployees) VALUES ('x', 1 / 0)", of()));
    }

    static Stream<Bad> unknown_names() {
        return Stream.of(
                syntax("42S22", "INSERT INTO Account (Nane) VALUES ('x')", "Nane", "Name"),
                syntax("42S22", "INSERT INTO Account (Name, Owner.Nam) VALUES ('x', 'y')", "Nam"),
                syntax("42S22", "UPDATE Account SET Indsutry = 'x' WHERE Id = '" + ID + "'", "Indsutry", "Industry"),
                syntax("42S22", "UPDATE Account SET Name = 'x' WHERE Idd = '" + ID + "'", "Idd"),
                syntax("42S22", "DELETE FROM Account WHERE Nmae = 'x'", "Nmae"),
                syntax("42S22", "UPSERT INTO Account (Ext_Id__c, Name) VALUES ('a', 'b') ON Ext_Id", "Ext_Id"),
                syntax("42S22", "INSERT INTO Account (Name) VALUES ('x') RETURNING Nmae", "Nmae"),
                syntax("42S02", "INSERT INTO Acount (Name) VALUES ('x')", "Acount", "Account"),
                syntax("42S02", "DELETE FROM Nothing WHERE Id = '" + ID + "'", "Nothing"),
                syntax(
                        "42501",
                        "INSERT INTO Account (Name, CreatedDate) VALUES ('x', CURRENT_TIMESTAMP)",
                        "CreatedDate"),
                syntax("42501", "UPDATE Account SET Margin__c = 1 WHERE Id = '" + ID + "'", "Margin__c"),
                syntax("42501", "UPDATE Account SET Id = '" + ID + "' WHERE Name = 'x'", "Id"),
                syntax("42501", "INSERT INTO EntityDefinition (DurableId) VALUES ('x')", "EntityDefinition"),
                syntax("42501", "DELETE FROM User WHERE Username = 'x'", "User"));
    }

    static Stream<Bad> missing_values() {
        return Stream.of(
                broken("23502", "INSERT INTO Account (Phone) VALUES ('1')", false, "Name"),
                broken("23502", "INSERT INTO Account (Name) VALUES (NULL)", false, "Name"),
                broken("23502", "INSERT INTO Account (Name) VALUES ('a'), ('')", false, "Row 2", "Name"),
                broken("23502", "UPDATE Account SET Name = NULL WHERE Id = '" + ID + "'", false, "Name"),
                broken("23502", "UPDATE Account SET Name = NULL WHERE Site = 'x'", false, "Name"),
                broken("23502", "INSERT INTO Invoice_Line__c (Quantity__c) VALUES (1)", false, "Invoice__c"),
                broken("23502", "UPSERT INTO Account (Name, Ext_Id__c) VALUES ('x', NULL)", false, "Ext_Id__c"),
                broken("23502", "UPSERT INTO Account (Phone, Ext_Id__c) VALUES ('1', 'NEW')", true, "Name"));
    }

    static Stream<Bad> bad_ids() {
        return Stream.of(
                data("22023", "UPDATE Account SET Name = 'x' WHERE Id = 'abc'", of(), "abc"),
                data("22023", "UPDATE Account SET Name = 'x' WHERE Id = ?", of("not an Id at all"), "not an Id"),
                data("22023", "DELETE FROM Account WHERE Id IN ('" + ID + "', 'abc')", of(), "abc"),
                data(
                        "22023",
                        "INSERT INTO Contact (LastName, AccountId) VALUES ('x', 'abc')",
                        of(),
                        "AccountId",
                        "abc"),
                new Bad(
                        "INSERT INTO Contact (LastName, AccountId) VALUES ('x', '0015g0000000999AAA')",
                        of(),
                        "23503",
                        SQLIntegrityConstraintViolationException.class,
                        true),
                new Bad(
                        "INSERT INTO Contact (LastName, AccountId) VALUES ('x', '0035g0000000001AAA')",
                        of(),
                        "22023",
                        SQLDataException.class,
                        true,
                        "AccountId"),
                new Bad(
                        "INSERT INTO Contact (LastName, Account.Ext_Id__c) VALUES ('x', 'NO SUCH KEY')",
                        of(),
                        "23503",
                        SQLIntegrityConstraintViolationException.class,
                        true,
                        "Ext_Id__c"));
    }

    static Stream<Bad> broken_rules() {
        return Stream.of(
                broken("23505", "INSERT INTO Account (Name, Ext_Id__c) VALUES ('x', 'TAKEN')", true, "Ext_Id__c"),
                broken("23505", "INSERT INTO Account (Name, Code__c) VALUES ('x', 'Taken')", true, "Code__c"),
                broken(
                        "23505",
                        "INSERT INTO Account (Name, Ext_Id__c) VALUES ('x', 'E1'), ('y', 'TAKEN')",
                        true,
                        "Row 2",
                        "Ext_Id__c"),
                broken("23514", "INSERT INTO Account (Name) VALUES ('forbidden')", true, "Not that name", "Name"),
                broken(
                        "23514",
                        "INSERT INTO Account (Name) VALUES ('a'), ('forbidden')",
                        true,
                        "Row 2",
                        "Not that name"),
                broken(
                        "23514",
                        "UPDATE Account SET Name = 'forbidden' WHERE Ext_Id__c = 'TAKEN'",
                        true,
                        "Not that name"),
                broken("23514", "INSERT INTO Invoice__c (Status__c) VALUES ('Lost')", false, "Status__c", "Lost"));
    }

    static Stream<Bad> malformed() {
        return Stream.of(
                syntax("42000", "INSERT INTO Account (Name) VALUES ('x'", "1:"),
                syntax("42000", "INSERT INTO Account (Name, Phone) VALUES ('x')"),
                syntax("42000", "INSERT INTO Account VALUES ('x')"),
                syntax("42000", "INSERT Account (Name) VALUES ('x')", "INTO"),
                syntax("42000", "UPDATE Account Name = 'x'", "SET"),
                syntax("42000", "DELETE Account WHERE Id = 'x'", "FROM"),
                syntax("42000", "UPSERT INTO Account (Name) VALUES ('x')", "external id"),
                syntax("42000", "INSERT INTO Account (Name, Name) VALUES ('x', 'y')", "Name"),
                syntax("42000", "UPDATE Account SET Name = 'x', Name = 'y' WHERE Id = '" + ID + "'", "Name"),
                syntax("42000", "INSERT INTO Account (Name) VALUES ('it's')", "1:"),
                data("22023", "SET SESSION nonsense = 1", of(), "nonsense"),
                syntax("42000", "CREATE TABLE T (A INT)", "CREATE"),
                syntax("42000", "MERGE INTO Account t USING (VALUES ('a')) AS s(k) ON t.Ext_Id__c = s.k", "WHEN"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "wrong_types",
        "wrong_sizes",
        "unknown_names",
        "missing_values",
        "bad_ids",
        "broken_rules",
        "malformed"
    })
    void it_is_refused_by_the_right_error_that_names_field_and_row(Bad bad) {
        SQLException refusal =
                Refused.with(bad.state, bad.type, () -> Written.update(connection, bad.sql, bad.parameters));
        Refused.says(refusal, bad.words);
        // The list of all objects, like a describe, is what tells an unknown one.
        List<String> calls = Written.calls(ORG).stream()
                .filter(call -> !call.equals("GET /sobjects"))
                .toList();
        assertEquals(bad.sent, !calls.isEmpty(), () -> "calls: " + calls);
    }

    @Test
    void a_parameter_that_is_not_set_is_named_before_anything_is_sent() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO Account (Name, Site) VALUES (?, ?)")) {
            insert.setString(1, "x");
            Refused.says(Refused.with("07001", SQLNonTransientException.class, insert::executeUpdate), "2");
        }
        assertEquals(List.of(), Written.calls(ORG));
    }

    @Test
    void of_a_batch_the_bad_entries_alone_are_refused_each_by_its_number() throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO Account (Name, Site, Ext_Id__c) VALUES (?, ?, ?)")) {
            add(insert, "one", "ok", "B1");
            add(insert, "two", LONG, "B2");
            add(insert, "forbidden", "ok", "B3");
            add(insert, "four", "ok", "TAKEN");
            add(insert, null, "ok", "B5");
            add(insert, "six", "ok", "B6");
            BatchUpdateException failed = assertThrows(BatchUpdateException.class, insert::executeBatch);
            assertEquals(List.of("22001 2", "23514 3", "23505 4", "23502 5"), told(failed));
        }
        assertEquals(List.of("POST /composite/sobjects"), Written.calls(ORG));
    }

    private static void add(PreparedStatement insert, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setString(i + 1, values[i]);
        }
        insert.addBatch();
    }

    private static List<String> told(BatchUpdateException failed) {
        return Stream.iterate(failed.getNextException(), each -> each != null, SQLException::getNextException)
                .map(each -> each.getSQLState() + " "
                        + each.getMessage().replaceFirst("(?s)^Batch entry (\\d+) of 6.*", "$1"))
                .toList();
    }

    /** As Spring ends a transaction whose statement failed. */
    @Test
    void the_error_of_a_failing_insert_is_seen_and_not_one_of_its_rollback() throws SQLException {
        SQLException seen = null;
        try (Connection transaction = ORG.open()) {
            transaction.setAutoCommit(false);
            try {
                Written.update(transaction, "INSERT INTO Account (Name) VALUES ('forbidden')");
                transaction.commit();
            } catch (SQLException failure) {
                seen = failure;
                // Throws nothing, since nothing was written.
                transaction.rollback();
            } finally {
                transaction.setAutoCommit(true);
            }
            assertTrue(transaction.isValid(1));
        }
        assertEquals("23514", seen.getSQLState());
        Refused.says(seen, "Not that name");
    }

    @Test
    void a_failing_insert_after_one_that_was_written_keeps_its_error_beside_the_rollbacks() throws SQLException {
        try (Connection transaction = ORG.open()) {
            transaction.setAutoCommit(false);
            Written.update(transaction, "INSERT INTO Account (Name) VALUES ('written')");
            Refused.with(
                    "23514",
                    SQLIntegrityConstraintViolationException.class,
                    () -> Written.update(transaction, "INSERT INTO Account (Name) VALUES ('forbidden')"));
            // Not of class 08, at which pools drop connections.
            Refused.with("25000", SQLNonTransientException.class, transaction::rollback);
            transaction.setAutoCommit(true);
            assertTrue(transaction.isValid(1));
        }
    }
}
