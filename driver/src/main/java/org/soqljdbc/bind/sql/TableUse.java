package org.soqljdbc.bind.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.grammar.sql.Name;
import org.soqljdbc.grammar.sql.TableReference;

/** One mention of a table in FROM. It is the query's root, or becomes the parent of another by a join. */
final class TableUse {

    private final TableReference.Table reference;
    private final SObject object;
    private Optional<TableUse> child = Optional.empty();
    private Optional<Field> through = Optional.empty();
    private boolean optional;

    TableUse(TableReference.Table reference, SObject object) {
        this.reference = reference;
        this.object = object;
    }

    TableReference.Table reference() {
        return reference;
    }

    SObject object() {
        return object;
    }

    /**
     * Makes it the parent that a reference of another table leads to.
     *
     * @param outer whether rows of the child stay that have no parent
     */
    void joinTo(TableUse childUse, Field reference, boolean outer) {
        child = Optional.of(childUse);
        through = Optional.of(reference);
        optional = outer;
    }

    boolean isJoined() {
        return child.isPresent();
    }

    /** Whether a row of the answer may be without it: it, or a table between it and the root, is joined by LEFT JOIN. */
    boolean mayBeMissing() {
        return optional || child.map(TableUse::mayBeMissing).orElse(false);
    }

    /** Whether rows without it are left out although a relationship path would keep them. */
    boolean isRequired() {
        return isJoined() && !optional;
    }

    /** The relationships that lead from the root to it; none for the root. */
    List<String> path() {
        List<String> path = new ArrayList<>(child.map(TableUse::path).orElse(List.of()));
        through.ifPresent(reference -> path.add(reference.relationshipName()));
        return path;
    }

    /** Whether the table stands at the bottom of the joins that lead to it. */
    boolean leadsTo(TableUse root) {
        return this == root || child.map(next -> next.leadsTo(root)).orElse(false);
    }

    /** Whether names before a column mean this table: its alias, or else its name with or without schema and catalog. */
    boolean isCalled(List<Name> qualifier) {
        Name last = qualifier.get(qualifier.size() - 1);
        if (reference.alias().isPresent()) {
            return qualifier.size() == 1 && same(reference.alias().get(), last);
        }
        boolean schemaFits = qualifier.size() == 1 || isSchema(qualifier.get(qualifier.size() - 2));
        return qualifier.size() <= FromClause.NAME_PARTS
                && schemaFits
                && last.text().equalsIgnoreCase(object.name());
    }

    /** All tables of a statement are in one of these. */
    private static boolean isSchema(Name name) {
        return name.text().equalsIgnoreCase(Catalog.SCHEMA) || name.text().equalsIgnoreCase(Catalog.TOOLING);
    }

    private static boolean same(Name a, Name b) {
        return a.text().equalsIgnoreCase(b.text());
    }
}
