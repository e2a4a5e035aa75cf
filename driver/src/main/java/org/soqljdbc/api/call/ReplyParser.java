package org.soqljdbc.api.call;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.http.Json;

/** Opens parsers over replies. */
public final class ReplyParser {

    private ReplyParser() {}

    /** A parser on the first token, which is START_OBJECT. @throws SQLException 08P01 if the reply is something else */
    public static JsonParser object(InputStream reply) throws SQLException {
        try {
            JsonParser parser = Json.factory().createParser(reply);
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                SQLException strange = ReplyErrors.unexpected(first, "an object", parser);
                parser.close();
                throw strange;
            }
            return parser;
        } catch (IOException cause) {
            throw ReplyErrors.of(cause);
        }
    }
}
