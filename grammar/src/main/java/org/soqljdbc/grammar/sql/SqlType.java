package org.soqljdbc.grammar.sql;

import java.util.Optional;

/**
 * A type as written in a CAST: {@code DECIMAL(10, 2)}.
 *
 * @param name in capitals, with one blank between words: {@code DOUBLE PRECISION}, {@code TIMESTAMP WITH TIME ZONE};
 *     not looked into
 * @param precision or length, 0 or more
 * @param scale 0 or more; present only with a precision
 */
public record SqlType(String name, Optional<Integer> precision, Optional<Integer> scale) {

    /** A type without precision. */
    public static SqlType of(String name) {
        return new SqlType(name, Optional.empty(), Optional.empty());
    }
}
