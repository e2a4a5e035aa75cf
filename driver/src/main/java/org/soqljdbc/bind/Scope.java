package org.soqljdbc.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.SoqlQuery;

/** What the names of one query level start from: its object, and the aliases of its FROM. */
final class Scope {

    private final SObject root;
    private final List<String> rootNames = new ArrayList<>();
    private final Map<String, List<String>> relationshipAliases = new HashMap<>();

    Scope(SObject root, SoqlQuery query) {
        this.root = root;
        rootNames.add(key(root.name()));
        rootNames.add(key(query.root().path().last()));
        query.root().alias().ifPresent(alias -> rootNames.add(key(alias)));
        for (SoqlQuery.FromItem item : query.from().subList(1, query.from().size())) {
            item.alias()
                    .ifPresent(alias -> relationshipAliases.put(
                            key(alias), relative(item.path()).names()));
        }
    }

    SObject root() {
        return root;
    }

    /** The path from the object, without the alias or object name that may stand before it. */
    FieldPath relative(FieldPath path) {
        if (path.names().size() == 1) {
            return path;
        }
        String first = key(path.names().get(0));
        List<String> rest = path.names().subList(1, path.names().size());
        if (relationshipAliases.containsKey(first)) {
            List<String> whole = new ArrayList<>(relationshipAliases.get(first));
            whole.addAll(rest);
            return new FieldPath(whole);
        }
        // A relationship of the object may bear the object's own name (Account.Account does not exist, but a
        // custom Foo__r.Foo__r may): the relationship wins only where it exists.
        if (rootNames.contains(first) && root.reference(path.names().get(0)).isEmpty()) {
            return new FieldPath(rest);
        }
        return path;
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
