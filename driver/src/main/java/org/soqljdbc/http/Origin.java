package org.soqljdbc.http;

import java.sql.SQLException;
import okhttp3.HttpUrl;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Scheme, host and port: how far a token may travel (RFC 6454). */
public record Origin(String scheme, String host, int port) {

    /** @throws SQLException 08P01 if the text is no absolute http or https URL */
    public static Origin of(String url) throws SQLException {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw SqlErrors.of(SqlState.PROTOCOL_VIOLATION, "Not a URL of a server: " + shown(url));
        }
        return of(parsed);
    }

    static Origin of(HttpUrl url) {
        return new Origin(url.scheme(), url.host(), url.port());
    }

    /**
     * The URL that a path or URL given by this origin means.
     *
     * @throws SQLException 08P01 if it leads to another origin
     */
    public String resolve(String pathOrUrl) throws SQLException {
        HttpUrl base = HttpUrl.parse(toString());
        HttpUrl resolved = base == null ? null : base.resolve(pathOrUrl);
        if (resolved == null || !of(resolved).equals(this)) {
            throw SqlErrors.of(
                    SqlState.PROTOCOL_VIOLATION,
                    "Refused to follow " + shown(pathOrUrl) + ": it leads away from " + this
                            + ", the only place the session belongs to");
        }
        return resolved.toString();
    }

    /** Whether only this machine can listen to what is sent there. */
    public boolean isLoopback() {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("::1")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    public boolean isSecure() {
        return scheme.equals("https");
    }

    private static String shown(String url) {
        int question = url.indexOf('?');
        String place = question < 0 ? url : url.substring(0, question);
        return "'" + (place.length() <= 200 ? place : place.substring(0, 200) + "...") + "'";
    }

    @Override
    public String toString() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        boolean usual = port == (isSecure() ? 443 : 80);
        return scheme + "://" + name + (usual ? "" : ":" + port);
    }
}
