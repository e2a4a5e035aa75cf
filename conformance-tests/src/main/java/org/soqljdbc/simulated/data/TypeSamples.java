package org.soqljdbc.simulated.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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

    /** @param known of row 0 @param end of row 2 */
    private record Sample(Object known, Object end) {}

    private static final Map<String, Sample> SAMPLES = Map.ofEntries(
            sample("Name", "Known values", "Ends of the ranges"),
            sample("Text__c", "It's \"text\" \\ with ünïcode", "x".repeat(255)),
            sample("Textarea__c", "line 1\nline 2", "\u2028 tab\t end"),
            sample("Long_Text__c", "Long\r\ntext", "y".repeat(32768)),
            sample("Rich_Text__c", "<b>rich</b> &amp; text", "<p></p>"),
            sample("Boolean__c", true, false),
            sample("Int__c", 42, -999_999_999),
            sample("Long__c", 9_007_199_254_740_993L, Long.MAX_VALUE),
            sample("Double__c", 1234.5678, 1.0E-4),
            sample("Currency__c", 1.0E7, -0.01),
            sample("Percent__c", 25.0, 100.25),
            sample("Date__c", LocalDate.of(2024, 2, 29), LocalDate.of(1700, 1, 1)),
            sample("Datetime__c", Instant.parse("2024-02-29T12:34:56Z"), Instant.parse("2026-03-08T10:00:00Z")),
            sample("Time__c", LocalTime.of(14, 30), LocalTime.of(23, 59, 59, 999_000_000)),
            sample("Email__c", "known@example.com", "İ@example.com"),
            sample("Phone__c", "(415) 555-0100", "+90 212 555 0100"),
            sample("Url__c", "https://www.example.com/?a=1&b=2", "http://[::1]/"),
            sample("Picklist__c", "Two", "Three"),
            sample("Combobox__c", "Red", "Neither"),
            sample("Multi__c", "One;Three", "Four"),
            sample("Encrypted__c", "secret", "*"),
            sample("Lookup__c", Ids.of("001", 1), Ids.of("001", 5)),
            sample("Place__Latitude__s", 37.79302, -90.0),
            sample("Place__Longitude__s", -122.394507, 180.0),
            sample("Any__c", "any text", 1.5),
            sample("Data__c", new Blob.Made(7, 1000), new Blob.Made(8, 0)),
            sample("Category__c", "Asia", "Europe"),
            sample("Complex__c", Map.of("referenceTo", "Account"), Map.of()),
            sample("Order__c", "reserved name", "ORDER"),
            sample("Select__c", 1, 0));

    private TypeSamples() {}

    private static Map.Entry<String, Sample> sample(String field, Object known, Object end) {
        return Map.entry(field, new Sample(known, end));
    }

    static Optional<Formula> formula(Schema schema, RowCounts counts, SObjectType type, Field field) {
        Sample sample = SAMPLES.get(field.name());
        if (sample == null) {
            return Optional.empty();
        }
        Formula others = new TypeFormulas(schema, counts).formula(type, field);
        return Optional.of(row -> switch (row) {
            case 0 -> sample.known();
            case 1 -> field.nillable() ? null : others.at(row);
            case 2 -> sample.end();
            default -> others.at(row);
        });
    }
}
