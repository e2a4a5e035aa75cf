package org.soqljdbc.grammar.soql.reader;

import org.soqljdbc.grammar.text.Utf16Stream;

/**
 * Shows the lexer a stand-in below 128 for each character above: only for those does it remember its decisions, and in
 * SOQL the others stand in strings and comments alone.
 */
final class AsciiStream extends Utf16Stream {

    private static final int HIGH_SURROGATE = 1;
    private static final int LOW_SURROGATE = 2;
    private static final int OTHER = 3;
    private static final int FIRST_NON_ASCII = 128;

    AsciiStream(String text) {
        super(text);
    }

    @Override
    protected int shown(char c) {
        if (c < FIRST_NON_ASCII) {
            return c == 0 || c > OTHER ? c : OTHER;
        }
        if (Character.isHighSurrogate(c)) {
            return HIGH_SURROGATE;
        }
        return Character.isLowSurrogate(c) ? LOW_SURROGATE : OTHER;
    }
}
