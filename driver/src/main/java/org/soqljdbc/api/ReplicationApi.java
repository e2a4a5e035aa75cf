package org.soqljdbc.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.api.call.ReplyParser;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.PumpedBody;
import org.soqljdbc.types.WireTime;

/**
 * Which records of an object changed in a span of time (REST API Developer Guide, "sObject Get Deleted", "sObject Get
 * Updated"). Thread-safe.
 */
public final class ReplicationApi {

    // The offset as the guide's own examples have it. Seconds are taken and ignored.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'").withZone(ZoneOffset.UTC);

    private final ApiCaller caller;

    ReplicationApi(ApiCaller caller) {
        this.caller = caller;
    }

    /** Takes one record after the other. */
    @FunctionalInterface
    public interface Sink {

        /** @param id 18 characters. @param deleted when, for deleted records; empty for updated ones */
        void changed(String id, Optional<Instant> deleted) throws SQLException;
    }

    /**
     * How far an answer reaches.
     *
     * @param earliestAvailable from when on deletions are known at all; empty for updates
     * @param latestCovered until when changes are told; where to go on next time
     */
    public record Covered(Optional<Instant> earliestAvailable, Optional<Instant> latestCovered) {}

    /**
     * Records deleted in a span of at most the last 15 days: one call.
     *
     * @throws SQLException 54001 (EXCEEDED_ID_LIMIT) for more than 600,000; as Salesforce refused; 08xxx; HYT00; 57014
     */
    public Covered deleted(String object, Instant from, Instant to, Sink sink, CallControl control)
            throws SQLException {
        return changes(object, "deleted", from, to, sink, control);
    }

    /** Records inserted or updated in a span of at most the last 30 days: one call. @throws SQLException as {@link #deleted} */
    public Covered updated(String object, Instant from, Instant to, Sink sink, CallControl control)
            throws SQLException {
        return changes(object, "updated", from, to, sink, control);
    }

    private Covered changes(String object, String kind, Instant from, Instant to, Sink sink, CallControl control)
            throws SQLException {
        String path = caller.base() + "/sobjects/" + encoded(object) + "/" + kind + "/?start="
                + encoded(TIME.format(from)) + "&end=" + encoded(TIME.format(to));
        ApiRequest request = ApiRequest.get(path, "/sobjects/{name}/" + kind);
        try (PumpedBody body = PumpedBody.start(deadline -> caller.call(request, deadline), control)) {
            body.head();
            try (JsonParser parser = ReplyParser.object(body.stream())) {
                return read(parser, sink);
            }
        } catch (IOException cause) {
            throw ReplyErrors.of(cause);
        }
    }

    private static Covered read(JsonParser parser, Sink sink) throws IOException, SQLException {
        Optional<Instant> earliest = Optional.empty();
        Optional<Instant> latest = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case "ids" -> ids(parser, sink);
                case "deletedRecords" -> records(parser, sink);
                case "earliestDateAvailable" -> earliest = instant(parser);
                case "latestDateCovered" -> latest = instant(parser);
                default -> parser.skipChildren();
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw ReplyErrors.unexpected(parser.currentToken(), "a member", parser);
        }
        return new Covered(earliest, latest);
    }

    private static void ids(JsonParser parser, Sink sink) throws IOException, SQLException {
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            sink.changed(parser.getText(), Optional.empty());
        }
        requireEnd(parser);
    }

    private static void records(JsonParser parser, Sink sink) throws IOException, SQLException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            String id = "";
            Optional<Instant> deleted = Optional.empty();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                parser.nextToken();
                switch (member) {
                    case "id" -> id = parser.getText();
                    case "deletedDate" -> deleted = instant(parser);
                    default -> parser.skipChildren();
                }
            }
            sink.changed(id, deleted);
        }
        requireEnd(parser);
    }

    private static void requireEnd(JsonParser parser) throws SQLException {
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw ReplyErrors.unexpected(parser.currentToken(), "an Id or the end of the list", parser);
        }
    }

    private static Optional<Instant> instant(JsonParser parser) throws IOException, SQLException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            return Optional.empty();
        }
        String text = parser.getText();
        return Optional.of(Instant.ofEpochSecond(WireTime.epochSecond(text), WireTime.nano(text)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
