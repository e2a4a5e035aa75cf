package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.soqljdbc.simulated.write.WriteRefusal;

/** Answers {@code POST /composite/batch}: several requests, one after the other, independent of each other. */
final class BatchEndpoint {

    /** REST API, "Batch": 25 subrequests. */
    private static final int MOST = 25;

    /** @param answer answers one request of the same user */
    Reply answer(Request request, Function<Request, Reply> answer) {
        if (!request.method().equals("POST")) {
            return Reply.methodNotAllowed(request.method(), "POST");
        }
        JsonNode body;
        try {
            body = WriteReplies.body(request.body());
        } catch (WriteRefusal refusal) {
            return WriteReplies.refused(refusal.error());
        }
        JsonNode parts = body.path("batchRequests");
        if (parts.size() > MOST) {
            return Reply.error(400, "LIMIT_EXCEEDED", "The number of batch subrequests can't be more than " + MOST);
        }
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.put("hasErrors", false);
        ArrayNode results = reply.putArray("results");
        boolean halted = false;
        for (JsonNode part : parts) {
            Reply one = halted ? halted() : answer.apply(request(part));
            boolean failed = one.status() >= 400;
            halted |= failed && body.path("haltOnError").asBoolean();
            if (failed) {
                reply.put("hasErrors", true);
            }
            ObjectNode item = results.addObject();
            item.put("statusCode", one.status());
            item.set(
                    "result",
                    one.body().length == 0 ? JsonNodeFactory.instance.nullNode() : WriteReplies.body(one.body()));
        }
        return Reply.json(200, reply);
    }

    /** How many requests are in one; 1 for a body that is none. */
    static int parts(Request request) {
        try {
            return Math.max(
                    1, WriteReplies.body(request.body()).path("batchRequests").size());
        } catch (WriteRefusal notJson) {
            return 1;
        }
    }

    private static Reply halted() {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        body.addObject()
                .put("errorCode", "BATCH_PROCESSING_HALTED")
                .put("message", "Batch processing was halted by a failed request in the batch");
        return Reply.json(412, body);
    }

    /** The url is relative to {@code /services/data/}, or whole. */
    private static Request request(JsonNode part) {
        String url = part.path("url").asText().replaceFirst("^/?(services/data/)?", "/services/data/");
        JsonNode input = part.path("richInput");
        byte[] body = input.isMissingNode() ? new byte[0] : input.toString().getBytes(StandardCharsets.UTF_8);
        return Request.of(part.path("method").asText(), url, Map.of(), body);
    }
}
