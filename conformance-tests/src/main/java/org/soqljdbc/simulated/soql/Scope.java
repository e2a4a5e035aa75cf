package org.soqljdbc.simulated.soql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.grammar.soql.FieldPath;
import org.soqljdbc.grammar.soql.SoqlQuery.FromItem;
import org.soqljdbc.simulated.schema.Field;
import org.soqljdbc.simulated.schema.SObjectType;
import org.soqljdbc.simulated.schema.Schema;

/** What names mean inside one query: the object it is about, and the aliases of FROM. */
final class Scope {

    /** SOQL and SOSL Reference, "Understanding Relationship Query Limitations". */
    private static final int MOST_HOPS = 5;

    private final Schema schema;
    private final QueryText text;
    private final SObjectType root;
    private final Map<String, List<String>> aliases = new HashMap<>();

    Scope(Schema schema, QueryText text, SObjectType root) {
        this.schema = schema;
        this.text = text;
        this.root = root;
    }

    SObjectType root() {
        return root;
    }

    /** Learns the aliases of FROM; the first item is the object itself. */
    void learn(List<FromItem> from) {
        from.get(0).alias().ifPresent(alias -> aliases.put(key(alias), List.of()));
        for (FromItem item : from.subList(1, from.size())) {
            List<String> path = strip(item.path().names());
            aliases.put(key(item.alias().orElse(item.path().last())), path);
        }
    }

    /** The path without the alias or the object's own name at its head. */
    private List<String> strip(List<String> names) {
        List<String> prefix = aliases.get(key(names.get(0)));
        if (prefix == null
                && names.get(0).equalsIgnoreCase(root.name())
                && root.relationship(names.get(0)).isEmpty()) {
            prefix = List.of();
        }
        if (prefix == null || names.size() == 1) {
            return names;
        }
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(names.subList(1, names.size()));
        return whole;
    }

    /** Finds a field. */
    ResolvedPath resolve(FieldPath path) {
        List<String> names = strip(path.names());
        Walk walk = walk(path, names.subList(0, names.size() - 1));
        String last = names.get(names.size() - 1);
        Field field = walk.type.field(last).orElseThrow(() -> noColumn(path, last, walk.type.name()));
        return new ResolvedPath(walk.hops, field, walk.type.name());
    }

    /** Finds a relationship. @return the hops of the path, at least one */
    List<ResolvedPath.Hop> resolveRelationship(FieldPath path) {
        return walk(path, strip(path.names())).hops;
    }

    private record Walk(SObjectType type, List<ResolvedPath.Hop> hops) {}

    private Walk walk(FieldPath path, List<String> relationships) {
        SObjectType type = root;
        List<ResolvedPath.Hop> hops = new ArrayList<>();
        for (String name : relationships) {
            SObjectType owner = type;
            Field reference = owner.relationship(name).orElseThrow(() -> noRelationship(path, name));
            hops.add(new ResolvedPath.Hop(owner.name(), reference));
            String target = reference.isPolymorphic()
                    ? ResolvedPath.NAME
                    : reference.referenceTo().get(0);
            Optional<SObjectType> next = schema.type(target);
            type = next.orElseThrow(() -> noRelationship(path, name));
        }
        if (hops.size() > MOST_HOPS) {
            // The rule is documented, the wording of the refusal is not.
            throw text.refuse(path, "MALFORMED_QUERY", "a path can name at most " + MOST_HOPS + " relationships");
        }
        return new Walk(type, hops);
    }

    private Refusal noColumn(FieldPath path, String name, String type) {
        return text.refuse(
                path,
                "INVALID_FIELD",
                "No such column '" + name + "' on entity '" + type
                        + "'. If you are attempting to use a custom field, be sure to append the '__c' after the custom"
                        + " field name. Please reference your WSDL or the describe call for the appropriate names.");
    }

    private Refusal noRelationship(FieldPath path, String name) {
        return text.refuse(
                path,
                "INVALID_FIELD",
                "Didn't understand relationship '" + name
                        + "' in field path. If you are attempting to use a custom relationship, be sure to append the"
                        + " '__r' after the custom relationship name. Please reference your WSDL or the describe call"
                        + " for the appropriate names.");
    }

    /** A refusal that shows where the node stands. */
    Refusal refuse(Object node, String errorCode, String message) {
        return text.refuse(node, errorCode, message);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
