package org.soqljdbc.simulated.soql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.text.Position;
import org.soqljdbc.grammar.text.SyntaxException;

/** The text of a query, for messages that show where it is wrong. */
final class QueryText {

    /** Characters shown on each side of the place (REST API, recorded errors). */
    private static final int CONTEXT = 40;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.]+|.", Pattern.DOTALL);

    private final String text;
    private final SoqlText read;

    /** @param text what the client sent */
    QueryText(String text, SoqlText read) {
        this.text = text;
        this.read = read;
    }

    /** A refusal that shows where a node stands: the text around it, a caret, row and column, and the message. */
    Refusal refuse(Object node, String errorCode, String message) {
        Optional<Position> position = read.positionOf(node);
        return new Refusal(
                errorCode, position.map(p -> located(text, p) + message).orElse(message));
    }

    /** What Salesforce says of a text that is no SOQL. */
    static Refusal unexpected(String text, SyntaxException problem) {
        Position position = problem.position();
        if (position.offset() >= text.length()) {
            return new Refusal("MALFORMED_QUERY", "unexpected token: '<EOF>'");
        }
        Matcher token = TOKEN.matcher(text);
        String found = token.find(position.offset()) ? token.group() : "<EOF>";
        // Recorded without quotes and place when the very first word is wrong, newer texts quote the token.
        return text.substring(0, position.offset()).isBlank()
                ? new Refusal("MALFORMED_QUERY", "unexpected token: " + found)
                : new Refusal("MALFORMED_QUERY", located(text, position) + "unexpected token: '" + found + "'");
    }

    private static String located(String text, Position position) {
        int at = Math.min(position.offset(), text.length());
        int from = Math.max(0, at - CONTEXT);
        String around = text.substring(from, Math.min(text.length(), at + CONTEXT));
        return "\n" + around + "\n" + " ".repeat(at - from) + "^\nERROR at Row:" + position.line() + ":Column:"
                + position.column() + "\n";
    }
}
