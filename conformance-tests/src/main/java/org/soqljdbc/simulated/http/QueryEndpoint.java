package org.soqljdbc.simulated.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.soqljdbc.simulated.http.Cursors.Cursor;
import org.soqljdbc.simulated.soql.Page;
import org.soqljdbc.simulated.soql.QueryEngine;
import org.soqljdbc.simulated.soql.Records;
import org.soqljdbc.simulated.soql.Refusal;

/** Answers {@code /query} and {@code /queryAll}: first pages and later ones. */
final class QueryEndpoint {

    /** Page sizes (REST API, "Query Options Header"); what lies outside is moved to the nearer end. */
    private static final int LARGEST_PAGE = 2000;

    private static final int SMALLEST_PAGE = 200;
    /** Most rows of one child subquery in one record; a choice of ours, so that children page too. */
    private static final int CHILD_ROWS = 500;

    private static final Pattern BATCH_SIZE = Pattern.compile("(?i)batchSize\\s*=\\s*(\\d{1,6})");
    private static final Pattern LOCATOR = Pattern.compile("([0-9A-Za-z]{18})-(\\d{1,9})");

    private final JsonFactory json = new JsonFactory();
    private final QueryEngine engine;
    private final Cursors cursors;

    QueryEndpoint(QueryEngine engine, Cursors cursors) {
        this.engine = engine;
        this.cursors = cursors;
    }

    /** @param rest what follows {@code query} or {@code queryAll} in the path: nothing, or a locator */
    Reply answer(Request request, String version, boolean all, String rest, String session) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Reply.methodNotAllowed(request.method(), "GET,HEAD");
        }
        if (!rest.isEmpty()) {
            return later(rest, version);
        }
        Optional<String> explain = request.parameter("explain");
        if (explain.isPresent()) {
            return explained(explain.get());
        }
        Optional<String> soql = request.parameter("q");
        if (soql.isEmpty()) {
            return Reply.error(400, "MALFORMED_QUERY", "A query string has to be specified");
        }
        try {
            Records records = engine.answer(soql.get(), all);
            return first(records, Math.min(batch(request), records.largestPage()), version, session);
        } catch (Refusal refusal) {
            return Reply.error(400, refusal.errorCode(), refusal.getMessage());
        }
    }

    private static int batch(Request request) {
        Matcher matcher =
                BATCH_SIZE.matcher(request.header("Sforce-Query-Options").orElse(""));
        int wanted = matcher.find() ? Integer.parseInt(matcher.group(1)) : LARGEST_PAGE;
        return Math.max(SMALLEST_PAGE, Math.min(LARGEST_PAGE, wanted));
    }

    private Reply first(Records records, int batch, String version, String session) {
        List<String> children = new ArrayList<>();
        Written written = write(records, 0, batch, version, session, children);
        if (written.next() >= records.size() || !records.areDelivered()) {
            return reply(records, written, Optional.empty());
        }
        Cursor cursor = cursors.open(records, batch, session);
        cursors.turnPage(cursor, children);
        return reply(records, written, Optional.of(path(version, cursor, written.next())));
    }

    private Reply later(String locator, String version) {
        Matcher matcher = LOCATOR.matcher(locator);
        Optional<Cursor> found = matcher.matches() ? cursors.find(matcher.group(1)) : Optional.empty();
        if (found.isEmpty()
                || Integer.parseInt(matcher.group(2)) >= found.get().records().size()) {
            return Reply.error(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        Cursor cursor = found.get();
        List<String> children = new ArrayList<>();
        int from = Integer.parseInt(matcher.group(2));
        Written written = write(cursor.records(), from, cursor.batch(), version, cursor.session(), children);
        cursors.turnPage(cursor, children);
        boolean done = written.next() >= cursor.records().size();
        return reply(
                cursor.records(),
                written,
                done ? Optional.empty() : Optional.of(path(version, cursor, written.next())));
    }

    /** Even for queryAll the path says {@code query}. */
    private static String path(String version, Cursor cursor, int next) {
        return "/services/data/" + version + "/query/" + cursor.id() + "-" + next;
    }

    /** The records of a page. @param next index of the first record that is not on it */
    private record Written(byte[] array, int next) {}

    /** Rows of child subqueries count toward the page. */
    private Written write(Records records, int from, int batch, String version, String session, List<String> children) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        int next = from;
        try (JsonGenerator generator = json.createGenerator(bytes)) {
            Page page = new Page(generator, version, Math.min(batch, CHILD_ROWS), (rest, index) -> {
                Cursor cursor = cursors.open(rest, batch, session);
                children.add(cursor.id());
                return path(version, cursor, index);
            });
            generator.writeStartArray();
            int rows = 0;
            while (records.areDelivered() && next < records.size() && rows < batch) {
                rows += 1 + records.write(next, page);
                next++;
            }
            generator.writeEndArray();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return new Written(bytes.toByteArray(), next);
    }

    private static Reply reply(Records records, Written written, Optional<String> nextPath) {
        String head = "{\"totalSize\":" + records.size() + ",\"done\":" + nextPath.isEmpty()
                + nextPath.map(path -> ",\"nextRecordsUrl\":\"" + path + "\"").orElse("") + ",\"records\":";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[start.length + written.array().length + 1];
        System.arraycopy(start, 0, body, 0, start.length);
        System.arraycopy(written.array(), 0, body, start.length, written.array().length);
        body[body.length - 1] = '}';
        return Reply.json(200, body);
    }

    private Reply explained(String soql) {
        try {
            Records records = engine.answer(soql, false);
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ObjectNode plan = body.putArray("plans").addObject();
            plan.put("cardinality", records.size());
            plan.putArray("fields");
            plan.put("leadingOperationType", "TableScan");
            plan.putArray("notes");
            plan.put("relativeCost", 1.0);
            plan.put("sobjectCardinality", records.size());
            plan.put("sobjectType", "");
            body.put("sourceQuery", soql);
            return Reply.json(200, body);
        } catch (Refusal refusal) {
            return Reply.error(400, refusal.errorCode(), refusal.getMessage());
        }
    }
}
