package org.soqljdbc.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.config.Settings;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Org;
import org.soqljdbc.http.RawServer;

class ResourcesApiTest {

    private static final String ROOT = "/services/data/v67.0/";
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    final Org org = new Org();

    private int pings() {
        return org.received(getRequestedFor(urlEqualTo(ROOT))).size();
    }

    @Test
    void a_ping_is_one_cheap_call() throws SQLException {
        org.gives("00D!one");
        org.when(get(urlEqualTo(ROOT)), okJson("{}"));
        try (SalesforceApi api = Apis.open(org.clientCredentials("validationInterval", "0"))) {
            assertTrue(api.resources().ping(SOON));
            assertTrue(api.resources().ping(SOON));
        }
        assertEquals(2, pings());
    }

    @Test
    void any_call_that_succeeded_lately_counts() throws SQLException {
        org.gives("00D!one");
        org.when(get(anyUrl()), okJson(Apis.ROWS));
        try (SalesforceApi api = Apis.open(org.clientCredentials())) {
            Apis.read(api.queries().query("SELECT Id FROM A", false, 0, CallControl.unlimited()));
            assertTrue(api.resources().ping(SOON));
        }
        assertEquals(0, pings());
    }

    @Test
    void a_session_that_is_refused_answers_no() throws SQLException {
        org.when(get(anyUrl()), Org.expired());
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
            assertFalse(api.resources().ping(SOON));
        }
    }

    @Test
    void a_page_of_something_else_answers_no() throws SQLException {
        org.when(
                get(anyUrl()),
                aResponse().withHeader("Content-Type", "text/html").withBody("<html>"));
        try (SalesforceApi api = Apis.open(org.settings("accessToken", "t"))) {
            assertFalse(api.resources().ping(SOON));
        }
    }

    @Test
    void no_answer_in_time_answers_no() throws Exception {
        try (RawServer server =
                new RawServer((client, out) -> client.getInputStream().read())) {
            Properties info = new Properties();
            info.setProperty("accessToken", "t");
            Settings settings = Settings.of("jdbc:soql://127.0.0.1:" + server.port() + "?ssl=false", info);
            try (SalesforceApi api = Apis.open(settings)) {
                assertFalse(api.resources().ping(Duration.ofMillis(100)));
            }
        }
    }
}
