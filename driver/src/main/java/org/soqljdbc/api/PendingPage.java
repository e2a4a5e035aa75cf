package org.soqljdbc.api;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.sql.SQLException;
import org.soqljdbc.api.call.CompositeReply;
import org.soqljdbc.api.call.ReplyParser;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.http.PumpedBody;

/** A page of a query's result that was asked for and may be on its way. One thread opens and reads it. */
public final class PendingPage implements AutoCloseable {

    private final PumpedBody body;
    private final boolean composite;

    PendingPage(PumpedBody body, boolean composite) {
        this.body = body;
        this.composite = composite;
    }

    /**
     * Waits for the page to begin.
     *
     * @return on the START_OBJECT of {@code {"totalSize":...,"done":...,"records":[...]}}; to be read to the matching
     *     END_OBJECT and closed. What it throws is explained by {@link ReplyErrors#of}
     * @throws SQLException as Salesforce refused the query; 08xxx if it could not be asked; HYT00; 57014
     */
    public JsonParser open() throws SQLException {
        try {
            body.head();
            JsonParser parser = ReplyParser.object(body.stream());
            if (composite) {
                unwrap(parser);
            }
            return parser;
        } catch (SQLException cause) {
            close();
            throw cause;
        }
    }

    private static void unwrap(JsonParser parser) throws SQLException {
        try {
            CompositeReply reply = new CompositeReply(parser);
            if (!reply.nextPart()) {
                throw ReplyErrors.unexpected("an empty compositeResponse");
            }
            if (!reply.hasBody()) {
                throw reply.failure();
            }
        } catch (IOException cause) {
            throw ReplyErrors.of(cause);
        }
    }

    /** Tells the log how many rows of the page were read. */
    public void rows(long count) {
        body.rows(count);
    }

    /** Ends the call if it is not over. Harmless when already closed. */
    @Override
    public void close() {
        body.close();
    }
}
