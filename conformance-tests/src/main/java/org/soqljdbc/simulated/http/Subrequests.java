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
import java.util.stream.IntStream;
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

    /**
     * Runs the parts.
     *
     * @param allOrNone whether one failure takes back all the rest
     * @param collated whether only references decide the order: Salesforce promises no other, and the org takes the
     *     last part that it can, so that who relies on the order learns of it
     */
    Outcome run(JsonNode parts, boolean allOrNone, boolean collated) {
        int mark = undo.mark();
        References references = new References();
        Reply[] replies = new Reply[parts.size()];
        boolean[] failures = new boolean[parts.size()];
        boolean failed = false;
        for (int i : collated
                ? byReferences(parts)
                : IntStream.range(0, parts.size()).toArray()) {
            JsonNode part = parts.get(i);
            replies[i] = reply(part, references);
            failures[i] = replies[i].status() >= FAILED || allOrNone && hasFailedRow(part, replies[i]);
            references.put(part.path("referenceId").asText(), parsed(replies[i].body()), failures[i]);
            failed |= failures[i];
        }
        if (failed && allOrNone) {
            undo.rollBack(mark);
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < replies.length; i++) {
            boolean halted = failed && allOrNone && !failures[i];
            items.add(item(parts.get(i), halted ? HALTED : replies[i]));
        }
        return new Outcome(items, !failed);
    }

    /** An order in which each part comes after those before it that it refers to. */
    private static int[] byReferences(JsonNode parts) {
        List<Integer> waiting = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            waiting.add(i);
            names.put(parts.get(i).path("referenceId").asText(), i);
        }
        int[] order = new int[parts.size()];
        for (int next = 0; next < order.length; next++) {
            int last = waiting.size() - 1;
            while (refersToOneOf(waiting, names, parts, waiting.get(last))) {
                last--;
            }
            order[next] = waiting.remove(last);
        }
        return order;
    }

    private static boolean refersToOneOf(List<Integer> waiting, Map<String, Integer> names, JsonNode parts, int part) {
        return References.named(parts.get(part).toString()).stream()
                .map(name -> names.getOrDefault(name, part))
                .anyMatch(other -> other < part && waiting.contains(other));
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
