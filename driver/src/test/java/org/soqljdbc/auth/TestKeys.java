package org.soqljdbc.auth;

import java.security.AlgorithmParameters;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Keys made for a test run, in the forms users have them. */
final class TestKeys {

    static final KeyPair RSA = pair("RSA", 2048);

    private TestKeys() {}

    static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String pkcs8(PrivateKey key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** PKCS#8 holds PKCS#1's key behind a head of fixed size: 4 bytes of SEQUENCE, 3 of version, 15 of algorithm, 4 of OCTET STRING. */
    static String pkcs1(PrivateKey key) {
        byte[] pkcs8 = key.getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
    }

    static String encrypted(PrivateKey key, String password, String algorithm) throws Exception {
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray())));
        AlgorithmParameters parameters = cipher.getParameters();
        byte[] secret = cipher.doFinal(key.getEncoded());
        if (!algorithm.contains("Hmac")) {
            return pem("ENCRYPTED PRIVATE KEY", new EncryptedPrivateKeyInfo(parameters, secret).getEncoded());
        }
        // The JDK reads PBES2 (RFC 8018, A.4) and cannot write it.
        byte[] oid = {0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x05, 0x0D};
        byte[] identifier = Der.of(0x30, Der.join(oid, parameters.getEncoded()));
        return pem("ENCRYPTED PRIVATE KEY", Der.of(0x30, Der.join(identifier, Der.of(0x04, secret))));
    }

    static String pem(String kind, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }
}
