package org.soqljdbc.grammar.soql;

import java.time.OffsetDateTime;

/** {@code 2024-01-31T10:00:00.000Z}; the offset is required and kept. */
public record DateTimeLiteral(OffsetDateTime value) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dateTime(this);
    }
}
