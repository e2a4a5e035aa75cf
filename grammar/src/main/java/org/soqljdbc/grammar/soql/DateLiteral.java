package org.soqljdbc.grammar.soql;

import java.time.LocalDate;

/** {@code 2024-01-31}. */
public record DateLiteral(LocalDate value) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.date(this);
    }
}
