package org.soqljdbc.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.KeyPairGenerator;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.config.Settings;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Org;

/** Whatever is logged or said, at the most talkative level, no secret is in it. */
class SecretsTest {

    private static final String TOKEN = "00D000000000001!Hush.Session_Id";
    private static final Logger ROOT = Logger.getLogger("org.soqljdbc");

    @RegisterExtension
    final Org org = new Org();

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            said.add(String.valueOf(logged.getMessage()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listens_to_everything() {
        ROOT.addHandler(handler);
        ROOT.setLevel(Level.ALL);
        ROOT.setUseParentHandlers(false);
        org.when(
                post(urlEqualTo(Org.TOKEN_PATH)),
                okJson(org.tokenReply(TOKEN).replace("{\"access", "{\"refresh_token\":\"hush-next\",\"access")));
    }

    @AfterEach
    void listens_no_more() {
        ROOT.removeHandler(handler);
        ROOT.setLevel(null);
        ROOT.setUseParentHandlers(true);
    }

    private void use(String... properties) throws SQLException {
        Settings settings = org.settings(properties);
        said.add(settings.toString());
        said.add(Settings.describe("jdbc:soql://h", new java.util.Properties()).toString());
        try (SalesforceApi api = Apis.open(settings)) {
            said.add(api.toString());
            org.when(get(anyUrl()), okJson(Apis.ROWS));
            Apis.read(api.queries().query("SELECT Id FROM A", false, 0, CallControl.unlimited()));
            for (int status : new int[] {400, 401, 500}) {
                org.when(
                        get(anyUrl()),
                        aResponse()
                                .withStatus(status)
                                .withHeader("Retry-After", "9999")
                                .withBody("[{\"errorCode\":\"X\",\"message\":\"the token " + TOKEN + " is bad\"}]"));
                fails(api);
            }
            org.when(
                    get(anyUrl()),
                    aResponse().withStatus(302).withHeader("Location", "https://evil.example/?sid=" + TOKEN));
            fails(api);
        }
    }

    private void fails(SalesforceApi api) {
        try {
            Apis.read(api.queries().query("SELECT Id FROM A", false, 0, CallControl.unlimited()));
        } catch (SQLException cause) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            said.add(trace.toString());
        }
    }

    private void nothing_secret_was_said(String... secrets) {
        String all = String.join("\n", said);
        assertTrue(all.contains("oauth2/token") && all.contains("SELECT+Id"), "the log is on");
        assertFalse(all.contains("Hush.Session_Id"), all);
        assertFalse(all.contains("hush"), all);
        for (String secret : secrets) {
            assertFalse(all.contains(secret), all);
        }
    }

    @Test
    void client_credentials_stay_hidden() throws SQLException {
        use("clientId", "k", "clientSecret", "hush-secret");
        nothing_secret_was_said();
    }

    @Test
    void passwords_stay_hidden() throws SQLException {
        use("clientId", "k", "clientSecret", "hush-s", "user", "u", "password", "hush p+w", "securityToken", "hush-t");
        nothing_secret_was_said();
    }

    @Test
    void refresh_tokens_stay_hidden() throws SQLException {
        use("clientId", "k", "refreshToken", "hush-refresh");
        nothing_secret_was_said();
    }

    @Test
    void keys_and_assertions_stay_hidden() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String key = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        use(
                "clientId",
                "k",
                "user",
                "u",
                "privateKey",
                "-----BEGIN PRIVATE KEY-----" + key + "-----END PRIVATE KEY-----");
        nothing_secret_was_said(key.substring(100, 140), "eyJ");
    }
}
