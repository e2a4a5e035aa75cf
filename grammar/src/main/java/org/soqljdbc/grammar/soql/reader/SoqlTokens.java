package org.soqljdbc.grammar.soql.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.soql.Parameter;
import org.soqljdbc.grammar.text.Position;
import org.soqljdbc.grammar.text.SyntaxException;

/** The words of one text, and what they alone tell about it. */
final class SoqlTokens {

    /**
     * How deep parentheses may nest. Parsing, building and writing recurse with them, so this bounds the stack; the
     * deepest texts people write reach a few dozen.
     */
    static final int MAX_DEPTH = 200;

    private final String source;
    private final List<Token> words = new ArrayList<>();
    private final StringBuilder bare = new StringBuilder();
    private final Map<Integer, Integer> parameterByOffset = new HashMap<>();
    private boolean angleNotEqual;

    private SoqlTokens(String source) {
        this.source = source;
    }

    /**
     * Reads every word of a text.
     *
     * @throws SyntaxException if a string or comment does not end, or parentheses nest deeper than {@link #MAX_DEPTH}
     */
    static SoqlTokens of(String text) throws SyntaxException {
        SoqlTokens tokens = new SoqlTokens(Objects.requireNonNull(text, "text"));
        tokens.readAll();
        return tokens;
    }

    private void readAll() throws SyntaxException {
        SoqlLexer lexer = new SoqlLexer(new AsciiStream(source));
        lexer.removeErrorListeners();
        int depth = 0;
        int copied = 0;
        Token token;
        do {
            token = lexer.nextToken();
            switch (token.getType()) {
                case SoqlLexer.BLOCK_COMMENT, SoqlLexer.LINE_COMMENT -> {
                    bare.append(source, copied, token.getStartIndex()).append(' ');
                    copied = token.getStopIndex() + 1;
                    continue;
                }
                case SoqlLexer.UNTERMINATED_STRING ->
                    throw new SyntaxException(
                            position(token),
                            "found a string that does not end, expected a closing ' (inside a string write \\')");
                case SoqlLexer.UNTERMINATED_COMMENT ->
                    throw new SyntaxException(position(token), "found a comment that does not end, expected */");
                case SoqlLexer.LEFT -> {
                    if (++depth > MAX_DEPTH) {
                        throw new SyntaxException(
                                position(token),
                                "found '(' inside " + MAX_DEPTH + " others, expected parentheses at most " + MAX_DEPTH
                                        + " deep");
                    }
                }
                case SoqlLexer.RIGHT -> depth--;
                case SoqlLexer.QUESTION -> parameterByOffset.put(token.getStartIndex(), parameterByOffset.size());
                case SoqlLexer.ANGLE_NOT_EQUAL -> angleNotEqual = true;
                default -> {
                    // Any other word only takes its place.
                }
            }
            words.add(token);
        } while (token.getType() != Token.EOF);
        bare.append(source, copied, source.length());
    }

    CommonTokenStream stream() {
        return new CommonTokenStream(new ListTokenSource(words));
    }

    /** The text as {@link org.soqljdbc.grammar.soql.SoqlText#text} promises it; only for a text that turned out to be SOQL. */
    String bareText() {
        String text = bare.toString().strip();
        // A semicolon at the end can only be the statement's: the parser takes it nowhere else.
        return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
    }

    int parameterCount() {
        return parameterByOffset.size();
    }

    /** The parameter that a {@code ?} stands for, counted in the order of the text. */
    Parameter parameter(Token question) {
        return new Parameter(parameterByOffset.get(question.getStartIndex()));
    }

    boolean usesAngleNotEqual() {
        return angleNotEqual;
    }

    static Position position(Token token) {
        return new Position(token.getLine(), token.getCharPositionInLine() + 1, token.getStartIndex());
    }

    /** A place inside a token, which may span lines. */
    Position positionInside(Token token, int offset) {
        int line = token.getLine();
        int lineStart = token.getStartIndex() - token.getCharPositionInLine();
        for (int at = token.getStartIndex(); at < offset; at++) {
            if (source.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
        return new Position(line, offset - lineStart + 1, offset);
    }
}
