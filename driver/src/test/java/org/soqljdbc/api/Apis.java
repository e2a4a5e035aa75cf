package org.soqljdbc.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import org.soqljdbc.auth.SharedSessions;
import org.soqljdbc.config.Settings;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.http.Json;

/** What the tests of this package share. */
final class Apis {

    static final String ROWS = "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"001\"}]}";

    private Apis() {}

    /** With sessions that no other test shares. */
    static SalesforceApi open(Settings settings) throws SQLException {
        return SalesforceApi.open(settings, new SharedSessions());
    }

    /** The page's object as compact JSON; closes the page. */
    static String read(PendingPage page) throws SQLException {
        try (page;
                JsonParser parser = page.open()) {
            return copy(parser);
        } catch (IOException cause) {
            throw ReplyErrors.of(cause);
        }
    }

    /** The structure the parser stands on, left on its end. */
    static String copy(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new AssertionError("on " + parser.currentToken());
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.factory().createGenerator(text)) {
            json.copyCurrentStructure(parser);
        }
        return text.toString();
    }
}
