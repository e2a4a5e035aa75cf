package org.soqljdbc.conformance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.soqljdbc.simulated.SimulatedOrg;
import org.soqljdbc.simulated.log.Call;

/**
 * The org of one test class: started before its first test. Every test begins with a connection that has described
 * nothing yet in this test's log, with no faults planned and the rows the org began with.
 */
public final class TestOrg implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final UnaryOperator<SimulatedOrg.Builder> with;
    private SimulatedOrg org;

    public TestOrg() {
        this(builder -> builder);
    }

    /** @param with rows or a day other than the usual */
    public TestOrg(UnaryOperator<SimulatedOrg.Builder> with) {
        this.with = with;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        org = with.apply(SimulatedOrg.builder()).start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        org.forgetCalls();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        org.forgetFaults();
        org.restore();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        org.close();
    }

    /** The org itself. */
    public SimulatedOrg simulated() {
        return org;
    }

    /** {@code jdbc:soql://host:port?ssl=false} with further properties. @param pairs name, value, name, value ... */
    public String url(String... pairs) {
        StringBuilder url = new StringBuilder("jdbc:soql://" + org.hostAndPort() + "?ssl=false");
        for (int i = 0; i < pairs.length; i += 2) {
            url.append('&').append(pairs[i]).append('=').append(encoded(pairs[i + 1]));
        }
        return url.toString();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A connection by client credentials in the time zone UTC. @param pairs further properties, which win */
    public Connection open(String... pairs) throws SQLException {
        Properties properties = properties(
                "auth",
                "client_credentials",
                "clientId",
                SimulatedOrg.CLIENT_ID,
                "clientSecret",
                SimulatedOrg.CLIENT_SECRET,
                "timeZone",
                "UTC");
        properties.putAll(properties(pairs));
        return DriverManager.getConnection(url(), properties);
    }

    /** @param pairs name, value, name, value ... */
    public static Properties properties(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    /** The whole answer of a statement, each value as getObject gives it. */
    public static List<List<Object>> rows(Connection connection, String soql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(soql)) {
            return Rows.all(rows);
        }
    }

    /** The calls since the test began. */
    public List<Call> calls() {
        return org.calls();
    }

    /** The SOQL of every query call, in order. */
    public List<String> soqlSent() {
        return org.calls().stream().flatMap(call -> call.soql().stream()).toList();
    }

    /** How many token calls there were. */
    public long tokenCalls() {
        return org.calls().stream().filter(Call::asksToken).count();
    }

    /** How many pages were asked for, first ones and later ones. */
    public long pageCalls() {
        return org.calls().stream()
                .filter(call -> call.startsQuery() || call.fetchesPage())
                .count();
    }
}
