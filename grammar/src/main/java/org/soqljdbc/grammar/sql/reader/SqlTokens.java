package org.soqljdbc.grammar.sql.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.text.Position;
import org.soqljdbc.grammar.text.SyntaxException;

/** The words of one text, with all that is known of them before parsing. */
final class SqlTokens {

    /** A query has more rules between its parentheses than an expression. */
    private static final int QUERY_WEIGHT = 2;

    private final String source;
    private final List<CommonToken> words = new ArrayList<>();
    private final Map<Integer, Integer> parameterByOffset = new HashMap<>();

    private SqlTokens(String source) {
        this.source = source;
    }

    /**
     * Reads every word of a text.
     *
     * @throws SyntaxException if a string, quoted name or comment does not end, a number is none, or parentheses, braces
     *     and CASE nest deeper than {@link SqlReader#MAX_DEPTH}
     */
    static SqlTokens of(String text) throws SyntaxException {
        SqlTokens tokens = new SqlTokens(Objects.requireNonNull(text, "text"));
        tokens.readAll();
        SqlWords.settle(tokens.words);
        QueryParentheses.mark(tokens.words);
        tokens.requireBoundedDepth();
        return tokens;
    }

    /** See {@link SqlReader#explained}. */
    static Optional<String> explained(String text) throws SyntaxException {
        SqlTokens tokens = new SqlTokens(Objects.requireNonNull(text, "text"));
        SqlLexer lexer = tokens.lexer();
        Token first = lexer.nextToken();
        while (first.getType() == SqlLexer.COMMENT_START) {
            tokens.skipComment(lexer, first);
            first = lexer.nextToken();
        }
        if (first.getType() != SqlLexer.EXPLAIN) {
            return Optional.empty();
        }
        String blank = " ".repeat(first.getText().length());
        return Optional.of(text.substring(0, first.getStartIndex()) + blank + text.substring(first.getStopIndex() + 1));
    }

    private SqlLexer lexer() {
        SqlLexer lexer = new SqlLexer(new StandInStream(source));
        lexer.removeErrorListeners();
        return lexer;
    }

    private void readAll() throws SyntaxException {
        SqlLexer lexer = lexer();
        CommonToken token;
        do {
            token = (CommonToken) lexer.nextToken();
            switch (token.getType()) {
                case SqlLexer.COMMENT_START -> {
                    skipComment(lexer, token);
                    continue;
                }
                case SqlLexer.UNTERMINATED_STRING ->
                    throw new SyntaxException(
                            position(token),
                            "found a string that does not end, expected a closing ' (inside a string write '')");
                case SqlLexer.UNTERMINATED_QUOTED ->
                    throw new SyntaxException(
                            position(token),
                            "found a quoted name that does not end, expected a closing "
                                    + closing(token.getText().charAt(0)));
                case SqlLexer.MALFORMED_NUMBER ->
                    throw new SyntaxException(
                            position(token),
                            "found " + Expectation.shown(token)
                                    + ", expected a number or a name: names that begin with a digit stand in double"
                                    + " quotes");
                case SqlLexer.QUESTION -> parameterByOffset.put(token.getStartIndex(), parameterByOffset.size());
                default -> {
                    // Any other word only takes its place.
                }
            }
            words.add(token);
        } while (token.getType() != Token.EOF);
    }

    private static char closing(char opening) {
        return opening == '[' ? ']' : opening;
    }

    /** Comments nest, as the standard says; the lexer goes on behind the end of the outermost. */
    private void skipComment(SqlLexer lexer, Token start) throws SyntaxException {
        int depth = 1;
        int line = start.getLine();
        int lineStart = start.getStartIndex() - start.getCharPositionInLine();
        int at = start.getStopIndex() + 1;
        while (depth > 0) {
            if (at >= source.length()) {
                throw new SyntaxException(position(start), "found a comment that does not end, expected */");
            }
            if (source.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else if (source.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else {
                if (source.charAt(at) == '\n') {
                    line++;
                    lineStart = at + 1;
                }
                at++;
            }
        }
        lexer.getInputStream().seek(at);
        lexer.setLine(line);
        lexer.setCharPositionInLine(at - lineStart);
    }

    private void requireBoundedDepth() throws SyntaxException {
        Deque<Integer> open = new ArrayDeque<>();
        int depth = 0;
        for (Token word : words) {
            int weight = weight(word.getType());
            if (weight > 0) {
                open.push(weight);
                depth += weight;
                if (depth > SqlReader.MAX_DEPTH) {
                    throw new SyntaxException(
                            position(word),
                            "found " + Expectation.shown(word) + " too deep, expected parentheses and CASE at most "
                                    + SqlReader.MAX_DEPTH + " deep, queries at most "
                                    + SqlReader.MAX_DEPTH / QUERY_WEIGHT);
                }
            } else if (closes(word.getType()) && !open.isEmpty()) {
                depth -= open.pop();
            }
        }
    }

    /** How many levels a word opens. */
    private static int weight(int type) {
        return switch (type) {
            case SqlLexer.QUERY_LPAREN -> QUERY_WEIGHT;
            case SqlLexer.LPAREN,
                    SqlLexer.CASE,
                    SqlLexer.TYPEOF,
                    SqlLexer.FN_BRACE,
                    SqlLexer.OJ_BRACE,
                    SqlLexer.D_BRACE,
                    SqlLexer.T_BRACE,
                    SqlLexer.TS_BRACE,
                    SqlLexer.ESCAPE_BRACE,
                    SqlLexer.LIMIT_BRACE,
                    SqlLexer.CALL_BRACE,
                    SqlLexer.LBRACE -> 1;
            default -> 0;
        };
    }

    private static boolean closes(int type) {
        return type == SqlLexer.RPAREN || type == SqlLexer.END || type == SqlLexer.RBRACE;
    }

    CommonTokenStream stream() {
        return new CommonTokenStream(new ListTokenSource(words));
    }

    /** All words, the end of the text as the last. */
    List<? extends Token> words() {
        return words;
    }

    int parameterCount() {
        return parameterByOffset.size();
    }

    /** The parameter that a {@code ?} stands for, counted in the order of the text. */
    Expression.Parameter parameter(Token question) {
        return new Expression.Parameter(parameterByOffset.get(question.getStartIndex()));
    }

    static Position position(Token token) {
        return new Position(token.getLine(), token.getCharPositionInLine() + 1, token.getStartIndex());
    }

    /** The refusal of a word for a reason that the grammar does not know. */
    static SyntaxException refused(Token word, String expected) {
        return new SyntaxException(position(word), "found " + Expectation.shown(word) + ", expected " + expected);
    }
}
