package org.soqljdbc.conformance.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.conformance.TestOrg;

/** What typical statements of tools cost in API calls, beside the least that could answer them. */
class ApiCallsTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    /** @param least calls: 2,000 rows come with one; 5,000 contacts take three */
    private record Cost(int least, String sql) {}

    private static final List<Cost> STATEMENTS = List.of(
            new Cost(0, "SELECT 1"),
            new Cost(0, "SELECT CURRENT_TIMESTAMP"),
            new Cost(0, "SELECT * FROM Account WHERE 1=0"),
            new Cost(0, "select * from \"salesforce\".\"Account\" where 0 = 1"),
            new Cost(0, "SELECT 1 FROM Account WHERE 1=0"),
            new Cost(0, "SELECT * FROM (SELECT Id, LastName FROM Contact) SPARK_GEN_SUBQ_0 WHERE 1=0"),
            new Cost(0, "SELECT * FROM Account LIMIT 0"),
            new Cost(0, "SELECT COUNT(*) FROM Account WHERE 1=0"),
            new Cost(0, "SELECT Id FROM Contact WHERE AccountId IN (NULL, NULL)"),
            new Cost(0, "EXPLAIN SELECT * FROM Account"),
            new Cost(1, "SELECT * FROM Account"),
            new Cost(1, "SELECT * FROM salesforce.Account\nWHERE Industry ='Energy'\nORDER BY Name DESC"),
            new Cost(1, "SELECT COUNT(*) FROM Contact"),
            new Cost(1, "SELECT COUNT(*) FROM (SELECT * FROM Contact) dbvrcnt"),
            new Cost(1, "SELECT COUNT(DISTINCT AccountId), COUNT(Email) FROM Contact"),
            new Cost(1, "select a1_0.Id,a1_0.Name from Account a1_0 where a1_0.Id='0015g0000000001AAA'"),
            new Cost(
                    1,
                    "select c1_0.LastName,a1_0.Name from Contact c1_0 join Account a1_0 on a1_0.Id=c1_0.AccountId"
                            + " where a1_0.Industry='Energy' order by c1_0.LastName"),
            new Cost(1, "select c.Id from Contact c left join Account a on a.Id=c.AccountId where c.Email is null"),
            new Cost(
                    1,
                    "SELECT t0.LastName, t1.Name FROM Contact t0, Account t1"
                            + " WHERE ((t1.Industry = 'Energy') AND (t1.Id = t0.AccountId))"),
            new Cost(1, "SELECT u.Name, m.Name FROM \"User\" u LEFT JOIN \"User\" m ON u.ManagerId = m.Id"),
            new Cost(1, "SELECT a.Id FROM Account a WHERE EXISTS(SELECT 1 FROM Contact c WHERE c.AccountId = a.Id)"),
            new Cost(1, "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity WHERE IsWon)"),
            new Cost(
                    1,
                    "select o.StageName,count(o.Id),sum(o.Amount),max(o.CloseDate) from Opportunity o"
                            + " group by o.StageName having count(o.Id)>1 order by o.StageName"),
            new Cost(1, "SELECT DISTINCT Industry FROM Account"),
            new Cost(
                    1,
                    "SELECT * FROM (SELECT StageName, COUNT(*) AS N FROM Opportunity GROUP BY StageName) q"
                            + " WHERE N > 3"),
            new Cost(1, "SELECT Id FROM Contact ORDER BY Id OFFSET 10 ROWS FETCH NEXT 5 ROWS ONLY"),
            new Cost(1, "SELECT Id FROM Contact ORDER BY Id LIMIT 2000"),
            new Cost(2, "SELECT Id FROM Contact ORDER BY Id LIMIT 5 OFFSET 2500"),
            new Cost(1, "SELECT Id FROM Account WHERE NumberOfEmployees < 22500 OR NumberOfEmployees IS NULL"),
            new Cost(3, "SELECT * FROM Contact"));

    @Test
    void typical_statements_cost_the_least_there_is(TestReporter reporter) throws SQLException, IOException {
        List<String> table = new ArrayList<>(List.of("calls  least  statement"));
        List<Integer> least = new ArrayList<>();
        List<Integer> actual = new ArrayList<>();
        try (Connection connection = ORG.open("dialect", "sql")) {
            describe(connection);
            for (Cost cost : STATEMENTS) {
                int calls = calls(connection, cost.sql());
                least.add(cost.least());
                actual.add(calls);
                table.add(String.format(
                        "%5d  %5d  %s", calls, cost.least(), cost.sql().replace('\n', ' ')));
            }
        }
        String text = String.join("\n", table) + "\n";
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "api-calls.txt"), text);
        reporter.publishEntry("API calls of typical statements", text);
        assertEquals(30, STATEMENTS.size());
        assertEquals(least, actual, text);
    }

    /** What a connection knows after a tool has shown its tables. */
    private static void describe(Connection connection) throws SQLException {
        for (String object : List.of("Account", "Contact", "Opportunity", "User")) {
            calls(connection, "SELECT * FROM \"" + object + "\" WHERE 1 = 0");
        }
    }

    /** @return all calls that a statement causes, when its rows are read to the end */
    private static int calls(Connection connection, String sql) throws SQLException {
        ORG.simulated().forgetCalls();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
        return ORG.calls().size();
    }
}
