package org.soqljdbc.simulated.soql;

import java.util.Optional;
import java.util.function.Function;
import org.soqljdbc.simulated.schema.Field;

/**
 * An operand found in the schema: what it is, and how to read it.
 *
 * @param <C> what it is read from: a row, or a group of rows
 * @param label the name in messages and, without an alias, in the answer
 * @param field the field itself, when the operand is a plain path
 * @param throughParent whether a relationship stands before the field
 */
record Bound<C>(
        String label, ValueKind kind, Optional<Field> field, boolean throughParent, Function<C, Object> reader) {

    Object read(C context) {
        return reader.apply(context);
    }

    /** Whether letter case counts in comparisons. */
    boolean caseSensitive() {
        return field.filter(Field::caseSensitive).isPresent();
    }
}
