package org.soqljdbc.grammar.soql;

import java.util.Map;
import java.util.Optional;
import org.soqljdbc.grammar.text.Position;

/** What {@link org.soqljdbc.grammar.soql.reader.SoqlReader} made of a text. */
public final class SoqlText {

    private final SoqlQuery query;
    private final String text;
    private final int parameterCount;
    private final boolean angleNotEqual;
    private final Map<Object, Position> positions;

    /** @param positions where each node stands, by identity: equal nodes stand in several places */
    public SoqlText(
            SoqlQuery query, String text, int parameterCount, boolean angleNotEqual, Map<Object, Position> positions) {
        this.query = query;
        this.text = text;
        this.parameterCount = parameterCount;
        this.angleNotEqual = angleNotEqual;
        this.positions = positions;
    }

    /**
     * A query that was made, not read.
     *
     * @param parameterCount how many {@code ?} it has; their indexes are below that
     */
    public static SoqlText of(SoqlQuery query, int parameterCount) {
        return new SoqlText(query, SoqlWriter.write(query), parameterCount, false, Map.of());
    }

    public SoqlQuery query() {
        return query;
    }

    /** The text as written, but for comments (each now one blank), a trailing semicolon and blanks at both ends. */
    public String text() {
        return text;
    }

    /** How many {@code ?} the text has. */
    public int parameterCount() {
        return parameterCount;
    }

    /** Whether {@code <>} is written anywhere: SQL's operator, which SOQL does not document. */
    public boolean usesAngleNotEqual() {
        return angleNotEqual;
    }

    /** Where a node of {@link #query} (this very object, not an equal one) begins in the text given to the reader. */
    public Optional<Position> positionOf(Object node) {
        return Optional.ofNullable(positions.get(node));
    }
}
