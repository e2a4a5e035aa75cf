package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.soql.Page;
import org.soqljdbc.simulated.soql.QueryEngine;
import org.soqljdbc.simulated.soql.Records;
import org.soqljdbc.simulated.soql.Refusal;
import org.soqljdbc.simulated.write.WriteRefusal;

/** Answers {@code /composite/sobjects/X}: records by their Ids, in the order asked, null where there is none. */
final class CollectionsReader {

    /** REST API, "Get Multiple Records with Fields Returned": 2,000 Ids in a body. */
    private static final int MOST = 2000;

    private final JsonFactory json = new JsonFactory();
    private final QueryEngine engine;

    CollectionsReader(QueryEngine engine) {
        this.engine = engine;
    }

    Reply answer(Request request, String version, SObjectType type) {
        List<String> ids = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        switch (request.method()) {
            case "GET", "HEAD" -> {
                ids.addAll(List.of(request.parameter("ids").orElse("").split(",")));
                fields.addAll(List.of(request.parameter("fields").orElse("").split(",")));
            }
            case "POST" -> {
                JsonNode body = WriteReplies.body(request.body());
                body.path("ids").forEach(id -> ids.add(id.asText()));
                body.path("fields").forEach(field -> fields.add(field.asText()));
            }
            default -> {
                return Reply.methodNotAllowed(request.method(), "GET,HEAD,POST");
            }
        }
        if (ids.size() > MOST) {
            throw WriteRefusal.bare(
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than " + MOST + " records in this operation");
        }
        try {
            return Reply.json(200, records(version, type, ids, fields));
        } catch (Refusal refusal) {
            return Reply.error(400, refusal.errorCode(), refusal.getMessage());
        }
    }

    private ArrayNode records(String version, SObjectType type, List<String> ids, List<String> fields) {
        Set<String> known = ids.stream()
                .flatMap(id -> Ids.normalize(id).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, JsonNode> found = new HashMap<>();
        if (!known.isEmpty()) {
            String list = known.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
            Records records = engine.answer(
                    "SELECT " + String.join(",", fields) + " FROM " + type.name() + " WHERE Id IN (" + list + ")",
                    false);
            for (JsonNode record : written(records, version)) {
                String url = record.get("attributes").get("url").textValue();
                found.put(url.substring(url.lastIndexOf('/') + 1), record);
            }
        }
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        ids.forEach(id -> answer.add(Ids.normalize(id).map(found::get).orElse(null)));
        return answer;
    }

    private JsonNode written(Records records, String version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            Page page = new Page(generator, version, 1, (rest, next) -> "");
            generator.writeStartArray();
            for (int i = 0; i < records.size(); i++) {
                records.write(i, page);
            }
            generator.writeEndArray();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return WriteReplies.body(bytes.toByteArray());
    }
}
