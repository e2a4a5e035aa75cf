package org.soqljdbc.grammar.soql;

/** A {@code ?} that a prepared statement fills. @param index 0 for the first in the text */
public record Parameter(int index) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.parameter(this);
    }
}
