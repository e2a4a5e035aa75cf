package org.soqljdbc.api.write;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.api.call.CompositeReply;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.error.SalesforceFailure;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.http.HttpReply;
import org.soqljdbc.http.Json;

/**
 * Reads what became of rows: {@code {"id":"..","success":true,"errors":[],"created":true}}, alone or in an array
 * (recorded replies). Whatever cannot be read of such a reply is 08007: the write has been carried out by then.
 */
final class RowReplies {

    static final List<SalesforceFailure> ROLLED_BACK = List.of(new SalesforceFailure(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "Record rolled back because not all records were valid and the request was using AllOrNone",
            List.of()));

    /** Reads from a parser. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonParser parser) throws IOException, SQLException;
    }

    private RowReplies() {}

    /** Reads and closes a reply of success. @throws SQLException 08007; 57014 or HYT00, chained to one */
    static <T> T read(ApiRequest request, HttpReply reply, Reading<T> reading) throws SQLException {
        try (reply) {
            InputStream body = reply.body();
            try (JsonParser parser = Json.factory().createParser(body)) {
                parser.nextToken();
                T read = reading.read(parser);
                // To the end, so that a cut tail is noticed and the connection is kept.
                while (parser.nextToken() != null) {
                    continue;
                }
                return read;
            }
        } catch (IOException cause) {
            throw unknown(request, ReplyErrors.of(cause));
        } catch (SQLException cause) {
            throw unknown(request, cause);
        }
    }

    private static SQLException unknown(ApiRequest request, SQLException cause) {
        return SqlErrors.leavesUnknown(cause)
                ? cause
                : SqlErrors.unknown(
                        request + " was answered, but the answer cannot be read: " + cause.getMessage(), cause);
    }

    /** Results in the order of the rows. @param parser on START_ARRAY; left on its end */
    static List<RowResult> array(JsonParser parser, List<WriteRecord> rows, boolean creates)
            throws IOException, SQLException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw ReplyErrors.unexpected(parser.currentToken(), "an array of results", parser);
        }
        List<RowResult> results = new ArrayList<>(rows.size());
        while (parser.nextToken() == JsonToken.START_OBJECT && results.size() < rows.size()) {
            results.add(one(parser, rows.get(results.size()).id(), creates));
        }
        if (results.size() != rows.size() || parser.currentToken() != JsonToken.END_ARRAY) {
            throw ReplyErrors.unexpected(
                    parser.currentToken(), rows.size() + " results, found " + results.size(), parser);
        }
        return List.copyOf(results);
    }

    /**
     * One result.
     *
     * @param parser on START_OBJECT; left on its end
     * @param known the Id the request named
     * @param creates whether success means a new row where the reply does not say
     */
    static RowResult one(JsonParser parser, Optional<String> known, boolean creates) throws IOException, SQLException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw ReplyErrors.unexpected(parser.currentToken(), "a result", parser);
        }
        Optional<String> id = Optional.empty();
        Optional<Boolean> success = Optional.empty();
        boolean created = creates;
        List<SalesforceFailure> failures = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (member) {
                case "id" -> id = Optional.ofNullable(parser.getValueAsString());
                case "success" -> success = Optional.of(value == JsonToken.VALUE_TRUE);
                case "created" -> created = value == JsonToken.VALUE_TRUE;
                case "errors" -> failures = failures(parser, value);
                default -> parser.skipChildren();
            }
        }
        if (success.isEmpty()) {
            throw ReplyErrors.unexpected(parser.currentToken(), "a result with success", parser);
        }
        Optional<String> named = id.or(() -> known);
        return success.get() ? RowResult.written(named, created) : RowResult.failed(named, told(failures));
    }

    /** The result in a composite part that was just begun, if it has one; the part is then read to its end. */
    static Optional<RowResult> part(JsonParser parser, CompositeReply reply) throws IOException, SQLException {
        if (!reply.hasBody()) {
            return Optional.empty();
        }
        RowResult told = one(parser, Optional.empty(), false);
        reply.finishPart();
        return Optional.of(told);
    }

    /** What a composite part that was read says of its row. @param told as {@link #part} gave it */
    static RowResult ofPart(CompositeReply reply, CompositeStep step, Optional<RowResult> told) {
        Optional<String> known = step.row().id();
        if (reply.status() < 200 || reply.status() >= 300) {
            return RowResult.failed(known, told(reply.failures()));
        }
        boolean created = step.verb() == WriteVerb.INSERT || reply.status() == 201;
        return RowResult.written(told.flatMap(RowResult::id).or(() -> known), created);
    }

    /** A row's errors, from {@code errors} of a result or from the body of a refusal. @param parser on the value */
    static List<SalesforceFailure> failures(JsonParser parser, JsonToken value) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return List.of();
        }
        List<SalesforceFailure> failures = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                failures.add(SalesforceFailure.read(parser));
            } else {
                parser.skipChildren();
            }
        }
        return failures;
    }

    /** The result of a second DELETE whose first was not answered: that a record is gone is then taken for its work. */
    static RowResult goneByUs(RowResult second) {
        return second.failedWith("ENTITY_IS_DELETED") ? RowResult.written(second.id(), false) : second;
    }

    /** If one row of an all-or-none request failed none was written, whatever the reply says of the others. */
    static List<RowResult> allOrNone(List<RowResult> results) {
        if (results.stream().allMatch(RowResult::isWritten)) {
            return results;
        }
        return results.stream()
                .map(result -> result.isWritten() ? RowResult.failed(Optional.empty(), ROLLED_BACK) : result)
                .toList();
    }

    /** What is told of a row that failed without a word. */
    static List<SalesforceFailure> told(List<SalesforceFailure> failures) {
        return failures.isEmpty()
                ? List.of(new SalesforceFailure("", "The row was not written, and no reason was given", List.of()))
                : failures;
    }
}
