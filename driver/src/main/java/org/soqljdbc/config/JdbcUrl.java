package org.soqljdbc.config;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * A URL {@code jdbc:soql://[host[:port]][?property=value[&...]]}. Names and values are percent-encoded UTF-8; {@code +}
 * is a plus sign.
 *
 * @param host as written, or the default
 * @param pairs the properties in the order written, names as written
 */
public record JdbcUrl(String host, List<Pair> pairs) {

    /** What every URL of this driver begins with; letter case is ignored. */
    public static final String PREFIX = "jdbc:soql:";

    /** One {@code name=value}. */
    public record Pair(String name, String value) {

        @Override
        public String toString() {
            boolean hidden =
                    ConnectionProperties.named(name).map(Property::secret).orElse(true);
            return name + "=" + (hidden ? "(hidden)" : value);
        }
    }

    /** Whether the driver is meant. Another driver's URL, or null, is not an error. */
    public static boolean accepts(String url) {
        return url != null && url.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /**
     * Reads a URL that {@link #accepts}.
     *
     * @throws SQLException 08001 saying what is wrong; never with a value, which may be a secret
     */
    public static JdbcUrl parse(String url) throws SQLException {
        if (!accepts(url)) {
            throw SqlErrors.of(SqlState.CANNOT_CONNECT, "The URL must begin with " + PREFIX + "//");
        }
        String rest = url.strip().substring(PREFIX.length());
        if (!rest.startsWith("//")) {
            throw SqlErrors.of(
                    SqlState.CANNOT_CONNECT,
                    "The URL must begin with " + PREFIX + "//, as in jdbc:soql://name.my.salesforce.com");
        }
        int question = rest.indexOf('?');
        String place = question < 0 ? rest.substring(2) : rest.substring(2, question);
        return new JdbcUrl(host(place), question < 0 ? List.of() : pairs(rest.substring(question + 1)));
    }

    private static String host(String place) throws SQLException {
        if (place.contains("@")) {
            throw SqlErrors.of(
                    SqlState.CANNOT_CONNECT,
                    "The URL takes no user before the host; give user and password as properties");
        }
        if (place.contains("://")) {
            throw SqlErrors.of(
                    SqlState.CANNOT_CONNECT,
                    "Write the host without https://, as in jdbc:soql://name.my.salesforce.com");
        }
        String host = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
        if (host.contains("/") || host.contains(";") || host.contains("&")) {
            throw SqlErrors.of(
                    SqlState.CANNOT_CONNECT, "After the host the URL takes ?property=value&property=value only");
        }
        return host;
    }

    private static List<Pair> pairs(String query) throws SQLException {
        List<Pair> pairs = new ArrayList<>();
        for (String part : query.split("&")) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            if (equals <= 0) {
                // Not quoted: it may be the tail of a secret with an unencoded '&'.
                throw SqlErrors.of(
                        SqlState.CANNOT_CONNECT,
                        "A part of the URL after '?' is not property=value; a '&' inside a value is written %26");
            }
            String name = decode(part.substring(0, equals), "name of a property");
            pairs.add(new Pair(name, decode(part.substring(equals + 1), "value of " + name)));
        }
        return List.copyOf(pairs);
    }

    private static String decode(String text, String what) throws SQLException {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '%') {
                Optional<Integer> code = hex(text, at + 1);
                if (code.isEmpty()) {
                    throw badEncoding(what, null);
                }
                bytes.write(code.get());
                at += 2;
            } else {
                byte[] plain = Character.toString(c).getBytes(StandardCharsets.UTF_8);
                if (Character.isHighSurrogate(c) && at + 1 < text.length()) {
                    plain = text.substring(at, at + 2).getBytes(StandardCharsets.UTF_8);
                    at++;
                }
                bytes.write(plain, 0, plain.length);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException cause) {
            throw badEncoding(what, cause);
        }
    }

    private static Optional<Integer> hex(String text, int at) {
        if (at + 2 > text.length()) {
            return Optional.empty();
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? Optional.empty() : Optional.of(high * 16 + low);
    }

    private static SQLException badEncoding(String what, Throwable cause) {
        return SqlErrors.of(
                SqlState.CANNOT_CONNECT,
                "The " + what + " in the URL is not percent-encoded UTF-8; a '%' itself is written %25",
                cause);
    }
}
