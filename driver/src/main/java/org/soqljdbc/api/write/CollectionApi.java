package org.soqljdbc.api.write;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.HttpReply;
import org.soqljdbc.http.HttpRequest;

/**
 * Writes up to {@link #MOST_ROWS} records by one call (REST API Developer Guide, "sObject Collections"). Thread-safe.
 *
 * <p>Answers one result for each row, in their order. A SQLException is about the whole request: 08007, or one that has an
 * 08007 chained to it ({@link org.soqljdbc.error.SqlErrors#leavesUnknown}), means that each row may or may not have been
 * written; any other that none was.
 */
public final class CollectionApi {

    /** Rows of one call. */
    public static final int MOST_ROWS = 200;

    /** Rows of several objects may be mixed, but the object may change only so often in the order of the rows. */
    public static final int MOST_CHUNKS = 10;

    private static final String RESOURCE = "/composite/sobjects";

    private final ApiCaller caller;

    public CollectionApi(ApiCaller caller) {
        this.caller = caller;
    }

    /** @param rows 1 to {@link #MOST_ROWS} */
    public List<RowResult> insert(List<WriteRecord> rows, WriteOptions options, CallControl control)
            throws SQLException {
        byte[] body = body(rows, options);
        ApiRequest request = json("POST", "", RESOURCE, body, options.effect(WriteVerb.INSERT));
        return written(request, rows, options, true, control);
    }

    /** @param rows 1 to {@link #MOST_ROWS}, each with its Id */
    public List<RowResult> update(List<WriteRecord> rows, WriteOptions options, CallControl control)
            throws SQLException {
        byte[] body = body(rows, options);
        ApiRequest request = json("PATCH", "", RESOURCE, body, options.effect(WriteVerb.UPDATE));
        return written(request, rows, options, false, control);
    }

    /**
     * Updates the records that a key names, or inserts them.
     *
     * @param rows 1 to {@link #MOST_ROWS}, all of one object, each with a value of the key
     * @param key the external id field, or {@code Id}
     */
    public List<RowResult> upsert(List<WriteRecord> rows, String key, WriteOptions options, CallControl control)
            throws SQLException {
        String place = "/" + RowApi.encoded(rows.get(0).object()) + "/" + RowApi.encoded(key);
        byte[] body = body(rows, options);
        // A row without its key is inserted.
        boolean inserts = rows.stream()
                .anyMatch(row -> row.value(key)
                        .flatMap(WireText::of)
                        .filter(text -> !text.isEmpty())
                        .isEmpty());
        HttpRequest.Effect effect = options.effect(inserts ? WriteVerb.INSERT : WriteVerb.UPSERT);
        ApiRequest request = json("PATCH", place, RESOURCE + "/{name}/{field}", body, effect);
        return written(request, rows, options, false, control);
    }

    /** @param rows 1 to {@link #MOST_ROWS}, each with its Id; a record that is not there is a failed row */
    public List<RowResult> delete(List<WriteRecord> rows, WriteOptions options, CallControl control)
            throws SQLException {
        String ids =
                rows.stream().map(row -> RowApi.encoded(row.id().orElseThrow())).collect(Collectors.joining(","));
        ApiRequest request = new ApiRequest(
                "DELETE",
                caller.base() + RESOURCE + "?ids=" + ids + "&allOrNone=" + options.allOrNone(),
                RESOURCE,
                List.of(),
                Optional.empty(),
                options.effect(WriteVerb.DELETE));
        return written(request, rows, options, false, control);
    }

    private ApiRequest json(String method, String place, String label, byte[] body, HttpRequest.Effect effect) {
        return ApiRequest.json(method, caller.base() + RESOURCE + place, label, body, effect);
    }

    private static byte[] body(List<WriteRecord> rows, WriteOptions options) throws SQLException {
        return RecordBody.bytes(json -> {
            json.writeStartObject();
            json.writeBooleanField("allOrNone", options.allOrNone());
            json.writeArrayFieldStart("records");
            for (WriteRecord row : rows) {
                record(json, row);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void record(JsonGenerator json, WriteRecord row) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("attributes");
        json.writeStringField("type", row.object());
        json.writeEndObject();
        if (row.id().isPresent()) {
            json.writeStringField("id", row.id().get());
        }
        RecordBody.members(json, row, Optional.empty());
        json.writeEndObject();
    }

    private List<RowResult> written(
            ApiRequest request, List<WriteRecord> rows, WriteOptions options, boolean creates, CallControl control)
            throws SQLException {
        ApiRequest sent = request.with(options.headers());
        HttpReply reply = caller.call(sent, Deadline.of(control));
        boolean again = reply.followsUnanswered();
        List<RowResult> results = RowReplies.read(sent, reply, parser -> RowReplies.array(parser, rows, creates));
        if (again && sent.method().equals("DELETE")) {
            results = results.stream().map(RowReplies::goneByUs).toList();
        }
        return options.allOrNone() ? RowReplies.allOrNone(results) : results;
    }
}
