package org.soqljdbc.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soqljdbc.config.Settings;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.Org;
import org.soqljdbc.http.RawServer;
import org.soqljdbc.http.Transport;

@Timeout(60)
class GrantsTest {

    @RegisterExtension
    final Org org = new Org();

    private final SharedSessions sessions = new SharedSessions();

    private SharedSessions.Lease lease(Settings settings) throws SQLException {
        return sessions.lease(settings, Transport.of(settings));
    }

    private static Session current(SharedSessions.Lease lease) throws SQLException {
        return lease.current(() -> {}, Deadline.of(CallControl.unlimited()));
    }

    private static Session renew(SharedSessions.Lease lease, Session refused) throws SQLException {
        return lease.renew(refused, () -> {}, Deadline.of(CallControl.unlimited()));
    }

    private Session login(String... properties) throws SQLException {
        return current(lease(org.settings(properties)));
    }

    private List<LoggedRequest> requests() {
        return org.received(postRequestedFor(urlEqualTo(Org.TOKEN_PATH)));
    }

    private static Map<String, String> form(LoggedRequest request) {
        assertEquals("application/x-www-form-urlencoded", request.getHeader("Content-Type"));
        Map<String, String> fields = new TreeMap<>();
        for (String field : request.getBodyAsString().split("&")) {
            String[] pair = field.split("=", 2);
            fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private void answers(ResponseDefinitionBuilder reply) {
        org.when(post(urlEqualTo(Org.TOKEN_PATH)), reply);
    }

    @Test
    void client_credentials_are_sent_in_the_body() throws SQLException {
        org.gives("00D!one");
        Session session = login("clientId", "key", "clientSecret", "s&c=r+t ü");
        assertEquals("00D!one", session.token());
        assertEquals(org.url(), session.instance().toString());
        assertEquals(
                Map.of("grant_type", "client_credentials", "client_id", "key", "client_secret", "s&c=r+t ü"),
                form(requests().get(0)));
    }

    @Test
    void user_and_password_may_carry_the_named_grants_pair() throws SQLException {
        org.gives("00D!one");
        login("auth", "client_credentials", "user", "key", "password", "secret");
        assertEquals(
                Map.of("grant_type", "client_credentials", "client_id", "key", "client_secret", "secret"),
                form(requests().get(0)));
        assertEquals("mine", login("auth", "token", "password", "mine").token());
    }

    @Test
    void the_password_is_followed_by_the_security_token() throws SQLException {
        org.gives("00D!one");
        login("user", "u@x.org", "password", "pw", "securityToken", "TOK", "clientId", "key", "clientSecret", "s");
        assertEquals(
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "key",
                        "client_secret",
                        "s",
                        "username",
                        "u@x.org",
                        "password",
                        "pwTOK"),
                form(requests().get(0)));
    }

    @Test
    void a_refresh_token_is_sent_with_a_secret_only_if_there_is_one() throws SQLException {
        org.gives("00D!one");
        login("clientId", "key", "refreshToken", "r1");
        login("clientId", "key", "refreshToken", "r1", "clientSecret", "s");
        assertEquals(
                Map.of("grant_type", "refresh_token", "client_id", "key", "refresh_token", "r1"),
                form(requests().get(0)));
        assertEquals("s", form(requests().get(1)).get("client_secret"));
    }

    @Test
    void a_rotated_refresh_token_is_used_next_by_all_who_share_it_and_outlives_them() throws SQLException {
        answers(okJson(org.tokenReply("00D!one").replace("{\"access", "{\"refresh_token\":\"r2\",\"access")));
        Settings settings = org.settings("clientId", "key", "refreshToken", "r1");
        Session first;
        try (SharedSessions.Lease lease = lease(settings)) {
            first = current(lease);
        }
        try (SharedSessions.Lease later = lease(settings)) {
            assertSame(first, current(later));
            renew(later, first);
        }
        assertEquals("r1", form(requests().get(0)).get("refresh_token"));
        assertEquals("r2", form(requests().get(1)).get("refresh_token"));
    }

    @Test
    void a_jwt_is_signed_and_says_who_for_whom_and_how_long() throws Exception {
        org.gives("00D!one");
        Instant before = Instant.now();
        login("clientId", "key", "user", "u@x.org", "privateKey", TestKeys.pkcs8(TestKeys.RSA.getPrivate()));
        Map<String, String> form = form(requests().get(0));
        assertEquals(java.util.Set.of("grant_type", "assertion"), form.keySet());
        assertEquals("urn:ietf:params:oauth:grant-type:jwt-bearer", form.get("grant_type"));
        SignedJWT jwt = SignedJWT.parse(form.get("assertion"));
        assertTrue(jwt.verify(new RSASSAVerifier((RSAPublicKey) TestKeys.RSA.getPublic())));
        assertEquals("RS256", jwt.getHeader().getAlgorithm().getName());
        assertEquals("key", jwt.getJWTClaimsSet().getIssuer());
        assertEquals("u@x.org", jwt.getJWTClaimsSet().getSubject());
        assertEquals(List.of(org.url()), jwt.getJWTClaimsSet().getAudience());
        Instant expires = jwt.getJWTClaimsSet().getExpirationTime().toInstant();
        assertTrue(expires.isAfter(before.plusSeconds(100)) && expires.isBefore(before.plusSeconds(200)));
    }

    @ParameterizedTest
    @CsvSource({
        "login.salesforce.com, https://login.salesforce.com",
        "test.salesforce.com, https://test.salesforce.com",
        "acme.my.salesforce.com, https://login.salesforce.com",
        "acme.develop.my.salesforce.com, https://login.salesforce.com",
        "acme--uat.sandbox.my.salesforce.com, https://test.salesforce.com",
        "acme.scratch.my.salesforce.com, https://test.salesforce.com",
        "acme.my.site.com, https://acme.my.site.com",
        "acme.my.sfcrmproducts.cn, https://acme.my.sfcrmproducts.cn"
    })
    void the_audience_follows_the_host(String host, String audience) throws SQLException {
        java.util.Properties info = new java.util.Properties();
        info.setProperty("clientId", "key");
        info.setProperty("user", "u");
        info.setProperty("privateKey", TestKeys.pkcs8(TestKeys.RSA.getPrivate()));
        JwtBearer inferred = (JwtBearer) CredentialsReader.read(Settings.of("jdbc:soql://" + host, info));
        assertEquals(audience, inferred.audience());
        info.setProperty("jwtAudience", "https://told.example");
        JwtBearer told = (JwtBearer) CredentialsReader.read(Settings.of("jdbc:soql://" + host, info));
        assertEquals("https://told.example", told.audience());
    }

    @Test
    void a_key_too_short_to_sign_is_28000() {
        SQLException refused = assertThrows(
                SQLException.class,
                () -> login(
                        "clientId",
                        "key",
                        "user",
                        "u",
                        "privateKey",
                        TestKeys.pkcs8(TestKeys.pair("RSA", 1024).getPrivate())));
        assertEquals("28000", refused.getSQLState());
        assertEquals(0, org.tokenCalls());
    }

    @Test
    void a_key_file_is_read(@TempDir Path folder) throws Exception {
        org.gives("00D!one");
        Path file = Files.writeString(folder.resolve("key.pem"), TestKeys.pkcs1(TestKeys.RSA.getPrivate()));
        assertEquals(
                "00D!one",
                login("clientId", "key", "user", "u", "privateKeyFile", file.toString())
                        .token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void a_key_store_is_read(String kind, @TempDir Path folder) throws Exception {
        org.gives("00D!one");
        Path store = folder.resolve("keys");
        TestStores.write(store, kind, "changeit", "one");
        assertEquals(
                "00D!one",
                login("clientId", "key", "user", "u", "keyStore", store.toString(), "keyStorePassword", "changeit")
                        .token());
        SQLException wrong = assertThrows(
                SQLException.class,
                () -> login("clientId", "k", "user", "u", "keyStore", store.toString(), "keyStorePassword", "hidden1"));
        assertEquals("08001", wrong.getSQLState());
        assertFalse(wrong.getMessage().contains("hidden1"), wrong.getMessage());
    }

    @Test
    void of_several_keys_one_must_be_named(@TempDir Path folder) throws Exception {
        org.gives("00D!one");
        Path store = folder.resolve("keys");
        TestStores.write(store, "PKCS12", "changeit", "one", "two");
        String[] given = {"clientId", "key", "user", "u", "keyStore", store.toString(), "keyStorePassword", "changeit"};
        SQLException which = assertThrows(SQLException.class, () -> login(given));
        assertTrue(which.getMessage().contains("keyStoreAlias"), which.getMessage());
        String[] named = java.util.Arrays.copyOf(given, given.length + 2);
        named[given.length] = "keyStoreAlias";
        named[given.length + 1] = "two";
        assertEquals("00D!one", login(named).token());
    }

    @Test
    void equal_credentials_share_one_session_and_others_do_not() throws SQLException {
        org.gives("00D!one");
        SharedSessions.Lease first = lease(org.clientCredentials());
        SharedSessions.Lease second = lease(org.clientCredentials("loginTimeout", "7"));
        assertSame(current(first), current(second));
        assertEquals(1, org.tokenCalls());
        current(lease(org.settings("clientId", "key", "clientSecret", "other")));
        assertEquals(2, org.tokenCalls());
    }

    @Test
    void opening_and_closing_in_turn_costs_one_token_call() throws SQLException {
        org.gives("00D!one");
        for (int i = 0; i < 3; i++) {
            try (SharedSessions.Lease lease = lease(org.clientCredentials())) {
                current(lease);
            }
        }
        assertEquals(1, org.tokenCalls());
    }

    @Test
    void only_the_latest_idle_sessions_are_kept() throws SQLException {
        org.gives("00D!one");
        for (int i = 0; i < 20; i++) {
            try (SharedSessions.Lease lease = lease(org.settings("clientId", "key" + i, "clientSecret", "s"))) {
                current(lease);
            }
        }
        current(lease(org.settings("clientId", "key19", "clientSecret", "s")));
        assertEquals(20, org.tokenCalls());
        current(lease(org.settings("clientId", "key0", "clientSecret", "s")));
        assertEquals(21, org.tokenCalls());
    }

    @Test
    void a_session_that_was_renewed_meanwhile_is_used_without_a_call() throws SQLException {
        org.gives("00D!one");
        SharedSessions.Lease lease = lease(org.clientCredentials());
        Session old = current(lease);
        Session fresh = renew(lease, old);
        assertSame(fresh, renew(lease, old));
        assertEquals(2, org.tokenCalls());
    }

    @Test
    void a_failed_login_is_tried_again_by_the_next_who_asks() throws SQLException {
        answers(aResponse().withStatus(400).withBody("{\"error\":\"invalid_client\",\"error_description\":\"no\"}"));
        SharedSessions.Lease lease = lease(org.clientCredentials());
        assertThrows(SQLException.class, () -> current(lease));
        org.gives("00D!one");
        assertEquals("00D!one", current(lease).token());
    }

    @Test
    void a_login_that_is_not_answered_ends_with_hyt00() throws Exception {
        try (RawServer server =
                new RawServer((client, out) -> client.getInputStream().read())) {
            java.util.Properties info = new java.util.Properties();
            info.setProperty("clientId", "k");
            info.setProperty("clientSecret", "s");
            info.setProperty("loginTimeout", "1");
            Settings settings = Settings.of("jdbc:soql://127.0.0.1:" + server.port() + "?ssl=false", info);
            SQLException late = assertThrows(SQLTimeoutException.class, () -> current(lease(settings)));
            assertEquals("HYT00", late.getSQLState());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | invalid_grant | no client credentials user enabled | 28000 | run-as user",
                "400 | invalid_grant | request not supported on this domain | 28000 | My Domain",
                "400 | invalid_grant | user hasn't approved this consumer | 28000 | pre-authorized",
                "400 | invalid_client_id | client identifier invalid | 28000 | 10 minutes",
                "400 | invalid_grant | expired access/refresh token | 28000 | get a new one",
                "400 | rate_limit_exceeded | login rate exceeded | 53000 | try again later",
            })
    void a_refusal_says_what_to_do(int status, String error, String description, String state, String advice)
            throws SQLException {
        answers(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody("{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}"));
        SQLException refused = assertThrows(SQLException.class, () -> login("clientId", "k", "clientSecret", "s"));
        assertEquals(state, refused.getSQLState());
        assertEquals(status, refused.getErrorCode());
        assertTrue(refused.getMessage().startsWith(error + ": " + description + " (HTTP 400). "), refused.getMessage());
        assertTrue(refused.getMessage().contains(advice), refused.getMessage());
    }

    @Test
    void an_instance_that_is_not_to_be_trusted_with_a_token_is_refused() throws SQLException {
        answers(okJson(org.tokenReply("00D!one").replace(org.url(), "http://instance.example")));
        SQLException refused = assertThrows(SQLException.class, () -> login("clientId", "k", "clientSecret", "s"));
        assertEquals("08P01", refused.getSQLState());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Login</html>",
                "[]",
                "{\"access_token\":\"x\"}",
                "{\"access_token\":\"a\\nb\",\"instance_url\":\"https://x\"}",
                "{\"access_tok"
            })
    void a_reply_without_a_token_is_08p01(String body) {
        answers(okJson(body));
        SQLException strange = assertThrows(SQLException.class, () -> login("clientId", "k", "clientSecret", "s"));
        assertEquals("08P01", strange.getSQLState());
    }

    @Test
    void a_login_host_that_redirects_is_refused() {
        answers(aResponse().withStatus(302).withHeader("Location", "https://elsewhere.example/"));
        SQLException refused = assertThrows(SQLException.class, () -> login("clientId", "k", "clientSecret", "s"));
        assertEquals("08P01", refused.getSQLState());
    }
}
