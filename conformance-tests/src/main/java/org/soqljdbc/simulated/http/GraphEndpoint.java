package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.soqljdbc.simulated.data.Undo;
import org.soqljdbc.simulated.write.WriteRefusal;

/** Answers {@code POST /composite/graph}: groups of requests, each group all or none. */
final class GraphEndpoint {

    /** REST API, "Composite Graph": 75 graphs, 500 nodes in all, 15 deep, 15 kinds; the rest stops after 14 failures. */
    private static final int MOST_GRAPHS = 75;

    private static final int MOST_NODES = 500;
    private static final int DEEPEST = 15;
    private static final int MOST_KINDS = 15;
    private static final int MOST_FAILURES = 14;
    private static final Pattern REFERENCE = Pattern.compile("@\\{([^.}\\[]+)");
    private static final Pattern ALLOWED =
            Pattern.compile("/services/data/v[0-9.]+/sobjects/([A-Za-z]\\w*)(/[^?]*)?(\\?.*)?");

    private final Undo undo;

    GraphEndpoint(Undo undo) {
        this.undo = undo;
    }

    /** @param answer answers one request of the same user */
    Reply answer(Request request, Function<Request, Reply> answer) {
        if (!request.method().equals("POST")) {
            return Reply.methodNotAllowed(request.method(), "POST");
        }
        JsonNode graphs;
        try {
            graphs = WriteReplies.body(request.body()).path("graphs");
        } catch (WriteRefusal refusal) {
            return WriteReplies.refused(refusal.error());
        }
        Optional<String> broken = broken(graphs);
        if (broken.isPresent()) {
            return Reply.error(400, "INVALID_INPUT", broken.get());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode replies = body.putArray("graphs");
        int failures = 0;
        for (JsonNode graph : graphs) {
            boolean stopped = failures >= MOST_FAILURES;
            Subrequests.Outcome outcome = new Subrequests(undo, part -> stopped ? stopped() : answer.apply(part))
                    .run(graph.path("compositeRequest"), true, false);
            failures += outcome.isSuccessful() ? 0 : 1;
            ObjectNode reply = replies.addObject();
            reply.put("graphId", graph.path("graphId").asText());
            reply.putObject("graphResponse").set("compositeResponse", outcome.items());
            reply.put("isSuccessful", outcome.isSuccessful());
        }
        return Reply.json(200, body);
    }

    private static Reply stopped() {
        return Reply.error(400, "PROCESSING_HALTED", "Too many graphs failed");
    }

    /** What is wrong with the request as a whole; the wordings are ours. */
    private static Optional<String> broken(JsonNode graphs) {
        int nodes = 0;
        Set<String> ids = new HashSet<>();
        for (JsonNode graph : graphs) {
            if (!ids.add(graph.path("graphId").asText())) {
                return Optional.of("Each graphId occurs once");
            }
            nodes += graph.path("compositeRequest").size();
            Optional<String> problem = brokenGraph(graph.path("compositeRequest"));
            if (problem.isPresent()) {
                return problem;
            }
        }
        if (graphs.size() > MOST_GRAPHS || nodes > MOST_NODES) {
            return Optional.of("A request has at most " + MOST_GRAPHS + " graphs and " + MOST_NODES + " nodes");
        }
        return Optional.empty();
    }

    private static Optional<String> brokenGraph(JsonNode parts) {
        Map<String, Integer> depths = new HashMap<>();
        Set<String> kinds = new HashSet<>();
        for (JsonNode part : parts) {
            String url = part.path("url").asText();
            Matcher allowed = ALLOWED.matcher(url);
            if (!allowed.matches()) {
                return Optional.of("Only sObject resources are allowed in a graph: " + url);
            }
            kinds.add(part.path("method").asText() + " " + allowed.group(1));
            int depth = 1;
            Matcher references = REFERENCE.matcher(part.toString());
            while (references.find()) {
                depth = Math.max(depth, 1 + depths.getOrDefault(references.group(1), 0));
            }
            if (depths.put(part.path("referenceId").asText(), depth) != null) {
                return Optional.of("Each referenceId occurs once in a graph");
            }
            if (depth > DEEPEST || kinds.size() > MOST_KINDS) {
                return Optional.of(
                        "A graph is at most " + DEEPEST + " deep and has at most " + MOST_KINDS + " kinds of nodes");
            }
        }
        return Optional.empty();
    }
}
