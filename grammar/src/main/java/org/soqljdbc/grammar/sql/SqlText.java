package org.soqljdbc.grammar.sql;

import java.util.Map;
import java.util.Optional;
import org.soqljdbc.grammar.text.Position;

/** What {@link org.soqljdbc.grammar.sql.reader.SqlReader} made of a text. */
public final class SqlText {

    /**
     * A piece of the text.
     *
     * @param end the offset behind its last character
     */
    public record Span(Position start, int end) {}

    private final SqlStatement statement;
    private final String text;
    private final int parameterCount;
    private final Map<Object, Span> spans;

    /** @param spans where each node stands, by identity: equal nodes stand in several places */
    public SqlText(SqlStatement statement, String text, int parameterCount, Map<Object, Span> spans) {
        this.statement = statement;
        this.text = text;
        this.parameterCount = parameterCount;
        this.spans = spans;
    }

    public SqlStatement statement() {
        return statement;
    }

    /** How many {@code ?} the text has. */
    public int parameterCount() {
        return parameterCount;
    }

    /** Where a node of {@link #statement} (this very object, not an equal one) begins in the text that was read. */
    public Optional<Position> positionOf(Object node) {
        return Optional.ofNullable(spans.get(node)).map(Span::start);
    }

    /**
     * A node of {@link #statement} (this very object) as it was written, comments and blanks included, without
     * parentheses around it: the label of a column that has no alias.
     */
    public Optional<String> sourceOf(Object node) {
        return Optional.ofNullable(spans.get(node))
                .map(span -> text.substring(span.start().offset(), span.end()));
    }
}
