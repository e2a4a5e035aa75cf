package org.soqljdbc.grammar.sql.reader;

import org.soqljdbc.grammar.text.Utf16Stream;

/**
 * Shows the lexer a stand-in below 128 for each character above: only for those does it remember its decisions, and it
 * needs to know no more of the others than what kind they are.
 */
final class StandInStream extends Utf16Stream {

    /** Stands for a letter; as the lexer's own name for it, see LETTER there. */
    private static final int LETTER = 1;

    private static final int HIGH_SURROGATE = 2;
    private static final int LOW_SURROGATE = 3;
    private static final int OTHER = 4;
    private static final int FIRST_NON_ASCII = 128;

    StandInStream(String text) {
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
        if (Character.isLowSurrogate(c)) {
            return LOW_SURROGATE;
        }
        if (Character.isLetter(c)) {
            return LETTER;
        }
        // Marks left by copying from web pages and editors are blanks too.
        return Character.isSpaceChar(c) || c == '\uFEFF' ? ' ' : OTHER;
    }
}
