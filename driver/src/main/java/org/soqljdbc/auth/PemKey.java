package org.soqljdbc.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads RSA keys from PEM (RFC 7468): PKCS#8, encrypted PKCS#8, PKCS#1. Certificates beside the key are passed over. */
final class PemKey {

    // Properties and environment variables often hold a PEM on one line, or with "\n" written out.
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    // AlgorithmIdentifier of rsaEncryption, 1.2.840.113549.1.1.1, with NULL parameters, behind version 0 (RFC 5208, 5).
    private static final byte[] RSA_HEAD = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0D,
        0x06,
        0x09,
        0x2A,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xF7,
        0x0D,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private PemKey() {}

    /** @throws SQLException 08001 saying which forms are read; never with any part of the key */
    static PrivateKey parse(String pem, Optional<String> password) throws SQLException {
        Matcher block = BLOCK.matcher(pem.replace("\\n", "\n").replace("\\r", ""));
        if (!block.find()) {
            throw PrivateKeys.refused(
                    "The private key is not PEM: expected -----BEGIN PRIVATE KEY-----, BEGIN ENCRYPTED PRIVATE KEY or"
                            + " BEGIN RSA PRIVATE KEY, to the END line",
                    null);
        }
        String kind = block.group(1);
        String content = block.group(2);
        if (content.contains("Proc-Type:")) {
            throw PrivateKeys.refused(
                    "The private key is encrypted in OpenSSL's old form; convert it: openssl pkcs8 -topk8 -in old.pem"
                            + " -out new.pem",
                    null);
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(content);
            return switch (kind) {
                case "PRIVATE KEY" -> rsa(new PKCS8EncodedKeySpec(der));
                case "RSA PRIVATE KEY" -> rsa(new PKCS8EncodedKeySpec(wrapped(der)));
                case "ENCRYPTED PRIVATE KEY" -> rsa(decrypted(der, password));
                default ->
                    throw PrivateKeys.refused(
                            "The private key is of kind " + kind + "; Salesforce's JWT flow takes RSA keys only", null);
            };
        } catch (IllegalArgumentException | IOException | GeneralSecurityException cause) {
            // Without the cause: what a decoder says may quote the text.
            throw PrivateKeys.refused(
                    "The private key cannot be read (" + cause.getClass().getSimpleName()
                            + "): expected an RSA key as PKCS#8 or PKCS#1, and its privateKeyPassword if it is"
                            + " encrypted",
                    null);
        }
    }

    /** @throws SQLException 08001 for any other kind of key */
    static PrivateKey requireRsa(PrivateKey key) throws SQLException {
        if (!key.getAlgorithm().equals("RSA")) {
            throw PrivateKeys.refused(
                    "The private key is of kind " + key.getAlgorithm() + "; Salesforce's JWT flow takes RSA keys only",
                    null);
        }
        return key;
    }

    private static PrivateKey rsa(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(spec);
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] der, Optional<String> password)
            throws IOException, GeneralSecurityException, SQLException {
        if (password.isEmpty()) {
            throw PrivateKeys.refused("The private key is encrypted: set privateKeyPassword", null);
        }
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
        AlgorithmParameters parameters = info.getAlgParameters();
        // For PBES2 the name alone does not say which cipher: the JDK gives it as the parameters' text.
        String algorithm =
                info.getAlgName().equals("PBES2") || info.getAlgName().equals("1.2.840.113549.1.5.13")
                        ? parameters.toString()
                        : info.getAlgName();
        SecretKeyFactory factory = SecretKeyFactory.getInstance(algorithm);
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.DECRYPT_MODE,
                factory.generateSecret(new PBEKeySpec(password.get().toCharArray())),
                parameters);
        return info.getKeySpec(cipher);
    }

    /** PKCS#1's key as PKCS#8 has it: SEQUENCE of version, algorithm, and the key as OCTET STRING. */
    private static byte[] wrapped(byte[] pkcs1) throws IOException {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        inner.write(RSA_HEAD);
        inner.write(0x04);
        inner.write(length(pkcs1.length));
        inner.write(pkcs1);
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        outer.write(0x30);
        outer.write(length(inner.size()));
        outer.write(inner.toByteArray());
        return outer.toByteArray();
    }

    /** A length in DER (X.690, 8.1.3). */
    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        if (length < 0x100) {
            return new byte[] {(byte) 0x81, (byte) length};
        }
        if (length < 0x10000) {
            return new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
        }
        return new byte[] {(byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length};
    }
}
