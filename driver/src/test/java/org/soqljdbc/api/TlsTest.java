package org.soqljdbc.api;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soqljdbc.auth.TestStores;
import org.soqljdbc.config.Settings;
import org.soqljdbc.http.CallControl;

class TlsTest {

    @TempDir
    Path folder;

    private WireMockServer server;
    private Path store;

    @BeforeEach
    void serves_tls_with_a_certificate_of_its_own() throws Exception {
        store = folder.resolve("store");
        TestStores.write(store, "PKCS12", "changeit", "one");
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(store.toString())
                .keystorePassword("changeit")
                .keyManagerPassword("changeit")
                .keystoreType("PKCS12"));
        server.start();
        String token =
                "{\"access_token\":\"00D!one\",\"instance_url\":\"https://127.0.0.1:" + server.httpsPort() + "\"}";
        server.stubFor(post(anyUrl()).willReturn(okJson(token)));
        server.stubFor(get(anyUrl()).willReturn(okJson(Apis.ROWS)));
    }

    @AfterEach
    void serves_no_more() {
        server.stop();
    }

    private Settings settings(String... more) throws SQLException {
        Properties info = new Properties();
        info.setProperty("clientId", "k");
        info.setProperty("clientSecret", "s");
        for (int i = 0; i < more.length; i += 2) {
            info.setProperty(more[i], more[i + 1]);
        }
        return Settings.of("jdbc:soql://127.0.0.1:" + server.httpsPort(), info);
    }

    @Test
    void a_trusted_server_is_called_over_http_2() throws SQLException {
        Settings trusting = settings("trustStore", store.toString(), "trustStorePassword", "changeit");
        try (SalesforceApi api = Apis.open(trusting)) {
            for (int i = 0; i < 3; i++) {
                PendingPage page = api.queries().query("SELECT Id FROM A", false, 0, CallControl.unlimited());
                assertEquals(Apis.ROWS, Apis.read(page));
            }
        }
        assertEquals(
                "HTTP/2.0", server.findAll(getRequestedFor(anyUrl())).get(0).getProtocol());
    }

    @Test
    void a_server_that_is_not_trusted_is_08001_and_trust_store_is_named() throws SQLException {
        try (SalesforceApi api = Apis.open(settings())) {
            SQLException refused = assertThrows(SQLException.class, api::login);
            assertEquals("08001", refused.getSQLState());
            assertTrue(refused.getMessage().contains("trustStore"), refused.getMessage());
            assertEquals(1, api.callsMade());
        }
    }

    @Test
    void a_store_with_the_wrong_password_is_08001_without_it() {
        SQLException refused = assertThrows(
                SQLException.class,
                () -> Apis.open(settings("trustStore", store.toString(), "trustStorePassword", "hush")));
        assertEquals("08001", refused.getSQLState());
        assertTrue(!refused.getMessage().contains("hush"), refused.getMessage());
    }
}
