package org.soqljdbc.error;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One error as Salesforce told it, of a whole request or of one row.
 *
 * @param code {@code errorCode}, {@code statusCode} or OAuth's {@code error}; "" if the body names none
 * @param message Salesforce's text; "" if there is none
 * @param fields the fields it names, often none
 */
public record SalesforceFailure(String code, String message, List<String> fields) {

    public SalesforceFailure {
        fields = List.copyOf(fields);
    }

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern XML_ERROR =
            Pattern.compile("<(?:Error|error|OAuth)>(.*?)</(?:Error|error|OAuth)>", Pattern.DOTALL);

    /**
     * Reads a body in any of the shapes Salesforce uses: a JSON array of errors, a single JSON object, XML
     * {@code <Errors><Error>}, or form encoding. Answers none for anything else (HTML, nothing, cut JSON).
     */
    public static List<SalesforceFailure> read(String body) {
        String text = body.strip();
        if (text.startsWith("[") || text.startsWith("{")) {
            return json(text);
        }
        if (text.startsWith("<") && !text.regionMatches(true, 0, "<!doctype", 0, 9)) {
            return xml(text);
        }
        // The authorize and revoke resources may answer errors in form encoding.
        if (text.startsWith("error=")) {
            return List.of(form(text));
        }
        return List.of();
    }

    private static List<SalesforceFailure> json(String text) {
        List<SalesforceFailure> found = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    found.add(read(parser));
                }
            }
        } catch (IOException cut) {
            // What was read before the fault is still the best account of the error.
            return found;
        }
        return found;
    }

    /** Reads one error. @param parser on its START_OBJECT; left on its end */
    public static SalesforceFailure read(JsonParser parser) throws IOException {
        String code = "";
        String message = "";
        List<String> fields = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (member) {
                case "errorCode", "statusCode", "error" -> code = scalar(parser, value);
                case "message", "error_description" -> message = scalar(parser, value);
                case "fields" -> {
                    if (value == JsonToken.START_ARRAY) {
                        while (parser.nextToken() != JsonToken.END_ARRAY) {
                            fields.add(scalar(parser, parser.currentToken()));
                        }
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return new SalesforceFailure(code, message, fields);
    }

    private static String scalar(JsonParser parser, JsonToken value) throws IOException {
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            return parser.getText();
        }
        parser.skipChildren();
        return "";
    }

    private static List<SalesforceFailure> xml(String text) {
        List<SalesforceFailure> found = new ArrayList<>();
        Matcher errors = XML_ERROR.matcher(text);
        while (errors.find()) {
            String one = errors.group(1);
            String code = element(one, "errorCode");
            String message = element(one, "message");
            if (code.isEmpty()) {
                code = element(one, "error");
                message = element(one, "error_description");
            }
            if (!code.isEmpty() || !message.isEmpty()) {
                found.add(new SalesforceFailure(code, message, List.of()));
            }
        }
        return found;
    }

    private static String element(String xml, String name) {
        int from = xml.indexOf("<" + name + ">");
        int to = xml.indexOf("</" + name + ">");
        if (from < 0 || to < from) {
            return "";
        }
        return xml.substring(from + name.length() + 2, to)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .strip();
    }

    private static SalesforceFailure form(String text) {
        String code = "";
        String message = "";
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String value = pair.substring(equals + 1).replace('+', ' ').replace("%20", " ");
            if (pair.startsWith("error=")) {
                code = value;
            } else if (pair.startsWith("error_description=")) {
                message = value;
            }
        }
        return new SalesforceFailure(code, message, List.of());
    }
}
