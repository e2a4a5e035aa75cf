package org.soqljdbc.jdbc;

import java.sql.SQLClientInfoException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.jdbc.result.Warnings;
import org.soqljdbc.metadata.facts.ClientInfoProperty;

/**
 * The client info properties that JDBC names itself. They are kept for those who ask; what the org is told is the
 * connection property {@code applicationName}, when the connection is opened.
 */
final class ClientInfo {

    private final Map<String, String> values = new LinkedHashMap<>();

    ClientInfo(String applicationName) {
        values.put(ClientInfoProperty.APPLICATION_NAME.key(), applicationName);
    }

    /** @return null if it was not set or is not known */
    synchronized String get(String name) {
        return values.get(name);
    }

    synchronized Properties all() {
        Properties all = new Properties();
        all.putAll(values);
        return all;
    }

    /**
     * Sets one; null takes it away.
     *
     * @param warnings takes a warning for a name that is not known, which JDBC wants ignored
     */
    synchronized void set(String name, String value, Warnings warnings) throws SQLClientInfoException {
        if (name == null) {
            throw refused("The name of a client info property must not be null", SqlState.INVALID_PARAMETER_VALUE);
        }
        if (ClientInfoProperty.named(name).isEmpty()) {
            warnings.add("Client info property " + name + " is not known and was ignored; known are "
                    + Arrays.stream(ClientInfoProperty.values())
                            .map(ClientInfoProperty::key)
                            .collect(Collectors.joining(", ")));
        } else if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /** Replaces them all. */
    synchronized void setAll(Properties given, Warnings warnings) throws SQLClientInfoException {
        if (given == null) {
            throw refused("The client info properties must not be null", SqlState.INVALID_PARAMETER_VALUE);
        }
        values.clear();
        for (String name : given.stringPropertyNames()) {
            set(name, given.getProperty(name), warnings);
        }
    }

    static SQLClientInfoException refused(String message, SqlState state) {
        return new SQLClientInfoException(message, state.code(), Map.of());
    }
}
