package org.soqljdbc.conformance.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.Rows;
import org.soqljdbc.conformance.TestOrg;

/** RETURNING: writing and reading back in one request. */
class ReturningTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
        returned("INSERT INTO Account (Name) VALUES ('to describe') RETURNING Id, Owner.Name");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static List<List<Object>> returned(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertTrue(statement.execute(sql));
            try (ResultSet rows = statement.getResultSet()) {
                return Rows.all(rows);
            }
        }
    }

    private static void oneRequest(Written.Work work) throws SQLException {
        assertEquals(List.of("POST /composite"), Written.callsOf(ORG, work));
    }

    @Test
    void an_insert_reads_back_what_the_org_made_of_it() throws SQLException {
        oneRequest(() -> {
            List<List<Object>> rows = returned("INSERT INTO Account (Name) VALUES ('one'), ('two')"
                    + " RETURNING Name AS n, Owner.Name, 'x' AS c, Id");
            assertEquals(
                    List.of("one", "two"), rows.stream().map(row -> row.get(0)).toList());
            assertEquals("x", rows.get(0).get(2));
        });
    }

    @Test
    void an_update_and_a_delete_answer_their_rows() throws SQLException {
        String id = (String) returned("INSERT INTO Account (Name) VALUES ('before') RETURNING Id")
                .get(0)
                .get(0);
        oneRequest(() -> assertEquals(
                List.of(List.of("after")),
                returned("UPDATE Account a SET Name = 'after' WHERE a.Id = '" + id + "' RETURNING a.Name")));
        oneRequest(() -> assertEquals(
                List.of(List.of("after")), returned("DELETE FROM Account WHERE Id = '" + id + "' RETURNING Name")));
        assertEquals(true, Written.row(ORG, id).get("IsDeleted"));
        assertEquals(List.of(), returned("DELETE FROM Account WHERE Id = '" + id + "' RETURNING Name"));
    }

    @Test
    void an_upsert_answers_both_kinds_of_rows() throws SQLException {
        returned("UPSERT INTO Account (Name, Ext_Id__c) VALUES ('old', 'R-1') RETURNING Id");
        oneRequest(() -> assertEquals(
                List.of(List.of("changed", "R-1"), List.of("new", "R-2")),
                returned("UPSERT INTO Account (Name, Ext_Id__c) VALUES ('changed', 'R-1'), ('new', 'R-2')"
                        + " ON Ext_Id__c RETURNING Name, Ext_Id__c")));
    }

    @Test
    void a_star_is_every_column() throws SQLException {
        List<Object> row = returned("INSERT INTO RelatedThing__c (Value__c) VALUES (1.5) RETURNING *")
                .get(0);
        assertTrue(row.contains(new java.math.BigDecimal("1.5000")), row::toString);
    }

    @Test
    void more_rows_than_one_request_has_steps_are_a_collection_and_a_query() throws SQLException {
        String rows = String.join(", ", Collections.nCopies(100, "('many')"));
        List<String> calls = Written.callsOf(
                ORG,
                () -> assertEquals(
                        100,
                        returned("INSERT INTO Account (Name) VALUES " + rows + " RETURNING Id")
                                .size()));
        assertEquals("POST /composite/sobjects", calls.get(0));
        assertEquals(2, calls.size(), calls::toString);
    }
}
