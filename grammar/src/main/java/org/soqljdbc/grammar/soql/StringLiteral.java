package org.soqljdbc.grammar.soql;

/** A string in single quotes. @param value the text meant, without quotes and escapes */
public record StringLiteral(String value) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.string(this);
    }
}
