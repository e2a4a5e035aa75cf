package org.soqljdbc.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.PrivateKey;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemKeyTest {

    private static final PrivateKey KEY = TestKeys.RSA.getPrivate();

    private static SQLException refused(String pem, String password) {
        SQLException refused = assertThrows(SQLException.class, () -> PemKey.parse(pem, Optional.ofNullable(password)));
        assertEquals("08001", refused.getSQLState());
        return refused;
    }

    @Test
    void pkcs8_is_read() throws SQLException {
        assertEquals(KEY, PemKey.parse(TestKeys.pkcs8(KEY), Optional.empty()));
    }

    @Test
    void pkcs1_is_read() throws SQLException {
        assertEquals(KEY, PemKey.parse(TestKeys.pkcs1(KEY), Optional.empty()));
        PrivateKey large = TestKeys.pair("RSA", 4096).getPrivate();
        assertEquals(large, PemKey.parse(TestKeys.pkcs1(large), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PBEWithHmacSHA256AndAES_256", "PBEWithHmacSHA512AndAES_128", "PBEWithSHA1AndDESede"})
    void encrypted_pkcs8_is_read_with_its_password(String algorithm) throws Exception {
        String pem = TestKeys.encrypted(KEY, "open sesame", algorithm);
        assertEquals(KEY, PemKey.parse(pem, Optional.of("open sesame")));
        assertFalse(refused(pem, "wrong word").getMessage().contains("wrong word"));
        assertTrue(refused(pem, null).getMessage().contains("privateKeyPassword"));
    }

    @Test
    void line_ends_of_any_sort_are_read() throws SQLException {
        String pem = TestKeys.pkcs8(KEY);
        assertEquals(KEY, PemKey.parse(pem.replace("\n", "\r\n"), Optional.empty()));
        assertEquals(KEY, PemKey.parse(pem.replace("\n", " "), Optional.empty()));
        assertEquals(KEY, PemKey.parse(pem.replace("\n", "\\n"), Optional.empty()));
        assertEquals(KEY, PemKey.parse(pem.replace("\n", ""), Optional.empty()));
    }

    @Test
    void a_certificate_before_the_key_is_passed_over() throws SQLException {
        String both = TestKeys.pem("CERTIFICATE", new byte[] {1, 2, 3}) + TestKeys.pkcs8(KEY);
        assertEquals(KEY, PemKey.parse(both, Optional.empty()));
    }

    @Test
    void what_is_no_pem_is_refused_without_quoting_it() {
        String message = refused("MIIEvQ-not-pem", null).getMessage();
        assertTrue(message.contains("BEGIN PRIVATE KEY"), message);
        assertFalse(message.contains("MIIEvQ"), message);
        refused("", null);
        refused("-----BEGIN PRIVATE KEY-----\nMIIE", null);
    }

    @Test
    void a_damaged_key_is_refused_without_quoting_it() {
        String pem = TestKeys.pkcs8(KEY);
        refused(TestKeys.pem("PRIVATE KEY", new byte[] {1, 2, 3}), null);
        refused(TestKeys.pem("RSA PRIVATE KEY", new byte[] {1, 2, 3}), null);
        refused(TestKeys.pem("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3}), "x");
        SQLException cut = refused(pem.replace("\nMII", "\n"), null);
        assertEquals(null, cut.getCause());
    }

    @Test
    void keys_of_other_kinds_are_refused() {
        String ec = TestKeys.pkcs8(TestKeys.pair("EC", 256).getPrivate());
        assertTrue(refused(ec, null).getMessage().contains("RSA"));
        assertTrue(refused(ec.replace("PRIVATE KEY", "EC PRIVATE KEY"), null)
                .getMessage()
                .contains("RSA keys only"));
    }

    @Test
    void openssls_old_encryption_is_refused_with_the_way_out() {
        String pem = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n"
                + "-----END RSA PRIVATE KEY-----";
        assertTrue(refused(pem, "x").getMessage().contains("openssl pkcs8"));
    }
}
