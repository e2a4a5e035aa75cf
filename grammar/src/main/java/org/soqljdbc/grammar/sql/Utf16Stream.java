package org.soqljdbc.grammar.sql;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text by UTF-16 units, so that every offset and column counts as {@link String} does. ANTLR's own streams count code
 * points.
 *
 * <p>The lexer is shown a stand-in below 128 for each character above: only for those does it remember its decisions,
 * and it needs to know no more of the others than what kind they are. The text of tokens is the real one.
 */
final class Utf16Stream implements CharStream {

    /** Stands for a letter; as the lexer's own name for it, see LETTER there. */
    private static final int LETTER = 1;

    private static final int HIGH_SURROGATE = 2;
    private static final int LOW_SURROGATE = 3;
    private static final int OTHER = 4;
    private static final int FIRST_NON_ASCII = 128;

    private final String text;
    private int index;

    Utf16Stream(String text) {
        this.text = text;
    }

    private static int shown(char c) {
        if (c < FIRST_NON_ASCII) {
            return c == 0 || c > OTHER ? c : OTHER;
        }
        if (Character.isHighSurrogate(c)) {
            return HIGH_SURROGATE;
        }
        if (Character.isLowSurrogate(c)) {
            return LOW_SURROGATE;
        }
        if (Character.isLetter(c)) {
            return LETTER;
        }
        // Marks left by copying from web pages and editors are blanks too.
        return Character.isSpaceChar(c) || c == '\uFEFF' ? ' ' : OTHER;
    }

    @Override
    public void consume() {
        if (index >= text.length()) {
            throw new IllegalStateException("cannot consume EOF");
        }
        index++;
    }

    @Override
    public int LA(int distance) {
        int at = distance > 0 ? index + distance - 1 : index + distance;
        return distance == 0 ? 0 : at >= 0 && at < text.length() ? shown(text.charAt(at)) : EOF;
    }

    /** Nothing to keep: the whole text is at hand. */
    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // See mark.
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int newIndex) {
        index = Math.min(newIndex, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }

    @Override
    public String getText(Interval interval) {
        int end = Math.min(interval.b + 1, text.length());
        return interval.a >= end ? "" : text.substring(interval.a, end);
    }
}
