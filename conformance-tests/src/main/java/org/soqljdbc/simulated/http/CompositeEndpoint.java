package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Answers {@code POST /composite}: several requests in one, each with headers of its own. */
final class CompositeEndpoint {

    /** REST API, "Composite": 25 subrequests, 5 of them queries or collections. */
    private static final int MOST = 25;

    private static final int MOST_QUERIES = 5;
    private static final Set<String> FORBIDDEN_HEADERS = Set.of("accept", "authorization", "content-type");

    private final ObjectMapper mapper = new ObjectMapper();

    /** @param answer answers one request of the same user */
    Reply answer(Request request, Function<Request, Reply> answer) {
        if (!request.method().equals("POST")) {
            return Reply.methodNotAllowed(request.method(), "POST");
        }
        JsonNode parts;
        try {
            parts = mapper.readTree(request.body()).path("compositeRequest");
        } catch (IOException notJson) {
            return Reply.error(400, "JSON_PARSER_ERROR", "Unexpected character: was expecting a JSON value");
        }
        if (parts.size() > MOST) {
            return Reply.error(400, "LIMIT_EXCEEDED", "The number of composite subrequests can't be more than " + MOST);
        }
        Optional<Reply> refusal = refusal(parts);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode replies = body.putArray("compositeResponse");
        for (JsonNode part : parts) {
            replies.add(reply(part, answer.apply(request(part))));
        }
        return Reply.json(200, body);
    }

    private static Optional<Reply> refusal(JsonNode parts) {
        int queries = 0;
        for (JsonNode part : parts) {
            if (!part.path("referenceId").asText().matches("[A-Za-z0-9_]+")) {
                return Optional.of(Reply.error(
                        400, "INVALID_FIELD", "referenceId may only contain letters, digits and underscores"));
            }
            for (Map.Entry<String, JsonNode> header : part.path("httpHeaders").properties()) {
                if (FORBIDDEN_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                    return Optional.of(Reply.error(
                            400, "INVALID_HEADER", "Header not allowed in a subrequest: " + header.getKey()));
                }
            }
            String path = part.path("url").asText().split("\\?")[0];
            queries += path.matches("/services/data/v[0-9.]+/query(All)?/?") ? 1 : 0;
        }
        return queries > MOST_QUERIES
                ? Optional.of(Reply.error(
                        400, "LIMIT_EXCEEDED", "The number of query subrequests can't be more than " + MOST_QUERIES))
                : Optional.empty();
    }

    private Request request(JsonNode part) {
        Map<String, String> headers = new HashMap<>();
        part.path("httpHeaders")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        byte[] body = part.path("body").isMissingNode()
                ? new byte[0]
                : part.path("body").toString().getBytes(StandardCharsets.UTF_8);
        return Request.of(part.path("method").asText(), part.path("url").asText(), headers, body);
    }

    private ObjectNode reply(JsonNode part, Reply reply) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("body", parsed(reply.body()));
        ObjectNode headers = json.putObject("httpHeaders");
        reply.headers().forEach(headers::put);
        json.put("httpStatusCode", reply.status());
        json.put("referenceId", part.path("referenceId").asText());
        return json;
    }

    /** An empty body is null. */
    private JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? JsonNodeFactory.instance.nullNode() : mapper.readTree(body);
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** The SOQL of the first query inside, for the log. */
    Optional<String> soql(Request request) {
        try {
            for (JsonNode part : mapper.readTree(request.body()).path("compositeRequest")) {
                Optional<String> soql = request(part).soql();
                if (soql.isPresent()) {
                    return soql;
                }
            }
            return Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
