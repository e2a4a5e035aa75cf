package org.soqljdbc.auth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Finds the private key that the properties name: PEM text, PEM file or key store. */
final class PrivateKeys {

    /** A file larger than this is no key. */
    private static final long LARGEST_FILE_BYTES = 1 << 20;

    private PrivateKeys() {}

    /**
     * @param carried what property {@code password} holds: the PEM text, or the password of an encrypted key or a store
     * @throws SQLException 08001 if there is no key, more than one, or one that cannot be read
     */
    static PrivateKey read(Settings settings, Optional<String> carried) throws SQLException {
        Optional<String> pem = settings.find(ConnectionProperties.PRIVATE_KEY);
        Optional<Path> file = settings.find(ConnectionProperties.PRIVATE_KEY_FILE);
        Optional<Path> store = settings.find(ConnectionProperties.KEY_STORE);
        int places = (pem.isPresent() ? 1 : 0) + (file.isPresent() ? 1 : 0) + (store.isPresent() ? 1 : 0);
        if (places > 1) {
            throw refused("Of privateKey, privateKeyFile and keyStore only one can be given", null);
        }
        if (places == 0 && carried.isEmpty()) {
            throw refused("auth=jwt needs privateKey, privateKeyFile or keyStore", null);
        }
        if (store.isPresent()) {
            Optional<String> password =
                    settings.find(ConnectionProperties.KEY_STORE_PASSWORD).or(() -> carried);
            return stored(store.get(), password, settings.find(ConnectionProperties.KEY_ALIAS));
        }
        Optional<String> password = settings.find(ConnectionProperties.PRIVATE_KEY_PASSWORD);
        if (places == 0) {
            return PemKey.parse(carried.get(), password);
        }
        return PemKey.parse(pem.isPresent() ? pem.get() : text(file.get()), password.or(() -> carried));
    }

    private static String text(Path file) throws SQLException {
        try {
            if (Files.size(file) > LARGEST_FILE_BYTES) {
                throw refused("The file " + file + " is too large to be a private key", null);
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException cause) {
            throw refused("The private key file " + file + " cannot be read: " + cause, cause);
        }
    }

    private static PrivateKey stored(Path file, Optional<String> password, Optional<String> alias) throws SQLException {
        char[] secret = password.map(String::toCharArray).orElse(new char[0]);
        try (InputStream bytes = Files.newInputStream(file)) {
            // The JDK's PKCS12 key store reads JKS files too (keystore.type.compat, on by default).
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(bytes, secret);
            String name = alias.isPresent() ? alias.get() : onlyKey(file, store);
            Key key = store.getKey(name, secret);
            if (key instanceof PrivateKey found) {
                return PemKey.requireRsa(found);
            }
            throw refused("The key store " + file + " has no private key named " + name + keys(store), null);
        } catch (IOException | GeneralSecurityException cause) {
            throw refused(
                    "The key store " + file + " cannot be read: " + cause.getMessage()
                            + "; expected PKCS#12 or JKS and its keyStorePassword",
                    cause);
        }
    }

    private static String onlyKey(Path file, KeyStore store) throws GeneralSecurityException, SQLException {
        List<String> names = keyNames(store);
        if (names.size() != 1) {
            throw refused(
                    "The key store " + file + " holds " + names.size() + " keys; set keyStoreAlias" + keys(store),
                    null);
        }
        return names.get(0);
    }

    private static List<String> keyNames(KeyStore store) throws GeneralSecurityException {
        List<String> names = new ArrayList<>();
        for (String name : Collections.list(store.aliases())) {
            if (store.isKeyEntry(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static String keys(KeyStore store) throws GeneralSecurityException {
        return "; it holds: " + String.join(", ", keyNames(store));
    }

    static SQLException refused(String message, Throwable cause) {
        return SqlErrors.of(SqlState.CANNOT_CONNECT, message, cause);
    }
}
