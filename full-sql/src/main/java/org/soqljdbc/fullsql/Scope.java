package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The tables that one SELECT reads, by the names it gives them. */
final class Scope {

    /** @param table empty where it is no object of the org */
    record Use(String alias, Optional<OrgTable> table) {}

    private final List<Use> uses = new ArrayList<>();
    private final Map<String, Supplier<SqlNode>> merged = new LinkedHashMap<>();
    private boolean unknown;

    void add(String alias, Optional<OrgTable> table) {
        uses.add(new Use(alias, table));
    }

    List<Use> uses() {
        return uses;
    }

    /** USING makes one column of two. @param column a new tree each time, for Calcite changes what it checks */
    void merge(String name, Supplier<SqlNode> column) {
        merged.put(name.toUpperCase(Locale.ROOT), column);
    }

    Optional<Supplier<SqlNode>> merged(String name) {
        return Optional.ofNullable(merged.get(name.toUpperCase(Locale.ROOT)));
    }

    /** In the spelling of the tables. */
    List<String> mergedNames() {
        return merged.keySet().stream()
                .map(name -> uses.stream()
                        .flatMap(use -> use.table().stream())
                        .flatMap(table -> table.column(name).stream())
                        .map(OrgTable.TableColumn::name)
                        .findFirst()
                        .orElse(name))
                .toList();
    }

    /** NATURAL, and USING of what is no object, make columns that only Calcite knows: so it must say what a star is. */
    void mergeColumns() {
        unknown = true;
    }

    boolean isExpandable() {
        return !unknown && !uses.isEmpty();
    }

    /** The column of the one table of some that has it; empty if another than an object of the org is among them. */
    static Optional<Supplier<SqlNode>> only(List<Use> uses, String name, SqlParserPos at) {
        List<Use> having = uses.stream()
                .filter(use ->
                        use.table().isEmpty() || use.table().get().column(name).isPresent())
                .toList();
        return having.size() == 1 && uses.stream().allMatch(use -> use.table().isPresent())
                ? Optional.of(() -> new SqlIdentifier(List.of(having.get(0).alias(), name), at))
                : Optional.empty();
    }

    boolean hasColumn(String name) {
        return uses.stream()
                .anyMatch(use -> use.table().isPresent()
                        && use.table().get().column(name).isPresent());
    }

    boolean hasChildren(String relationship) {
        return uses.stream()
                .anyMatch(use -> use.table().isPresent()
                        && use.table().get().object().child(relationship).isPresent());
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
