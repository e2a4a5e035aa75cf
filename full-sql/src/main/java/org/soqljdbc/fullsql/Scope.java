package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables that one SELECT reads, by the names it gives them. */
final class Scope {

    /** @param table empty where it is no object of the org */
    record Use(String alias, Optional<OrgTable> table) {}

    private final List<Use> uses = new ArrayList<>();
    private boolean merged;

    void add(String alias, Optional<OrgTable> table) {
        uses.add(new Use(alias, table));
    }

    List<Use> uses() {
        return uses;
    }

    /** USING and NATURAL make one column of two: only Calcite knows then what a star is. */
    void mergeColumns() {
        merged = true;
    }

    boolean isExpandable() {
        return !merged && !uses.isEmpty();
    }

    Optional<Use> use(String alias) {
        return uses.stream().filter(use -> use.alias().equalsIgnoreCase(alias)).findFirst();
    }

    /** The one object that has a parent relationship of a name. */
    Optional<Use> withRelationship(String name) {
        return uses.stream()
                .filter(use -> use.table().isPresent()
                        && use.table().get().object().reference(name).isPresent())
                .findFirst();
    }

    /** Whether a table has that column; of what is no object of the org nobody knows yet. */
    boolean mayHave(String column) {
        return uses.stream()
                .anyMatch(use -> use.table().isPresent()
                        && use.table().get().object().field(column).isPresent());
    }

    /** A field that a star leaves out becomes a column where it is named. */
    void mention(String field) {
        uses.forEach(use -> use.table().ifPresent(table -> table.mention(field)));
    }
}
