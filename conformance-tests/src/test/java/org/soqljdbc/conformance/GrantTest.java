package org.soqljdbc.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.soqljdbc.conformance.TestOrg.properties;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.soqljdbc.SalesforceConnection;
import org.soqljdbc.simulated.SimulatedOrg;
import org.soqljdbc.simulated.log.Call;

/** Every way to log in, with the properties a user would write. */
class GrantTest {

    @RegisterExtension
    static final TestOrg ORG = new TestOrg();

    @TempDir
    Path folder;

    private static void works(String url, Properties properties) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            List<List<Object>> rows = TestOrg.rows(connection, "SELECT Name FROM Account ORDER BY Name LIMIT 1");
            assertEquals(1, rows.size());
            assertEquals(
                    ORG.simulated().url(),
                    connection.unwrap(SalesforceConnection.class).instanceUrl());
        }
    }

    private static void works(String url) throws SQLException {
        works(url, new Properties());
    }

    @Test
    void a_ready_token_and_its_instance_cost_no_token_call() throws SQLException {
        String token = ORG.simulated().openSession();
        works(
                ORG.url(),
                properties("accessToken", token, "instanceUrl", ORG.simulated().url()));
        works(ORG.url("accessToken", token));
        works(ORG.url("auth", "token"), properties("user", "ignored by this grant", "password", token));
        assertEquals(0, ORG.tokenCalls());
    }

    @Test
    void client_credentials_come_by_url_or_properties_or_as_user_and_password() throws SQLException {
        String id = SimulatedOrg.CLIENT_ID;
        String secret = SimulatedOrg.CLIENT_SECRET;
        works(ORG.url("auth", "client_credentials", "clientId", id, "clientSecret", secret));
        works(ORG.url(), properties("clientId", id, "clientSecret", secret));
        works(ORG.url("AUTH", "client_credentials"), properties("user", id, "password", secret));
        try (Connection connection = DriverManager.getConnection(ORG.url("auth", "client_credentials"), id, secret)) {
            assertTrue(connection.isValid(5));
        }
        // Equal credentials, however they were spelled, share one session.
        assertEquals(1, ORG.tokenCalls());
    }

    @Test
    void a_password_is_sent_with_the_security_token_behind_it() throws SQLException {
        Properties app = properties("clientId", SimulatedOrg.CLIENT_ID, "clientSecret", SimulatedOrg.CLIENT_SECRET);
        app.setProperty("user", SimulatedOrg.USERNAME);
        app.setProperty("password", SimulatedOrg.PASSWORD);
        app.setProperty("securityToken", SimulatedOrg.SECURITY_TOKEN);
        works(ORG.url(), app);
        works(ORG.url(
                "auth",
                "password",
                "clientId",
                SimulatedOrg.CLIENT_ID,
                "clientSecret",
                SimulatedOrg.CLIENT_SECRET,
                "user",
                SimulatedOrg.USERNAME,
                "password",
                SimulatedOrg.PASSWORD + SimulatedOrg.SECURITY_TOKEN));
    }

    @Test
    void a_refresh_token_works_with_and_without_a_secret() throws SQLException {
        works(ORG.url("clientId", SimulatedOrg.CLIENT_ID, "refreshToken", SimulatedOrg.REFRESH_TOKEN));
        works(
                ORG.url(),
                properties(
                        "auth",
                        "refresh_token",
                        "user",
                        SimulatedOrg.CLIENT_ID,
                        "clientSecret",
                        SimulatedOrg.CLIENT_SECRET,
                        "password",
                        SimulatedOrg.REFRESH_TOKEN));
    }

    @Test
    void a_rotated_refresh_token_is_remembered_for_the_next_renewal_and_the_next_connection() throws SQLException {
        try (SimulatedOrg rotating = SimulatedOrg.start()) {
            rotating.rotateRefreshTokens(true);
            String url = "jdbc:soql://" + rotating.hostAndPort() + "?ssl=false";
            Properties properties =
                    properties("clientId", SimulatedOrg.CLIENT_ID, "refreshToken", SimulatedOrg.REFRESH_TOKEN);
            try (Connection connection = DriverManager.getConnection(url, properties)) {
                for (int round = 0; round < 3; round++) {
                    rotating.expireSessions();
                    assertEquals(
                            1,
                            TestOrg.rows(connection, "SELECT Id FROM Account LIMIT 1")
                                    .size());
                }
            }
            // The first connection is closed, and the token in the properties is long dead.
            works(url, properties, rotating);
            assertEquals(4, rotating.calls().stream().filter(Call::asksToken).count());
        }
    }

    private static void works(String url, Properties properties, SimulatedOrg org) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            assertEquals(
                    1,
                    TestOrg.rows(connection, "SELECT Id FROM Account LIMIT 1").size());
            assertEquals(
                    org.url(), connection.unwrap(SalesforceConnection.class).instanceUrl());
        }
    }

    @Test
    void a_private_key_may_be_pkcs_8_or_pkcs_1_as_text_or_file() throws Exception {
        PrivateKey key = ORG.simulated().keyPair().getPrivate();
        String pkcs8 = pem("PRIVATE KEY", key.getEncoded());
        String pkcs1 = pem("RSA PRIVATE KEY", pkcs1((RSAPrivateCrtKey) key));
        works(ORG.url(), jwt("privateKey", pkcs8));
        works(ORG.url(), jwt("privateKey", pkcs1));
        works(ORG.url("clientId", SimulatedOrg.CLIENT_ID, "user", SimulatedOrg.USERNAME, "privateKey", pkcs8));
        works(
                ORG.url(),
                jwt(
                        "privateKeyFile",
                        Files.writeString(folder.resolve("key8.pem"), pkcs8).toString()));
        works(
                ORG.url(),
                jwt(
                        "privateKeyFile",
                        Files.writeString(folder.resolve("key1.pem"), pkcs1).toString()));
        works(ORG.url("auth", "jwt"), jwt("password", pkcs8));
    }

    @Test
    void a_private_key_may_be_in_a_key_store() throws Exception {
        for (String kind : List.of("PKCS12", "JKS")) {
            Path file = folder.resolve("keys." + kind);
            KeyStore store = KeyStore.getInstance(kind);
            store.load(null, null);
            PrivateKey key = ORG.simulated().keyPair().getPrivate();
            store.setKeyEntry("salesforce", key, "store-secret".toCharArray(), new Certificate[] {certificate()});
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, "store-secret".toCharArray());
            }
            Properties properties = jwt("keyStore", file.toString());
            properties.setProperty("keyStorePassword", "store-secret");
            works(ORG.url(), properties);
            properties.setProperty("keyStoreAlias", "salesforce");
            works(ORG.url(), properties);
            properties.setProperty("keyStorePassword", "another-secret");
            SQLException refusal = Refused.with(
                    "08001",
                    java.sql.SQLNonTransientConnectionException.class,
                    () -> DriverManager.getConnection(ORG.url(), properties).close());
            assertTrue(!refusal.getMessage().contains("another-secret"), refusal.getMessage());
        }
    }

    private static Properties jwt(String name, String value) {
        return properties("clientId", SimulatedOrg.CLIENT_ID, "user", SimulatedOrg.USERNAME, name, value);
    }

    private static String pem(String kind, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    /** The RSAPrivateKey of RFC 8017, A.1.2. */
    private static byte[] pkcs1(RSAPrivateCrtKey key) {
        return der(
                0x30,
                whole(BigInteger.ZERO),
                whole(key.getModulus()),
                whole(key.getPublicExponent()),
                whole(key.getPrivateExponent()),
                whole(key.getPrimeP()),
                whole(key.getPrimeQ()),
                whole(key.getPrimeExponentP()),
                whole(key.getPrimeExponentQ()),
                whole(key.getCrtCoefficient()));
    }

    private static byte[] whole(BigInteger number) {
        return der(0x02, number.toByteArray());
    }

    private static byte[] der(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] size = length < 128
                ? new byte[] {(byte) length}
                : length < 256
                        ? new byte[] {(byte) 0x81, (byte) length}
                        : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
        byte[] all = Arrays.copyOf(new byte[] {(byte) tag}, 1 + size.length + length);
        System.arraycopy(size, 0, all, 1, size.length);
        int at = 1 + size.length;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** A key store wants a certificate beside the key; the JDK's keytool makes one, whoever's key it is for. */
    private Certificate certificate() throws Exception {
        Path store = folder.resolve("made.p12");
        if (!Files.exists(store)) {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "RSA",
                            "-alias",
                            "made",
                            "-dname",
                            "CN=made",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            "made-secret")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool.log").toFile())
                    .start();
            assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
        }
        KeyStore made = KeyStore.getInstance("PKCS12");
        made.load(new ByteArrayInputStream(Files.readAllBytes(store)), "made-secret".toCharArray());
        byte[] encoded = made.getCertificate("made").getEncoded();
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }
}
