package org.soqljdbc.grammar.soql.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.soqljdbc.grammar.soql.Argument;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.FunctionCall;
import org.soqljdbc.grammar.soql.Operand;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.Value;

/**
 * The names of one query's FROM, and paths told apart from their spelling: {@code c.Account.Name}, {@code a.name} and
 * {@code Account.Name} are one field in {@code FROM Contact c, c.Account a}.
 */
final class QueryNames {

    private final List<SoqlQuery.FromItem> from;
    private final Map<String, SoqlQuery.FromItem> byAlias = new HashMap<>();

    QueryNames(SoqlQuery query) {
        this.from = query.from();
        for (SoqlQuery.FromItem item : from) {
            item.alias().ifPresent(alias -> byAlias.put(folded(alias), item));
        }
    }

    /** The names from the root on, folded to lower case. */
    List<String> fromRoot(FieldPath path) {
        return fromRoot(path, new HashSet<>());
    }

    private List<String> fromRoot(FieldPath path, Set<String> expanded) {
        List<String> names =
                new ArrayList<>(path.names().stream().map(QueryNames::folded).toList());
        if (names.size() == 1) {
            return names;
        }
        String first = names.get(0);
        SoqlQuery.FromItem root = from.get(0);
        SoqlQuery.FromItem named = byAlias.get(first);
        if (named == root || named == null && folded(root.path().last()).equals(first)) {
            names.remove(0);
        } else if (named != null && expanded.add(first)) {
            names.remove(0);
            names.addAll(0, relationship(named.path(), expanded));
        }
        return names;
    }

    /** A path of FROM, where even a single name may be an alias to expand. */
    private List<String> relationship(FieldPath path, Set<String> expanded) {
        return path.names().size() == 1 ? List.of(folded(path.last())) : fromRoot(path, expanded);
    }

    /** Equal for operands that mean the same. */
    String key(Argument argument) {
        if (argument instanceof FieldPath path) {
            return String.join(".", fromRoot(path));
        }
        if (argument instanceof FunctionCall call) {
            List<String> arguments = call.arguments().stream().map(this::key).toList();
            return call.function() + "(" + String.join(",", arguments) + ")";
        }
        return SoqlWriter.write((Value) argument);
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Every field path in an operand, in order. */
    static List<FieldPath> paths(Operand operand) {
        List<FieldPath> paths = new ArrayList<>();
        addPaths(operand, paths);
        return paths;
    }

    private static void addPaths(Argument argument, List<FieldPath> paths) {
        if (argument instanceof FieldPath path) {
            paths.add(path);
        } else if (argument instanceof FunctionCall call) {
            call.arguments().forEach(inner -> addPaths(inner, paths));
        }
    }
}
