package org.soqljdbc.grammar.soql;

/** A number. @param digits as written: {@code [+-]?digits[.digits]} */
public record NumberLiteral(String digits) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.number(this);
    }
}
