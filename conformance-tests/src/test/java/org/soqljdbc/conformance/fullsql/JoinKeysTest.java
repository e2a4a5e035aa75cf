package org.soqljdbc.conformance.fullsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;

/** Keys of a join's small side go to the scan of its other side: what is sent, and in how many calls. */
class JoinKeysTest {

    private static final int ACCOUNTS = 5_200;
    private static final int CONTACTS = 30_100;

    @RegisterExtension
    static final TestOrg ORG =
            new TestOrg(builder -> builder.withRows("Account", ACCOUNTS).withRows("Contact", CONTACTS));

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = ORG.open();
        TestOrg.rows(
                connection,
                "SELECT UPPER(a.Id), c.Id, l.Id FROM Account a FULL JOIN Contact c ON a.Id = c.Id"
                        + " JOIN ContentDocumentLink l ON l.LinkedEntityId = a.Id WHERE 1 = 0");
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    private static int count(String sql) throws SQLException {
        return TestOrg.rows(connection, sql).size();
    }

    @Test
    void the_children_of_few_parents_are_asked_for_by_their_keys() throws SQLException {
        assertTrue(count("SELECT a.Name, c.LastName FROM Account a LEFT JOIN Contact c ON c.AccountId = a.Id"
                        + " WHERE a.Id IN ('0015g0000000001AAA', '0015g0000000002AAA')")
                > 2);
        assertEquals(
                List.of(
                        "SELECT Id, Name FROM Account WHERE Id IN ('0015g0000000001AAA', '0015g0000000002AAA')",
                        "SELECT AccountId, LastName FROM Contact"
                                + " WHERE AccountId IN ('0015g0000000001AAA', '0015g0000000002AAA')"),
                ORG.soqlSent());
    }

    @Test
    void groups_of_the_other_side_are_asked_for_by_key_as_well() throws SQLException {
        count("SELECT a.Name, n FROM Account a JOIN (SELECT AccountId, COUNT(*) AS n FROM Contact GROUP BY AccountId) c"
                + " ON a.Id = c.AccountId WHERE a.Id = '0015g0000000001AAA'");
        assertEquals(
                List.of(
                        "SELECT Id, Name FROM Account WHERE Id = '0015g0000000001AAA'",
                        "SELECT AccountId, COUNT(Id) a0 FROM Contact WHERE AccountId = '0015g0000000001AAA'"
                                + " GROUP BY AccountId"),
                ORG.soqlSent());
    }

    @Test
    void a_correlated_subquery_asks_for_the_keys_of_its_rows() throws SQLException {
        assertEquals(
                7,
                count("SELECT x.Id, (SELECT COUNT(*) FROM Contact c WHERE c.AccountId = x.Id) AS n"
                        + " FROM (SELECT Id FROM Account ORDER BY Id LIMIT 7) x"));
        assertEquals(2, ORG.soqlSent().size());
        assertTrue(ORG.soqlSent().get(1).contains("AccountId IN ('0015g0000000001AAA', "));
    }

    @Test
    void without_keys_the_other_side_is_not_asked() throws SQLException {
        assertEquals(
                0,
                count("SELECT a.Name, c.LastName FROM Account a JOIN Contact c ON c.LastName = a.Name"
                        + " WHERE a.Name = 'nobody has this name'"));
        assertEquals(1, ORG.soqlSent().size());
    }

    @Test
    void text_keys_are_asked_for_without_case() throws SQLException {
        int found = count("SELECT c.Id FROM (VALUES ('yOUNG'), (NULL)) v (n) JOIN Contact c ON c.LastName = v.n");
        assertEquals(List.of("SELECT Id, LastName FROM Contact WHERE LastName = 'yOUNG'"), ORG.soqlSent());
        assertTrue(found > 0);
    }

    @Test
    void keys_that_one_query_cannot_hold_are_cut_where_that_saves_pages() throws SQLException {
        int expected = count("SELECT Id FROM Contact WHERE Account.Name != null AND Account.Name LIKE 'Company%'");
        int before = ORG.calls().size();
        // Not a path: the side of the parent is a set operation.
        int found = count(
                "SELECT c.Id FROM (SELECT Id FROM Account WHERE Name LIKE 'Company%' UNION ALL"
                        + " SELECT Id FROM Account WHERE Name = 'nobody has this name') a JOIN Contact c ON c.AccountId = a.Id");
        assertEquals(expected, found);
        List<String> sent = ORG.soqlSent();
        assertTrue(sent.contains("SELECT COUNT() FROM Contact"), sent.size() + " queries");
        assertTrue(ORG.calls().size() - before < 30, "calls " + (ORG.calls().size() - before));
        assertTrue(sent.stream().allMatch(soql -> soql.length() <= 100_000));
    }

    @Test
    void what_only_answers_with_a_filter_answers_where_a_join_has_it() throws SQLException {
        count("SELECT l.ContentDocumentId, a.Name FROM Account a JOIN ContentDocumentLink l ON l.LinkedEntityId = a.Id"
                + " WHERE a.Id IN ('0015g0000000001AAA', '0015g0000000002AAA')");
        assertEquals(
                "SELECT LinkedEntityId, ContentDocumentId FROM ContentDocumentLink"
                        + " WHERE LinkedEntityId IN ('0015g0000000001AAA', '0015g0000000002AAA')",
                ORG.soqlSent().get(1));
        assertTrue(count("SELECT UPPER(f.QualifiedApiName) FROM EntityDefinition e JOIN FieldDefinition f"
                        + " ON f.EntityDefinitionId = e.DurableId WHERE e.QualifiedApiName IN ('Account')")
                > 20);
    }

    @Test
    void more_groups_than_the_org_answers_are_made_of_rows() throws SQLException {
        List<List<Object>> groups = TestOrg.rows(
                connection,
                "SELECT UPPER(AccountId) AS k, n, m FROM (SELECT AccountId, COUNT(*) AS n, COUNT(Email) AS m FROM Contact"
                        + " GROUP BY AccountId) t");
        assertTrue(groups.size() > 2_000);
        assertEquals(
                CONTACTS,
                groups.stream()
                        .mapToLong(row -> ((Number) row.get(1)).longValue())
                        .sum());
        assertEquals(
                count("SELECT Id FROM Contact WHERE Email != null"),
                groups.stream()
                        .mapToLong(row -> ((Number) row.get(2)).longValue())
                        .sum());
    }
}
