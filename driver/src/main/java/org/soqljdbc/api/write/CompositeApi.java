package org.soqljdbc.api.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.api.call.CompositeReply;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.error.SalesforceFailure;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.Deadline;
import org.soqljdbc.http.HttpReply;
import org.soqljdbc.http.HttpRequest;

/**
 * Writes rows that belong together by one call, in order, later ones with the Ids of earlier ones, and reads back (REST API
 * Developer Guide, "Composite", "Composite Graph"). Thread-safe. SQLExceptions are as those of {@link CollectionApi}.
 */
public final class CompositeApi {

    /** Steps of one composite request, a {@link ReadBack} included. */
    public static final int MOST_STEPS = 25;

    /** Steps of one graph. Its rows may be of 15 kinds and depend on each other 15 deep, which is left to Salesforce. */
    public static final int MOST_NODES = 500;

    private static final String READ = "soqlJdbcRead";
    private static final String GRAPH = "graph";

    private static final List<SalesforceFailure> HALTED = List.of(new SalesforceFailure(
            "PROCESSING_HALTED",
            "The transaction was rolled back since another operation in the same transaction failed.",
            List.of()));

    private final ApiCaller caller;

    public CompositeApi(ApiCaller caller) {
        this.caller = caller;
    }

    /** Whether a row can be a step: no text in it holds {@code @{}, which would be a reference, and it has no bytes. */
    public static boolean carries(WriteRecord row) {
        return CompositeSteps.carries(row);
    }

