package org.soqljdbc.error;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.sql.SQLException;

/** Says what is wrong with a reply, and where, but never quotes it: it holds the org's data. */
public final class ReplyErrors {

    private ReplyErrors() {}

    /**
     * What a failure to read a reply means: the exception a {@link CarriedSqlException} carries; 08P01 for text that is
     * not JSON; 08006 for a reply that was cut or a connection that broke.
     */
    public static SQLException of(IOException broken) {
        for (Throwable each = broken; each != null; each = each.getCause()) {
            if (each instanceof CarriedSqlException carrier) {
                return carrier.carried();
            }
        }
        // A tokenizer's exception quotes what it read, so it is not kept as the cause.
        if (broken instanceof JsonProcessingException unreadable) {
            return isCut(unreadable) ? cut(unreadable.getLocation()) : notJson(unreadable.getLocation());
        }
        if (broken instanceof CharConversionException) {
            return notJson(null);
        }
        return SqlErrors.of(
                SqlState.CONNECTION_LOST, "The connection to Salesforce broke while a reply was read", broken);
    }

    /** Whole for HTTP and yet cut: a proxy gave up in the middle. */
    private static boolean isCut(JsonProcessingException unreadable) {
        // Between values the tokenizer throws its general exception, so that only the text tells.
        return unreadable instanceof JsonEOFException
                || unreadable.getOriginalMessage().startsWith("Unexpected end-of-input");
    }

    private static SQLException cut(JsonLocation location) {
        return SqlErrors.of(
                SqlState.CONNECTION_LOST, "Salesforce's reply ended before its end" + at(location) + "; run it again");
    }

    private static SQLException notJson(JsonLocation location) {
        return SqlErrors.of(
                SqlState.PROTOCOL_VIOLATION,
                "Salesforce's reply is not JSON" + at(location) + ". Check the host in the URL");
    }

    /**
     * 08P01 for JSON of another shape than Salesforce documents, 08006 at the end of the input.
     *
     * @param found null at the end of the input
     * @param parser stands there
     */
    public static SQLException unexpected(JsonToken found, String expected, JsonParser parser) {
        JsonLocation location = parser.currentLocation();
        return found == null ? cut(location) : unexpected("expected " + expected + ", found " + found + at(location));
    }

    /** 08P01 for JSON of another shape than Salesforce documents. @param what nothing of the reply itself */
    public static SQLException unexpected(String what) {
        return SqlErrors.of(
                SqlState.PROTOCOL_VIOLATION,
                "Salesforce's reply has an unexpected shape: " + what + ". Check the host in the URL");
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : ", at line " + location.getLineNr() + ":" + location.getColumnNr();
    }
}
