package org.soqljdbc.simulated.soql;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soqljdbc.simulated.data.OrgData;
import org.soqljdbc.simulated.data.RowAddress;
import org.soqljdbc.simulated.schema.Field;

/**
 * A field path found in the schema.
 *
 * @param hops the relationships walked, the first one from the query's object
 * @param field the field at the end
 * @param owner the object that has the field; {@code Name} behind a polymorphic relationship
 */
record ResolvedPath(List<Hop> hops, Field field, String owner) {

    /** The pseudo-object whose fields are visible through a polymorphic relationship. */
    static final String NAME = "Name";

    /** One relationship walked. @param owner the object that has the reference, {@code Name} for the pseudo-object */
    record Hop(String owner, Field reference) {

        /** Reads the parent of a record; null when there is none. */
        Function<RowAddress, RowAddress> parent(OrgData data) {
            Function<RowAddress, Object> id = fieldReader(owner, reference);
            return row -> id.apply(row) instanceof String text ? data.find(text).orElse(null) : null;
        }
    }

    /** Reads the value at the end of the path, null when a parent is missing. */
    Function<RowAddress, Object> reader(OrgData data) {
        Function<RowAddress, Object> reader = fieldReader(owner, field);
        for (int i = hops.size() - 1; i >= 0; i--) {
            Function<RowAddress, RowAddress> parent = hops.get(i).parent(data);
            Function<RowAddress, Object> rest = reader;
            reader = row -> {
                RowAddress found = parent.apply(row);
                return found == null ? null : rest.apply(found);
            };
        }
        return reader;
    }

    /** Reads a field from a record of the object, or of any object when the owner is {@code Name}. */
    static Function<RowAddress, Object> fieldReader(String owner, Field field) {
        if (!owner.equals(NAME)) {
            int column = field.column();
            return row -> row.value(column);
        }
        if (field.name().equals("Type")) {
            return row -> row.table().type().name();
        }
        String name = field.name();
        if (name.equals("Name")) {
            // Of an object whose name is another field, a case number for instance, that one.
            return row -> row.table()
                    .type()
                    .nameField()
                    .map(own -> row.value(own.column()))
                    .orElse(null);
        }
        return row -> row.table()
                .type()
                .field(name)
                .map(own -> row.value(own.column()))
                .orElse(null);
    }

    /** Whether a relationship on the way can name several objects. */
    boolean isPolymorphic() {
        return hops.stream().anyMatch(hop -> hop.reference().isPolymorphic());
    }

    /** One text for all spellings of the path. */
    String key() {
        return Stream.concat(
                        hops.stream()
                                .map(hop -> hop.reference().relationshipName().orElseThrow()),
                        Stream.of(field.name()))
                .collect(Collectors.joining("."))
                .toLowerCase(Locale.ROOT);
    }
}
