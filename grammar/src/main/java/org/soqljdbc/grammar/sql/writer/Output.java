package org.soqljdbc.grammar.sql.writer;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.soqljdbc.grammar.sql.Expression;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.reader.SqlReader;

/** The text that is being written, and what all writers need for it. */
final class Output {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}_0-9$]*+");

    private final StringBuilder text = new StringBuilder();
    private int lastParameter;
    private int lastIndex;
    private final ExpressionWriter expressions = new ExpressionWriter(this);
    private final QueryWriter queries = new QueryWriter(this);
    private final StatementWriter statements = new StatementWriter(this);

    ExpressionWriter expressions() {
        return expressions;
    }

    QueryWriter queries() {
        return queries;
    }

    StatementWriter statements() {
        return statements;
    }

    Output word(String word) {
        text.append(word);
        return this;
    }

    Output parameter(Expression.Parameter parameter) {
        text.append('?');
        lastParameter = text.length();
        lastIndex = parameter.index();
        return this;
    }

    /** The index of the last parameter, if it was written behind a place; else -1. */
    int lastIndexSince(int place) {
        return lastParameter > place ? lastIndex : -1;
    }

    /** Where the next word goes. */
    int length() {
        return text.length();
    }

    /** A word before others that are written already. */
    void insert(int at, String word) {
        text.insert(at, word);
    }

    Output name(Name name) {
        if (!name.quoted() && isPlain(name.text()) && !SqlReader.isWord(name.text())) {
            text.append(name.text());
        } else if (name.text().isEmpty()) {
            throw new IllegalArgumentException("A name is empty");
        } else {
            text.append('"').append(name.text().replace("\"", "\"\"")).append('"');
        }
        return this;
    }

    static boolean isPlain(String name) {
        return NAME.matcher(name).matches();
    }

    Output path(List<Name> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("A path has no names");
        }
        return list("", names, this::name, ".", "");
    }

    Output names(List<Name> names) {
        return list("(", names, this::name, ", ", ")");
    }

    /** Items between commas, or nothing at all where there are none. */
    <T> Output list(String before, List<T> items, Consumer<? super T> item, String after) {
        return list(before, items, item, ", ", after);
    }

    private <T> Output list(String before, List<T> items, Consumer<? super T> item, String between, String after) {
        if (!items.isEmpty()) {
            String separator = before;
            for (T one : items) {
                word(separator);
                item.accept(one);
                separator = between;
            }
            word(after);
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
