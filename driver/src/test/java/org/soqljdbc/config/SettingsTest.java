package org.soqljdbc.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static Properties properties(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    private static Settings of(String url) throws SQLException {
        return Settings.of(url, new Properties());
    }

    private static String refusal(String url, String... pairs) {
        SQLException refused = assertThrows(SQLException.class, () -> Settings.of(url, properties(pairs)));
        assertEquals("08001", refused.getSQLState());
        return refused.getMessage();
    }

    @Test
    void defaults_hold_where_nothing_is_given() throws SQLException {
        Settings settings = of("jdbc:soql://");
        assertEquals("https://login.salesforce.com", settings.loginUrl());
        assertEquals(Optional.empty(), settings.instanceUrl());
        assertEquals("67.0", settings.get(ConnectionProperties.API_VERSION));
        assertEquals(ZoneId.systemDefault(), settings.get(ConnectionProperties.TIME_ZONE));
        assertEquals(Duration.ofSeconds(10), settings.get(ConnectionProperties.CONNECT_TIMEOUT));
        assertEquals(Duration.ofMinutes(11), settings.get(ConnectionProperties.READ_TIMEOUT));
        assertEquals(Optional.empty(), settings.find(ConnectionProperties.USER));
        assertEquals(List.of(), settings.warnings());
    }

    @Test
    void names_ignore_case_and_aliases_mean_the_same() throws SQLException {
        Settings settings = Settings.of("jdbc:soql://h?APIVERSION=60.0&PageSize=500", properties("UserName", "u"));
        assertEquals("60.0", settings.get(ConnectionProperties.API_VERSION));
        assertEquals(500, settings.get(ConnectionProperties.FETCH_SIZE));
        assertEquals(Optional.of("u"), settings.find(ConnectionProperties.USER));
    }

    @Test
    void names_ignore_case_in_a_turkish_locale_too() throws SQLException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            Settings settings = of("jdbc:soql://LOGIN.salesforce.com?CLIENTID=k&AUTH=CLIENT_CREDENTIALS");
            assertEquals(Optional.of("k"), settings.find(ConnectionProperties.CLIENT_ID));
            assertEquals(Optional.of(AuthKind.CLIENT_CREDENTIALS), settings.find(ConnectionProperties.AUTH));
            assertEquals("https://login.salesforce.com", settings.loginUrl());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void empty_means_absent() throws SQLException {
        Settings settings = Settings.of("jdbc:soql://h?apiVersion=&user=", properties("user", "u", "password", ""));
        assertEquals("67.0", settings.get(ConnectionProperties.API_VERSION));
        assertEquals(Optional.of("u"), settings.find(ConnectionProperties.USER));
        assertFalse(settings.isGiven(ConnectionProperties.PASSWORD));
    }

    @Test
    void the_same_value_twice_is_fine_and_two_values_are_refused() throws SQLException {
        Settings same = Settings.of("jdbc:soql://h?user=u&username=u", properties("USER", "u"));
        assertEquals(Optional.of("u"), same.find(ConnectionProperties.USER));
        assertEquals(
                "Property user is given two different values: 'u' and 'v'",
                refusal("jdbc:soql://h?user=u", "user", "v"));
        assertTrue(refusal("jdbc:soql://h?fetchSize=200&pageSize=300").contains("(also spelt pageSize)"));
        String secret = refusal("jdbc:soql://h?password=hush1", "password", "hush2");
        assertFalse(secret.contains("hush"), secret);
    }

    @ParameterizedTest
    @CsvSource({
        "clientid2, clientId",
        "client_id, clientId",
        "acessToken, accessToken",
        "timezome, timeZone",
        "fetch_size, fetchSize",
        "passwort, password"
    })
    void an_unknown_name_in_the_url_is_refused_with_the_nearest_known(String name, String nearest) {
        assertEquals(
                "The URL names an unknown property '" + name + "'; the nearest known one is " + nearest,
                refusal("jdbc:soql://h?" + name + "=1"));
    }

    @Test
    void a_name_near_to_none_is_refused_without_advice() {
        assertEquals("The URL names an unknown property 'zzzzzzzz'", refusal("jdbc:soql://h?zzzzzzzz=1"));
    }

    @Test
    void an_unknown_name_in_properties_is_a_warning() throws SQLException {
        Settings settings = Settings.of("jdbc:soql://h", properties("dbtable", "Account", "fetchsise", "1"));
        assertEquals(
                List.of(
                        "Property 'dbtable' is not known and has no effect",
                        "Property 'fetchsise' is not known and has no effect; the nearest known one is fetchSize"),
                settings.warnings());
    }

    @ParameterizedTest
    @CsvSource({
        "apiVersion, 30.0",
        "apiVersion, latest",
        "apiVersion, 67.1",
        "fetchSize, -1",
        "fetchSize, many",
        "ssl, perhaps",
        "timeZone, Nowhere/City",
        "connectTimeout, 1.5",
        "readTimeout, 99999999999",
        "apiCallLimit, -5",
        "proxyPort, 0",
        "proxyPort, 65536",
        "auth, kerberos",
        "applicationName, 'a;b=c'",
    })
    void a_value_that_is_none_is_refused_by_name(String name, String value) {
        String refusal = refusal("jdbc:soql://h", name, value);
        assertTrue(refusal.startsWith("Property " + name + " cannot be '" + value + "'; expected: "), refusal);
    }

    @ParameterizedTest
    @CsvSource({"v58.0, 58.0", "58, 58.0", "100.0, 100.0", "31.0, 31.0"})
    void versions_are_read_in_their_usual_spellings(String given, String version) throws SQLException {
        assertEquals(
                version,
                Settings.of("jdbc:soql://h", properties("apiVersion", given)).get(ConnectionProperties.API_VERSION));
    }

    @ParameterizedTest
    @CsvSource({
        "acme.lightning.force.com, acme.my.salesforce.com",
        "acme--uat.sandbox.lightning.force.com, acme--uat.sandbox.my.salesforce.com",
        "Acme.develop.my.salesforce-setup.com, acme.develop.my.salesforce.com",
    })
    void a_page_of_the_user_interface_is_rewritten_with_a_warning(String page, String host) throws SQLException {
        Settings settings = Settings.of("jdbc:soql://" + page, properties("instanceUrl", "https://" + page + "/"));
        assertEquals("https://" + host, settings.loginUrl());
        assertEquals(Optional.of("https://" + host), settings.instanceUrl());
        assertTrue(settings.warnings().get(0).contains(host + " is used instead"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "-host", "host:", "host:0", "host:65536", "host:x", "[::1", "ho_st\u00fc", "a..\n"})
    void what_is_no_host_is_refused(String host) {
        assertTrue(refusal("jdbc:soql://" + host).contains("is not a host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.9.9.9:80", "[::1]:80", "org.localhost"})
    void plain_http_is_allowed_on_this_machine(String host) throws SQLException {
        assertEquals("http://" + host, of("jdbc:soql://" + host + "?ssl=false").loginUrl());
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.my.salesforce.com", "127.example.com", "localhost.example.com", "10.0.0.1", ""})
    void plain_http_is_refused_for_other_machines(String host) {
        assertTrue(refusal("jdbc:soql://" + host + "?ssl=false").contains("loopback"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://acme.my.salesforce.com", "ftp://x", "https://", "https://a/b/c", "https://u@h"})
    void an_instance_without_tls_or_host_is_refused(String url) {
        refusal("jdbc:soql://", "instanceUrl", url);
    }

    @Test
    void an_instance_on_this_machine_may_be_plain_only_with_ssl_false() throws SQLException {
        refusal("jdbc:soql://localhost", "instanceUrl", "http://localhost:80");
        refusal("jdbc:soql://localhost?ssl=false", "instanceUrl", "http://acme.my.salesforce.com");
        assertEquals(
                Optional.of("http://localhost:81"),
                Settings.of("jdbc:soql://localhost?ssl=false", properties("instanceUrl", "http://localhost:81/"))
                        .instanceUrl());
    }

    @Test
    void a_form_shows_defaults_and_values_but_no_secret() {
        Properties info = properties("user", "u", "clientSecret", "hush", "unknown", "x");
        Map<String, Settings.Described> form =
                Settings.describe("jdbc:soql://h?fetchSize=300&password=hush", info).stream()
                        .collect(Collectors.toMap(Settings.Described::name, Function.identity()));
        assertEquals(ConnectionProperties.ALL.size(), form.size());
        assertEquals(Optional.of("u"), form.get("user").value());
        assertEquals(Optional.of("300"), form.get("fetchSize").value());
        assertEquals(Optional.of("67.0"), form.get("apiVersion").value());
        assertEquals(Optional.empty(), form.get("password").value());
        assertEquals(Optional.empty(), form.get("clientSecret").value());
        assertEquals(
                List.of("token", "client_credentials", "jwt", "refresh_token", "password"),
                form.get("auth").choices());
    }

    @Test
    void a_form_is_answered_whatever_is_typed_so_far() {
        assertEquals(
                ConnectionProperties.ALL.size(), Settings.describe(null, null).size());
        assertEquals(
                ConnectionProperties.ALL.size(),
                Settings.describe("jdbc:soql://h?pass", properties("apiVersion", "x"))
                        .size());
        assertEquals(
                ConnectionProperties.ALL.size(),
                Settings.describe("jdbc:other:x", new Properties()).size());
    }

    @Test
    void its_text_hides_secrets() throws SQLException {
        Properties info = new Properties();
        for (Property<?> property : ConnectionProperties.ALL) {
            if (property.secret()) {
                info.setProperty(property.key(), "hush");
            }
        }
        info.setProperty("user", "u");
        String shown = Settings.of("jdbc:soql://", info).toString();
        assertTrue(shown.contains("user=u") && shown.contains("clientSecret=(hidden)"), shown);
        assertFalse(shown.contains("hush"), shown);
    }
}
