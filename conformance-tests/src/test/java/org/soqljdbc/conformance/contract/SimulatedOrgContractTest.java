package org.soqljdbc.conformance.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.soqljdbc.SalesforceDataSource;
import org.soqljdbc.simulated.SimulatedOrg;

/** The contract, held by the driver over a simulated org. */
class SimulatedOrgContractTest extends JdbcContract {

    private static SimulatedOrg org;

    @BeforeAll
    static void start() {
        org = SimulatedOrg.start();
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    private static String url() {
        return "jdbc:soql://" + org.hostAndPort() + "?ssl=false&auth=client_credentials&clientId="
                + URLEncoder.encode(SimulatedOrg.CLIENT_ID, StandardCharsets.UTF_8) + "&clientSecret="
                + SimulatedOrg.CLIENT_SECRET;
    }

    @Override
    protected Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    @Override
    protected DataSource dataSource() {
        SalesforceDataSource source = new SalesforceDataSource();
        source.setUrl(url());
        return source;
    }

    @Override
    protected String everyTypeQuery() {
        return "SELECT FIELDS(ALL) FROM Type_Sample__c LIMIT 3";
    }

    @Override
    protected Driver driver() throws SQLException {
        return DriverManager.getDriver(url());
    }
}
