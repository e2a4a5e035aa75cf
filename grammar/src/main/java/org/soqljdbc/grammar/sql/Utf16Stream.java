package org.soqljdbc.grammar.sql;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text by UTF-16 units, so that every offset and column counts as {@link String} does. ANTLR's own streams count code
 * points.
 */
final class Utf16Stream implements CharStream {

    private final String text;
    private int index;

    Utf16Stream(String text) {
        this.text = text;
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
        return distance == 0 ? 0 : at >= 0 && at < text.length() ? text.charAt(at) : EOF;
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
