package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.soqljdbc.simulated.data.Blob;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.schema.DescribeReplies;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;
import org.soqljdbc.simulated.soql.Page;
import org.soqljdbc.simulated.soql.QueryEngine;
import org.soqljdbc.simulated.soql.Records;
import org.soqljdbc.simulated.soql.Refusal;
import org.soqljdbc.simulated.write.RowWriter;

/** Answers {@code /sobjects}: describes, single records and the bytes of base64 fields. */
final class SObjectEndpoint {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.US);

    private final JsonFactory json = new JsonFactory();
    private final Schema schema;
    private final OrgData data;
    private final QueryEngine engine;
    private final DescribeReplies describes;
    private final RowEndpoint rows;
    private final ChangesEndpoint changes;
    private final EventSeries series;
    private final Supplier<String> orgUrl;
    private final Map<String, byte[]> rendered = new ConcurrentHashMap<>();
    private volatile Instant metadataChanged = Instant.parse("2026-02-01T08:00:00Z");

    SObjectEndpoint(
            Schema schema, RowWriter writer, QueryEngine engine, Supplier<Instant> clock, Supplier<String> orgUrl) {
        this.schema = schema;
        this.data = writer.data();
        this.rows = new RowEndpoint(schema, writer);
        this.changes = new ChangesEndpoint(data, clock);
        this.series = new EventSeries(writer);
        this.engine = engine;
        this.describes = new DescribeReplies(schema);
        this.orgUrl = orgUrl;
    }

    /** The describes of the whole org count as changed at that time. */
    void metadataChanged(Instant when) {
        metadataChanged = when;
    }

    /** @param path what follows {@code sobjects} in the path, divided at the slashes; empty for the global describe */
    Reply answer(Request request, String version, List<String> path) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (path.isEmpty()) {
            return reads
                    ? describe(request, version, Optional.empty())
                    : Reply.methodNotAllowed(request.method(), "GET,HEAD");
        }
        Optional<SObjectType> found = schema.type(path.get(0));
        if (found.isEmpty()) {
            return Reply.notFound();
        }
        SObjectType type = found.get();
        return switch (path.size()) {
            case 1 ->
                request.method().equals("POST") ? rows.create(request, version, type) : basics(request, version, type);
            case 2 -> two(request, version, type, path.get(1));
            case 3 -> three(request, version, type, path.get(1), path.get(2));
            default -> Reply.notFound();
        };
    }

    private Reply basics(Request request, String version, SObjectType type) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Reply.methodNotAllowed(request.method(), "HEAD,GET,POST");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        describes.global(version).get("sobjects").forEach(item -> {
            if (item.get("name").textValue().equals(type.name())) {
                body.set("objectDescribe", item);
            }
        });
        body.putArray("recentItems");
        return Reply.json(200, body);
    }

    private Reply two(Request request, String version, SObjectType type, String name) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (name.equals("describe")) {
            return reads
                    ? describe(request, version, Optional.of(type))
                    : Reply.methodNotAllowed(request.method(), "GET,HEAD");
        }
        if (name.equals("updated") || name.equals("deleted")) {
            return changes.answer(request, type, name.equals("deleted"));
        }
        return switch (request.method()) {
            case "GET", "HEAD" -> record(request, version, type, name);
            case "PATCH" -> rows.update(request, type, name);
            case "DELETE" -> rows.delete(type, name);
            case "POST" ->
                name.equalsIgnoreCase("Id")
                        ? rows.createByKey(request, version, type)
                        : Reply.methodNotAllowed("POST", "HEAD,GET,PATCH,DELETE");
            default -> Reply.methodNotAllowed(request.method(), "HEAD,GET,PATCH,DELETE");
        };
    }

    private Reply three(Request request, String version, SObjectType type, String first, String second) {
        if (second.equals("fromThisEventOnwards") && type.name().equals("Event")) {
            return series.delete(request, type, first);
        }
        boolean base64 = type.field(second)
                .filter(field -> field.type().equals("base64"))
                .isPresent();
        if (base64 && Ids.normalize(first).isPresent()) {
            return request.method().equals("GET") || request.method().equals("HEAD")
                    ? blob(type, first, second)
                    : Reply.methodNotAllowed(request.method(), "GET,HEAD");
        }
        return rows.byKey(request, version, type, first, second, id -> record(request, version, type, id));
    }

    private Reply describe(Request request, String version, Optional<SObjectType> type) {
        Instant changed = metadataChanged;
        String etag = "\"" + Integer.toHexString((type + version + changed).hashCode()) + "\"";
        boolean known = request.header("If-Modified-Since")
                .flatMap(SObjectEndpoint::httpDate)
                .filter(since -> !changed.isAfter(since))
                .isPresent();
        Reply reply = known ? Reply.empty(304) : Reply.json(200, describeBody(version, type));
        return reply.with("ETag", etag).with("Last-Modified", HTTP_DATE.format(changed.atOffset(ZoneOffset.UTC)));
    }

    private byte[] describeBody(String version, Optional<SObjectType> type) {
        return rendered.computeIfAbsent(
                version + "/" + type.map(SObjectType::name).orElse(""), key -> {
                    ObjectNode body = type.isPresent()
                            ? describes.object(type.get(), version, orgUrl.get())
                            : describes.global(version);
                    return Reply.json(200, body).body();
                });
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, HTTP_DATE).toInstant());
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private Reply record(Request request, String version, SObjectType type, String idText) {
        Optional<RowAddress> row = find(type, idText);
        if (row.isEmpty()) {
            return Reply.notFound();
        }
        if (!row.get().isLive()) {
            return Reply.error(404, "ENTITY_IS_DELETED", "entity is deleted");
        }
        String fields = request.parameter("fields").orElse("FIELDS(ALL)");
        String id = row.get().id();
        try {
            Records records = engine.answer(
                    "SELECT " + fields + " FROM " + type.name() + " WHERE Id IN ('" + id + "') LIMIT 1", true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator generator = json.createGenerator(bytes)) {
                records.write(0, new Page(generator, version, 1, (rest, next) -> ""));
            }
            return Reply.json(200, bytes.toByteArray());
        } catch (Refusal refusal) {
            return Reply.error(400, refusal.errorCode(), refusal.getMessage());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private Optional<RowAddress> find(SObjectType type, String idText) {
        return Ids.normalize(idText)
                .flatMap(data::find)
                .filter(row -> row.table().type() == type);
    }

    private Reply blob(SObjectType type, String idText, String fieldName) {
        Optional<RowAddress> row = find(type, idText);
        Optional<Field> field =
                type.field(fieldName).filter(found -> found.type().equals("base64"));
        if (row.isEmpty() || field.isEmpty()) {
            return Reply.notFound();
        }
        if (row.get().value(field.get().column()) instanceof Blob content) {
            return new Reply(200, "application/octet-stream", Map.of(), content.bytes());
        }
        return Reply.notFound();
    }
}
