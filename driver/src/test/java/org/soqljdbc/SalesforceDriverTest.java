package org.soqljdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The driver and its data source, without an org. */
class SalesforceDriverTest {

    private final Driver driver = new SalesforceDriver();

    private static String state(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(SQLException.class, call).getSQLState();
    }

    @Test
    void the_driver_manager_finds_it_once() throws SQLException {
        assertEquals(
                1,
                DriverManager.drivers()
                        .filter(SalesforceDriver.class::isInstance)
                        .count());
        assertTrue(DriverManager.getDriver("jdbc:soql://login.salesforce.com") instanceof SalesforceDriver);
    }

    @Test
    void urls_of_other_drivers_are_left_to_them() throws SQLException {
        assertNull(driver.connect("jdbc:other://host", new Properties()));
        assertFalse(driver.acceptsURL("jdbc:salesforce://host"));
        assertFalse(driver.acceptsURL(""));
        assertTrue(driver.acceptsURL("jdbc:soql://host"));
        assertEquals("08001", state(() -> driver.connect(null, null)));
        assertEquals("08001", state(() -> driver.acceptsURL(null)));
    }

    @Test
    void a_misspelt_property_in_the_url_is_an_error_before_any_call() {
        assertEquals("08001", state(() -> driver.connect("jdbc:soql://localhost?pasword=x", null)));
    }

    @Test
    void its_version_is_the_builds() {
        assertTrue(driver.getMajorVersion() >= 0);
        assertTrue(driver.getMajorVersion() + driver.getMinorVersion() > 0, "not filtered by the build");
        assertFalse(driver.jdbcCompliant());
    }

    @Test
    void property_info_shows_what_is_given_and_never_a_secret() throws SQLException {
        Properties given = new Properties();
        given.setProperty("password", "s3cret");
        DriverPropertyInfo[] infos =
                driver.getPropertyInfo("jdbc:soql://host?apiVersion=66.0&clientSecret=s3cret", given);
        assertEquals(
                "66.0",
                Arrays.stream(infos)
                        .filter(info -> info.name.equals("apiVersion"))
                        .findFirst()
                        .orElseThrow()
                        .value);
        for (DriverPropertyInfo info : infos) {
            assertFalse(String.valueOf(info.value).contains("s3cret"), info.name);
            assertFalse(info.description.isBlank(), info.name);
        }
        assertTrue(driver.getPropertyInfo(null, null).length > 20);
    }

    @Test
    void a_data_source_is_a_bean_that_shows_no_secret() throws SQLException {
        SalesforceDataSource source = new SalesforceDataSource();
        source.setUrl("jdbc:soql://host?accessToken=s3cret");
        source.setUser("ada");
        source.setPassword("s3cret");
        source.setProperty("fetchSize", "500");
        source.setLoginTimeout(7);
        assertEquals("ada", source.getUser());
        assertEquals(7, source.getLoginTimeout());
        assertEquals("jdbc:soql://host", source.getUrl());
        assertFalse(source.toString().contains("s3cret"), source.toString());
        assertEquals("22023", state(() -> source.setProperty("fetchSise", "1")));
        assertEquals("22023", state(() -> source.setProperty(null, "1")));
        assertEquals("22023", state(() -> source.setLoginTimeout(-1)));
        source.setLoginTimeout(0);
        source.setUser(null);
        assertNull(source.getUser());
        assertEquals(0, source.getLoginTimeout());
    }

    @Test
    void a_data_source_survives_serialization() throws IOException, ClassNotFoundException {
        SalesforceDataSource source = new SalesforceDataSource();
        source.setUrl("jdbc:soql://host");
        source.setClientId("app");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(source);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            SalesforceDataSource copy = (SalesforceDataSource) in.readObject();
            assertEquals("app", copy.getClientId());
            assertEquals("jdbc:soql://host", copy.getUrl());
        }
    }

    @Test
    void a_data_source_refuses_the_url_of_another_driver() {
        SalesforceDataSource source = new SalesforceDataSource();
        source.setUrl("jdbc:other://host");
        assertEquals("08001", state(source::getConnection));
        assertEquals("08001", state(() -> source.getConnection("u", "p")));
    }
}
