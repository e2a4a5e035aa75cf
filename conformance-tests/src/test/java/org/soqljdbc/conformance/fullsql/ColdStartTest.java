package org.soqljdbc.conformance.fullsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.soqljdbc.conformance.OrgConnections;
import org.soqljdbc.simulated.SimulatedOrg;

/** What needs no Calcite runs where there is none. */
class ColdStartTest {

    /** The class path without Calcite and without the module that uses it. */
    private static URLClassLoader driverAlone() {
        URL[] path = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.contains("calcite")
                        && !entry.contains("full-sql")
                        && !entry.contains("avatica")
                        && !entry.contains("janino"))
                .map(ColdStartTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void statements_that_one_query_can_say_load_no_class_of_calcite() throws Exception {
        try (SimulatedOrg org = SimulatedOrg.start();
                URLClassLoader loader = driverAlone()) {
            Driver driver = (Driver) loader.loadClass("org.soqljdbc.SalesforceDriver")
                    .getDeclaredConstructor()
                    .newInstance();
            try (Connection connection = driver.connect(OrgConnections.url(org), new Properties());
                    Statement statement = connection.createStatement()) {
                for (String sql : List.of(
                        "SELECT Id FROM Account LIMIT 1",
                        "SELECT c.Name AS n, a.Name FROM Contact c JOIN Account a ON c.AccountId = a.Id LIMIT 1",
                        "SELECT COUNT(*) AS n FROM Account")) {
                    try (ResultSet rows = statement.executeQuery(sql)) {
                        assertTrue(rows.next(), sql);
                    }
                }
                SQLException refused = assertThrows(
                        SQLException.class, () -> statement.executeQuery("SELECT UPPER(Name) FROM Account"));
                assertEquals("0A000", refused.getSQLState());
                assertTrue(refused.getMessage().contains("full-sql"), refused.getMessage());
            }
        }
    }
}
