package org.soqljdbc.api.write;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.api.call.Refusal;
import org.soqljdbc.error.SalesforceFailure;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.HttpReply;
import org.soqljdbc.http.HttpRequest;
import org.soqljdbc.http.RequestContent;

/**
 * Writes one record: one call each (REST API Developer Guide, "sObject Basic Information", "sObject Rows", "sObject Rows by
 * External ID"). Thread-safe.
 *
 * <p>What Salesforce refuses of the row is a result; what it refuses of the request is a SQLException: 28000, 53000, 08001
 * and 08006 mean that nothing was written. 08007, and 57014 or HYT00 with an 08007 chained to it, mean that the row may or
 * may not have been written ({@link org.soqljdbc.error.SqlErrors#leavesUnknown}); nothing is sent again by itself then,
 * but for {@link WriteOptions#repeatIdempotent}.
 */
public final class RowApi {

    /** Keys that surely find their way through a URL; {@code name.ext} is taken for a file there. */
    private static final String PLAIN_KEY = "[A-Za-z0-9_-]{1,255}";

    private static final String ROW = "/sobjects/{name}/{id}";

    private final ApiCaller caller;
    private final CollectionApi collections;

    public RowApi(ApiCaller caller, CollectionApi collections) {
        this.caller = caller;
        this.collections = collections;
    }

    /**
     * Inserts a record. One with exactly one {@link WriteValue.Bytes} is sent as multipart, its bytes as they are read.
     *
     * @throws SQLException as the class says; what the stream of a value failed with: then nothing was written
     */
    public RowResult insert(WriteRecord row, WriteOptions options, CallControl control) throws SQLException {
        ApiRequest request = request(
                "POST",
                "/sobjects/" + encoded(row.object()),
                "/sobjects/{name}",
                row,
                options.effect(WriteVerb.INSERT));
        return written(request, row, options, true, control);
    }

    /** Updates the record of that Id; bytes as for {@link #insert}. */
    public RowResult update(WriteRecord row, WriteOptions options, CallControl control) throws SQLException {
        ApiRequest request = request("PATCH", path(row), ROW, row, options.effect(WriteVerb.UPDATE));
        return written(request, row, options, false, control);
    }

    /**
     * Deletes the record of that Id.
     *
     * @return failed with {@code ENTITY_IS_DELETED} or {@code INVALID_CROSS_REFERENCE_KEY} if there is none
     */
    public RowResult delete(WriteRecord row, WriteOptions options, CallControl control) throws SQLException {
        ApiRequest request = new ApiRequest(
                "DELETE",
                caller.base() + path(row),
                ROW,
                List.of(),
                Optional.empty(),
                options.effect(WriteVerb.DELETE));
        return written(request, row, options, false, control);
    }

    /**
     * Updates the record that a key names, or inserts it. A key that may not pass through a URL travels in a collection of
     * one row.
     *
     * @param key the external id field, whose value is among the row's; or {@code Id}
     * @return failed with {@code DUPLICATE_EXTERNAL_ID} if several records have the key
     */
    public RowResult upsert(WriteRecord row, String key, WriteOptions options, CallControl control)
            throws SQLException {
        Optional<String> value = row.value(key).flatMap(WireText::of).filter(text -> text.matches(PLAIN_KEY));
        if (value.isEmpty() || key.equalsIgnoreCase("Id")) {
            return collections.upsert(List.of(row), key, options, control).get(0);
        }
        String path = "/sobjects/" + encoded(row.object()) + "/" + encoded(key) + "/" + value.get();
        ApiRequest request = ApiRequest.json(
                "PATCH",
                caller.base() + path,
                "/sobjects/{name}/{field}/{value}",
                json(row, Optional.of(key)),
                options.effect(WriteVerb.UPSERT));
        return written(request, row, options, false, control);
    }

    private ApiRequest request(String method, String path, String label, WriteRecord row, HttpRequest.Effect effect)
            throws SQLException {
        List<FieldValue> bytes = row.values().stream()
                .filter(value -> value.value() instanceof WriteValue.Bytes)
                .toList();
        if (bytes.size() != 1) {
            return ApiRequest.json(method, caller.base() + path, label, json(row, Optional.empty()), effect);
        }
        FieldValue one = bytes.get(0);
        RequestContent body = new MultipartBody(row, one.field(), ((WriteValue.Bytes) one.value()).bytes());
        return new ApiRequest(method, caller.base() + path, label, List.of(), Optional.of(body), effect);
    }

    private static byte[] json(WriteRecord row, Optional<String> without) throws SQLException {
        return RecordBody.bytes(json -> {
            json.writeStartObject();
            RecordBody.members(json, row, without);
            json.writeEndObject();
        });
    }

    private static String path(WriteRecord row) {
        return "/sobjects/" + encoded(row.object()) + "/" + encoded(row.id().orElseThrow());
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private RowResult written(
            ApiRequest request, WriteRecord row, WriteOptions options, boolean creates, CallControl control)
            throws SQLException {
        Map<String, String> headers = options.headers();
        ApiRequest sent = headers.isEmpty() ? request : request.with(headers);
        HttpReply reply = caller.exchange(sent, Deadline.of(control));
        if (reply.status() == 204) {
            reply.close();
            return RowResult.written(row.id(), creates);
        }
        if (reply.isSuccess()) {
            return RowReplies.read(sent, reply, parser -> RowReplies.one(parser, row.id(), creates));
        }
        if (reply.status() == 300) {
            return RowReplies.read(sent, reply, parser -> severalRecords(parser));
        }
        boolean again = reply.followsUnanswered();
        Refusal refusal = Refusal.of(sent, reply);
        if (!refusal.isOfRow()) {
            throw refusal.exception();
        }
        RowResult failed = RowResult.failed(row.id(), refusal.failures());
        return again && sent.method().equals("DELETE") ? RowReplies.goneByUs(failed) : failed;
    }

    /** {@code ["/services/data/vNN.0/sobjects/X/id1", ...]}: the key is not unique. */
    private static RowResult severalRecords(JsonParser parser) throws IOException {
        int records = 0;
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            records++;
        }
        String message = records + " records have this external id; nothing was written";
        return RowResult.failed(
                Optional.empty(), List.of(new SalesforceFailure("DUPLICATE_EXTERNAL_ID", message, List.of())));
    }
}
