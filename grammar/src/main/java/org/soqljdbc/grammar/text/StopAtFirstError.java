package org.soqljdbc.grammar.text;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Gives up at the first word that does not fit, without inserting or dropping words, and remembers enough to say what
 * would have fitted.
 */
final class StopAtFirstError extends BailErrorStrategy {

    private int stateAfterLastMatch;
    private ParserRuleContext contextOfLastMatch;
    private Token lastMatch;

    @Override
    public void reset(Parser parser) {
        super.reset(parser);
        contextOfLastMatch = null;
        lastMatch = null;
    }

    /** Called for each word that fits, before it is consumed. */
    @Override
    public void reportMatch(Parser parser) {
        super.reportMatch(parser);
        stateAfterLastMatch = parser.getATN().states.get(parser.getState()).transition(0).target.stateNumber;
        contextOfLastMatch = parser.getContext();
        lastMatch = parser.getCurrentToken();
    }

    Misfit misfit(Parser parser, RecognitionException failure) {
        Token found = failure.getOffendingToken();
        boolean ahead = failure instanceof NoViableAltException noWay && noWay.getDeadEndConfigs() != null;
        IntervalSet expected = ahead ? expectedAhead((NoViableAltException) failure) : expectedNext(parser);
        Token before =
                ahead && found.getTokenIndex() > 0 ? parser.getTokenStream().get(found.getTokenIndex() - 1) : lastMatch;
        return new Misfit(found, before, expected, contextOfLastMatch);
    }

    /** Everything that may follow the last word that fitted, in the rules that were open there. */
    private IntervalSet expectedNext(Parser parser) {
        return contextOfLastMatch == null
                ? new IntervalSet()
                : parser.getATN().getExpectedTokens(stateAfterLastMatch, contextOfLastMatch);
    }

    /** Prediction looked several words ahead and died there: what each of its last configurations waited for. */
    private static IntervalSet expectedAhead(NoViableAltException failure) {
        IntervalSet expected = new IntervalSet();
        for (ATNConfig config : failure.getDeadEndConfigs()) {
            if (config.state instanceof RuleStopState) {
                continue;
            }
            for (Transition transition : config.state.getTransitions()) {
                if (!transition.isEpsilon() && transition.label() != null) {
                    expected.addAll(transition.label());
                }
            }
        }
        return expected.isNil() ? failure.getExpectedTokens() : expected;
    }
}
