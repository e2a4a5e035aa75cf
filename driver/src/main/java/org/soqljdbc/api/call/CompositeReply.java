package org.soqljdbc.api.call;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.error.ReplyErrors;
import org.soqljdbc.error.SalesforceErrors;
import org.soqljdbc.error.SalesforceFailure;
import org.soqljdbc.http.Json;

/**
 * Walks the parts of a composite reply as they arrive:
 * {@code {"compositeResponse":[{"body":...,"httpHeaders":{...},"httpStatusCode":200,"referenceId":"a"},...]}}.
 *
 * <p>A part's body comes before its status. An object is taken for a result and handed out at once; an array of errors,
 * or null, waits for the status.
 */
public final class CompositeReply {

    private final JsonParser parser;
    private int bodyDepth;
    private boolean inPart;
    private boolean onBody;
    private int status;
    private String error = "";
    private String lastModified = "";
    private String referenceId = "";

    /** @param parser on the reply's START_OBJECT */
    public CompositeReply(JsonParser parser) throws IOException, SQLException {
        this.parser = parser;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals("compositeResponse") && value == JsonToken.START_ARRAY) {
                return;
            }
            parser.skipChildren();
        }
        throw ReplyErrors.unexpected("no compositeResponse");
    }

    /**
     * Goes to the next part. Answers false at the end.
     *
     * <p>If {@link #hasBody}, the parser then stands on the body's START_OBJECT, and {@link #finishPart} goes on behind
     * it. Else the part is read to its end.
     */
    public boolean nextPart() throws IOException, SQLException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        status = 0;
        error = "";
        lastModified = "";
        referenceId = "";
        onBody = false;
        inPart = true;
        readMembers();
        return true;
    }

    /** Whether the parser stands on a result. */
    public boolean hasBody() {
        return onBody;
    }

    /** Passes over what the reader left of the body, and reads the part's other members. */
    public void finishPart() throws IOException, SQLException {
        if (onBody) {
            while (parser.getParsingContext().getNestingDepth() > bodyDepth
                    || parser.currentToken() != JsonToken.END_OBJECT) {
                if (parser.nextToken() == null) {
                    throw ReplyErrors.unexpected("it ends within a composite part");
                }
            }
            onBody = false;
        }
        readMembers();
    }

    /** The part's HTTP status; known once it has been read to its end. */
    public int status() {
        return status;
    }

    /** {@code Last-Modified} of the part, or "". */
    public String lastModified() {
        return lastModified;
    }

    public String referenceId() {
        return referenceId;
    }

    /** The part's errors as it tells them; none if it tells none. */
    public List<SalesforceFailure> failures() {
        return SalesforceFailure.read(error);
    }

    /** The part's refusal. */
    public SQLException failure() {
        return SalesforceErrors.ofReply(status, "", error);
    }

    private void readMembers() throws IOException, SQLException {
        if (!inPart) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (member) {
                case "body" -> {
                    if (value == JsonToken.START_OBJECT && (status == 0 || status < 300)) {
                        bodyDepth = parser.getParsingContext().getParent().getNestingDepth();
                        onBody = true;
                        return;
                    }
                    error = text(value);
                }
                case "httpStatusCode" -> status = parser.getValueAsInt();
                case "referenceId" -> referenceId = parser.getValueAsString("");
                case "httpHeaders" -> readHeaders(value);
                default -> parser.skipChildren();
            }
        }
        inPart = false;
    }

    private void readHeaders(JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String header = parser.currentName();
            parser.nextToken();
            if (header.equalsIgnoreCase("Last-Modified")) {
                lastModified = parser.getValueAsString("");
            }
            parser.skipChildren();
        }
    }

    private String text(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NULL) {
            return "";
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = Json.factory().createGenerator(text)) {
            copy.copyCurrentStructure(parser);
        }
        return text.toString();
    }
}
