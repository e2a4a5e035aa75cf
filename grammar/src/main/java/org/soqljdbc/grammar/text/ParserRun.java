package org.soqljdbc.grammar.text;

import java.util.function.Function;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Runs a parser over its words once: without repairs, and with slow prediction only where fast prediction refuses. */
public final class ParserRun {

    private ParserRun() {}

    /**
     * @param parser at its first word
     * @param rule reads the whole text
     * @throws Misfit at the first word that does not fit
     */
    public static <P extends Parser, T> T of(P parser, Function<P, T> rule) throws Misfit {
        parser.removeErrorListeners();
        StopAtFirstError errors = new StopAtFirstError();
        parser.setErrorHandler(errors);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return rule.apply(parser);
        } catch (ParseCancellationException refusedByFastPrediction) {
            // Fast prediction may refuse what full prediction accepts, never the reverse.
            parser.reset();
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            try {
                return rule.apply(parser);
            } catch (ParseCancellationException refused) {
                throw errors.misfit(parser, (RecognitionException) refused.getCause());
            }
        }
    }
}
