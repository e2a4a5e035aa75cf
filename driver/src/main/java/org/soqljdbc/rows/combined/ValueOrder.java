package org.soqljdbc.rows.combined;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.Fold;
import org.soqljdbc.types.NumberText;
import org.soqljdbc.types.SfType;
import org.soqljdbc.types.WireTime;

/**
 * How Salesforce orders and equates the values of one column: text by its upper-case form, Ids letter by letter,
 * picklists by the order of their values (SOQL and SOSL Reference, "ORDER BY").
 */
public final class ValueOrder {

    private static final int ID_PREFIX = 15;

    private final SfType type;
    private final boolean caseless;
    private final Map<String, Integer> places = new HashMap<>();

    private ValueOrder(SfType type, boolean caseless, List<String> picklist) {
        this.type = type;
        this.caseless = caseless;
        picklist.forEach(value -> places.putIfAbsent(Fold.fold(value), places.size()));
    }

    /** @param picklist the values of a picklist in their order; empty for other types */
    public static ValueOrder of(Column column, List<String> picklist) {
        // Describe says of Ids that they are not case-sensitive, and means their longer form.
        boolean caseless = column.type().isText()
                && !column.type().isCaseSensitive()
                && !column.caseSensitive()
                && !column.type().isJson();
        return new ValueOrder(column.type(), caseless, column.type() == SfType.PICKLIST ? picklist : List.of());
    }

    /** Whether text that differs only in case is one value. */
    public boolean isCaseless() {
        return caseless;
    }

    /** Compares two values that are not null. */
    public int compare(CharSequence first, CharSequence second) throws SQLException {
        if (type.isNumber()) {
            return NumberText.decimal(first, 0).compareTo(NumberText.decimal(second, 0));
        }
        if (type == SfType.DATETIME) {
            return instant(first).compareTo(instant(second));
        }
        String one = sorted(first);
        String other = sorted(second);
        if (!places.isEmpty()) {
            int order = Integer.compare(place(one), place(other));
            return order != 0 ? order : one.compareTo(other);
        }
        return one.compareTo(other);
    }

    /** What text is sorted by: also that of a field whose values differ by case. */
    private String sorted(CharSequence text) {
        return type.isText() && !type.isCaseSensitive() ? Fold.fold(text.toString()) : text.toString();
    }

    private int place(String key) {
        // What is not in the list (an inactive value) comes after those that are.
        return places.getOrDefault(key, places.size());
    }

    /** What equal values have in common. */
    public String key(CharSequence value) throws SQLException {
        if (type.isNumber()) {
            return NumberText.decimal(value, 0).stripTrailingZeros().toString();
        }
        if (type == SfType.DATETIME) {
            return instant(value).toString();
        }
        if (type.isCaseSensitive()) {
            // The rest of an Id only repeats which of its letters are capitals.
            return value.subSequence(0, Math.min(ID_PREFIX, value.length())).toString();
        }
        return caseless ? Fold.fold(value.toString()) : value.toString();
    }

    private static Instant instant(CharSequence text) throws SQLException {
        return Instant.ofEpochSecond(WireTime.epochSecond(text), WireTime.nano(text));
    }
}
