package org.soqljdbc.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soqljdbc.config.Settings;

class CredentialsReaderTest {

    /** @param given {@code name=value name=value} */
    private static Credentials read(String given) throws SQLException {
        Properties info = new Properties();
        for (String pair : given.split(" ")) {
            if (!pair.isEmpty()) {
                info.setProperty(
                        pair.substring(0, pair.indexOf('=')),
                        pair.substring(pair.indexOf('=') + 1).replace('~', ' '));
            }
        }
        return CredentialsReader.read(Settings.of("jdbc:soql://acme.my.salesforce.com", info));
    }

    private static String refusal(String given) {
        SQLException refused = assertThrows(SQLException.class, () -> read(given));
        assertEquals("08001", refused.getSQLState());
        return refused.getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "accessToken=t, AccessToken[https://acme.my.salesforce.com]",
        "accessToken=t instanceUrl=https://other.my.salesforce.com/, AccessToken[https://other.my.salesforce.com]",
        "sessionId=t, AccessToken[https://acme.my.salesforce.com]",
        "clientId=k clientSecret=s, ClientCredentials[k]",
        "clientId=k clientSecret=s instanceUrl=https://x.my.salesforce.com, ClientCredentials[k]",
        "clientId=k refreshToken=r, RefreshToken[k]",
        "user=u password=p clientId=k clientSecret=s, UsernamePassword[u]",
        "auth=refresh_token user=k password=r, RefreshToken[k]",
        "auth=REFRESH-TOKEN clientId=k password=r, RefreshToken[k]",
        "auth=token password=t, AccessToken[https://acme.my.salesforce.com]",
        "auth=client_credentials user=k clientId=k password=s, ClientCredentials[k]",
    })
    void the_way_to_log_in_is_found(String given, String found) throws SQLException {
        assertEquals(found, read(given).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | No property says how to log in",
                "clientId=k | auth=client_credentials (inferred) needs clientSecret",
                "user=u password=p | auth=password (inferred) needs clientId",
                "user=u clientId=k clientSecret=s | auth=password (inferred) needs password",
                "accessToken=t clientSecret=s | auth=token (inferred) does not take clientSecret",
                "accessToken=t user=u password=p | auth=token (inferred) does not take user, password",
                "clientId=k refreshToken=r accessToken=t | auth=token (inferred) does not take clientId, refreshToken",
                "auth=client_credentials clientId=k clientSecret=s privateKey=x | auth=client_credentials does not take privateKey",
                "auth=jwt clientId=k user=u | auth=jwt needs privateKey, privateKeyFile or keyStore",
                "auth=jwt clientId=k user=u privateKey=x keyStore=y | only one can be given",
                "auth=client_credentials user=k clientId=other password=s | with different values",
                "accessToken=a~b | copy it again",
            })
    void what_does_not_make_up_one_way_is_refused(String given, String message) {
        String refusal = refusal(given == null ? "" : given);
        assertTrue(refusal.contains(message), refusal);
    }

    @Test
    void a_refusal_names_the_sets_and_no_value() {
        String refusal = refusal("accessToken=secret1 clientSecret=secret2");
        assertTrue(refusal.contains("clientId, user and a private key (jwt)"), refusal);
        assertFalse(refusal.contains("secret1") || refusal.contains("secret2"), refusal);
    }

    @Test
    void a_ready_token_needs_its_instance_where_the_host_is_everyones() {
        Properties info = new Properties();
        info.setProperty("accessToken", "t");
        SQLException refused =
                assertThrows(SQLException.class, () -> CredentialsReader.read(Settings.of("jdbc:soql://", info)));
        assertTrue(refused.getMessage().contains("needs instanceUrl"), refused.getMessage());
    }

    @Test
    void equal_texts_are_equal_credentials() throws SQLException {
        String key = "clientId=k user=u privateKey="
                + TestKeys.pkcs8(TestKeys.RSA.getPrivate()).replace(" ", "~").replace("\n", "~");
        assertEquals(read(key), read(key));
        assertEquals(read("clientId=k clientSecret=s"), read("clientId=k clientSecret=s"));
    }

    @Test
    void no_credentials_show_a_secret() throws SQLException {
        assertFalse(read("user=u password=pass1 securityToken=tok1 clientId=k clientSecret=sec1")
                .toString()
                .matches(".*(pass1|tok1|sec1).*"));
        assertFalse(read("accessToken=tok1").toString().contains("tok1"));
        assertFalse(read("clientId=k refreshToken=tok1 clientSecret=sec1")
                .toString()
                .matches(".*(tok1|sec1).*"));
    }
}
