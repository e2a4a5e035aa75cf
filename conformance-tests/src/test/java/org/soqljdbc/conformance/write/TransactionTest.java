package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.Refused;
import org.soqljdbc.conformance.TestOrg;

/** What commit and rollback do without transactions, and with writes collected until commit. */
class TransactionTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static long named(String name) {
        return ORG.simulated().rows("Account").stream()
                .filter(row -> name.equals(row.get("Name")))
                .count();
    }

    @Test
    void rolling_back_what_was_written_is_refused_once() throws SQLException {
        try (Connection connection = ORG.open()) {
            connection.setAutoCommit(false);
            connection.rollback();
            Written.update(connection, "INSERT INTO Account (Name) VALUES ('stays')");
            Refused.with("25000", SQLNonTransientException.class, connection::rollback);
            connection.rollback();
            Written.update(connection, "INSERT INTO Account (Name) VALUES ('stays')");
            connection.commit();
            connection.rollback();
            assertEquals(2, named("stays"));
        }
    }

    @Test
    void rolling_back_may_be_a_warning() throws SQLException {
        try (Connection connection = ORG.open("transactions", "ignore")) {
            connection.setAutoCommit(false);
            Written.update(connection, "INSERT INTO Account (Name) VALUES ('warned')");
            connection.rollback();
            assertNotNull(connection.getWarnings());
        }
    }

    @Test
    void atomic_writes_wait_for_commit_and_go_as_one_request() throws SQLException {
        try (Connection connection = ORG.open("transactions", "atomic")) {
            connection.setAutoCommit(false);
            Written.update(connection, "INSERT INTO Account (Name, Ext_Id__c) VALUES ('atomic', 'T-1')");
            Written.update(connection, "INSERT INTO Contact (LastName, Account.Ext_Id__c) VALUES ('child', 'T-1')");
            assertEquals(0, named("atomic"));
            assertEquals(List.of("POST /composite/graph"), Written.callsOf(ORG, connection::commit));
            Map<String, Object> child = ORG.simulated().rows("Contact").stream()
                    .filter(row -> "child".equals(row.get("LastName")))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    "atomic", Written.row(ORG, (String) child.get("AccountId")).get("Name"));
        }
    }

    @Test
    void an_atomic_unit_is_forgotten_by_rollback_and_written_wholly_or_not_at_all() throws SQLException {
        try (Connection connection = ORG.open("transactions", "atomic")) {
            connection.setAutoCommit(false);
            Written.update(connection, "INSERT INTO Account (Name) VALUES ('forgotten')");
            connection.rollback();
            connection.commit();
            assertEquals(0, named("forgotten"));
            Written.update(connection, "INSERT INTO Account (Name, Ext_Id__c) VALUES ('half', 'T-2'), ('half', 'T-2')");
            SQLException refused =
                    Refused.with("23505", java.sql.SQLIntegrityConstraintViolationException.class, connection::commit);
            Refused.says(refused, "record 2 of 2");
            assertEquals(0, named("half"));
            connection.commit();
        }
    }

    @Test
    void too_many_are_refused_before_anything_is_sent() throws SQLException {
        try (Connection connection = ORG.open("transactions", "atomic")) {
            connection.setAutoCommit(false);
            String rows = String.join(", ", Collections.nCopies(501, "('many')"));
            assertEquals(
                    List.of(),
                    Written.callsOf(
                            ORG,
                            () -> Refused.with(
                                    "54001",
                                    SQLNonTransientException.class,
                                    () -> Written.update(connection, "INSERT INTO Account (Name) VALUES " + rows))));
        }
    }
}
