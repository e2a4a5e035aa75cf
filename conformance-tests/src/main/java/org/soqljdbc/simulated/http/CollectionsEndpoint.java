package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.data.Undo;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.write.JsonInput;
import org.soqljdbc.simulated.write.RowInput;
import org.soqljdbc.simulated.write.RowWriter;
import org.soqljdbc.simulated.write.WriteError;
import org.soqljdbc.simulated.write.WriteOptions;
import org.soqljdbc.simulated.write.WriteRefusal;

/** Answers {@code /composite/sobjects}: up to 200 records written in one request. */
final class CollectionsEndpoint {

    /** REST API, "sObject Collections": 200 records, in at most 10 runs of one object each. */
    static final int MOST = 200;

    private static final int MOST_CHUNKS = 10;
    private static final WriteError ROLLED_BACK = WriteError.of(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "Record rolled back because not all records were valid and the request was using AllOrNone header");

    /** One record to write. @param id told also of a failed one, where the request named it */
    private record Task(Optional<String> id, Supplier<ObjectNode> write) {}

    private final Schema schema;
    private final RowWriter writer;
    private final JsonInput input;
    private final CollectionsReader reader;

    CollectionsEndpoint(Schema schema, RowWriter writer, CollectionsReader reader) {
        this.schema = schema;
        this.writer = writer;
        this.input = new JsonInput(schema);
        this.reader = reader;
    }

    /** @param rest what follows {@code composite/sobjects} in the path */
    Reply answer(Request request, String version, List<String> rest) {
        try {
            if (rest.size() > 2 || !rest.isEmpty() && schema.type(rest.get(0)).isEmpty()) {
                return Reply.notFound();
            }
            return switch (rest.size()) {
                case 0 -> ofAnyType(request);
                case 1 ->
                    reader.answer(request, version, schema.type(rest.get(0)).orElseThrow());
                default -> upsert(request, schema.type(rest.get(0)).orElseThrow(), rest.get(1));
            };
        } catch (WriteRefusal refusal) {
            return WriteReplies.refused(refusal.error());
        }
    }

    private Reply ofAnyType(Request request) {
        return switch (request.method()) {
            case "POST" -> insert(request);
            case "PATCH" -> update(request);
            case "DELETE" -> delete(request);
            default -> Reply.methodNotAllowed(request.method(), "POST,PATCH,DELETE");
        };
    }

    private Reply insert(Request request) {
        JsonNode body = WriteReplies.body(request.body());
        WriteOptions options = WriteReplies.options(request);
        List<Task> tasks = new ArrayList<>();
        for (RowInput row : rows(body)) {
            tasks.add(new Task(
                    Optional.empty(), () -> WriteReplies.saved(writer.insert(row, options), Optional.empty())));
        }
        return run(tasks, body.path("allOrNone").asBoolean());
    }

    private Reply update(Request request) {
        JsonNode body = WriteReplies.body(request.body());
        WriteOptions options = WriteReplies.options(request);
        Set<String> seen = new HashSet<>();
        List<Task> tasks = new ArrayList<>();
        for (RowInput row : rows(body)) {
            tasks.add(new Task(row.id(), () -> {
                RowAddress address = find(Optional.of(row.type()), row.id());
                // The text is ours; the rule is that of all of Salesforce's lists of records to update.
                if (!seen.add(address.id())) {
                    throw WriteRefusal.of("DUPLICATE_VALUE", "duplicate id specified: " + address.id(), "Id");
                }
                writer.update(address, row, options);
                return WriteReplies.saved(address.id(), Optional.empty());
            }));
        }
        return run(tasks, body.path("allOrNone").asBoolean());
    }

    private Reply delete(Request request) {
        String[] ids = request.parameter("ids").orElse("").split(",");
        limit(ids.length);
        List<Task> tasks = new ArrayList<>();
        for (String id : ids) {
            tasks.add(new Task(Optional.of(id.strip()), () -> {
                RowAddress address = find(Optional.empty(), Optional.of(id.strip()));
                writer.delete(address, false);
                return WriteReplies.saved(address.id(), Optional.empty());
            }));
        }
        return run(tasks, request.parameter("allOrNone").filter("true"::equals).isPresent());
    }

    private Reply upsert(Request request, SObjectType type, String keyName) {
        if (!request.method().equals("PATCH")) {
            return Reply.methodNotAllowed(request.method(), "PATCH");
        }
        Field key = RowEndpoint.key(type, keyName);
        JsonNode body = WriteReplies.body(request.body());
        WriteOptions options = WriteReplies.options(request);
        List<RowInput> rows = rows(body);
        Map<Object, Integer> uses = new HashMap<>();
        rows.forEach(row -> uses.merge(folded(key, row.values().get(key)), 1, Integer::sum));
        List<Task> tasks = new ArrayList<>();
        for (RowInput row : rows) {
            if (row.type() != type) {
                throw WriteRefusal.bare("INVALID_FIELD", "Records of an upsert are all of one object: " + type.name());
            }
            tasks.add(new Task(row.id(), () -> upserted(row, key, uses, options)));
        }
        return run(tasks, body.path("allOrNone").asBoolean());
    }

