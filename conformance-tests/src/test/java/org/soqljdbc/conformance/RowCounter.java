package org.soqljdbc.conformance;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads every column of every row of a query and prints how many rows there were; run in a JVM of its own. */
public final class RowCounter {

    private RowCounter() {}

    /** @param arguments URL and query */
    public static void main(String[] arguments) throws SQLException {
        long count = 0;
        try (Connection connection = DriverManager.getConnection(arguments[0]);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(arguments[1])) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
                count++;
            }
        }
        PrintStream out = System.out;
        out.println(count);
    }
}
