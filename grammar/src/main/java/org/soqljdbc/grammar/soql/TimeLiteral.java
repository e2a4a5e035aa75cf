package org.soqljdbc.grammar.soql;

import java.time.LocalTime;

/** {@code 10:00:00.000Z}. */
public record TimeLiteral(LocalTime value) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.time(this);
    }
}
