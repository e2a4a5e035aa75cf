package org.soqljdbc.config;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** What one connection was told, read and checked once. Immutable. */
public final class Settings {

    private final Map<Property<?>, Object> values;
    private final Map<String, String> given;
    private final String loginUrl;
    private final Optional<String> instanceUrl;
    private final List<String> warnings;

    private Settings(
            Map<Property<?>, Object> values,
            Map<String, String> given,
            String loginUrl,
            Optional<String> instanceUrl,
            List<String> warnings) {
        this.values = values;
        this.given = given;
        this.loginUrl = loginUrl;
        this.instanceUrl = instanceUrl;
        this.warnings = warnings;
    }

    /**
     * Reads URL and properties together.
     *
     * @param url one that {@link JdbcUrl#accepts}
     * @param info may hold names of others (pools, Spark): those are {@link #warnings()}; not null
     * @throws SQLException 08001: a value that is none, one property given two different values, an unknown name in
     *     the URL, {@code ssl=false} for a host that is not this machine
     */
    public static Settings of(String url, Properties info) throws SQLException {
        JdbcUrl parsed = JdbcUrl.parse(url);
        GivenProperties given = GivenProperties.of(parsed, info);
        List<String> warnings = new ArrayList<>(given.warnings());
        Map<Property<?>, Object> values = new IdentityHashMap<>();
        for (Property<?> property : ConnectionProperties.ALL) {
            property.read(given.byKey()).ifPresent(value -> values.put(property, value));
        }
        boolean ssl = (Boolean) values.get(ConnectionProperties.SSL);
        String loginUrl = apiUrl(LoginHost.parse(parsed.host()), ssl, warnings);
        Optional<String> instanceUrl = Optional.empty();
        if (given.byKey().containsKey(ConnectionProperties.INSTANCE_URL.key())) {
            String text = given.byKey().get(ConnectionProperties.INSTANCE_URL.key());
            instanceUrl = Optional.of(apiUrl(LoginHost.ofUrl(text, ssl), ssl, warnings));
        }
        return new Settings(values, given.byKey(), loginUrl, instanceUrl, Collections.unmodifiableList(warnings));
    }

    private static String apiUrl(LoginHost written, boolean ssl, List<String> warnings) throws SQLException {
        LoginHost host = written.forApi();
        if (!host.equals(written)) {
            warnings.add(written.name() + " is a page of the user interface; " + host.name() + " is used instead");
        }
        if (!ssl && !host.isLoopback()) {
            throw SqlErrors.of(
                    SqlState.CANNOT_CONNECT,
                    "ssl=false is allowed for a loopback host only, and " + host.name() + " is none");
        }
        return host.url(ssl);
    }

    /** The value of a property that has a default. */
    public <T> T get(Property<T> property) {
        return find(property).orElseThrow(() -> new IllegalArgumentException(property.key() + " has no default"));
    }

    /** The value given, else the default, else nothing. */
    @SuppressWarnings("unchecked") // values were put by the property that reads them
    public <T> Optional<T> find(Property<T> property) {
        return Optional.ofNullable((T) values.get(property));
    }

    /** Whether the user gave this property a value. */
    public boolean isGiven(Property<?> property) {
        return given.containsKey(property.key());
    }

    /** Where to log in: {@code https://host[:port]}, without a trailing slash. */
    public String loginUrl() {
        return loginUrl;
    }

    /** Property {@code instanceUrl} as {@code https://host[:port]}, without a trailing slash, if it is given. */
    public Optional<String> instanceUrl() {
        return instanceUrl;
    }

    /** What the user should know: unknown names in Properties, a host that was rewritten. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * What a tool's form shows. Reads what it can and refuses nothing.
     *
     * @param url may be null, unfinished or another driver's
     * @param info may be null
     */
    public static List<Described> describe(String url, Properties info) {
        Map<String, String> given = GivenProperties.lenient(url, info);
        return ConnectionProperties.ALL.stream()
                .map(property -> Described.of(property, given))
                .toList();
    }

    /**
     * One line of a tool's form.
     *
     * @param value what is given, else the default; empty for a secret always
     */
    public record Described(
            String name, Optional<String> value, String description, boolean required, List<String> choices) {

        private static Described of(Property<?> property, Map<String, String> given) {
            Optional<String> value = property.secret()
                    ? Optional.empty()
                    : Optional.ofNullable(given.get(property.key())).or(property::defaultText);
            // Nothing is needed in every case: which properties are depends on the way to log in.
            return new Described(property.key(), value, property.about(), false, property.choices());
        }
    }

    /** The login host and what was given; secrets hidden. */
    @Override
    public String toString() {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Property<?> property : ConnectionProperties.ALL) {
            if (isGiven(property)) {
                shown.put(property.key(), property.secret() ? "(hidden)" : given.get(property.key()));
            }
        }
        return loginUrl + " " + shown;
    }
}
