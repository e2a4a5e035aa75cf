package org.soqljdbc.grammar.sql;

import java.util.Optional;
import org.soqljdbc.grammar.soql.Position;

/** What {@link SqlReader} made of a text. */
public final class SqlText {

    private final SqlStatement statement;
    private final String text;
    private final int parameterCount;
    private final NodeSpans spans;

    SqlText(SqlStatement statement, String text, int parameterCount, NodeSpans spans) {
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

    /** Where a node of {@link #statement} (this very object, not an equal one) begins in the text given to the reader. */
    public Optional<Position> positionOf(Object node) {
        return spans.of(node).map(NodeSpans.Span::start);
    }

    /**
     * A node of {@link #statement} (this very object) as it was written, comments and blanks included, without
     * parentheses around it: the label of a column that has no alias.
     */
    public Optional<String> sourceOf(Object node) {
        return spans.of(node).map(span -> text.substring(span.start().offset(), span.end()));
    }
}
