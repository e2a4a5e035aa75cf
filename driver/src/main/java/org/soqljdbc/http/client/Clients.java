package org.soqljdbc.http.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Makes OkHttp clients. All derive from one, so that all connections of a JVM share its pool of sockets. */
public final class Clients {

    private static final OkHttpClient BASE = new OkHttpClient.Builder()
            .socketFactory(new NoDelaySocketFactory())
            .followRedirects(false)
            .followSslRedirects(false)
            .eventListener(new SendWatch.Listener())
            .addNetworkInterceptor(new NoSilentRepeats())
            .build();

    private Clients() {}

    /** @throws SQLException 08001 if the trust store cannot be read */
    public static OkHttpClient of(Settings settings) throws SQLException {
        OkHttpClient.Builder client = BASE.newBuilder()
                .connectTimeout(settings.get(ConnectionProperties.CONNECT_TIMEOUT))
                .readTimeout(settings.get(ConnectionProperties.READ_TIMEOUT))
                .writeTimeout(settings.get(ConnectionProperties.READ_TIMEOUT));
        settings.find(ConnectionProperties.PROXY_HOST).ifPresent(host -> proxy(client, host, settings));
        Optional<Path> store = settings.find(ConnectionProperties.TRUST_STORE);
        if (store.isPresent()) {
            trust(client, store.get(), settings.find(ConnectionProperties.TRUST_STORE_PASSWORD));
        }
        return client.build();
    }

    private static void proxy(OkHttpClient.Builder client, String host, Settings settings) {
        int port = settings.get(ConnectionProperties.PROXY_PORT);
        client.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
        Optional<String> user = settings.find(ConnectionProperties.PROXY_USER);
        if (user.isPresent()) {
            String password = settings.find(ConnectionProperties.PROXY_PASSWORD).orElse("");
            String basic = Credentials.basic(user.get(), password);
            client.proxyAuthenticator((route, response) -> {
                // Refused once means refused: the same answer again would loop.
                boolean refused = response.request().header("Proxy-Authorization") != null;
                return refused
                        ? null
                        : response.request()
                                .newBuilder()
                                .header("Proxy-Authorization", basic)
                                .build();
            });
        }
    }

    private static void trust(OkHttpClient.Builder client, Path file, Optional<String> password) throws SQLException {
        try (InputStream bytes = Files.newInputStream(file)) {
            // The JDK's PKCS12 key store reads JKS files too (keystore.type.compat, on by default).
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(bytes, password.map(String::toCharArray).orElse(null));
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    SSLContext context = SSLContext.getInstance("TLS");
                    context.init(null, new TrustManager[] {x509}, null);
                    client.sslSocketFactory(context.getSocketFactory(), x509);
                    return;
                }
            }
            throw unreadable(file, null);
        } catch (IOException | GeneralSecurityException cause) {
            throw unreadable(file, cause);
        }
    }

    private static SQLException unreadable(Path file, Exception cause) {
        return SqlErrors.of(
                SqlState.CANNOT_CONNECT,
                "The trust store " + file + " cannot be read"
                        + (cause == null ? "" : ": " + cause.getMessage())
                        + "; expected a PKCS#12 or JKS file and its trustStorePassword",
                cause);
    }
}
