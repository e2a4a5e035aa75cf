package org.soqljdbc.grammar.sql;

import java.util.Arrays;
import java.util.List;

/**
 * One name. Names ignore case, quoted or not; {@code text} keeps the spelling, quotes and their doubling resolved.
 *
 * @param quoted whether it can only be a name: it stood in quotes, or it is a word of SQL where a name was meant
 *     ({@code FROM Order})
 */
public record Name(String text, boolean quoted) {

    /** A name without quotes. */
    public static Name of(String text) {
        return new Name(text, false);
    }

    /** Names without quotes, for a path. */
    public static List<Name> path(String... texts) {
        return Arrays.stream(texts).map(Name::of).toList();
    }
}
