package org.soqljdbc.fullsql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.grammar.soql.DateLiteral;
import org.soqljdbc.grammar.soql.DateTimeLiteral;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.Value;

/** The keys of a join as a list that SOQL takes. */
final class KeyValues {

    /** What a literal that is no text has at most. */
    private static final int LITERAL_LENGTH = 40;

    private KeyValues() {}

    /** Empty if one of them cannot be said: then the org must not be asked for these keys only. */
    static Optional<List<Value>> of(OrgTable.TableColumn column, List<Object> keys) {
        List<Value> values = new ArrayList<>(keys.size());
        for (Object key : keys) {
            Optional<Value> value = of(column, key);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(values);
    }

    private static Optional<Value> of(OrgTable.TableColumn column, Object key) {
        return switch (column.column().sqlType()) {
            case VARCHAR, LONGVARCHAR ->
                key instanceof String text ? PushedConditions.text(column, text) : Optional.empty();
            case INTEGER, BIGINT, DECIMAL -> number(key);
            case DATE ->
                key instanceof Integer day ? Optional.of(new DateLiteral(LocalDate.ofEpochDay(day))) : Optional.empty();
            case TIMESTAMP ->
                key instanceof Long millis
                        ? Optional.of(
                                new DateTimeLiteral(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Value> number(Object key) {
        if (key instanceof BigDecimal decimal) {
            return Optional.of(new NumberLiteral(decimal.toPlainString()));
        }
        return key instanceof Integer || key instanceof Long
                ? Optional.of(new NumberLiteral(key.toString()))
                : Optional.empty();
    }

    /** The characters that a literal has in a query, with the comma after it; rather more than fewer. */
    static int length(Value value) {
        if (!(value instanceof StringLiteral text)) {
            return LITERAL_LENGTH;
        }
        long escaped = text.value().chars().filter(c -> c == '\'' || c == '\\').count();
        return text.value().length() + (int) escaped + 3;
    }
}
