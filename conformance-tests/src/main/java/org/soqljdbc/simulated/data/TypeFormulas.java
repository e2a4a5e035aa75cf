package org.soqljdbc.simulated.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/** Values for a field nothing else is known about: by its type, with the awkward ones among them. */
final class TypeFormulas {

    /** One row in so many is null where the field may be. */
    private static final int NULL_EVERY = 5;

    private static final String[] WORDS = {
        "amber", "O'Neil", "back\\slash", "Straße", "İstanbul", "ıspanak", "東京", "say \"hi\"", "100% done", "a_b",
        "Ελλάδα", "emoji 😀", "comma, semi;", "Tab\there", "plain text", "UPPER", "lower", "MiXeD", "<tag>&amp;",
                "é e\u0301"
    };
    private static final Double[] AMOUNTS = {
        0.0, 100.0, 0.63, 1.0E7, 9.9213206E7, 1.6147805824397E13, -12.5, 1234567.89, 999999.99, 1.0E-4, 42.0, 250000.0
    };
    private static final LocalDate[] DATES = {
        LocalDate.of(2024, 2, 29),
        LocalDate.of(2026, 3, 8),
        LocalDate.of(2025, 11, 2),
        LocalDate.of(1970, 1, 1),
        LocalDate.of(1900, 1, 1),
        LocalDate.of(2099, 12, 31),
        LocalDate.of(2026, 3, 10)
    };
    // Both sides of the changes to and from daylight saving time in Los Angeles, and the end of a leap day.
    private static final Instant[] INSTANTS = {
        Instant.parse("2026-03-08T09:59:59.999Z"),
        Instant.parse("2026-03-08T10:00:00Z"),
        Instant.parse("2025-11-02T08:30:00Z"),
        Instant.parse("2025-11-02T09:30:00Z"),
        Instant.parse("2024-02-29T23:59:59Z"),
        Instant.parse("1970-01-01T00:00:00Z"),
        OrgRows.NOW
    };
    private static final LocalTime[] TIMES = {
        LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_000_000), LocalTime.NOON, LocalTime.of(14, 30)
    };

    private final Schema schema;
    private final RowCounts counts;

    TypeFormulas(Schema schema, RowCounts counts) {
        this.schema = schema;
        this.counts = counts;
    }

    Formula formula(SObjectType type, Field field) {
        String name = type.name() + "." + field.name();
        Formula formula = always(type, field, name);
        if (!field.nillable()) {
            return formula;
        }
        String absence = name + "?";
        return row -> Chance.of(absence, row, NULL_EVERY) == 0 ? null : formula.at(row);
    }

    private Formula always(SObjectType type, Field field, String name) {
        String awkward = name + "!";
        return switch (field.type()) {
            case "boolean" -> row -> Chance.of(name, row, 2) == 0;
            case "int" -> row -> Chance.of(name, row, 100_000);
            case "long" -> row -> 1L << Chance.of(name, row, 53);
            case "double", "currency", "percent" -> row -> decimal(field, name, row);
            case "date" -> row -> date(name, awkward, row);
            case "datetime" -> row -> instant(name, awkward, row);
            case "time" ->
                row -> Chance.of(awkward, row, 4) == 0
                        ? Chance.pick(name, row, TIMES)
                        : LocalTime.ofSecondOfDay(Chance.of(name, row, 86_400));
            case "reference" -> reference(type, field, name);
            case "picklist", "combobox" -> picked(field, name);
            case "multipicklist" -> multipicked(field, name);
            case "email" -> row -> "user" + row + "@example.com";
            case "phone" -> row -> "(415) 555-%04d".formatted(Chance.of(name, row, 10_000));
            case "url" -> {
                String site = "https://www.example.com/" + field.name().toLowerCase(Locale.ROOT) + "/";
                yield row -> site + row;
            }
            case "base64" -> row -> new Blob.Made(row, 300 + 100 * row);
            case "complexvalue" -> row -> Map.of("value", row);
            case "anyType" -> row -> Chance.pick(name, row, "text " + row, row * 1.5, row % 2 == 0);
            default -> text(type, field, name);
        };
    }

    private static Formula text(SObjectType type, Field field, String name) {
        if (field.json().get("nameField").booleanValue()) {
            String label = type.json().get("label").textValue();
            return row -> "%s %04d".formatted(label, row + 1);
        }
        int limit = field.length();
        if (limit > 255) {
            String size = name + "#";
            return row -> WORDS[Chance.of(name, row, WORDS.length)] + "\n" + "Line two of row " + row + ".\r\n"
                    + "x".repeat(Chance.of(size, row, 400));
        }
        return row -> {
            String text = WORDS[Chance.of(name, row, WORDS.length)] + " " + row;
            return text.length() > limit ? Integer.toString(row % 10) : text;
        };
    }

    private static Double decimal(Field field, String name, int row) {
        double digits = field.json().get("precision").intValue() - field.scale();
        double value = Chance.pick(name, row, AMOUNTS);
        if (Math.abs(value) >= Math.pow(10, digits)) {
            value = Chance.of(name, row, 100);
        }
        double unit = Math.pow(10, Math.min(field.scale(), 6));
        return Math.round(value * unit) / unit;
    }

    private static LocalDate date(String name, String awkward, int row) {
        return Chance.of(awkward, row, 8) == 0
                ? Chance.pick(name, row, DATES)
                : LocalDate.of(2019, 1, 1).plusDays(Chance.of(name, row, 3000));
    }

    private static Instant instant(String name, String awkward, int row) {
        return Chance.of(awkward, row, 8) == 0
                ? Chance.pick(name, row, INSTANTS)
                : OrgRows.NOW.minusSeconds(Chance.of(name, row, 100_000_000)).plusMillis(Chance.of(name, row, 1000));
    }

    private static Formula picked(Field field, String name) {
        List<String> values = List.copyOf(field.picklist().keySet());
        return row -> values.get(Chance.of(name, row, values.size()));
    }

    private static Formula multipicked(Field field, String name) {
        List<String> values = List.copyOf(field.picklist().keySet());
        return row -> {
            int bits = 1 + Chance.of(name, row, (1 << values.size()) - 1);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < values.size(); i++) {
                if ((bits & 1 << i) != 0) {
                    text.append(text.isEmpty() ? "" : ";").append(values.get(i));
                }
            }
            return text.toString();
        };
    }

    /** A record of one of the targets. One that names its own object points to an earlier row, so that no circle arises. */
    private Formula reference(SObjectType type, Field field, String name) {
        List<SObjectType> targets = field.referenceTo().stream()
                .flatMap(target -> schema.type(target).stream())
                .filter(target -> counts.live(target) > 0 && !target.idPrefix().isEmpty())
                .toList();
        if (targets.isEmpty()) {
            return row -> null;
        }
        String choice = name + "@";
        return row -> {
            SObjectType target = targets.get(Chance.of(choice, row, targets.size()));
            int bound = target == type ? row : counts.live(target);
            return bound == 0 ? null : Ids.of(target.idPrefix(), Chance.of(name, row, bound) + 1L);
        };
    }
}