    /**
     * Writes rows, all or none of them if the options say so, and reads back in the same request.
     *
     * @param steps 1 to {@link #MOST_STEPS}, less one with a read
     * @throws SQLException 0A000 if a row cannot be carried: nothing was sent
     */
    public CompositeResult write(
            List<CompositeStep> steps, Optional<ReadBack> read, WriteOptions options, CallControl control)
            throws SQLException {
        CompositeSteps.requireCarried(steps);
        CompositeSteps writer = new CompositeSteps(caller.base(), options);
        byte[] body = RecordBody.bytes(json -> {
            json.writeStartObject();
            json.writeBooleanField("allOrNone", options.allOrNone());
            // Without this only references decide the order (REST API, "Composite"), and the read has none on an
            // update.
            json.writeBooleanField("collateSubrequests", false);
            json.writeArrayFieldStart("compositeRequest");
            if (read.isPresent() && read.get().first()) {
                writer.query(json, READ, read.get().soql());
            }
            steps(json, writer, steps);
            if (read.isPresent() && !read.get().first()) {
                writer.query(json, READ, read.get().soql());
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        ApiRequest request =
                ApiRequest.json("POST", caller.base() + "/composite", "/composite", body, effect(steps, options));
        HttpReply reply = caller.call(request, Deadline.of(control));
        CompositeResult result = RowReplies.read(request, reply, parser -> composite(parser, steps, read));
        return options.allOrNone() ? wholly(result) : result;
    }

    /**
     * Writes rows, all or none of them.
     *
     * @param steps 1 to {@link #MOST_NODES}
     * @throws SQLException 0A000 if a row cannot be carried: nothing was sent
     */
    public List<RowResult> graph(List<CompositeStep> steps, WriteOptions options, CallControl control)
            throws SQLException {
        CompositeSteps.requireCarried(steps);
        CompositeSteps writer = new CompositeSteps(caller.base(), options);
        byte[] body = RecordBody.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("graphs");
            json.writeStartObject();
            json.writeStringField("graphId", GRAPH);
            json.writeArrayFieldStart("compositeRequest");
            steps(json, writer, steps);
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
        ApiRequest request = ApiRequest.json(
                "POST", caller.base() + "/composite/graph", "/composite/graph", body, effect(steps, options));
        HttpReply reply = caller.call(request, Deadline.of(control));
        return RowReplies.read(request, reply, parser -> graph(parser, steps));
    }

    private static void steps(JsonGenerator json, CompositeSteps writer, List<CompositeStep> steps) throws IOException {
        for (CompositeStep step : steps) {
            writer.step(json, step);
        }
    }

    /** Updates and upserts alone come out the same a second time; a second DELETE fails and would undo the rest with it. */
    private static HttpRequest.Effect effect(List<CompositeStep> steps, WriteOptions options) {
        boolean idempotent = steps.stream()
                .allMatch(step -> step.verb() == WriteVerb.UPDATE
                        || step.key()
                                .flatMap(step.row()::value)
                                .flatMap(WireText::of)
                                .isPresent());
        return options.effect(idempotent ? WriteVerb.UPDATE : WriteVerb.INSERT);
    }

    private static CompositeResult composite(JsonParser parser, List<CompositeStep> steps, Optional<ReadBack> read)
            throws IOException, SQLException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw ReplyErrors.unexpected(parser.currentToken(), "an object", parser);
        }
        List<RowResult> rows = new ArrayList<>(steps.size());
        CompositeReply reply = new CompositeReply(parser);
        Optional<SQLException> readFailure = Optional.empty();
        if (read.isPresent() && read.get().first()) {
            readFailure = page(parser, reply, read.get());
        }
        for (CompositeStep step : steps) {
            if (!reply.nextPart()) {
                throw ReplyErrors.unexpected(rows.size() + " of " + steps.size() + " composite parts");
            }
            rows.add(row(parser, reply, step));
        }
        if (read.isPresent() && !read.get().first()) {
            readFailure = page(parser, reply, read.get());
        }
        return new CompositeResult(rows, readFailure);
    }

    private static Optional<SQLException> page(JsonParser parser, CompositeReply reply, ReadBack read)
            throws IOException, SQLException {
        if (!reply.nextPart()) {
            throw ReplyErrors.unexpected("no composite part for the query");
        }
        if (!reply.hasBody()) {
            return Optional.of(reply.failure());
        }
        read.sink().page(parser);
        reply.finishPart();
        return Optional.empty();
    }

    private static RowResult row(JsonParser parser, CompositeReply reply, CompositeStep step)
            throws IOException, SQLException {
        Optional<RowResult> told = RowReplies.part(parser, reply);
        if (!reply.referenceId().equals(step.referenceId())) {
            throw ReplyErrors.unexpected("composite parts in another order than asked for");
        }
        return RowReplies.ofPart(reply, step, told);
    }

    /** If anything of an all-or-none request failed nothing was written. */
    private static CompositeResult wholly(CompositeResult result) {
        if (result.readFailure().isEmpty()) {
            return new CompositeResult(RowReplies.allOrNone(result.rows()), Optional.empty());
        }
        List<RowResult> rows = result.rows().stream()
                .map(row -> row.isWritten() ? RowResult.failed(Optional.empty(), HALTED) : row)
                .toList();
        return new CompositeResult(rows, result.readFailure());
    }

    /** {@code {"graphs":[{"graphId":..,"graphResponse":{"compositeResponse":[...]},"isSuccessful":..}]}}. */
    private static List<RowResult> graph(JsonParser parser, List<CompositeStep> steps)
            throws IOException, SQLException {
        GraphReply reply = new GraphReply(parser, steps);
        Map<String, RowResult> results = new HashMap<>(reply.read());
        List<RowResult> rows = new ArrayList<>(steps.size());
        for (CompositeStep step : steps) {
            RowResult told = results.get(step.referenceId());
            if (reply.isSuccessful() && told == null) {
                throw ReplyErrors.unexpected("no result for " + rows.size() + " of " + steps.size() + " rows");
            }
            boolean failed = told != null && !told.isWritten();
            rows.add(
                    reply.isSuccessful() || failed
                            ? told
                            : RowResult.failed(step.row().id(), HALTED));
        }
        return List.copyOf(rows);
    }
}
