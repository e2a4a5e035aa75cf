package org.soqljdbc.api;

import java.io.InputStream;
import java.sql.SQLException;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.http.HttpReply;

/** What a call of the user's own was answered with; its body is still arriving. To be closed. */
public final class RestReply implements AutoCloseable {

    private final HttpReply reply;

    RestReply(HttpReply reply) {
        this.reply = reply;
    }

    /** 200 to 299, or 304. */
    public int status() {
        return reply.status();
    }

    /** The header's value, or "". */
    public String contentType() {
        return reply.contentType();
    }

    /** The body, decompressed. What it throws is a {@link CarriedSqlException}. */
    public InputStream body() {
        return reply.body();
    }

    /** The body's beginning as UTF-8. @param mostBytes what is longer is cut */
    public String text(int mostBytes) throws SQLException {
        return reply.text(mostBytes);
    }

    @Override
    public void close() {
        reply.close();
    }
}
