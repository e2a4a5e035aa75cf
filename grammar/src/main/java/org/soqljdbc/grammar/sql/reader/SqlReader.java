package org.soqljdbc.grammar.sql.reader;

import java.util.Optional;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.grammar.text.Misfit;
import org.soqljdbc.grammar.text.ParserRun;
import org.soqljdbc.grammar.text.SyntaxException;

/**
 * Reads SQL: SELECT in full, INSERT, UPSERT, UPDATE, DELETE, MERGE, CALL, SET SESSION and EXPLAIN of any of them.
 *
 * <p>Accepts the standard's spellings and those that tools send, JDBC's escapes, SOQL's own words, nested comments, one
 * trailing semicolon. What a name means, and which expression fits where, is not decided here.
 */
public final class SqlReader {

    /**
     * How deep parentheses and CASE may nest in a text; those around a query count twice. Parsing, building and writing
     * recurse with them, so this bounds the stack; the deepest texts tools generate reach a few dozen.
     */
    public static final int MAX_DEPTH = 200;

    /** How deep the nodes of a tree nest: parentheses leave none, a long sum or chain of joins one for each operator. */
    public static final int MAX_TREE_DEPTH = 500;

    private SqlReader() {}

    /**
     * Reads one statement.
     *
     * @param text of any length; time and memory grow in proportion, the stack does not grow
     * @throws SyntaxException at the first place where the text stops being SQL
     * @throws NullPointerException if the text is null
     */
    public static SqlText read(String text) throws SyntaxException {
        SqlTokens tokens = SqlTokens.of(text);
        StatementBuilder builder = new StatementBuilder(tokens);
        SqlStatement statement = builder.statement(parse(tokens));
        return new SqlText(
                statement, text, tokens.parameterCount(), builder.spans().all());
    }

    /**
     * What follows the word EXPLAIN, if a text begins with it; it may be of either language and is not read here. The
     * word and what stands before it are left as blanks and comments, so that places are those of the whole text.
     *
     * @throws SyntaxException if a comment before the first word does not end
     */
    public static Optional<String> explained(String text) throws SyntaxException {
        return SqlTokens.explained(text);
    }

    /** Whether a name has to stand in quotes, since it would be read as a word of SQL without them. */
    public static boolean isWord(String name) {
        return SqlWords.needsQuotes(name);
    }

    private static SqlParser.StatementContext parse(SqlTokens tokens) throws SyntaxException {
        SqlParser parser = new SqlParser(tokens.stream());
        try {
            return ParserRun.of(parser, SqlParser::statement);
        } catch (Misfit misfit) {
            Expectation expectation = Expectation.of(misfit, tokens.words());
            throw new SyntaxException(SqlTokens.position(misfit.found()), expectation.problem());
        }
    }
}
