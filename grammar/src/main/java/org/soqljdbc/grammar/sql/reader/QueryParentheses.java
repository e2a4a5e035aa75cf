package org.soqljdbc.grammar.sql.reader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Tells parentheses around a query from those around an expression, a list or a table, which the parser could only tell
 * by looking ahead to their ends: {@code ((SELECT 1) UNION SELECT 2)}, {@code ((SELECT 1) + 2)}.
 */
final class QueryParentheses {

    private final List<CommonToken> words;

    /** For each opening parenthesis the place of the closing one; 0 for none. */
    private final int[] closing;

    private QueryParentheses(List<CommonToken> words) {
        this.words = words;
        this.closing = new int[words.size()];
    }

    static void mark(List<CommonToken> words) {
        new QueryParentheses(words).markAll();
    }

    private void markAll() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < words.size(); at++) {
            int type = words.get(at).getType();
            if (type == SqlLexer.LPAREN) {
                if (beginsQuery(typeAt(at + 1))) {
                    words.get(at).setType(SqlLexer.QUERY_LPAREN);
                }
                open.push(at);
            } else if (type == SqlLexer.RPAREN && !open.isEmpty()) {
                int opening = open.pop();
                closing[opening] = at;
                if (enclosesQuery(opening)) {
                    words.get(opening).setType(SqlLexer.QUERY_LPAREN);
                }
            }
        }
    }

    /** Whether the first thing inside is a query in parentheses of its own, and what follows goes on with a query. */
    private boolean enclosesQuery(int opening) {
        int inner = opening + 1;
        return typeAt(opening) == SqlLexer.LPAREN
                && typeAt(inner) == SqlLexer.QUERY_LPAREN
                && continuesQuery(typeAt(closing[inner] + 1))
                && !(opening > 0 && takesArguments(typeAt(opening - 1)));
    }

    private static boolean beginsQuery(int type) {
        return type == SqlLexer.SELECT || type == SqlLexer.WITH || type == SqlLexer.VALUES;
    }

    private static boolean continuesQuery(int type) {
        return switch (type) {
            case SqlLexer.RPAREN,
                    SqlLexer.UNION,
                    SqlLexer.EXCEPT,
                    SqlLexer.MINUS,
                    SqlLexer.INTERSECT,
                    SqlLexer.ORDER,
                    SqlLexer.LIMIT,
                    SqlLexer.LIMIT_BRACE,
                    SqlLexer.OFFSET,
                    SqlLexer.FETCH -> true;
            default -> false;
        };
    }

    /** Whether parentheses behind a word hold arguments, each perhaps a query in parentheses of its own. */
    private static boolean takesArguments(int type) {
        return switch (type) {
            case SqlLexer.CAST,
                    SqlLexer.EXTRACT,
                    SqlLexer.SUBSTRING,
                    SqlLexer.TRIM,
                    SqlLexer.POSITION,
                    SqlLexer.OVERLAY,
                    SqlLexer.CUBE,
                    SqlLexer.ROLLUP,
                    SqlLexer.INCLUDES,
                    SqlLexer.EXCLUDES -> true;
            case SqlLexer.BY -> false;
            default -> SqlWords.isName(type);
        };
    }

    private int typeAt(int at) {
        return at < words.size() ? words.get(at).getType() : Token.EOF;
    }
}
