package org.soqljdbc.grammar.soql;

/** An amount with its currency, {@code USD5000}. @param isoCode three letters as written */
public record CurrencyLiteral(String isoCode, String digits) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.currency(this);
    }
}
