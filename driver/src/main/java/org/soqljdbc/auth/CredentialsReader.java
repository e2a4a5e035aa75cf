package org.soqljdbc.auth;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.soqljdbc.config.AuthKind;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Property;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.Origin;

/** Finds out from the properties how to log in, and with what. Properties of different ways do not mix. */
final class CredentialsReader {

    // Properties that say something about logging in; whatever a way does not list must not be given with it.
    private static final Map<AuthKind, List<Property<?>>> SETS = new EnumMap<>(Map.of(
            AuthKind.TOKEN,
            List.of(ConnectionProperties.ACCESS_TOKEN, ConnectionProperties.INSTANCE_URL),
            AuthKind.CLIENT_CREDENTIALS,
            List.of(ConnectionProperties.CLIENT_ID, ConnectionProperties.CLIENT_SECRET),
            AuthKind.JWT,
            List.of(
                    ConnectionProperties.CLIENT_ID,
                    ConnectionProperties.USER,
                    ConnectionProperties.PRIVATE_KEY,
                    ConnectionProperties.PRIVATE_KEY_FILE,
                    ConnectionProperties.PRIVATE_KEY_PASSWORD,
                    ConnectionProperties.KEY_STORE,
                    ConnectionProperties.KEY_STORE_PASSWORD,
                    ConnectionProperties.KEY_ALIAS,
                    ConnectionProperties.JWT_AUDIENCE),
            AuthKind.REFRESH_TOKEN,
            List.of(
                    ConnectionProperties.CLIENT_ID,
                    ConnectionProperties.CLIENT_SECRET,
                    ConnectionProperties.REFRESH_TOKEN),
            AuthKind.PASSWORD,
            List.of(
                    ConnectionProperties.USER,
                    ConnectionProperties.PASSWORD,
                    ConnectionProperties.SECURITY_TOKEN,
                    ConnectionProperties.CLIENT_ID,
                    ConnectionProperties.CLIENT_SECRET)));

    private static final String EXPECTED = "Expected one of: accessToken and instanceUrl (token); clientId and"
            + " clientSecret (client_credentials); clientId, user and a private key (jwt); clientId and refreshToken"
            + " (refresh_token); user, password, clientId and clientSecret (password)";

    private final Settings settings;
    private final AuthKind kind;
    private final boolean named;

    private CredentialsReader(Settings settings, AuthKind kind, boolean named) {
        this.settings = settings;
        this.kind = kind;
        this.named = named;
    }

    /** @throws SQLException 08001 naming what is missing or does not belong, and the sets that do */
    static Credentials read(Settings settings) throws SQLException {
        Optional<AuthKind> auth = settings.find(ConnectionProperties.AUTH);
        AuthKind kind = auth.isPresent() ? auth.get() : infer(settings);
        CredentialsReader reader = new CredentialsReader(settings, kind, auth.isPresent());
        reader.refuseMixture();
        return reader.credentials();
    }

    private static AuthKind infer(Settings settings) throws SQLException {
        if (settings.isGiven(ConnectionProperties.ACCESS_TOKEN)) {
            return AuthKind.TOKEN;
        }
        if (settings.isGiven(ConnectionProperties.REFRESH_TOKEN)) {
            return AuthKind.REFRESH_TOKEN;
        }
        if (settings.isGiven(ConnectionProperties.PRIVATE_KEY)
                || settings.isGiven(ConnectionProperties.PRIVATE_KEY_FILE)
                || settings.isGiven(ConnectionProperties.KEY_STORE)) {
            return AuthKind.JWT;
        }
        if (settings.isGiven(ConnectionProperties.PASSWORD) || settings.isGiven(ConnectionProperties.USER)) {
            return AuthKind.PASSWORD;
        }
        if (settings.isGiven(ConnectionProperties.CLIENT_SECRET) || settings.isGiven(ConnectionProperties.CLIENT_ID)) {
            return AuthKind.CLIENT_CREDENTIALS;
        }
        throw SqlErrors.of(SqlState.CANNOT_CONNECT, "No property says how to log in. " + EXPECTED);
    }

    private void refuseMixture() throws SQLException {
        Set<Property<?>> all = new LinkedHashSet<>();
        Arrays.stream(AuthKind.values()).forEach(each -> all.addAll(SETS.get(each)));
        all.removeAll(SETS.get(kind));
        if (named) {
            // They may carry the named grant's pair.
            all.remove(ConnectionProperties.USER);
            all.remove(ConnectionProperties.PASSWORD);
        }
        // Where a grant's answer names the instance, instanceUrl is only superfluous: tools' forms keep it filled in.
        all.remove(ConnectionProperties.INSTANCE_URL);
        String strangers =
                all.stream().filter(settings::isGiven).map(Property::key).collect(Collectors.joining(", "));
        if (!strangers.isEmpty()) {
            throw SqlErrors.of(
                    SqlState.CANNOT_CONNECT,
                    "auth=" + kind.text() + (named ? "" : " (inferred)") + " does not take " + strangers + ". "
                            + EXPECTED + ". Set auth to say which is meant");
        }
    }

