package org.soqljdbc.error;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns Salesforce's refusals into exceptions. The code decides the SQLState ({@link ErrorCodes}, {@link OAuthErrors});
 * an unknown code is HY000, or what the HTTP status says, and keeps its own name in the message.
 *
 * <p>A message reads {@code CODE: Salesforce's text [fields: ...] (HTTP status). Advice.} Its {@code getErrorCode()} is
 * the HTTP status.
 */
public final class SalesforceErrors {

    /** Salesforce's own text is cut to this many characters; longer ones quote whole trigger traces. */
    public static final int LONGEST_MESSAGE = 2_000;

    /** Of a body that is no error in Salesforce's shape (an edge server's HTML), this many characters are shown. */
    static final int LONGEST_FOREIGN_TEXT = 200;

    /** So many errors of one reply are chained; a reply that names more says so. */
    static final int LONGEST_CHAIN = 200;

    /** Codes that come with status 5xx although nothing was begun. */
    private static final Set<String> REFUSED_BEFORE_EXECUTION = Set.of(
            "API_CURRENTLY_DISABLED", "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", "REQUEST_LIMIT_EXCEEDED");

    private static final Pattern HTML_TITLE =
            Pattern.compile("<(title|h1)[^>]*>(.*?)</\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(script|style)[^>]*>.*?</\\1>|<[^>]*>", Pattern.DOTALL);

    private SalesforceErrors() {}

    /**
     * The exception for an error reply of the REST API.
     *
     * @param status the HTTP status
     * @param contentType the header's value, or ""
     * @param body the whole body or its beginning, or ""; a JSON array, one object, XML, HTML or nothing
     * @return never null; several errors are chained by {@code setNextException} in Salesforce's order
     */
    public static SQLException ofReply(int status, String contentType, String body) {
        List<SalesforceFailure> elements = SalesforceFailure.read(body);
        if (elements.isEmpty()) {
            return foreign(status, contentType, body);
        }
        return chain(status, elements);
    }

    /**
     * Whether a write that was refused so may have taken effect all the same.
     *
     * @param status the HTTP status
     * @param toldWhen whether the reply says when to try again ({@code Retry-After}): it was then refused before it began
     * @param body as for {@link #ofReply}
     */
    public static boolean leavesUnknown(int status, boolean toldWhen, String body) {
        List<SalesforceFailure> failures = SalesforceFailure.read(body);
        // "has been stopped", and nothing says that what it had done was taken back.
        if (failures.stream().anyMatch(failure -> failure.code().equals("REQUEST_RUNNING_TOO_LONG"))) {
            return true;
        }
        if (status < 500 || status == 503 && toldWhen) {
            return false;
        }
        // An UNKNOWN_EXCEPTION (500) is documented with an id for support and nothing else.
        return failures.isEmpty()
                || !failures.stream().allMatch(failure -> REFUSED_BEFORE_EXECUTION.contains(failure.code()));
    }

    /**
     * The exception for one row that was not written, in a reply that may tell of others.
     *
     * @param failures one or more, as the reply told them
     * @return never null; several are chained by {@code setNextException} in Salesforce's order
     */
    public static SQLException ofRow(List<SalesforceFailure> failures) {
        return chain(0, failures);
    }

    /**
     * The exception for a refused token request.
     *
     * @param status the HTTP status
     * @param contentType the header's value, or ""
     * @param body OAuth's {@code {"error":...,"error_description":...}}, or anything
     */
    public static SQLException ofTokenReply(int status, String contentType, String body) {
        List<SalesforceFailure> elements = SalesforceFailure.read(body);
        if (elements.isEmpty() || elements.get(0).code().isEmpty()) {
            return foreign(status, contentType, body);
        }
        SalesforceFailure first = elements.get(0);
        ErrorMeaning meaning = OAuthErrors.meaning(first.code(), first.message());
        return SqlErrors.refused(meaning.state(), text(status, first, meaning.advice()), status);
    }

    private static SQLException chain(int status, List<SalesforceFailure> elements) {
        SQLException first = one(status, elements.get(0));
        elements.stream().skip(1).limit(LONGEST_CHAIN - 1L).forEach(e -> first.setNextException(one(status, e)));
        return first;
    }

    private static SQLException one(int status, SalesforceFailure element) {
        ErrorMeaning meaning = ErrorCodes.meaning(element.code(), element.message(), status);
        return SqlErrors.refused(meaning.state(), text(status, element, meaning.advice()), status);
    }

    private static String text(int status, SalesforceFailure element, String advice) {
        StringBuilder text = new StringBuilder();
        text.append(element.code().isEmpty() ? "Salesforce refused the request" : element.code());
        String message = element.message().strip();
        if (!message.isEmpty() && !message.equals(element.code())) {
            text.append(": ").append(cut(SecretText.hide(message), LONGEST_MESSAGE));
        }
        if (!element.fields().isEmpty()) {
            text.append(" [fields: ")
                    .append(String.join(", ", element.fields()))
                    .append(']');
        }
        if (status > 0) {
            text.append(" (HTTP ").append(status).append(')');
        }
        return withAdvice(text, advice);
    }

    private static SQLException foreign(int status, String contentType, String body) {
        ErrorMeaning meaning = ErrorCodes.ofStatus(status);
        StringBuilder text = new StringBuilder("HTTP ").append(status);
        String shown = plain(body);
        if (!shown.isEmpty()) {
            text.append(": ").append(cut(SecretText.hide(shown), LONGEST_FOREIGN_TEXT));
        }
        if (!contentType.isEmpty()) {
            text.append(" (").append(cut(contentType, 60)).append(')');
        }
        return SqlErrors.refused(meaning.state(), withAdvice(text, meaning.advice()), status);
    }

    private static String plain(String body) {
        if (!body.strip().startsWith("<")) {
            return body.strip();
        }
        Matcher title = HTML_TITLE.matcher(body);
        String shown = title.find() ? title.group(2) : body;
        return TAG.matcher(shown).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    private static String withAdvice(StringBuilder text, String advice) {
        return advice.isEmpty()
                ? text.toString()
                : text.append(". ").append(advice).toString();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "... (cut)";
    }
}
