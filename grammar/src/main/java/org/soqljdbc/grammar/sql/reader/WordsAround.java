package org.soqljdbc.grammar.sql.reader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * The text around a word that does not fit.
 *
 * @param words all words of the text; each knows its index
 */
record WordsAround(List<? extends Token> words, Token found) {

    /** The type of the word after it; the end of the text after itself. */
    int next() {
        int at = Math.min(found.getTokenIndex() + 1, words.size() - 1);
        return words.get(at).getType();
    }

    /** Whether one of some words stands before it in the same parentheses. */
    boolean follows(Set<Integer> types) {
        int depth = 0;
        for (int at = found.getTokenIndex() - 1; at >= 0 && depth >= 0; at--) {
            int type = words.get(at).getType();
            if (type == SqlParser.RPAREN) {
                depth++;
            } else if (type == SqlParser.LPAREN || type == SqlParser.QUERY_LPAREN) {
                depth--;
            } else if (depth == 0 && types.contains(type)) {
                return true;
            }
        }
        return false;
    }

    /** The innermost parenthesis that is open there. */
    Optional<Token> openParenthesis() {
        Deque<Token> open = new ArrayDeque<>();
        for (Token word : words.subList(0, found.getTokenIndex())) {
            switch (word.getType()) {
                case SqlParser.LPAREN, SqlParser.QUERY_LPAREN -> open.push(word);
                case SqlParser.RPAREN -> open.poll();
                default -> {
                    // Only parentheses matter.
                }
            }
        }
        return Optional.ofNullable(open.peek());
    }
}
