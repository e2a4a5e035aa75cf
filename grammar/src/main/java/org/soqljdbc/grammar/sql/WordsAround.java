package org.soqljdbc.grammar.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
