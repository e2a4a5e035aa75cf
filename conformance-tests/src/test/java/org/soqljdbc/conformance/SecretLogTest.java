package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.soqljdbc.conformance.TestOrg.properties;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.soqljdbc.simulated.SimulatedOrg;
import org.soqljdbc.simulated.fault.Fault;

/** With every logger wide open, no secret reaches the log. */
class SecretLogTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    private final Logger logger = Logger.getLogger("org.soqljdbc");
    private final Captured captured = new Captured();
    private final List<String> secrets = new ArrayList<>();
    private Level before;

    private static final class Captured extends Handler {

        private final StringBuffer text = new StringBuffer();

        @Override
        public void publish(LogRecord line) {
            String message = line.getMessage();
            if (line.getParameters() != null) {
                message = MessageFormat.format(message, line.getParameters());
            }
            text.append(line.getLevel()).append(' ').append(message).append('\n');
            for (Throwable cause = line.getThrown(); cause != null; cause = cause.getCause()) {
                text.append(cause).append('\n');
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void open_all_loggers() {
        before = logger.getLevel();
        logger.setLevel(Level.FINEST);
        captured.setLevel(Level.ALL);
        logger.addHandler(captured);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void close_loggers() {
        logger.removeHandler(captured);
        logger.setLevel(before);
        logger.setUseParentHandlers(true);
    }

    private void secret(String text) {
        secrets.add(text);
        secrets.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
        secrets.add(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void use(Properties properties) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ORG.url(), properties)) {
            TestOrg.rows(connection, "SELECT Id, Name FROM Account LIMIT 2");
            ORG.simulated().expireSessions();
            try {
                TestOrg.rows(connection, "SELECT Id FROM Account LIMIT 2");
            } catch (SQLException readyTokensCannotBeRenewed) {
                assertTrue(properties.containsKey("accessToken"), readyTokensCannotBeRenewed.toString());
            }
        }
    }

    private void assertNothingShown() {
        String log = captured.text.toString();
        assertTrue(log.contains("/services/oauth2/token"), "nothing was logged of logins");
        assertTrue(log.contains("/query"), "nothing was logged of queries");
        for (String secret : secrets) {
            int at = log.indexOf(secret);
            assertFalse(at >= 0, () -> "a secret is in the log, after: " + log.substring(Math.max(0, at - 200), at));
        }
        // Access tokens of this org begin with its Id.
        assertFalse(log.contains("00D000000000001!") || log.matches("(?s).*00D\\w{12}!\\w.*"), "a token is in the log");
    }

    @Test
    void logins_of_every_kind_and_renewals_show_none() throws SQLException {
        secret(SimulatedOrg.CLIENT_SECRET);
        secret(SimulatedOrg.PASSWORD);
        secret(SimulatedOrg.SECURITY_TOKEN);
        secret(SimulatedOrg.PASSWORD + SimulatedOrg.SECURITY_TOKEN);
        secret(SimulatedOrg.REFRESH_TOKEN);
        String key = Base64.getEncoder()
                .encodeToString(ORG.simulated().keyPair().getPrivate().getEncoded());
        secrets.add(key.substring(10, 60));
        String token = ORG.simulated().openSession();
        secret(token);
        use(properties("clientId", SimulatedOrg.CLIENT_ID, "clientSecret", SimulatedOrg.CLIENT_SECRET));
        Properties password =
                properties("clientId", SimulatedOrg.CLIENT_ID, "clientSecret", SimulatedOrg.CLIENT_SECRET);
        password.setProperty("user", SimulatedOrg.USERNAME);
        password.setProperty("password", SimulatedOrg.PASSWORD);
        password.setProperty("securityToken", SimulatedOrg.SECURITY_TOKEN);
        use(password);
        ORG.simulated().rotateRefreshTokens(true);
        use(properties("clientId", SimulatedOrg.CLIENT_ID, "refreshToken", SimulatedOrg.REFRESH_TOKEN));
        use(properties(
                "clientId",
                SimulatedOrg.CLIENT_ID,
                "user",
                SimulatedOrg.USERNAME,
                "privateKey",
                "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----"));
        token = ORG.simulated().openSession();
        secret(token);
        use(properties("accessToken", token));
        // A JWT assertion is as good as a password while it lives.
        assertFalse(captured.text.toString().contains("eyJhbGci"), "an assertion is in the log");
        assertFalse(captured.text.toString().contains("5Aep861"), "a refresh token is in the log");
        assertNothingShown();
    }

    @Test
    void failures_show_none() throws SQLException {
        secret("a-wrong-secret&with=signs");
        secret(SimulatedOrg.CLIENT_SECRET);
        assertThrows(
                SQLException.class,
                () -> use(properties("clientId", SimulatedOrg.CLIENT_ID, "clientSecret", "a-wrong-secret&with=signs")));
        String token = ORG.simulated().openSession();
        secret(token);
        // An edge that echoes what it was sent.
        ORG.simulated()
                .plan(
                        call -> call.contains("/query?q="),
                        Fault.html(400, "<html>Authorization: Bearer " + token + "</html>"));
        SQLException refusal = assertThrows(SQLException.class, () -> use(properties("accessToken", token)));
        assertFalse(refusal.getMessage().contains(token), "the token is in the message");
        ORG.simulated().plan(call -> call.contains("oauth2"), new Fault.Reset());
        ORG.simulated()
                .plan(
                        call -> call.contains("oauth2"),
                        Fault.answer(
                                400,
                                Map.of(),
                                "{\"error\":\"invalid_grant\",\"error_description\":\"client_secret="
                                        + SimulatedOrg.CLIENT_SECRET + "\"}"));
        SQLException echoed = assertThrows(
                SQLException.class,
                () -> use(properties(
                        "clientId", SimulatedOrg.CLIENT_ID + "x", "clientSecret", SimulatedOrg.CLIENT_SECRET)));
        assertFalse(echoed.getMessage().contains(SimulatedOrg.CLIENT_SECRET), "the secret is in the message");
        assertNothingShown();
    }
}
