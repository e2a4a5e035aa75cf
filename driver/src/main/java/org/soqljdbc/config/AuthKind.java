package org.soqljdbc.config;

import java.util.Arrays;
import java.util.Locale;

/** The ways to log in, as property {@code auth} names them. */
public enum AuthKind {
    /** A ready access token and the instance it belongs to. */
    TOKEN,
    CLIENT_CREDENTIALS,
    JWT,
    REFRESH_TOKEN,
    PASSWORD;

    /** As a user writes it: {@code client_credentials}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AuthKind parse(String text) {
        return valueOf(text.strip().replace('-', '_').toUpperCase(Locale.ROOT));
    }

    static String[] texts() {
        return Arrays.stream(values()).map(AuthKind::text).toArray(String[]::new);
    }
}
