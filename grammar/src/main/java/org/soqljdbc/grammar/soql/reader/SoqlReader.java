package org.soqljdbc.grammar.soql.reader;

import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.text.Misfit;
import org.soqljdbc.grammar.text.ParserRun;
import org.soqljdbc.grammar.text.SyntaxException;

/**
 * Reads SOQL.
 *
 * <p>Accepts the whole language of the REST API's queries, a few spellings of Apex ({@code FOR UPDATE},
 * {@code ALL ROWS}, {@code WITH USER_MODE}), comments, one trailing semicolon, and {@code ?} wherever a literal stands.
 * What is well-formed but forbidden is {@link org.soqljdbc.grammar.soql.rules.SoqlRules}' matter; names are not resolved.
 */
public final class SoqlReader {

    private SoqlReader() {}

    /**
     * Reads one query.
     *
     * @param text of any length; time and memory grow in proportion, the stack does not grow (parentheses nest at most
     *     200 deep)
     * @throws SyntaxException at the first place where the text stops being SOQL
     * @throws NullPointerException if the text is null
     */
    public static SoqlText read(String text) throws SyntaxException {
        SoqlTokens tokens = SoqlTokens.of(text);
        TreeBuilder builder = new TreeBuilder(tokens);
        SoqlQuery query = builder.query(parse(tokens).query());
        return new SoqlText(
                query, tokens.bareText(), tokens.parameterCount(), tokens.usesAngleNotEqual(), builder.positions());
    }

    private static SoqlParser.StatementContext parse(SoqlTokens tokens) throws SyntaxException {
        SoqlParser parser = new SoqlParser(tokens.stream());
        try {
            return ParserRun.of(parser, SoqlParser::statement);
        } catch (Misfit misfit) {
            throw new SyntaxException(
                    SoqlTokens.position(misfit.found()), Expectation.of(misfit).problem());
        }
    }
}
