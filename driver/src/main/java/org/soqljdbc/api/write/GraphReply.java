package org.soqljdbc.api.write;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.api.call.CompositeReply;
import org.soqljdbc.error.ReplyErrors;

/** Reads the reply to one graph. One that failed may name its failed rows only (recorded replies). */
final class GraphReply {

    private final JsonParser parser;
    private final Map<String, CompositeStep> steps = new HashMap<>();
    private final Map<String, RowResult> results = new HashMap<>();
    private Optional<Boolean> successful = Optional.empty();

    /** @param parser on the reply's START_OBJECT */
    GraphReply(JsonParser parser, List<CompositeStep> asked) {
        this.parser = parser;
        asked.forEach(step -> steps.put(step.referenceId(), step));
    }

    /** The results by reference id. */
    Map<String, RowResult> read() throws IOException, SQLException {
        require(JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean graphs = parser.currentName().equals("graphs");
            if (parser.nextToken() == JsonToken.START_ARRAY && graphs) {
                parser.nextToken();
                require(JsonToken.START_OBJECT);
                readGraph();
                parser.nextToken();
                require(JsonToken.END_ARRAY);
            } else {
                parser.skipChildren();
            }
        }
        if (successful.isEmpty()) {
            throw ReplyErrors.unexpected("a graph without isSuccessful");
        }
        return results;
    }

    boolean isSuccessful() {
        return successful.orElse(false);
    }

    private void readGraph() throws IOException, SQLException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals("isSuccessful")) {
                successful = Optional.of(value == JsonToken.VALUE_TRUE);
            } else if (member.equals("graphResponse") && value == JsonToken.START_OBJECT) {
                readParts(new CompositeReply(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readParts(CompositeReply reply) throws IOException, SQLException {
        while (reply.nextPart()) {
            Optional<RowResult> told = RowReplies.part(parser, reply);
            CompositeStep step = steps.get(reply.referenceId());
            if (step == null) {
                throw ReplyErrors.unexpected("a graph's part that was not asked for");
            }
            results.put(step.referenceId(), RowReplies.ofPart(reply, step, told));
        }
        parser.nextToken();
        require(JsonToken.END_OBJECT);
    }

    private void require(JsonToken expected) throws SQLException {
        if (parser.currentToken() != expected) {
            throw ReplyErrors.unexpected(parser.currentToken(), expected.toString(), parser);
        }
    }
}
