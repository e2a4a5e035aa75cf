package org.soqljdbc.api;

import java.io.InputStream;
import java.sql.SQLException;
import org.soqljdbc.api.call.ApiCaller;
import org.soqljdbc.api.call.ApiRequest;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.http.PumpedBody;

/** The bytes of base64 fields: {@code sobjects/X/id/Field}. Thread-safe. */
public final class BlobApi {

    private final ApiCaller caller;

    BlobApi(ApiCaller caller) {
        this.caller = caller;
    }

    /**
     * Begins to read a field's bytes: one call.
     *
     * @param path what a query gave as the field's value, {@code /services/data/vNN.0/sobjects/Attachment/id/Body}
     * @return streamed; closing it ends the call. What it throws carries a SQLException
     * @throws SQLException 08P01 if the path leads away from the instance; as Salesforce refused; 08xxx; HYT00; 57014
     */
    public InputStream open(String path, CallControl control) throws SQLException {
        caller.requireOwn(path, control);
        ApiRequest request = ApiRequest.get(path, "/sobjects/{name}/{id}/{field}");
        PumpedBody body = PumpedBody.start(deadline -> caller.call(request, deadline), control);
        try {
            body.head();
            return body.stream();
        } catch (SQLException cause) {
            body.close();
            throw cause;
        }
    }
}
