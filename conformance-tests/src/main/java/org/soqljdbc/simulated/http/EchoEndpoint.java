package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;
import org.soqljdbc.simulated.write.WriteRefusal;

/**
 * Stands for Apex REST, Connect REST and actions: answers what it was asked. Connect has a limit of its own, beyond
 * which it answers 503 once, until asked again (Connect REST API, "Rate Limiting").
 */
final class EchoEndpoint {

    private final AtomicInteger connectLeft = new AtomicInteger(Integer.MAX_VALUE);

    /** Lets that many Connect calls pass before one is refused. */
    void limitConnect(int calls) {
        connectLeft.set(calls);
    }

    Reply connect(Request request) {
        if (connectLeft.getAndDecrement() <= 0) {
            connectLeft.set(Integer.MAX_VALUE);
            return Reply.error(503, "REQUEST_LIMIT_EXCEEDED", "You have exceeded the limit of requests per hour.")
                    .with("Retry-After", "1");
        }
        return echo(request);
    }

    Reply echo(Request request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("method", request.method());
        body.put("path", request.path());
        body.put("query", request.query());
        try {
            JsonNode sent = request.body().length == 0
                    ? JsonNodeFactory.instance.nullNode()
                    : WriteReplies.body(request.body());
            body.set("body", sent);
            return Reply.json(200, body);
        } catch (WriteRefusal refusal) {
            return WriteReplies.refused(refusal.error());
        }
    }
}
