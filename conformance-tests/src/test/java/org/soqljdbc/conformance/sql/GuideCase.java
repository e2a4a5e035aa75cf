package org.soqljdbc.conformance.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One case of the SQL guide: a statement and what the guide says of it.
 *
 * @param line of the statement in its file, from 1
 * @param blocks what is said, in order
 */
record GuideCase(int line, String sql, List<Block> blocks) {

    private static final String BEFORE = "-- before: ";

    /** A fenced block after a statement. @param kind soql, plan, error, rows, calls or then */
    record Block(String kind, String text) {}

    /** The cases of a page: each {@code sql} block with the blocks up to the next. */
    static List<GuideCase> of(String markdown) {
        List<GuideCase> cases = new ArrayList<>();
        String[] lines = markdown.split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            if (!lines[at].startsWith("```") || lines[at].length() == 3) {
                continue;
            }
            String kind = lines[at].substring(3).strip();
            int from = at + 1;
            at = from;
            while (!lines[at].startsWith("```")) {
                at++;
            }
            String text = String.join("\n", List.of(lines).subList(from, at));
            if (kind.equals("sql")) {
                cases.add(new GuideCase(from + 1, text, new ArrayList<>()));
            } else if (List.of("soql", "plan", "error", "rows", "calls", "then").contains(kind)) {
                cases.get(cases.size() - 1).blocks().add(new Block(kind, text));
            }
        }
        return cases;
    }

    /** The block of a kind, if there is one. */
    Optional<String> block(String kind) {
        return blocks.stream()
                .filter(block -> block.kind().equals(kind))
                .map(Block::text)
                .findFirst();
    }

    /** The values that a line {@code -- ? = 'Energy', 5, null} gives the parameters. */
    List<Object> parameters() {
        List<Object> values = new ArrayList<>();
        for (String line : sql.split("\n")) {
            if (line.startsWith("-- ? = ")) {
                for (String value : line.substring("-- ? = ".length()).split(", ")) {
                    values.add(value(value.strip()));
                }
            }
        }
        return values;
    }

    /** The statements in lines {@code -- before: INSERT ...}, which make what the case needs. */
    List<String> before() {
        return sql.lines()
                .filter(line -> line.startsWith(BEFORE))
                .map(line -> line.substring(BEFORE.length()))
                .toList();
    }

    private static Object value(String text) {
        if (text.startsWith("'")) {
            return text.substring(1, text.length() - 1);
        }
        return switch (text) {
            case "null" -> null;
            case "true", "false" -> Boolean.valueOf(text);
            default ->
                text.startsWith("[") ? text.substring(1, text.length() - 1).split(";") : (Object) Integer.valueOf(text);
        };
    }
}
