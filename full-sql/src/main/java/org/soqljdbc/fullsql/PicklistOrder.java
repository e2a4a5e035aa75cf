package org.soqljdbc.fullsql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the values of a picklist sort by. One is made for each place of a plan. Public because compiled plans call it. */
public final class PicklistOrder {

    /** Between the values of a list; no value has it, for Setup takes one value from each line. */
    private static final String SEPARATOR = "\n";

    /** The digits of a place; Salesforce allows a thousand active values. */
    private static final int DIGITS = 5;

    private record Places(String list, Map<String, String> byValue, String last) {}

    private volatile Places known;

    /** For Calcite, which makes one for each call in a plan. */
    public PicklistOrder() {}

    static Optional<String> list(List<String> values) {
        boolean usable = !values.isEmpty() && values.stream().noneMatch(value -> value.contains(SEPARATOR));
        return usable ? Optional.of(String.join(SEPARATOR, values)) : Optional.empty();
    }

    /**
     * A value with its place before it. What is not in the list (an inactive value) comes after those that are, by its
     * letters.
     *
     * @param list the values in the order of Setup
     */
    public String placed(String value, String list) {
        if (value == null) {
            return null;
        }
        Places places = known;
        if (places == null || !places.list().equals(list)) {
            places = read(list);
            known = places;
        }
        return places.byValue().getOrDefault(LocalFunctions.fold(value), places.last()) + value;
    }

    /** What {@link #placed} was given. */
    public static String shown(String placed) {
        return placed == null ? null : placed.substring(DIGITS);
    }

    private static Places read(String list) {
        Map<String, String> places = new HashMap<>();
        for (String value : list.split(SEPARATOR, -1)) {
            places.putIfAbsent(LocalFunctions.fold(value), digits(places.size()));
        }
        return new Places(list, places, digits(places.size()));
    }

    private static String digits(int place) {
        String digits = Integer.toString(place);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
