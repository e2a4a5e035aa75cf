package org.soqljdbc.grammar.text;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text by UTF-16 units, so that every offset and column counts as {@link String} does. ANTLR's own streams count code
 * points.
 */
public class Utf16Stream implements CharStream {

    private final String text;
    private int index;

    public Utf16Stream(String text) {
        this.text = text;
    }

    /** What the lexer is shown for a unit of the text; the text of tokens is the real one. */
    protected int shown(char unit) {
        return unit;
    }

    @Override
    public final void consume() {
        if (index >= text.length()) {
            throw new IllegalStateException("cannot consume EOF");
        }
        index++;
    }

    @Override
    public final int LA(int distance) {
        int at = distance > 0 ? index + distance - 1 : index + distance;
        return distance == 0 ? 0 : at >= 0 && at < text.length() ? shown(text.charAt(at)) : EOF;
    }

    /** Nothing to keep: the whole text is at hand. */
    @Override
    public final int mark() {
        return -1;
    }

    @Override
    public final void release(int marker) {
        // See mark.
    }

    @Override
    public final int index() {
        return index;
    }

    @Override
    public final void seek(int newIndex) {
        index = Math.min(newIndex, text.length());
    }

    @Override
    public final int size() {
        return text.length();
    }

    @Override
    public final String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }

    @Override
    public final String getText(Interval interval) {
        int end = Math.min(interval.b + 1, text.length());
        return interval.a >= end ? "" : text.substring(interval.a, end);
    }
}
