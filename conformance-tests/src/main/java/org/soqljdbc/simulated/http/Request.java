package org.soqljdbc.simulated.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request, free of the server that received it; also one inside a composite request.
 *
 * @param path decoded, without the query
 * @param segments the path divided at its slashes, then decoded: a value may hold a slash of its own
 * @param query as sent, still percent-encoded
 * @param headers by name in lower case
 */
record Request(
        String method, String path, List<String> segments, String query, Map<String, String> headers, byte[] body) {

    /** @param url path and query as sent */
    static Request of(String method, String url, Map<String, String> headers, byte[] body) {
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        // A plus sign is itself in a path and a blank in a query.
        String literal = path.replace("+", "%2B");
        List<String> segments =
                Stream.of(literal.split("/")).map(Request::decode).toList();
        return new Request(method, decode(literal), segments, mark < 0 ? "" : url.substring(mark + 1), headers, body);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A parameter of the query, decoded. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(form(query).get(name));
    }

    /** The fields of a form body. */
    Map<String, String> form() {
        return form(new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The SOQL that this request asks for. */
    Optional<String> soql() {
        return path.matches("/services/data/v[0-9.]+/query(All)?/?") ? parameter("q") : Optional.empty();
    }

    /** The same request by another method. */
    Request withMethod(String other) {
        return new Request(other, path, segments, query, headers, body);
    }
}
