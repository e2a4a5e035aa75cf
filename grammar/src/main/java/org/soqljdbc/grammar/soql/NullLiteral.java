package org.soqljdbc.grammar.soql;

/** NULL. */
public record NullLiteral() implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.nothing(this);
    }
}