    private Credentials credentials() throws SQLException {
        return switch (kind) {
            case TOKEN -> new AccessToken(new Session(instance(), token()));
            case CLIENT_CREDENTIALS ->
                new ClientCredentials(
                        paired(ConnectionProperties.CLIENT_ID, ConnectionProperties.USER),
                        paired(ConnectionProperties.CLIENT_SECRET, ConnectionProperties.PASSWORD));
            case JWT ->
                new JwtBearer(
                        required(ConnectionProperties.CLIENT_ID),
                        required(ConnectionProperties.USER),
                        audience(),
                        PrivateKeys.read(settings, settings.find(ConnectionProperties.PASSWORD)));
            case REFRESH_TOKEN ->
                new RefreshToken(
                        paired(ConnectionProperties.CLIENT_ID, ConnectionProperties.USER),
                        settings.find(ConnectionProperties.CLIENT_SECRET).orElse(""),
                        paired(ConnectionProperties.REFRESH_TOKEN, ConnectionProperties.PASSWORD));
            case PASSWORD ->
                new UsernamePassword(
                        required(ConnectionProperties.CLIENT_ID),
                        settings.find(ConnectionProperties.CLIENT_SECRET).orElse(""),
                        required(ConnectionProperties.USER),
                        required(ConnectionProperties.PASSWORD),
                        settings.find(ConnectionProperties.SECURITY_TOKEN).orElse(""));
        };
    }

    private String token() throws SQLException {
        String token = paired(ConnectionProperties.ACCESS_TOKEN, ConnectionProperties.PASSWORD)
                .strip();
        // A header's value; anything else is a paste that went wrong.
        if (!token.matches("[\\x21-\\x7E]+")) {
            throw SqlErrors.of(
                    SqlState.CANNOT_CONNECT,
                    "The access token has characters that no token has (hidden): copy it again, without quotes"
                            + " or line breaks");
        }
        return token;
    }

    private Origin instance() throws SQLException {
        Optional<String> given = settings.instanceUrl();
        Origin login = Origin.of(settings.loginUrl());
        // These two hosts log in users of all orgs and are the instance of none.
        if (given.isEmpty()
                && List.of("login.salesforce.com", "test.salesforce.com").contains(login.host())) {
            throw missing(ConnectionProperties.INSTANCE_URL);
        }
        return given.isPresent() ? Origin.of(given.get()) : login;
    }

    /** @param carrier what may carry the value where {@code auth} is named, since many tools guard only these two */
    private String paired(Property<String> property, Property<String> carrier) throws SQLException {
        Optional<String> own = settings.find(property);
        Optional<String> carried = named ? settings.find(carrier) : Optional.empty();
        if (own.isPresent() && carried.isPresent() && !own.equals(carried)) {
            throw SqlErrors.of(
                    SqlState.CANNOT_CONNECT,
                    "auth=" + kind.text() + " has " + property.key() + " and " + carrier.key()
                            + ", which carries the same thing, with different values");
        }
        return own.or(() -> carried).orElseThrow(() -> missing(property));
    }

    private String required(Property<String> property) throws SQLException {
        return settings.find(property).orElseThrow(() -> missing(property));
    }

    private SQLException missing(Property<?> property) {
        return SqlErrors.of(
                SqlState.CANNOT_CONNECT,
                "auth=" + kind.text() + (named ? "" : " (inferred)") + " needs " + property.key() + ". " + EXPECTED);
    }

    /** Who issues the token: production and sandboxes are two different audiences for the same grant. */
    private String audience() throws SQLException {
        Optional<String> told = settings.find(ConnectionProperties.JWT_AUDIENCE);
        if (told.isPresent()) {
            return told.get();
        }
        String host = Origin.of(settings.loginUrl()).host();
        if (host.equals("test.salesforce.com")
                || host.endsWith(".sandbox.my.salesforce.com")
                || host.endsWith(".scratch.my.salesforce.com")) {
            return "https://test.salesforce.com";
        }
        return host.endsWith(".my.salesforce.com") ? "https://login.salesforce.com" : settings.loginUrl();
    }
}
