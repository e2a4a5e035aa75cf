package org.soqljdbc.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.api.call.ReplyParser;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.PumpedBody;

/** The org's limits, {@code /limits} (REST API Developer Guide, "Limits"). Thread-safe. */
public final class LimitsApi {

    private final ApiCaller caller;

    LimitsApi(ApiCaller caller) {
        this.caller = caller;
    }

    /** One limit. @param remaining what is left of {@code max} */
    public record ApiLimit(String name, long max, long remaining) {}

    /** Every limit that the user may see, in the order told: one call. @throws SQLException as Salesforce refused; 08xxx; 57014 */
    public List<ApiLimit> limits(CallControl control) throws SQLException {
        ApiRequest request = ApiRequest.get(caller.base() + "/limits", "/limits");
        try (PumpedBody body = PumpedBody.start(deadline -> caller.call(request, deadline), control)) {
            body.head();
            try (JsonParser json = ReplyParser.object(body.stream())) {
                return read(json);
            }
        } catch (IOException cause) {
            throw ReplyErrors.of(cause);
        }
    }

    private static List<ApiLimit> read(JsonParser json) throws IOException {
        List<ApiLimit> limits = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_OBJECT) {
                limits.add(limit(name, json));
            }
        }
        return List.copyOf(limits);
    }

    /** Some limits hold others, for each connected app; those are passed over. */
    private static ApiLimit limit(String name, JsonParser json) throws IOException {
        long max = 0;
        long remaining = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_NUMBER_INT && member.equals("Max")) {
                max = json.getLongValue();
            } else if (value == JsonToken.VALUE_NUMBER_INT && member.equals("Remaining")) {
                remaining = json.getLongValue();
            } else {
                json.skipChildren();
            }
        }
        return new ApiLimit(name, max, remaining);
    }
}
