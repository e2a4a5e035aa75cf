package org.soqljdbc.simulated.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/**
 * The first rows of {@code Type_Sample__c}: row 0 has a known value of every type, row 1 null wherever null may be,
 * row 2 the awkward ends of every type; the rest are like any other object's.
 */
final class TypeSamples {

    private static final Map<String, Object> KNOWN = new HashMap<>();
    private static final Map<String, Object> ENDS = new HashMap<>();

    static {
        both("Name", "Known values", "Ends of the ranges");
        both("Text__c", "It's \"text\" \\ with ünïcode", "x".repeat(255));
        both("Textarea__c", "line 1\nline 2", "\u2028 tab\t end");
        both("Long_Text__c", "Long\r\ntext", "y".repeat(32768));
        both("Rich_Text__c", "<b>rich</b> &amp; text", "<p></p>");
        both("Boolean__c", true, false);
        both("Int__c", 42, -999_999_999);
        both("Long__c", 9_007_199_254_740_993L, Long.MAX_VALUE);
        both("Double__c", 1234.5678, 1.0E-4);
        both("Currency__c", 1.0E7, -0.01);
        both("Percent__c", 25.0, 100.25);
        both("Date__c", LocalDate.of(2024, 2, 29), LocalDate.of(1700, 1, 1));
        both("Datetime__c", Instant.parse("2024-02-29T12:34:56Z"), Instant.parse("2026-03-08T10:00:00Z"));
        both("Time__c", LocalTime.of(14, 30), LocalTime.of(23, 59, 59, 999_000_000));
        both("Email__c", "known@example.com", "İ@example.com");
        both("Phone__c", "(415) 555-0100", "+90 212 555 0100");
        both("Url__c", "https://www.example.com/?a=1&b=2", "http://[::1]/");
        both("Picklist__c", "Two", "Three");
        both("Combobox__c", "Red", "Neither");
        both("Multi__c", "One;Three", "Four");
        both("Encrypted__c", "secret", "*");
        both("Lookup__c", Ids.of("001", 1), Ids.of("001", 5));
        both("Place__Latitude__s", 37.79302, -90.0);
        both("Place__Longitude__s", -122.394507, 180.0);
        both("Any__c", "any text", 1.5);
        both("Data__c", new Blob(7, 1000), new Blob(8, 0));
        both("Category__c", "Asia", "Europe");
        both("Complex__c", Map.of("referenceTo", "Account"), Map.of());
        both("Order__c", "reserved name", "ORDER");
        both("Select__c", 1, 0);
    }

    private TypeSamples() {}

    private static void both(String field, Object known, Object end) {
        KNOWN.put(field, known);
        ENDS.put(field, end);
    }

    static Optional<Formula> formula(Schema schema, RowCounts counts, SObjectType type, Field field) {
        if (!KNOWN.containsKey(field.name())) {
            return Optional.empty();
        }
        Formula others = new TypeFormulas(schema, counts).formula(type, field);
        return Optional.of(row -> switch (row) {
            case 0 -> KNOWN.get(field.name());
            case 1 -> field.nillable() ? null : others.at(row);
            case 2 -> ENDS.get(field.name());
            default -> others.at(row);
        });
    }
}
