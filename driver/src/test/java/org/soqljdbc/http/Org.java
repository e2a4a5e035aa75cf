package org.soqljdbc.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.soqljdbc.config.Settings;

/** A server on a free loopback port that answers as it is told, one for each test. */
public final class Org implements BeforeEachCallback, AfterEachCallback {

    public static final String TOKEN_PATH = "/services/oauth2/token";

    private WireMockServer server;

    @Override
    public void beforeEach(ExtensionContext context) {
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .notifier(new com.github.tomakehurst.wiremock.common.Slf4jNotifier(false)));
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.stop();
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public void when(MappingBuilder request, ResponseDefinitionBuilder reply) {
        server.stubFor(request.willReturn(reply));
    }

    public void when(MappingBuilder request) {
        server.stubFor(request);
    }

    /** Every token request is answered with this token. */
    public void gives(String token) {
        when(post(urlEqualTo(TOKEN_PATH)), okJson(tokenReply(token)));
    }

    public String tokenReply(String token) {
        return "{\"access_token\":\"" + token + "\",\"signature\":\"c2lnbmF0dXJl\",\"instance_url\":\"" + url()
                + "\",\"id\":\"https://login.salesforce.com/id/00D/005\",\"token_type\":\"Bearer\","
                + "\"issued_at\":\"1700000000000\",\"nested\":{\"access_token\":\"no\"}}";
    }

    /** The recorded shape of a 401. */
    public static ResponseDefinitionBuilder expired() {
        return aResponse()
                .withStatus(401)
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withHeader("WWW-Authenticate", "Token")
                .withBody("[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");
    }

    public static ResponseDefinitionBuilder refused(int status, String code, String message) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody("[{\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}]");
    }

    public List<LoggedRequest> received(RequestPatternBuilder pattern) {
        return server.findAll(pattern);
    }

    public int tokenCalls() {
        return received(postRequestedFor(urlEqualTo(TOKEN_PATH))).size();
    }

    /** Settings that log in here; further properties as name, value, name, value. */
    public Settings settings(String... properties) throws SQLException {
        Properties info = new Properties();
        for (int i = 0; i < properties.length; i += 2) {
            info.setProperty(properties[i], properties[i + 1]);
        }
        return Settings.of("jdbc:soql://127.0.0.1:" + server.port() + "?ssl=false", info);
    }

    public Settings clientCredentials(String... more) throws SQLException {
        String[] all = new String[more.length + 4];
        System.arraycopy(more, 0, all, 4, more.length);
        all[0] = "clientId";
        all[1] = "key";
        all[2] = "clientSecret";
        all[3] = "secret";
        return settings(all);
    }
}
