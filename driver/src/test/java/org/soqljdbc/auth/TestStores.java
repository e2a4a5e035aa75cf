package org.soqljdbc.auth;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/** Writes key stores with a self-signed certificate, built here since the JDK has no public way to make one. */
public final class TestStores {

    private static final byte[] SHA256_WITH_RSA = {
        0x30, 0x0D, 0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x0B, 0x05, 0x00
    };

    private TestStores() {}

    /** A store with one key under each name, its certificate made out to localhost and 127.0.0.1. */
    public static void write(Path file, String kind, String password, String... names) throws Exception {
        KeyStore store = KeyStore.getInstance(kind);
        store.load(null, null);
        Certificate certificate = selfSigned();
        for (String name : names) {
            PrivateKey key = TestKeys.RSA.getPrivate();
            store.setKeyEntry(name, key, password.toCharArray(), new Certificate[] {certificate});
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }

    private static Certificate selfSigned() throws Exception {
        byte[] commonName = sequence(new byte[] {0x06, 0x03, 0x55, 0x04, 0x03}, Der.of(0x0C, text("test")));
        byte[] name = sequence(Der.of(0x31, commonName));
        byte[] validity = sequence(Der.of(0x17, text("200101000000Z")), Der.of(0x17, text("490101000000Z")));
        // Subject alternative names (RFC 5280, 4.2.1.6): a DNS name and an address.
        byte[] names = sequence(Der.of(0x82, text("localhost")), Der.of(0x87, new byte[] {127, 0, 0, 1}));
        byte[] extension = sequence(new byte[] {0x06, 0x03, 0x55, 0x1D, 0x11}, Der.of(0x04, names));
        byte[] version3 = Der.of(0xA0, Der.of(0x02, new byte[] {2}));
        byte[] body = sequence(
                version3,
                Der.of(0x02, BigInteger.ONE.toByteArray()),
                SHA256_WITH_RSA,
                name,
                validity,
                name,
                TestKeys.RSA.getPublic().getEncoded(),
                Der.of(0xA3, sequence(extension)));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(TestKeys.RSA.getPrivate());
        signature.update(body);
        byte[] whole = sequence(body, SHA256_WITH_RSA, Der.of(0x03, Der.join(new byte[] {0}, signature.sign())));
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] sequence(byte[]... parts) {
        return Der.of(0x30, Der.join(parts));
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
