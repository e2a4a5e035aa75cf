package org.soqljdbc.auth;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.Json;

/**
 * What the token endpoint answered. There is no {@code expires_in}: a session ends when a call says so.
 *
 * @param user the identity URL, which ends in the Ids of org and user
 */
record TokenReply(String accessToken, String instanceUrl, Optional<String> refreshToken, Optional<String> user) {

    /** @throws SQLException 08P01 if the text is no token reply */
    static TokenReply parse(String json) throws SQLException {
        String accessToken = null;
        String instanceUrl = null;
        String refreshToken = null;
        String user = null;
        try (JsonParser parser = Json.factory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notToken(null);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                parser.skipChildren();
                if (value == JsonToken.VALUE_STRING) {
                    switch (member) {
                        case "access_token" -> accessToken = parser.getText();
                        case "instance_url" -> instanceUrl = parser.getText();
                        case "refresh_token" -> refreshToken = parser.getText();
                        case "id" -> user = parser.getText();
                        default -> {}
                    }
                }
            }
        } catch (IOException cause) {
            // Without the cause: its message may quote the token.
            throw notToken(cause.getClass().getSimpleName());
        }
        if (accessToken == null || accessToken.isEmpty() || instanceUrl == null) {
            throw notToken(accessToken == null ? "no access_token" : "no instance_url");
        }
        if (!accessToken.matches("[\\x21-\\x7E]+")) {
            throw notToken("an access_token that no header can carry");
        }
        return new TokenReply(accessToken, instanceUrl, Optional.ofNullable(refreshToken), Optional.ofNullable(user));
    }

    private static SQLException notToken(String why) {
        return SqlErrors.of(
                SqlState.PROTOCOL_VIOLATION,
                "The login host did not answer with a token" + (why == null ? "" : " (" + why + ")")
                        + ". Check the host in the URL");
    }

    @Override
    public String toString() {
        return "TokenReply[" + instanceUrl + "]";
    }
}
