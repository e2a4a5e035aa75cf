package org.soqljdbc.exec.write;

import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.api.write.WriteOptions;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.DuplicateRule;
import org.soqljdbc.config.Property;
import org.soqljdbc.config.Settings;
import org.soqljdbc.config.WriteRetries;
import org.soqljdbc.error.NearestName;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** How a connection writes: what its properties say, and what SET SESSION has changed since. Thread-safe. */
final class WriteSession {

    /** What SET SESSION changes. */
    private static final List<Property<?>> CHANGEABLE = List.of(
            ConnectionProperties.ALL_OR_NONE,
            ConnectionProperties.DUPLICATE_RULE,
            ConnectionProperties.ASSIGNMENT_RULE,
            ConnectionProperties.RETRY_WRITES,
            ConnectionProperties.BULK,
            ConnectionProperties.BULK_WRITE_THRESHOLD,
            ConnectionProperties.PARALLELISM);

    private final Settings settings;
    private final Map<Property<?>, Optional<?>> changed = new IdentityHashMap<>();

    WriteSession(Settings settings) {
        this.settings = settings;
    }

    /** The value of a property that has a default. */
    synchronized <T> T get(Property<T> property) {
        return find(property).orElseThrow();
    }

    @SuppressWarnings("unchecked") // changed was filled by the property that reads the value
    private synchronized <T> Optional<T> find(Property<T> property) {
        Optional<?> now = changed.get(property);
        return now == null ? settings.find(property) : (Optional<T>) now;
    }

    /**
     * Changes a property for this connection.
     *
     * @param text empty to go back to what the connection was opened with
     * @throws SQLException 22023 for a property that is not there, or a value it does not take
     */
    synchronized void set(String name, Optional<String> text) throws SQLException {
        Property<?> property = CHANGEABLE.stream()
                .filter(known -> known.key().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
        if (text.isEmpty()) {
            changed.remove(property);
        } else {
            changed.put(property, Optional.of(property.valueOf(text.get(), SqlState.INVALID_PARAMETER_VALUE)));
        }
    }

    private static SQLException unknown(String name) {
        List<String> names = CHANGEABLE.stream().map(Property::key).toList();
        return SqlErrors.of(
                SqlState.INVALID_PARAMETER_VALUE,
                "SET SESSION sets " + String.join(", ", names) + ", and knows no '" + name + "'"
                        + NearestName.hint(name, names));
    }

    /** What every call of a write says. */
    WriteOptions options() {
        return new WriteOptions(
                get(ConnectionProperties.ALL_OR_NONE),
                get(ConnectionProperties.DUPLICATE_RULE) == DuplicateRule.ALLOW,
                find(ConnectionProperties.ASSIGNMENT_RULE),
                get(ConnectionProperties.RETRY_WRITES) == WriteRetries.IDEMPOTENT);
    }
}
