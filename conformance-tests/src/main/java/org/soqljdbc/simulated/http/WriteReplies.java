package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.simulated.write.WriteError;
import org.soqljdbc.simulated.write.WriteOptions;
import org.soqljdbc.simulated.write.WriteRefusal;

/** The shapes in which Salesforce tells what became of writes, and what all write requests have in common. */
final class WriteReplies {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private WriteReplies() {}

    /** The body of a request as JSON. */
    static JsonNode body(byte[] body) {
        if (body.length == 0) {
            throw WriteRefusal.bare(
                    "JSON_PARSER_ERROR", "The HTTP entity body is required, but this request has no entity body.");
        }
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException problem) {
            throw WriteRefusal.bare(
                    "JSON_PARSER_ERROR",
                    problem.getOriginalMessage() + " at [line:"
                            + problem.getLocation().getLineNr() + ", column:"
                            + problem.getLocation().getColumnNr() + "]");
        } catch (IOException unread) {
            throw WriteRefusal.bare("JSON_PARSER_ERROR", "The request body could not be read");
        }
    }

    /** A record that was written. */
    static ObjectNode saved(String id, Optional<Boolean> created) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("success", true);
        json.putArray("errors");
        created.ifPresent(value -> json.put("created", value));
        return json;
    }

    /** A record of a collection that was not written. */
    static ObjectNode failed(Optional<String> id, WriteError error) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        id.ifPresent(value -> json.put("id", value));
        json.put("success", false);
        ObjectNode item = json.putArray("errors").addObject();
        item.put("statusCode", error.code()).put("message", error.message());
        ArrayNode fields = item.putArray("fields");
        error.fields().orElse(List.of()).forEach(fields::add);
        return json;
    }

    /** The reply to a request for one record that was refused. */
    static Reply refused(WriteError error) {
        int status = switch (error.code()) {
            case "ENTITY_IS_DELETED", "NOT_FOUND" -> 404;
            case "UNSUPPORTED_MEDIA_TYPE" -> 415;
            default -> 400;
        };
        if (error.code().equals("NOT_FOUND") && error.message().startsWith("The requested")) {
            return Reply.notFound();
        }
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        ObjectNode item = body.addObject();
        item.put("message", error.message()).put("errorCode", error.code());
        error.fields().ifPresent(names -> {
            ArrayNode fields = item.putArray("fields");
            names.forEach(fields::add);
        });
        return Reply.json(status, body);
    }

    /** What the request's headers ask for. */
    static WriteOptions options(Request request) {
        return new WriteOptions(request.header("Sforce-Duplicate-Rule-Header")
                .filter(text -> text.matches("(?i).*allowSave\\s*=\\s*true.*"))
                .isPresent());
    }

    /** Salesforce's number of a version: 67 for {@code v67.0}. */
    static int number(String version) {
        return Integer.parseInt(version.substring(1, version.indexOf('.')));
    }
}
