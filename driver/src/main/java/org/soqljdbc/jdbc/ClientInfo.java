package org.soqljdbc.jdbc;

import java.sql.SQLClientInfoException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.soqljdbc.error.SqlState;

/**
 * The client info properties that JDBC names itself. They are kept for those who ask; what the org is told is the
 * connection property {@code applicationName}, when the connection is opened.
 */
final class ClientInfo {

    static final String APPLICATION_NAME = "ApplicationName";

    private static final Set<String> NAMES = Set.of(APPLICATION_NAME, "ClientUser", "ClientHostname");

    private final Map<String, String> values = new LinkedHashMap<>();

    ClientInfo(String applicationName) {
        values.put(APPLICATION_NAME, applicationName);
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
        if (!NAMES.contains(name)) {
            warnings.add("Client info property " + name + " is not known and was ignored; known are " + NAMES);
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
