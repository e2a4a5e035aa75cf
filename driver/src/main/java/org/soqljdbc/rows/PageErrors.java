package org.soqljdbc.rows;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.sql.SQLException;
import org.soqljdbc.error.CarriedSqlException;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/** Says what is wrong with a page, and where, but never quotes it: it holds the org's data. */
final class PageErrors {

    private PageErrors() {}

    /**
     * What a failure to read means: the exception a {@link CarriedSqlException} carries; 08P01 for text that is not
     * JSON; 08006 for a reply that was cut or a connection that broke.
     */
    static SQLException of(IOException broken, JsonParser parser) {
        if (broken instanceof CarriedSqlException carrier) {
            return carrier.carried();
        }
        // A tokenizer's exception quotes what it read, so it is not kept as the cause.
        if (broken instanceof JsonEOFException) {
            return cut(parser);
        }
        if (broken instanceof JsonProcessingException || broken instanceof CharConversionException) {
            return SqlErrors.of(SqlState.PROTOCOL_VIOLATION, "Salesforce's reply is not JSON" + at(parser));
        }
        return SqlErrors.of(
                SqlState.CONNECTION_LOST, "The connection to Salesforce broke while a reply was read", broken);
    }

    /** @param token what was found; null at the end of the input */
    static SQLException unexpected(JsonToken token, String expected, JsonParser parser) {
        if (token == null) {
            return cut(parser);
        }
        return SqlErrors.of(
                SqlState.PROTOCOL_VIOLATION,
                "Salesforce's reply has an unexpected shape: expected " + expected + ", found " + token + at(parser));
    }

    private static SQLException cut(JsonParser parser) {
        return SqlErrors.of(
                SqlState.CONNECTION_LOST, "Salesforce's reply ended before its end" + at(parser) + "; run it again");
    }

    private static String at(JsonParser parser) {
        JsonLocation location = parser.currentLocation();
        return ", at line " + location.getLineNr() + ":" + location.getColumnNr();
    }
}
