package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.simulated.schema.ChildRelationship;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.write.JsonInput;
import org.soqljdbc.simulated.write.RowInput;
import org.soqljdbc.simulated.write.RowWriter;
import org.soqljdbc.simulated.write.WriteError;
import org.soqljdbc.simulated.write.WriteOptions;
import org.soqljdbc.simulated.write.WriteRefusal;

/** Answers {@code POST /composite/tree/X}: new records with their children, all or none. */
final class TreeEndpoint {

    /** REST API, "sObject Tree": 200 records, 5 levels, 5 objects. */
    private static final int MOST = 200;

    private static final int MOST_LEVELS = 5;
    private static final int MOST_TYPES = 5;

    /** One record of the request. @param parent index of its parent among the nodes; -1 for a root */
    private record Node(RowInput input, String reference, int parent, Optional<Field> lookup, int level) {}

    private final RowWriter writer;
    private final JsonInput input;

    TreeEndpoint(Schema schema, RowWriter writer) {
        this.writer = writer;
        this.input = new JsonInput(schema);
    }

    Reply answer(Request request, SObjectType type) {
        if (!request.method().equals("POST")) {
            return Reply.methodNotAllowed(request.method(), "POST");
        }
        List<Node> nodes;
        try {
            nodes = nodes(WriteReplies.body(request.body()).path("records"), type);
        } catch (WriteRefusal refusal) {
            return WriteReplies.refused(refusal.error());
        }
        int mark = writer.data().undo().mark();
        ArrayNode failures = JsonNodeFactory.instance.arrayNode();
        List<Optional<String>> ids = insert(nodes, WriteReplies.options(request), failures);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("hasErrors", !failures.isEmpty());
        if (!failures.isEmpty()) {
            writer.data().undo().rollBack(mark);
            body.set("results", failures);
            return Reply.json(400, body);
        }
        ArrayNode results = body.putArray("results");
        for (int i = 0; i < nodes.size(); i++) {
            results.addObject()
                    .put("referenceId", nodes.get(i).reference())
                    .put("id", ids.get(i).orElseThrow());
        }
        return Reply.json(201, body);
    }

    /** The records level by level, parents before children. */
    private List<Node> nodes(JsonNode roots, SObjectType type) {
        record Waiting(JsonNode json, SObjectType type, int parent, Optional<Field> lookup, int level) {}
        Deque<Waiting> waiting = new ArrayDeque<>();
        roots.forEach(root -> waiting.add(new Waiting(root, type, -1, Optional.empty(), 1)));
        List<Node> nodes = new ArrayList<>();
        Set<String> references = new HashSet<>();
        Set<SObjectType> types = new HashSet<>();
        while (!waiting.isEmpty()) {
            Waiting next = waiting.remove();
            ObjectNode own = JsonNodeFactory.instance.objectNode();
            int self = nodes.size();
            next.json().properties().forEach(member -> {
                Optional<ChildRelationship> children = next.type().child(member.getKey());
                if (children.isPresent() && member.getValue().has("records")) {
                    for (JsonNode child : member.getValue().get("records")) {
                        waiting.add(new Waiting(
                                child,
                                children.get().child(),
                                self,
                                Optional.of(children.get().field()),
                                next.level() + 1));
                    }
                } else {
                    own.set(member.getKey(), member.getValue());
                }
            });
            String reference =
                    next.json().path("attributes").path("referenceId").asText();
            check(
                    reference,
                    references,
                    next.json().path("attributes").path("type").asText(),
                    next.type());
            types.add(next.type());
            limits(self + 1, next.level(), types.size());
            nodes.add(new Node(input.read(next.type(), own), reference, next.parent(), next.lookup(), next.level()));
        }
        return nodes;
    }

    private static void check(String reference, Set<String> references, String named, SObjectType type) {
        if (reference.isEmpty()) {
            throw invalid("Include a reference ID for each record in the request.");
        }
        if (!references.add(reference)) {
            throw invalid("Duplicate ReferenceId provided in the request.");
        }
        if (!named.equalsIgnoreCase(type.name())) {
            throw invalid("Record " + reference + " must be of type " + type.name());
        }
    }

    private static void limits(int records, int level, int types) {
        if (records > MOST || level > MOST_LEVELS || types > MOST_TYPES) {
            throw invalid("A tree has at most 200 records, 5 levels and 5 objects");
        }
    }

    private static WriteRefusal invalid(String message) {
        return WriteRefusal.bare("INVALID_INPUT", message);
    }

    private List<Optional<String>> insert(List<Node> nodes, WriteOptions options, ArrayNode failures) {
        List<Optional<String>> ids = new ArrayList<>();
        for (Node node : nodes) {
            Optional<String> parent = node.parent() < 0 ? Optional.empty() : ids.get(node.parent());
            if (node.parent() >= 0 && parent.isEmpty()) {
                ids.add(Optional.empty());
                continue;
            }
            Map<Field, Object> values = new LinkedHashMap<>(node.input().values());
            node.lookup().ifPresent(lookup -> values.put(lookup, parent.orElseThrow()));
            RowInput row = new RowInput(
                    node.input().type(),
                    values,
                    node.input().parents(),
                    node.input().id());
            try {
                ids.add(Optional.of(writer.insert(row, options)));
            } catch (WriteRefusal refusal) {
                ids.add(Optional.empty());
                failures.add(failure(node.reference(), refusal.error()));
            }
        }
        return ids;
    }

    private static ObjectNode failure(String reference, WriteError error) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("referenceId", reference);
        json.set("errors", WriteReplies.failed(Optional.empty(), error).get("errors"));
        return json;
    }
}
