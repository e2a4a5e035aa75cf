package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.Refused;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.log.Call;

/** SET SESSION, and EXPLAIN of statements that write. */
class SessionSettingTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    @Test
    void it_changes_what_later_writes_say() throws SQLException {
        try (Connection connection = ORG.open()) {
            Written.update(connection, "SET SESSION duplicateRule = allow");
            Written.update(connection, "SET SESSION assignmentrule = 'FALSE'");
            ORG.simulated().forgetCalls();
            Written.update(connection, "INSERT INTO Account (Name) VALUES ('x')");
            Call call = ORG.calls().get(ORG.calls().size() - 1);
            assertEquals("allowSave=true", call.options().get("sforce-duplicate-rule-header"));
            assertEquals("FALSE", call.options().get("sforce-auto-assign"));
            Written.update(connection, "SET SESSION duplicateRule = NULL");
            Written.update(connection, "INSERT INTO Account (Name) VALUES ('x')");
            call = ORG.calls().get(ORG.calls().size() - 1);
            assertEquals(null, call.options().get("sforce-duplicate-rule-header"));
        }
    }

    @Test
    void default_goes_back_to_what_the_connection_was_opened_with() throws SQLException {
        try (Connection connection = ORG.open("duplicateRule", "allow")) {
            Written.update(connection, "SET SESSION duplicateRule = obey");
            Written.update(connection, "INSERT INTO Account (Name) VALUES ('x')");
            assertEquals(null, lastOption("sforce-duplicate-rule-header"));
            Written.update(connection, "SET SESSION duplicateRule TO DEFAULT");
            Written.update(connection, "INSERT INTO Account (Name) VALUES ('x')");
            assertEquals("allowSave=true", lastOption("sforce-duplicate-rule-header"));
        }
    }

    private static String lastOption(String header) {
        return ORG.calls().get(ORG.calls().size() - 1).options().get(header);
    }

    @Test
    void an_unknown_name_or_value_is_refused() throws SQLException {
        try (Connection connection = ORG.open()) {
            Refused.says(
                    Refused.with(
                            "22023",
                            SQLDataException.class,
                            () -> Written.update(connection, "SET SESSION allOrNon = true")),
                    "allOrNone");
            Refused.with(
                    "22023",
                    SQLDataException.class,
                    () -> Written.update(connection, "SET SESSION allOrNone = perhaps"));
        }
    }

    @Test
    void without_all_or_none_the_other_rows_are_written() throws SQLException {
        try (Connection connection = ORG.open()) {
            String insert =
                    "INSERT INTO Account (Name, Ext_Id__c) VALUES ('part', 'S-1'), ('part', 'S-1'), ('part', 'S-2')";
            Refused.says(
                    Refused.with(
                            "23505",
                            java.sql.SQLIntegrityConstraintViolationException.class,
                            () -> Written.update(connection, insert)),
                    "Row 2",
                    "written: 0",
                    "undone with them: 2");
            Written.update(connection, "SET SESSION allOrNone = false");
            Refused.says(
                    Refused.with(
                            "23505",
                            java.sql.SQLIntegrityConstraintViolationException.class,
                            () -> Written.update(connection, insert)),
                    "Row 2",
                    "written: 2",
                    "refused: 1");
        }
    }

    @Test
    void explain_tells_the_requests_and_makes_none() throws SQLException {
        try (Connection connection = ORG.open()) {
            Written.update(connection, "INSERT INTO Account (Name) VALUES ('to describe')");
            ORG.simulated().forgetCalls();
            assertEquals(
                    List.of("language: SQL", "request: POST /composite/sobjects with 2 rows of Account", "calls: 1"),
                    TestOrg.rows(connection, "EXPLAIN INSERT INTO Account (Name) VALUES ('a'), ('b')").stream()
                            .map(row -> row.get(0))
                            .filter(line -> !line.toString().startsWith("because"))
                            .toList());
            TestOrg.rows(connection, "EXPLAIN UPDATE Account SET Site = 'x' WHERE Name LIKE 'a%'");
            assertEquals(List.of(), Written.calls(ORG));
        }
    }
}
