package org.soqljdbc.grammar.soql;

import java.util.List;

/**
 * A field or relationship by its path, as written: {@code Account.Owner.Name}.
 *
 * @param names at least one; the first may be an alias of FROM or the object's own name
 */
public record FieldPath(List<String> names) implements Operand {

    public FieldPath {
        names = List.copyOf(names);
    }

    public static FieldPath of(String... names) {
        return new FieldPath(List.of(names));
    }

    /** The field itself: the last name. */
    public String last() {
        return names.get(names.size() - 1);
    }

    /** The path with dots, as written. */
    @Override
    public String toString() {
        return String.join(".", names);
    }
}
