package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.soqljdbc.conformance.TestOrg.properties;

import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.SalesforceDataSource;
import org.soqljdbc.simulated.SimulatedOrg;

/** What does not let one in says why and what to do, and never shows a secret. */
class LoginRefusalTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private static SQLException refused(Properties properties, String... pairs) {
        return Refused.with(
                "28000",
                SQLInvalidAuthorizationSpecException.class,
                () -> DriverManager.getConnection(ORG.url(pairs), properties).close());
    }

    private static SQLException unconnectable(String url, Properties properties) {
        return Refused.with(
                "08001",
                SQLNonTransientConnectionException.class,
                () -> DriverManager.getConnection(url, properties).close());
    }

    private static Properties app(String... more) {
        Properties properties =
                properties("clientId", SimulatedOrg.CLIENT_ID, "clientSecret", SimulatedOrg.CLIENT_SECRET);
        properties.putAll(properties(more));
        return properties;
    }

    @Test
    void a_wrong_client_secret_is_named_and_not_shown() {
        SQLException refusal = refused(app("clientSecret", "not-the-secret"));
        Refused.says(refusal, "invalid_client", "clientSecret");
        assertFalse(refusal.getMessage().contains("not-the-secret"), refusal.getMessage());
        assertEquals(400, refusal.getErrorCode());
    }

    @Test
    void an_unknown_client_id_is_named() {
        Refused.says(refused(app("clientId", "3MVG9another")), "invalid_client_id", "clientId");
    }

    @Test
    void a_wrong_password_says_what_to_check() {
        SQLException refusal = refused(app("user", SimulatedOrg.USERNAME, "password", "hunter2-wrong"));
        Refused.says(refusal, "invalid_grant", "password", "securityToken");
        assertFalse(refusal.getMessage().contains("hunter2"), refusal.getMessage());
    }

    @Test
    void a_password_without_its_security_token_is_refused() {
        Refused.says(refused(app("user", SimulatedOrg.USERNAME, "password", SimulatedOrg.PASSWORD)), "securityToken");
    }

    @Test
    void a_key_whose_certificate_the_app_does_not_have_is_refused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String text = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----";
        SQLException refusal = refused(
                properties("clientId", SimulatedOrg.CLIENT_ID, "user", SimulatedOrg.USERNAME, "privateKey", pem));
        Refused.says(refusal, "certificate");
        assertFalse(refusal.getMessage().contains(text.substring(0, 40)), refusal.getMessage());
    }

    @Test
    void a_user_who_has_not_approved_the_app_is_told_of_pre_authorization() {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder()
                        .encodeToString(ORG.simulated().keyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----";
        Refused.says(
                refused(properties(
                        "clientId", SimulatedOrg.CLIENT_ID, "user", "somebody@else.example", "privateKey", pem)),
                "approved",
                "pre-authorize");
    }

    @Test
    void a_dead_refresh_token_is_said_to_be_dead() {
        Refused.says(
                refused(properties("clientId", SimulatedOrg.CLIENT_ID, "refreshToken", "5Aep861notAToken.Secret_0")),
                "expired",
                "refresh token");
    }

    @Test
    void a_ready_token_that_is_not_valid_fails_at_the_first_call_and_is_not_renewed() throws SQLException {
        String token = "00D000000000001!SecretLookingToken.0123456789";
        try (Connection connection = DriverManager.getConnection(ORG.url("accessToken", token))) {
            SQLException refusal = Refused.with(
                    "28000",
                    SQLInvalidAuthorizationSpecException.class,
                    () -> TestOrg.rows(connection, "SELECT Id FROM Account"));
            assertFalse(refusal.getMessage().contains("SecretLooking"), refusal.getMessage());
            assertFalse(connection.isValid(5));
        }
        assertEquals(0, ORG.tokenCalls());
    }

    @Test
    void an_unknown_property_in_the_url_names_the_nearest_one() {
        Refused.says(unconnectable(ORG.url("clientSecrt", "x"), new Properties()), "clientSecrt", "clientSecret");
        Refused.says(unconnectable(ORG.url("fetchsise", "x"), new Properties()), "fetchSize");
        assertEquals(0, ORG.calls().size());
    }

    @Test
    void an_unknown_property_among_properties_is_a_warning() throws SQLException {
        Properties properties = app("poolName", "a pool's own", "clientSecrte", "hush-hush");
        try (Connection connection = DriverManager.getConnection(ORG.url(), properties)) {
            assertNotNull(connection.getWarnings());
            assertEquals("01000", connection.getWarnings().getSQLState());
            StringBuilder all = new StringBuilder();
            for (var warning = connection.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                all.append(warning.getMessage()).append('\n');
            }
            assertTrue(all.toString().contains("poolName"), all.toString());
            assertFalse(all.toString().contains("hush-hush"), all.toString());
            connection.clearWarnings();
            assertEquals(null, connection.getWarnings());
        }
    }

    @Test
    void a_property_with_two_values_is_refused_without_showing_either() {
        SQLException refusal =
                unconnectable(ORG.url("clientSecret", "one-secret"), app("consumerSecret", "two-secret"));
        Refused.says(refusal, "clientSecret");
        assertFalse(refusal.getMessage().contains("one-secret"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("two-secret"), refusal.getMessage());
    }

    @Test
    void properties_of_different_grants_do_not_mix() {
        Refused.says(
                unconnectable(ORG.url(), app("accessToken", "00D!x", "refreshToken", "y")), "refreshToken", "auth");
        Refused.says(unconnectable(ORG.url(), new Properties()), "clientId");
        Refused.says(unconnectable(ORG.url("auth", "jwt"), app("user", "x")), "clientSecret");
        Refused.says(unconnectable(ORG.url("auth", "kerberos"), app()), "auth", "client_credentials");
    }

    @Test
    void plain_http_is_for_loopback_hosts_only() {
        Refused.says(unconnectable("jdbc:soql://example.com?ssl=false", app()), "ssl");
    }

    @Test
    void a_host_that_nobody_listens_on_cannot_be_reached() {
        String url;
        try (SimulatedOrg gone = SimulatedOrg.start()) {
            url = "jdbc:soql://" + gone.hostAndPort() + "?ssl=false&loginTimeout=1";
        }
        unconnectable(url, app());
    }

    @Test
    void the_driver_ignores_other_drivers_urls_and_refuses_null() throws SQLException {
        Driver driver = DriverManager.getDriver("jdbc:soql://");
        assertEquals(null, driver.connect("jdbc:postgresql://localhost/x", new Properties()));
        assertFalse(driver.acceptsURL("jdbc:salesforce://x"));
        assertTrue(driver.acceptsURL("JDBC:SOQL://x"));
        Refused.with("08001", SQLNonTransientConnectionException.class, () -> driver.connect(null, new Properties()));
    }

    @Test
    void property_info_tells_all_but_secrets() throws SQLException {
        Driver driver = DriverManager.getDriver("jdbc:soql://");
        Properties given = app(
                "password", SimulatedOrg.PASSWORD, "securityToken", SimulatedOrg.SECURITY_TOKEN, "fetchSize", "500");
        given.setProperty("refreshToken", SimulatedOrg.REFRESH_TOKEN);
        given.setProperty("privateKey", "-----BEGIN PRIVATE KEY-----");
        given.setProperty("accessToken", "00D!secret");
        given.setProperty("proxyPassword", "proxy-secret");
        DriverPropertyInfo[] infos = driver.getPropertyInfo(ORG.url("apiVersion", "66.0"), given);
        List<String> names = Arrays.stream(infos).map(info -> info.name).toList();
        assertTrue(names.containsAll(List.of("auth", "user", "password", "clientId", "timeZone")), names.toString());
        for (DriverPropertyInfo info : infos) {
            assertNotNull(info.description, info.name);
            String shown = info.name + "=" + info.value + " " + info.description;
            Refused.SECRETS.forEach(secret -> assertFalse(shown.contains(secret), info.name));
            assertFalse(shown.contains("00D!secret") || shown.contains("proxy-secret"), info.name);
        }
        assertEquals("500", value(infos, "fetchSize"));
        assertEquals("66.0", value(infos, "apiVersion"));
        assertEquals("true", value(driver.getPropertyInfo("jdbc:soql://", null), "ssl"));
        assertEquals(0, ORG.calls().size());
    }

    private static String value(DriverPropertyInfo[] infos, String name) {
        return Arrays.stream(infos)
                .filter(info -> info.name.equals(name))
                .findFirst()
                .orElseThrow()
                .value;
    }

    @Test
    void a_data_source_connects_by_its_properties() throws SQLException {
        SalesforceDataSource source = new SalesforceDataSource();
        source.setUrl(ORG.url("auth", "client_credentials"));
        try (Connection connection = source.getConnection(SimulatedOrg.CLIENT_ID, SimulatedOrg.CLIENT_SECRET)) {
            assertEquals(
                    1, TestOrg.rows(connection, "SELECT COUNT() FROM Account").size());
        }
        Refused.with(
                "28000",
                SQLInvalidAuthorizationSpecException.class,
                () -> source.getConnection(SimulatedOrg.CLIENT_ID, "wrong").close());
        assertFalse(source.toString().contains(SimulatedOrg.CLIENT_SECRET));
    }

    @Test
    void the_url_that_metadata_tells_has_no_secret() throws SQLException {
        String url = ORG.url("clientId", SimulatedOrg.CLIENT_ID, "clientSecret", SimulatedOrg.CLIENT_SECRET);
        try (Connection connection = DriverManager.getConnection(url)) {
            String told = connection.getMetaData().getURL();
            assertFalse(told.contains(SimulatedOrg.CLIENT_SECRET), told);
            assertTrue(told.startsWith("jdbc:soql://" + ORG.simulated().hostAndPort()), told);
            assertFalse(connection.toString().contains(SimulatedOrg.CLIENT_SECRET));
        }
    }
}
