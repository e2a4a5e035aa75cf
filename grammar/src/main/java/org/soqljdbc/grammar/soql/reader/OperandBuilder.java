package org.soqljdbc.grammar.soql.reader;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.soql.Argument;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.Function;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.Parameter;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.grammar.text.SyntaxException;

/** Makes field paths and function calls, and sees to it that each function gets the arguments it takes. */
final class OperandBuilder {

    private static final int DISTANCE_ARGUMENTS = 3;
    private static final int GEOLOCATION_ARGUMENTS = 2;

    private final SoqlTokens tokens;
    private final LiteralReader literals;
    private final NodePositions positions;

    OperandBuilder(SoqlTokens tokens, LiteralReader literals, NodePositions positions) {
        this.tokens = tokens;
        this.literals = literals;
        this.positions = positions;
    }

    FieldPath path(SoqlParser.PathContext path) {
        return path(path.name(), path.anyWord());
    }

    private FieldPath path(SoqlParser.NameContext first, List<SoqlParser.AnyWordContext> rest) {
        List<String> names = new ArrayList<>(rest.size() + 1);
        names.add(first.getText());
        rest.forEach(word -> names.add(word.getText()));
        return positions.note(new FieldPath(names), first.getStart());
    }

    Operand operand(SoqlParser.OperandContext operand) throws SyntaxException {
        return operand.LEFT() == null ? path(operand.name(), operand.anyWord()) : call(operand);
    }

    private FunctionCall call(SoqlParser.OperandContext call) throws SyntaxException {
        Token word = call.getStart();
        Function function = Function.named(call.name().getText())
                .orElseThrow(() -> new SyntaxException(
                        SoqlTokens.position(word),
                        "found " + Expectation.shown(word) + ", expected a function of SOQL"));
        List<Argument> arguments = new ArrayList<>();
        for (SoqlParser.ArgumentContext argument : call.argument()) {
            arguments.add(argument(argument));
        }
        requireFitting(function, call, arguments);
        return positions.note(new FunctionCall(function, arguments), word);
    }

    private Argument argument(SoqlParser.ArgumentContext argument) throws SyntaxException {
        if (argument.operand() != null) {
            return operand(argument.operand());
        }
        Token word = argument.getStart();
        Value value = switch (word.getType()) {
            case SoqlParser.STRING -> literals.string(word);
            case SoqlParser.NUMBER -> new NumberLiteral(word.getText());
            default -> tokens.parameter(word);
        };
        return positions.note(value, word);
    }

    private static void requireFitting(Function function, SoqlParser.OperandContext call, List<Argument> arguments)
            throws SyntaxException {
        switch (function) {
            case DISTANCE -> {
                requireCount(call, DISTANCE_ARGUMENTS, "a location, a location and 'mi' or 'km'");
                requireKind(call, 0, arguments.get(0) instanceof Operand, "a location field or GEOLOCATION(...)");
                requireKind(call, 1, arguments.get(1) instanceof Operand, "a location field or GEOLOCATION(...)");
                requireKind(
                        call,
                        2,
                        arguments.get(2) instanceof StringLiteral || arguments.get(2) instanceof Parameter,
                        "'mi' or 'km'");
            }
            case GEOLOCATION -> {
                requireCount(call, GEOLOCATION_ARGUMENTS, "a latitude and a longitude");
                for (int at = 0; at < GEOLOCATION_ARGUMENTS; at++) {
                    Argument argument = arguments.get(at);
                    requireKind(
                            call, at, argument instanceof NumberLiteral || argument instanceof Parameter, "a number");
                }
            }
            default -> {
                requireCount(call, 1, "one field");
                requireKind(call, 0, arguments.get(0) instanceof Operand, "a field name");
            }
        }
    }

    private static void requireCount(SoqlParser.OperandContext call, int count, String wanted) throws SyntaxException {
        int given = call.argument().size();
        if (given < count) {
            throw refused(call.RIGHT().getSymbol(), wanted, call);
        }
        if (given > count) {
            throw refused(call.COMMA(count - 1).getSymbol(), wanted, call);
        }
    }

    private static void requireKind(SoqlParser.OperandContext call, int at, boolean fits, String wanted)
            throws SyntaxException {
        if (!fits) {
            throw refused(call.argument(at).getStart(), wanted, call);
        }
    }

    private static SyntaxException refused(Token found, String wanted, SoqlParser.OperandContext call) {
        return new SyntaxException(
                SoqlTokens.position(found),
                "found " + Expectation.shown(found) + ", expected " + wanted + " in "
                        + call.name().getText() + "()");
    }
}
