package org.soqljdbc.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import okhttp3.Response;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.error.ReplyErrors;

/** An answer whose body is still arriving. To be closed by whoever got it. */
public final class HttpReply implements AutoCloseable {

    private final Response response;
    private final ReplyStream stream;

    private final boolean followsUnanswered;
    private final Exchange exchange;

    HttpReply(Response response, ReplyStream stream, boolean followsUnanswered, Exchange exchange) {
        this.exchange = exchange;
        this.response = response;
        this.stream = stream;
        this.followsUnanswered = followsUnanswered;
    }

    /** Whether the request was sent before and not answered, so that this may tell of its second effect. */
    public boolean followsUnanswered() {
        return followsUnanswered;
    }

    public int status() {
        return response.code();
    }

    public boolean isSuccess() {
        return response.isSuccessful();
    }

    /** The first header of that name, ignoring case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(response.header(name));
    }

    /** The header's value, or "". */
    public String contentType() {
        return header("Content-Type").orElse("");
    }

    /** The body, decompressed. What it throws is always a {@link CarriedSqlException}. Closing it closes the reply. */
    public InputStream body() {
        return stream;
    }

    /**
     * The body's beginning as UTF-8.
     *
     * @param mostBytes what is longer is cut
     */
    public String text(int mostBytes) throws SQLException {
        try {
            return new String(stream.readNBytes(mostBytes), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw ReplyErrors.of(cause);
        }
    }

    /** Tells the log what is known of the calls used. */
    public void usage(String text) {
        exchange.usage(text);
    }

    Exchange exchange() {
        return exchange;
    }

    /** Ends the call if the body has not been read to its end; otherwise the connection is kept for the next. */
    @Override
    public void close() {
        stream.close();
        exchange.closed();
    }
}
