package org.soqljdbc.conformance.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.soqljdbc.conformance.TestOrg;
import org.soqljdbc.simulated.log.Call;

/** What the tests of writes do over and over. */
final class Written {

    private Written() {}

    /** Runs a statement with parameters. @return the rows it says it wrote */
    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** Runs a statement. @return the Ids it generated, in row order */
    static List<String> keys(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS);
            return keys(statement);
        }
    }

    /** The keys of a statement's last run. */
    static List<String> keys(Statement statement) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (ResultSet rows = statement.getGeneratedKeys()) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    /** The calls since the log was emptied, without tokens and describes. */
    static List<String> calls(TestOrg org) {
        return org.calls().stream()
                .map(Call::template)
                .filter(call -> !call.contains("/oauth2/") && !call.contains("describe"))
                .toList();
    }

    /** The calls that a piece of work makes, when its objects are described already. */
    static List<String> callsOf(TestOrg org, Work work) throws SQLException {
        org.simulated().forgetCalls();
        work.run();
        return calls(org);
    }

    interface Work {
        void run() throws SQLException;
    }

    /** One record as the org has it now. */
    static Map<String, Object> row(TestOrg org, String id) {
        return org.simulated().row(id).orElseThrow();
    }
}
