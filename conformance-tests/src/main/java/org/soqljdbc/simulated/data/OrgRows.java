package org.soqljdbc.simulated.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.Ids;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/** Chooses the formula of every field: the catalog's own, one written for the field, or one by its type. */
final class OrgRows {

    /** The instant the data were made for; 18:30 on the day before in the org's usual time zone. */
    static final Instant NOW = Instant.parse("2026-03-11T01:30:00Z");

    /** The rows of an object were created evenly over this time, the first one last. */
    private static final Duration AGE = Duration.ofDays(1100);

    private final Schema schema;
    private final RowCounts counts;
    private final StandardFormulas standard;
    private final TypeFormulas byType;

    OrgRows(Schema schema, RowCounts counts) {
        this.schema = schema;
        this.counts = counts;
        this.standard = new StandardFormulas(schema, counts);
        this.byType = new TypeFormulas(schema, counts);
    }

    /** The formulae of an object's fields, in the order of its fields. */
    List<Formula> columns(SObjectType type) {
        List<Formula> columns = new ArrayList<>();
        for (Field field : type.fields()) {
            Formula formula = CatalogRows.formula(schema, type, field.name())
                    .or(() -> standard.formula(type, field))
                    .or(() -> system(type, field.name()))
                    .orElseGet(() -> compound(type, field, columns).orElseGet(() -> byType.formula(type, field)));
            columns.add(formula);
        }
        return columns;
    }

    private Optional<Formula> system(SObjectType type, String field) {
        int live = counts.live(type);
        Formula formula = switch (field) {
            case "Id" -> row -> Ids.of(type.idPrefix(), row + 1L);
            case "IsDeleted" -> row -> row >= live && type.field("IsArchived").isEmpty();
            case "IsArchived" -> row -> row >= live;
            case "CreatedDate" -> row -> created(row, live);
            case "LastModifiedDate", "SystemModstamp" -> row -> modified(row, live);
            case "MasterRecordId" -> row -> null;
            default -> null;
        };
        return Optional.ofNullable(formula);
    }

    private static Instant created(int row, int live) {
        Duration between = AGE.dividedBy(Math.max(1, live));
        return NOW.minus(between.multipliedBy(row)).minusSeconds(Chance.of("CreatedDate", row, 3600) + 1L);
    }

    /** Within the hour after it was created, never after {@link #NOW}. */
    private static Instant modified(int row, int live) {
        Instant modified = created(row, live).plusSeconds(Chance.of("LastModifiedDate", row, 3600));
        return modified.isAfter(NOW) ? NOW : modified;
    }

    /** A compound field from its parts, which stand before it. */
    private static Optional<Formula> compound(SObjectType type, Field field, List<Formula> parts) {
        if (field.type().equals("location")) {
            int first = field.column() - 2;
            return Optional.of(
                    row -> place(parts.get(first).at(row), parts.get(first + 1).at(row)));
        }
        if (field.type().equals("address")) {
            int first = field.column() - 8;
            return Optional.of(row -> address(parts.subList(first, first + 8), row));
        }
        return Optional.empty();
    }

    private static Place place(Object latitude, Object longitude) {
        return latitude == null || longitude == null ? null : new Place((Double) latitude, (Double) longitude);
    }

    /** @param parts street, city, state, postal code, country, latitude, longitude, accuracy */
    private static Address address(List<Formula> parts, int row) {
        Object[] values = new Object[parts.size()];
        boolean empty = true;
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).at(row);
            empty &= values[i] == null;
        }
        return empty
                ? null
                : new Address(
                        (String) values[1],
                        (String) values[4],
                        (String) values[7],
                        (Double) values[5],
                        (Double) values[6],
                        (String) values[3],
                        (String) values[2],
                        (String) values[0]);
    }
}
