package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.soqljdbc.simulated.data.Undo;

/** Runs requests that travel in one, in their order; later ones may refer to the replies of earlier ones. */
final class Subrequests {

    private static final int FAILED = 400;
    private static final Reply HALTED =
            halted("The transaction was rolled back since another operation in the same transaction failed.");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Undo undo;
    private final Function<Request, Reply> answer;

    /** @param answer answers one request of the same user */
    Subrequests(Undo undo, Function<Request, Reply> answer) {
        this.undo = undo;
        this.answer = answer;
    }

    /** The items of {@code compositeResponse}, and whether none failed. */
    record Outcome(ArrayNode items, boolean isSuccessful) {}

    /** @param allOrNone whether one failure takes back all the rest */
    Outcome run(JsonNode parts, boolean allOrNone) {
        int mark = undo.mark();
        References references = new References();
        List<Reply> replies = new ArrayList<>();
        List<Boolean> failures = new ArrayList<>();
        for (JsonNode part : parts) {
            Reply reply = reply(part, references);
            boolean failed = reply.status() >= FAILED || allOrNone && hasFailedRow(part, reply);
            references.put(part.path("referenceId").asText(), parsed(reply.body()), failed);
            replies.add(reply);
            failures.add(failed);
        }
        boolean failed = failures.contains(true);
        if (failed && allOrNone) {
            undo.rollBack(mark);
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < replies.size(); i++) {
            boolean halted = failed && allOrNone && !failures.get(i);
            items.add(item(parts.get(i), halted ? HALTED : replies.get(i)));
        }
        return new Outcome(items, !failed);
    }

    private Reply reply(JsonNode part, References references) {
        try {
            return answer.apply(request(part, references));
        } catch (References.Unknown unknown) {
            return halted("Invalid reference specified. " + unknown.getMessage());
        }
    }

    private static Reply halted(String message) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        body.addObject().put("errorCode", "PROCESSING_HALTED").put("message", message);
        return Reply.json(FAILED, body);
    }

    /** A collection answers 200 also for rows that failed. */
    private boolean hasFailedRow(JsonNode part, Reply reply) {
        if (!part.path("url").asText().contains("/composite/sobjects")) {
            return false;
        }
        for (JsonNode row : parsed(reply.body())) {
            if (!row.path("success").asBoolean(true)) {
                return true;
            }
        }
        return false;
    }

    /** A part as a request of its own. */
    Request request(JsonNode part, References references) {
        Map<String, String> headers = new HashMap<>();
        part.path("httpHeaders")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        JsonNode body = references.resolved(part.path("body"));
        byte[] bytes = body.isMissingNode() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
        String url = references.resolved(part.path("url").asText());
        return Request.of(part.path("method").asText(), url, headers, bytes);
    }

    private ObjectNode item(JsonNode part, Reply reply) {
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
}
