package org.soqljdbc.metadata.facts;

import java.util.Arrays;
import java.util.Optional;

/** The client info properties that a connection takes: those JDBC names itself (Connection.setClientInfo). */
public enum ClientInfoProperty {
    APPLICATION_NAME("ApplicationName", "Name of the application that uses the connection"),
    CLIENT_HOSTNAME("ClientHostname", "Name of the host the application runs on"),
    CLIENT_USER("ClientUser", "Name of the user the application works for");

    private final String key;
    private final String about;

    ClientInfoProperty(String key, String about) {
        this.key = key;
        this.about = about;
    }

    /** As setClientInfo spells it. */
    public String key() {
        return key;
    }

    public String about() {
        return about;
    }

    /** @param key in exactly that letter case, as properties are */
    public static Optional<ClientInfoProperty> named(String key) {
        return Arrays.stream(values())
                .filter(property -> property.key.equals(key))
                .findFirst();
    }
}
