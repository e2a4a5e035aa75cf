package org.soqljdbc.grammar.soql;

/** TRUE or FALSE. */
public record BooleanLiteral(boolean value) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.bool(this);
    }
}
