package org.soqljdbc.conformance.metadata;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.soqljdbc.SalesforceConnection;

/** Reads all columns of all tables and prints how many there were, and the API calls; run in a JVM of its own. */
public final class ColumnCounter {

    private ColumnCounter() {}

    /** @param arguments the URL */
    public static void main(String[] arguments) throws SQLException {
        long count = 0;
        long calls;
        try (Connection connection = DriverManager.getConnection(arguments[0]);
                ResultSet columns = connection.getMetaData().getColumns(null, "salesforce", "%", "%")) {
            while (columns.next()) {
                columns.getString("REMARKS");
                count++;
            }
            calls = connection.unwrap(SalesforceConnection.class).apiCallsMade();
        }
        PrintStream out = System.out;
        out.println(count + " " + calls);
    }
}
