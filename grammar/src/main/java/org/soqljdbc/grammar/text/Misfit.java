package org.soqljdbc.grammar.text;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** The first word of a text that does not fit, and what would have fitted there. */
public final class Misfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Token found;
    private final transient Token before;
    private final transient IntervalSet expected;
    private final transient ParserRuleContext open;

    Misfit(Token found, Token before, IntervalSet expected, ParserRuleContext open) {
        super(null, null, false, false);
        this.found = found;
        this.before = before;
        this.expected = expected;
        this.open = open;
    }

    /** The word that does not fit. */
    public Token found() {
        return found;
    }

    /** The word before it; null at the start of the text. */
    public Token before() {
        return before;
    }

    /** Token types that would fit; empty at the start of the text. */
    public IntervalSet expected() {
        return expected;
    }

    /** The innermost rule that was being read; null at the start of the text. */
    public ParserRuleContext open() {
        return open;
    }
}
