package org.soqljdbc.config;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * A host of Salesforce, as the URL or {@code instanceUrl} names it.
 *
 * @param name lower case; IPv6 addresses in brackets
 * @param port empty for the scheme's own
 */
record LoginHost(String name, Optional<Integer> port) {

    /** Where users of production, Developer Edition and trial orgs log in. */
    static final LoginHost DEFAULT = new LoginHost("login.salesforce.com", Optional.empty());

    // Hosts of the user interface, which people copy from the browser, and the API host of the same org
    // (Salesforce Help, "My Domain URL Formats").
    private static final List<String[]> PAGES = List.of(
            new String[] {".lightning.force.com", ".my.salesforce.com"},
            new String[] {".my.salesforce-setup.com", ".my.salesforce.com"});

    /** @throws SQLException 08001 if the text is not {@code host} or {@code host:port} */
    static LoginHost parse(String text) throws SQLException {
        if (text.isEmpty()) {
            return DEFAULT;
        }
        int end = text.startsWith("[")
                ? text.indexOf(']') + 1
                : text.indexOf(':') < 0 ? text.length() : text.indexOf(':');
        String name = text.substring(0, end).toLowerCase(Locale.ROOT);
        String rest = text.substring(end);
        if (!name.matches("[a-z0-9]([a-z0-9._-]*[a-z0-9])?|\\[[0-9a-f:.]+]")) {
            throw notHost(text);
        }
        if (rest.isEmpty()) {
            return new LoginHost(name, Optional.empty());
        }
        if (!rest.matches(":\\d{1,5}")) {
            throw notHost(text);
        }
        int port = Integer.parseInt(rest.substring(1));
        if (port < 1 || port > 65_535) {
            throw notHost(text);
        }
        return new LoginHost(name, Optional.of(port));
    }

    /** @param url {@code https://host[:port][/]}, or the host alone. @throws SQLException 08001 if it is neither */
    static LoginHost ofUrl(String url, boolean ssl) throws SQLException {
        String text = url.strip();
        String scheme = ssl ? "https://" : "http://";
        if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
            text = text.substring(scheme.length());
        } else if (text.contains("://")) {
            throw SqlErrors.of(
                    SqlState.CANNOT_CONNECT,
                    "Property instanceUrl must begin with " + scheme + (ssl ? "" : " where ssl=false is set")
                            + ": a token travels over TLS only");
        }
        text = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (text.isEmpty()) {
            throw notHost(url);
        }
        return parse(text);
    }

    private static SQLException notHost(String text) {
        return SqlErrors.of(
                SqlState.CANNOT_CONNECT,
                "'" + text + "' is not a host: expected host or host:port, such as name.my.salesforce.com");
    }

    /** The API host of the org whose page this is; itself for any other host. */
    LoginHost forApi() {
        for (String[] page : PAGES) {
            if (name.endsWith(page[0])) {
                String org = name.substring(0, name.length() - page[0].length());
                return new LoginHost(org + page[1], port);
            }
        }
        return this;
    }

    boolean isLoopback() {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || name.equals("[::1]");
    }

    /** {@code https://name[:port]}, without a trailing slash. */
    String url(boolean ssl) {
        return (ssl ? "https://" : "http://") + name + port.map(p -> ":" + p).orElse("");
    }
}
