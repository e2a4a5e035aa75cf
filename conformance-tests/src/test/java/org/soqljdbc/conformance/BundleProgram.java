package org.soqljdbc.conformance;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What an application does with the bundle on its class path and nothing else; run in a JVM of its own. */
public final class BundleProgram {

    /** What one SOQL query can say, in either language. */
    private static final String[] SIMPLE = {
        "SELECT Id, Name FROM Account LIMIT 1",
        "SELECT * FROM Account WHERE Industry <> 'x' LIMIT 1",
        "SELECT c.Name AS n, a.Name FROM Contact c JOIN Account a ON c.AccountId = a.Id LIMIT 1",
        "SELECT COUNT(*) AS n FROM Account",
        "SELECT Industry, COUNT(*) AS n FROM Account GROUP BY Industry HAVING COUNT(*) > 1",
        "EXPLAIN SELECT Id FROM Account WHERE Name LIKE 'A%'",
        "SELECT 1"
    };

    private static final String JOIN =
            "SELECT a.Name, COUNT(*) FROM Account a FULL JOIN Contact c ON a.Id = c.AccountId"
                    + " GROUP BY a.Name ORDER BY 2 DESC";

    private BundleProgram() {}

    /** @param arguments the URL */
    public static void main(String[] arguments) throws SQLException {
        PrintStream out = System.out;
        out.println("drivers " + DriverManager.drivers().count());
        try (Connection connection = DriverManager.getConnection(arguments[0]);
                Statement statement = connection.createStatement()) {
            for (String sql : SIMPLE) {
                read(statement, sql);
            }
            connection.getMetaData().getColumns(null, null, "Account", "%").close();
            out.println("simple statements done");
            long begin = System.nanoTime();
            read(statement, JOIN);
            out.println("join took ms " + (System.nanoTime() - begin) / 1_000_000);
        }
        out.println("drivers " + DriverManager.drivers().count());
    }

    private static void read(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new IllegalStateException("no rows: " + sql);
            }
        }
    }
}
