package org.soqljdbc.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which names an argument of a DatabaseMetaData method means.
 *
 * <p>As JDBC has it: null restricts nothing; the empty string means only things without such a name; in a pattern
 * {@code %} stands for any characters and {@code _} for one, unless a backslash stands before them. Names are
 * equal whatever their case, as everywhere in Salesforce.
 */
public final class NamePattern {

    /** What getSearchStringEscape says. */
    private static final char ESCAPE = '\\';

    private static final NamePattern ANY = new NamePattern(null);

    private enum Kind {
        CHARACTER,
        ONE,
        MANY
    }

    private record Part(Kind kind, char written) {

        char folded() {
            return Character.toUpperCase(written);
        }
    }

    /** Null where everything is meant. */
    private final List<Part> parts;

    private NamePattern(List<Part> parts) {
        this.parts = parts;
    }

    /** A pattern argument ({@code schemaPattern}, {@code tableNamePattern}); may be null. */
    public static NamePattern like(String pattern) {
        if (pattern == null) {
            return ANY;
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%') {
                parts.add(new Part(Kind.MANY, c));
            } else if (c == '_') {
                parts.add(new Part(Kind.ONE, c));
            } else if (c == ESCAPE && i + 1 < pattern.length()) {
                parts.add(new Part(Kind.CHARACTER, pattern.charAt(++i)));
            } else {
                parts.add(new Part(Kind.CHARACTER, c));
            }
        }
        return new NamePattern(parts);
    }

    /** An argument that is a name and no pattern ({@code catalog}, {@code table}); may be null. */
    public static NamePattern exactly(String name) {
        if (name == null) {
            return ANY;
        }
        return new NamePattern(
                name.chars().mapToObj(c -> new Part(Kind.CHARACTER, (char) c)).toList());
    }

    /** Whether a thing of that name is meant. @param name "" for a thing without one */
    public boolean matches(String name) {
        if (parts == null) {
            return true;
        }
        int part = 0;
        int at = 0;
        int lastMany = -1;
        int resumeAt = 0;
        while (at < name.length()) {
            if (part < parts.size() && parts.get(part).kind() == Kind.MANY) {
                lastMany = part++;
                resumeAt = at;
            } else if (part < parts.size() && accepts(parts.get(part), name.charAt(at))) {
                part++;
                at++;
            } else if (lastMany >= 0) {
                part = lastMany + 1;
                at = ++resumeAt;
            } else {
                return false;
            }
        }
        while (part < parts.size() && parts.get(part).kind() == Kind.MANY) {
            part++;
        }
        return part == parts.size();
    }

    private static boolean accepts(Part part, char c) {
        return part.kind() == Kind.ONE || part.folded() == Character.toUpperCase(c);
    }

    /** The one name that is meant, as it was written; empty if several may be, or none. */
    public Optional<String> onlyName() {
        if (parts == null || parts.isEmpty() || parts.stream().anyMatch(part -> part.kind() != Kind.CHARACTER)) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder(parts.size());
        parts.forEach(part -> name.append(part.written()));
        return Optional.of(name.toString());
    }
}
