package org.soqljdbc.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The grants of the token endpoint, and what a session is good for. */
class LoginTest {

    private static final String TOKEN = "/services/oauth2/token";
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private SimulatedOrg org;
    private OrgClient client;

    @BeforeEach
    void start() {
        org = SimulatedOrg.start();
        client = new OrgClient(org);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private static Map<String, String> form(String grant, String... more) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type", grant,
                "client_id", SimulatedOrg.CLIENT_ID,
                "client_secret", SimulatedOrg.CLIENT_SECRET));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private JsonNode granted(Map<String, String> form) throws Exception {
        HttpResponse<byte[]> response = client.form(TOKEN, form);
        assertEquals(200, response.statusCode(), OrgClient.text(response));
        JsonNode body = OrgClient.json(response);
        assertFalse(body.has("expires_in"));
        assertEquals(org.url(), body.get("instance_url").textValue());
        assertEquals(200, ping(body.get("access_token").textValue()).statusCode());
        return body;
    }

    private String refused(Map<String, String> form) throws Exception {
        HttpResponse<byte[]> response = client.form(TOKEN, form);
        assertEquals(400, response.statusCode());
        JsonNode body = OrgClient.json(response);
        return body.get("error").textValue() + ": "
                + body.get("error_description").textValue();
    }

    private HttpResponse<byte[]> ping(String token) throws Exception {
        return client.send("GET", OrgClient.DATA + "/", null, "Authorization", "Bearer " + token);
    }

    @Test
    void client_credentials_come_in_the_body_or_as_basic() throws Exception {
        JsonNode body = granted(form("client_credentials"));
        assertTrue(body.get("issued_at").textValue().matches("\\d{13}"));
        assertTrue(body.get("access_token").textValue().matches("00D\\w{12}![A-Za-z0-9._]{80,}"));
        String basic = Base64.getEncoder()
                .encodeToString(
                        (SimulatedOrg.CLIENT_ID + ":" + SimulatedOrg.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        HttpResponse<byte[]> response = client.send(
                "POST",
                TOKEN,
                "grant_type=client_credentials",
                "Authorization",
                "Basic " + basic,
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertEquals(200, response.statusCode());
    }

    @Test
    void wrong_credentials_are_refused_as_salesforce_does() throws Exception {
        assertEquals(
                "invalid_client: invalid client credentials",
                refused(form("client_credentials", "client_secret", "wrong")));
        assertEquals(
                "invalid_client_id: client identifier invalid",
                refused(form("client_credentials", "client_id", "wrong")));
        assertEquals("unsupported_grant_type: grant type not supported", refused(form("magic")));
        assertEquals(
                "invalid_request: missing required parameter: grant_type",
                refused(Map.of("client_id", SimulatedOrg.CLIENT_ID)));
    }

    @Test
    void the_password_grant_wants_password_and_token_as_one() throws Exception {
        granted(form(
                "password",
                "username",
                SimulatedOrg.USERNAME,
                "password",
                SimulatedOrg.PASSWORD + SimulatedOrg.SECURITY_TOKEN));
        assertEquals(
                "invalid_grant: authentication failure",
                refused(form("password", "username", SimulatedOrg.USERNAME, "password", SimulatedOrg.PASSWORD)));
    }

    @Test
    void a_refresh_token_stays_unless_it_is_rotated() throws Exception {
        JsonNode first = granted(form("refresh_token", "refresh_token", SimulatedOrg.REFRESH_TOKEN));
        assertFalse(first.has("refresh_token"));
        org.rotateRefreshTokens(true);
        JsonNode second = granted(form("refresh_token", "refresh_token", SimulatedOrg.REFRESH_TOKEN));
        String next = second.get("refresh_token").textValue();
        assertEquals(401, ping(first.get("access_token").textValue()).statusCode());
        granted(form("refresh_token", "refresh_token", next));
    }

    @Test
    void using_a_rotated_refresh_token_again_ends_the_whole_family() throws Exception {
        org.rotateRefreshTokens(true);
        String next = granted(form("refresh_token", "refresh_token", SimulatedOrg.REFRESH_TOKEN))
                .get("refresh_token")
                .textValue();
        String expired = "invalid_grant: expired access/refresh token";
        assertEquals(expired, refused(form("refresh_token", "refresh_token", SimulatedOrg.REFRESH_TOKEN)));
        assertEquals(expired, refused(form("refresh_token", "refresh_token", next)));
    }

    @Test
    void a_jwt_must_be_signed_addressed_and_fresh() throws Exception {
        PrivateKey key = org.keyPair().getPrivate();
        long soon = System.currentTimeMillis() / 1000 + 180;
        String aud = "https://login.salesforce.com";
        String user = SimulatedOrg.USERNAME;
        String app = SimulatedOrg.CLIENT_ID;
        granted(jwt(key, app, user, aud, soon));
        granted(jwt(key, app, user, org.url(), soon));
        assertEquals(
                "invalid_grant: Audience validation failed", refused(jwt(key, app, user, "https://x.example", soon)));
        assertEquals("invalid_grant: expired assertion", refused(jwt(key, app, user, aud, soon - 1000)));
        assertEquals("invalid_grant: invalid assertion", refused(jwt(key, app, user, aud, soon * 1000)));
        assertEquals(
                "invalid_grant: user hasn't approved this consumer", refused(jwt(key, app, "x@y.example", aud, soon)));
        assertEquals("invalid_client_id: client identifier invalid", refused(jwt(key, "x", user, aud, soon)));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair other = generator.generateKeyPair();
        assertEquals("invalid_grant: invalid assertion", refused(jwt(other.getPrivate(), app, user, aud, soon)));
        org.acceptKey(other.getPublic());
        granted(jwt(other.getPrivate(), app, user, aud, soon));
    }

    private static Map<String, String> jwt(PrivateKey key, String iss, String sub, String aud, long exp)
            throws Exception {
        String claims = "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":%d}".formatted(iss, sub, aud, exp);
        String text = part("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + part(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return Map.of("grant_type", JWT_BEARER, "assertion", text + "." + part(signature.sign()));
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void without_a_valid_session_every_call_but_the_versions_is_401() throws Exception {
        assertEquals(200, client.send("GET", "/services/data", null).statusCode());
        for (String header : new String[] {"Bearer nonsense", "Bearer " + org.openSession() + "x"}) {
            HttpResponse<byte[]> response =
                    client.send("GET", OrgClient.DATA + "/limits", null, "Authorization", header);
            assertEquals(401, response.statusCode());
            assertEquals(
                    "Token", response.headers().firstValue("WWW-Authenticate").orElseThrow());
            assertEquals(
                    "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]",
                    OrgClient.text(response));
        }
        assertEquals(401, client.send("GET", OrgClient.DATA + "/limits", null).statusCode());
    }

    @Test
    void sessions_can_be_made_to_expire() throws Exception {
        assertEquals(200, client.get(OrgClient.DATA + "/").statusCode());
        org.expireSessions();
        assertEquals(401, client.get(OrgClient.DATA + "/").statusCode());
    }
}
