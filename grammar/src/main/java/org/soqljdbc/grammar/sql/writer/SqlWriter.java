package org.soqljdbc.grammar.sql.writer;

import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.SqlStatement;
import org.soqljdbc.grammar.sql.TableReference;

/**
 * Writes SQL: the only place that quotes, escapes and parenthesizes.
 *
 * <p>{@code read(write(statement)).statement()} equals the statement that was written, for every tree that a text can
 * make. Names keep their quotes, as double quotes; a name without them that is a word of SQL gets some. Limits are
 * written as LIMIT and OFFSET, JDBC's escapes as what they stand for, all on one line.
 */
public final class SqlWriter {

    private SqlWriter() {}

    /**
     * Writes a statement.
     *
     * @throws IllegalArgumentException if a name, number or text in the tree cannot be written as one
     */
    public static String write(SqlStatement statement) {
        Output out = new Output();
        statement.accept(out.statements());
        return out.toString();
    }

    /**
     * Writes an expression, without parentheses around it.
     *
     * @throws IllegalArgumentException as for a statement
     */
    public static String write(Expression expression) {
        Output out = new Output();
        expression.accept(out.expressions());
        return out.toString();
    }

    /**
     * Writes an item of FROM.
     *
     * @throws IllegalArgumentException as for a statement
     */
    public static String write(TableReference table) {
        Output out = new Output();
        table.accept(out.queries());
        return out.toString();
    }

    /** Writes a name, in double quotes where it needs them. */
    public static String write(Name name) {
        return new Output().name(name).toString();
    }
}
