package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.soqljdbc.simulated.data.Undo;
import org.soqljdbc.simulated.write.WriteRefusal;

/** Answers {@code POST /composite}: several requests in one, each with headers of its own. */
final class CompositeEndpoint {

    /** REST API, "Composite": 25 subrequests, 5 of them queries or collections. */
    private static final int MOST = 25;

    private static final int MOST_QUERIES = 5;
    /** From here on the order is not promised unless {@code collateSubrequests} is false (REST API, "Composite"). */
    private static final int COLLATES_SINCE = 49;

    private static final Set<String> FORBIDDEN_HEADERS = Set.of("accept", "authorization", "content-type");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Undo undo;

    CompositeEndpoint(Undo undo) {
        this.undo = undo;
    }

    /** @param version {@code v67.0} @param answer answers one request of the same user */
    Reply answer(Request request, String version, Function<Request, Reply> answer) {
        if (!request.method().equals("POST")) {
            return Reply.methodNotAllowed(request.method(), "POST");
        }
        JsonNode body;
        try {
            body = WriteReplies.body(request.body());
        } catch (WriteRefusal notJson) {
            return WriteReplies.refused(notJson.error());
        }
        JsonNode parts = body.path("compositeRequest");
        if (parts.size() > MOST) {
            return Reply.error(400, "LIMIT_EXCEEDED", "The number of composite subrequests can't be more than " + MOST);
        }
        Optional<Reply> refusal = refusal(parts);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean collated = body.path("collateSubrequests").asBoolean(WriteReplies.number(version) >= COLLATES_SINCE)
                && !hasHeaders(parts);
        Subrequests.Outcome outcome =
                new Subrequests(undo, answer).run(parts, body.path("allOrNone").asBoolean(), collated);
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.set("compositeResponse", outcome.items());
        return Reply.json(200, reply);
    }

    /** Parts with headers of their own are not collated. */
    private static boolean hasHeaders(JsonNode parts) {
        boolean found = false;
        for (JsonNode part : parts) {
            found |= !part.path("httpHeaders").isEmpty();
        }
        return found;
    }

    private static Optional<Reply> refusal(JsonNode parts) {
        int queries = 0;
        Set<String> names = new HashSet<>();
        for (JsonNode part : parts) {
            String name = part.path("referenceId").asText();
            if (!name.matches("[A-Za-z0-9_]+")) {
                return Optional.of(Reply.error(
                        400, "INVALID_FIELD", "referenceId may only contain letters, digits and underscores"));
            }
            if (!names.add(name)) {
                return Optional.of(Reply.error(400, "INVALID_FIELD", "Duplicate referenceId: " + name));
            }
            for (Map.Entry<String, JsonNode> header : part.path("httpHeaders").properties()) {
                if (FORBIDDEN_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                    return Optional.of(Reply.error(
                            400, "INVALID_HEADER", "Header not allowed in a subrequest: " + header.getKey()));
                }
            }
            String path = part.path("url").asText().split("\\?")[0];
            queries += path.matches("/services/data/v[0-9.]+/(query(All)?/?|composite/sobjects.*)") ? 1 : 0;
        }
        return queries > MOST_QUERIES
                ? Optional.of(Reply.error(
                        400,
                        "LIMIT_EXCEEDED",
                        "The number of query and collection subrequests can't be more than " + MOST_QUERIES))
                : Optional.empty();
    }

    /** The SOQL of the first query inside, for the log. */
    Optional<String> soql(Request request) {
        try {
            for (JsonNode part : mapper.readTree(request.body()).path("compositeRequest")) {
                Optional<String> soql = Request.of(
                                part.path("method").asText(), part.path("url").asText(), Map.of(), new byte[0])
                        .soql();
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
