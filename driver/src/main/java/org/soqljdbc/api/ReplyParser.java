package org.soqljdbc.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.Json;

/** Opens parsers over replies, and says in SQL's terms what goes wrong in them. */
public final class ReplyParser {

    private ReplyParser() {}

    /** A parser on the first token, which is START_OBJECT. @throws SQLException 08P01 if the reply is something else */
    static JsonParser object(InputStream reply) throws SQLException {
        try {
            JsonParser parser = Json.factory().createParser(reply);
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                parser.close();
                throw unexpected("it begins with " + first, null);
            }
            return parser;
        } catch (IOException cause) {
            throw failure(cause);
        }
    }

    /** What an IOException of a reply's parser means: what it carries, 08006 if the text is cut, else 08P01. */
    public static SQLException failure(IOException cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof CarriedSqlException carried) {
                return carried.carried();
            }
        }
        if (cause instanceof JsonProcessingException json) {
            // Whole for HTTP and yet cut: a proxy gave up in the middle. Between values the parser throws its general
            // exception, so that only the text tells.
            if (cause instanceof JsonEOFException || json.getOriginalMessage().startsWith("Unexpected end-of-input")) {
                return SqlErrors.of(SqlState.CONNECTION_LOST, "The reply ended in the middle", cause);
            }
            return unexpected(json.getOriginalMessage(), cause);
        }
        return unexpected(String.valueOf(cause.getMessage()), cause);
    }

    static SQLException unexpected(String what, Throwable cause) {
        return SqlErrors.of(
                SqlState.PROTOCOL_VIOLATION,
                "The reply is not what Salesforce's REST API sends: " + what + ". Check the host in the URL",
                cause);
    }
}
