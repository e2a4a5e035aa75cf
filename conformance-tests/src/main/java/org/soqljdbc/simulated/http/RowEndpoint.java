package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.write.JsonInput;
import org.soqljdbc.simulated.write.RowInput;
import org.soqljdbc.simulated.write.RowWriter;
import org.soqljdbc.simulated.write.WriteRefusal;

/** Answers writes of single records: {@code /sobjects/X}, by Id and by external id. */
final class RowEndpoint {

    /** Upserts tell of updates from here on (REST API, "sObject Rows by External ID"). */
    private static final int UPSERT_HAS_BODY = 46;

    private final RowWriter writer;
    private final JsonInput input;
    private final Multipart multipart = new Multipart();

    RowEndpoint(Schema schema, RowWriter writer) {
        this.writer = writer;
        this.input = new JsonInput(schema);
    }

    /** {@code POST /sobjects/X}. */
    Reply create(Request request, String version, SObjectType type) {
        try {
            String id = writer.insert(read(request, type), WriteReplies.options(request));
            return created(version, type, id, Optional.empty());
        } catch (WriteRefusal refusal) {
            return WriteReplies.refused(refusal.error());
        }
    }

    private RowInput read(Request request, SObjectType type) {
        JsonNode body = multipart.isUsed(request) ? multipart.record(request, type) : WriteReplies.body(request.body());
        if (!body.isObject()) {
            throw WriteRefusal.bare("JSON_PARSER_ERROR", "The request body must be a JSON object");
        }
        return input.read(type, body);
    }

    private static Reply created(String version, SObjectType type, String id, Optional<Boolean> created) {
        return Reply.json(201, WriteReplies.saved(id, created))
                .with("Location", "/services/data/" + version + "/sobjects/" + type.name() + "/" + id);
    }

    /** {@code PATCH /sobjects/X/id}. */
    Reply update(Request request, SObjectType type, String id) {
        try {
            RowInput read = read(request, type);
            if (read.id().isPresent()) {
                throw WriteRefusal.bare("INVALID_FIELD", "The Id field should not be specified in the sobject data.");
            }
            writer.update(find(type, id), read, WriteReplies.options(request));
            return Reply.empty(204);
        } catch (WriteRefusal refusal) {
            return WriteReplies.refused(refusal.error());
        }
    }

    /** {@code DELETE /sobjects/X/id}. */
    Reply delete(SObjectType type, String id) {
        try {
            writer.delete(find(type, id), false);
            return Reply.empty(204);
        } catch (WriteRefusal refusal) {
            return WriteReplies.refused(refusal.error());
        }
    }

    private RowAddress find(SObjectType type, String text) {
        if (text.length() != 15 && text.length() != 18) {
            throw WriteRefusal.of("MALFORMED_ID", "malformed id " + text, "Id");
        }
        Optional<String> id = Ids.normalize(text);
        if (id.isEmpty() || !id.get().startsWith(type.idPrefix())) {
            throw WriteRefusal.of("MALFORMED_ID", "Record ID: id value of incorrect type: " + text, "Id");
        }
        return writer.data()
                .find(id.get())
                .orElseThrow(() -> WriteRefusal.bare("NOT_FOUND", "The requested resource does not exist"));
    }

    /**
     * {@code /sobjects/X/Ext__c/value}: reads, upserts and deletes.
     *
     * @param reader reads the record of an Id
     */
    Reply byKey(
            Request request,
            String version,
            SObjectType type,
            String fieldName,
            String value,
            Function<String, Reply> reader) {
        try {
            Field key = key(type, fieldName);
            if (key.type().equals("id")) {
                return byId(request, version, type, value, reader);
            }
            Object wanted = JsonInput.value(key, TextNode.valueOf(value));
            List<String> ids = writer.find(type, key, wanted);
            if (ids.size() > 1) {
                return several(version, type, ids);
            }
            if (request.method().equals("PATCH")) {
                return upsert(request, version, type, key, wanted);
            }
            if (ids.isEmpty()) {
                return Reply.notFound();
            }
            return byId(request, version, type, ids.get(0), reader);
        } catch (WriteRefusal refusal) {
            return WriteReplies.refused(refusal.error());
        }
    }

    private Reply byId(Request request, String version, SObjectType type, String id, Function<String, Reply> reader) {
        return switch (request.method()) {
            case "GET", "HEAD" -> reader.apply(id);
            case "DELETE" -> delete(type, id);
            case "PATCH" -> {
                Reply updated = update(request, type, id);
                yield updated.status() == 204
                        ? updated(version, Ids.normalize(id).orElseThrow())
                        : updated;
            }
            default -> Reply.methodNotAllowed(request.method(), "HEAD,GET,PATCH,DELETE");
        };
    }

    private Reply upsert(Request request, String version, SObjectType type, Field key, Object value) {
        RowInput read = read(request, type);
        if (read.values().containsKey(key)) {
            throw WriteRefusal.bare(
                    "INVALID_FIELD", "The " + key.name() + " field should not be specified in the sobject data.");
        }
        boolean updateOnly =
                request.parameter("updateOnly").filter("true"::equals).isPresent();
        RowWriter.Upserted row = writer.upsert(key, value, read, updateOnly, WriteReplies.options(request));
        boolean tells = WriteReplies.number(version) >= UPSERT_HAS_BODY;
        return row.created()
                ? created(version, type, row.id(), tells ? Optional.of(true) : Optional.empty())
                : updated(version, row.id());
    }

    private static Reply updated(String version, String id) {
        return WriteReplies.number(version) >= UPSERT_HAS_BODY
                ? Reply.json(200, WriteReplies.saved(id, Optional.of(false)))
                : Reply.empty(204);
    }

    private static Reply several(String version, SObjectType type, List<String> ids) {
        ArrayNode urls = JsonNodeFactory.instance.arrayNode();
        ids.forEach(id -> urls.add("/services/data/" + version + "/sobjects/" + type.name() + "/" + id));
        return Reply.json(300, urls);
    }

    /** {@code POST /sobjects/X/Id}: an upsert that always creates. */
    Reply createByKey(Request request, String version, SObjectType type) {
        Reply reply = create(request, version, type);
        if (reply.status() != 201 || WriteReplies.number(version) < UPSERT_HAS_BODY) {
            return reply;
        }
        String id = WriteReplies.body(reply.body()).get("id").textValue();
        return created(version, type, id, Optional.of(true));
    }

    /** A field usable for look-ups. */
    static Field key(SObjectType type, String name) {
        return type.field(name)
                .filter(field -> field.json().get("idLookup").booleanValue())
                .orElseThrow(() -> WriteRefusal.bare(
                        "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + name));
    }
}