    private ObjectNode upserted(RowInput row, Field key, Map<Object, Integer> uses, WriteOptions options) {
        if (key.type().equals("id")) {
            if (row.id().isEmpty()) {
                return WriteReplies.saved(writer.insert(row, options), Optional.of(true));
            }
            RowAddress address = find(Optional.of(row.type()), row.id());
            writer.update(address, row, options);
            return WriteReplies.saved(address.id(), Optional.of(false));
        }
        Object value = row.values().get(key);
        if (value == null) {
            throw WriteRefusal.of("MISSING_ARGUMENT", key.name() + " not specified");
        }
        // Every row that shares a key with another one fails, not only the later ones.
        if (uses.get(folded(key, value)) > 1) {
            throw WriteRefusal.of("DUPLICATE_VALUE", "Duplicate external id specified: " + value, key.name());
        }
        RowInput others = row.without(key);
        RowWriter.Upserted upserted = writer.upsert(key, value, others, false, options);
        return WriteReplies.saved(upserted.id(), Optional.of(upserted.created()));
    }

    private static Object folded(Field key, Object value) {
        boolean ignoresCase = value instanceof String && !key.caseSensitive();
        return ignoresCase ? ((String) value).toUpperCase(Locale.ROOT) : Optional.ofNullable(value);
    }

    /** Reads every record before the first is written: a malformed one fails them all. */
    private List<RowInput> rows(JsonNode body) {
        JsonNode records = body.path("records");
        if (!records.isArray()) {
            throw WriteRefusal.bare("JSON_PARSER_ERROR", "The request body must have an array records");
        }
        limit(records.size());
        List<RowInput> rows = new ArrayList<>();
        int chunks = 0;
        for (JsonNode record : records) {
            String name = record.path("attributes").path("type").asText();
            SObjectType type = schema.type(name)
                    .orElseThrow(() -> WriteRefusal.bare(
                            "INVALID_TYPE",
                            "sObject type '" + name
                                    + "' is not supported. If you are attempting to use a custom object,"
                                    + " be sure to append the '__c' after the entity name. Please reference your WSDL or"
                                    + " the describe call for the appropriate names."));
            chunks += rows.isEmpty() || rows.get(rows.size() - 1).type() != type ? 1 : 0;
            rows.add(input.read(type, record));
        }
        if (chunks > MOST_CHUNKS) {
            throw WriteRefusal.bare(
                    "LIMIT_EXCEEDED", "The records are in " + chunks + " chunks of one object, at most 10 are allowed");
        }
        return rows;
    }

    private static void limit(int records) {
        if (records > MOST) {
            throw WriteRefusal.bare(
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than " + MOST + " records in this operation");
        }
    }

    private RowAddress find(Optional<SObjectType> type, Optional<String> text) {
        String id =
                text.orElseThrow(() -> WriteRefusal.of("MISSING_ARGUMENT", "Id not specified in an update call", "Id"));
        String normal = Ids.normalize(id)
                .filter(full ->
                        type.filter(of -> !full.startsWith(of.idPrefix())).isEmpty())
                .orElseThrow(() -> id.length() == 15 || id.length() == 18
                        ? WriteRefusal.of("MALFORMED_ID", "Record ID: id value of incorrect type: " + id, "Id")
                        : WriteRefusal.of("MALFORMED_ID", "malformed id " + id, "Id"));
        return writer.data()
                .find(normal)
                .orElseThrow(() -> WriteRefusal.of("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
    }

    private Reply run(List<Task> tasks, boolean allOrNone) {
        Undo undo = writer.data().undo();
        int mark = undo.mark();
        List<ObjectNode> results = new ArrayList<>();
        boolean failed = false;
        for (Task task : tasks) {
            try {
                results.add(task.write().get());
            } catch (WriteRefusal refusal) {
                results.add(WriteReplies.failed(task.id(), refusal.error()));
                failed = true;
            }
        }
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        if (failed && allOrNone) {
            undo.rollBack(mark);
            for (int i = 0; i < results.size(); i++) {
                boolean wasFine = results.get(i).get("success").booleanValue();
                body.add(wasFine ? WriteReplies.failed(tasks.get(i).id(), ROLLED_BACK) : results.get(i));
            }
        } else {
            results.forEach(body::add);
        }
        return Reply.json(200, body);
    }
}
