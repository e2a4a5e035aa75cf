package org.soqljdbc.grammar.sql.reader;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.text.SyntaxException;

/** Makes names and paths of names. */
final class NameBuilder {

    private final NodeSpans spans;

    NameBuilder(NodeSpans spans) {
        this.spans = spans;
    }

    Name name(SqlParser.NameContext name) throws SyntaxException {
        return name(name.getStart());
    }

    private Name name(Token word) throws SyntaxException {
        Name made = switch (word.getType()) {
            case SqlParser.QUOTED -> new Name(unquoted(word), true);
            case SqlParser.WORD_AS_NAME, SqlParser.CASE -> new Name(word.getText(), true);
            default -> Name.of(word.getText());
        };
        return spans.note(made, word);
    }

    /** A name in quotes of any of the three kinds, the closing one doubled inside. */
    private static String unquoted(Token word) throws SyntaxException {
        String text = word.getText();
        String closing = text.substring(text.length() - 1);
        String name = text.substring(1, text.length() - 1).replace(closing + closing, closing);
        if (name.isEmpty()) {
            throw SqlTokens.refused(word, "a name of one character or more");
        }
        return name;
    }

    List<Name> names(List<SqlParser.NameContext> names) throws SyntaxException {
        List<Name> made = new ArrayList<>(names.size());
        for (SqlParser.NameContext name : names) {
            made.add(name(name));
        }
        return made;
    }

    List<Name> names(SqlParser.ColumnNamesContext names) throws SyntaxException {
        return names == null ? List.of() : names(names.name());
    }

    Expression.Column column(SqlParser.ColumnContext column) throws SyntaxException {
        return spans.note(new Expression.Column(names(column.name())), column);
    }

    List<Expression.Column> columns(List<SqlParser.ColumnContext> columns) throws SyntaxException {
        List<Expression.Column> made = new ArrayList<>(columns.size());
        for (SqlParser.ColumnContext column : columns) {
            made.add(column(column));
        }
        return made;
    }

    List<Expression.Column> columns(SqlParser.ColumnsContext columns) throws SyntaxException {
        return columns == null ? List.of() : columns(columns.column());
    }

    List<Name> table(SqlParser.TableNameContext table) throws SyntaxException {
        List<Name> made = new ArrayList<>();
        if (table.CASE() != null) {
            made.add(name(table.getStart()));
        }
        made.addAll(names(table.name()));
        return made;
    }

    /** An alias in quotes of a string, as MySQL and others write it. */
    Name alias(Token string) throws SyntaxException {
        String text = LiteralReader.unquoted(string);
        if (text.isEmpty()) {
            throw SqlTokens.refused(string, "an alias of one character or more");
        }
        return spans.note(new Name(text, true), string);
    }
}
