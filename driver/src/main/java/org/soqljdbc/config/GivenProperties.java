package org.soqljdbc.config;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;

/**
 * The texts a user gave, by the properties' own keys.
 *
 * @param byKey none of them empty
 * @param warnings one for each name in Properties that is no property of this driver
 */
record GivenProperties(Map<String, String> byKey, List<String> warnings) {

    /** A misspelt name is answered by a known one when at most this many letters differ. */
    private static final int NEAR = 4;

    static GivenProperties of(JdbcUrl url, Properties info) throws SQLException {
        Map<String, String> byKey = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        for (JdbcUrl.Pair pair : url.pairs()) {
            Property<?> property = ConnectionProperties.named(pair.name())
                    .orElseThrow(() -> SqlErrors.of(
                            SqlState.CANNOT_CONNECT,
                            "The URL names an unknown property '" + pair.name() + "'" + nearest(pair.name())));
            put(byKey, property, pair.name(), pair.value());
        }
        // Sorted, so that which of two conflicting names is reported does not depend on hashing.
        for (String name : new TreeSet<>(info.stringPropertyNames())) {
            Optional<Property<?>> property = ConnectionProperties.named(name);
            if (property.isPresent()) {
                put(byKey, property.get(), name, info.getProperty(name));
            } else {
                warnings.add("Property '" + name + "' is not known and has no effect" + nearest(name));
            }
        }
        return new GivenProperties(byKey, List.copyOf(warnings));
    }

    /** What can be read of a URL and properties that may be unfinished. */
    static Map<String, String> lenient(String url, Properties info) {
        Map<String, String> byKey = new LinkedHashMap<>();
        if (info != null) {
            for (String name : info.stringPropertyNames()) {
                ConnectionProperties.named(name)
                        .ifPresent(property -> byKey.put(property.key(), info.getProperty(name)));
            }
        }
        if (JdbcUrl.accepts(url)) {
            try {
                for (JdbcUrl.Pair pair : JdbcUrl.parse(url).pairs()) {
                    ConnectionProperties.named(pair.name())
                            .ifPresent(property -> byKey.put(property.key(), pair.value()));
                }
            } catch (SQLException unfinished) {
                // A form asks while the user still types: what the properties say is answer enough.
                return byKey;
            }
        }
        return byKey;
    }

    private static void put(Map<String, String> byKey, Property<?> property, String name, String value)
            throws SQLException {
        if (value.isEmpty()) {
            return;
        }
        String before = byKey.putIfAbsent(property.key(), value);
        if (before != null && !before.equals(value)) {
            String shown = property.secret() ? "" : ": '" + before + "' and '" + value + "'";
            String spelling = name.equalsIgnoreCase(property.key()) ? "" : " (also spelt " + name + ")";
            throw SqlErrors.of(
                    SqlState.CANNOT_CONNECT,
                    "Property " + property.key() + spelling + " is given two different values" + shown);
        }
    }

    private static String nearest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String best = "";
        int least = Math.min(NEAR, Math.max(1, name.length() / 2)) + 1;
        for (Property<?> property : ConnectionProperties.ALL) {
            List<String> spellings = new ArrayList<>(property.aliases());
            spellings.add(property.key());
            for (String spelling : spellings) {
                int distance = distance(lower, spelling.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    best = property.key();
                }
            }
        }
        return best.isEmpty() ? "" : "; the nearest known one is " + best;
    }

    /** Levenshtein's: letters to insert, remove or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
