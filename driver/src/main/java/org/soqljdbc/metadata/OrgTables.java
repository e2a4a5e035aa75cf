package org.soqljdbc.metadata;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;

/** The objects of the org that are tables: those that can be queried. */
final class OrgTables {

    private final Catalog catalog;

    OrgTables(Catalog catalog) {
        this.catalog = catalog;
    }

    private static boolean isTable(ObjectSummary object) {
        return object.queryable() && !object.deprecatedAndHidden();
    }

    /** Every table that the arguments of a metadata method mean; at most the one call for the list of objects. */
    List<ObjectSummary> listed(TableArguments arguments) throws SQLException {
        if (!arguments.reachTheSchema()) {
            return List.of();
        }
        return catalog.objects(CallControl.unlimited()).stream()
                .filter(OrgTables::isTable)
                .filter(object -> arguments.table().matches(object.name()))
                .toList();
    }

    /**
     * The same with columns and keys. One name costs one describe; several cost a call for each 25 not yet known.
     *
     * @return without those that refuse describe
     */
    Collection<SObject> described(TableArguments arguments) throws SQLException {
        if (!arguments.reachTheSchema()) {
            return List.of();
        }
        Optional<String> name = arguments.table().onlyName();
        if (name.isPresent()) {
            return described(name.get()).map(List::of).orElse(List.of());
        }
        List<String> names = listed(arguments).stream().map(ObjectSummary::name).toList();
        if (names.size() == 1) {
            return described(names.get(0)).map(List::of).orElse(List.of());
        }
        return catalog.objects(names, CallControl.unlimited()).values();
    }

    /** A name that no object has means no rows, not an error. */
    private Optional<SObject> described(String name) throws SQLException {
        try {
            return Optional.of(catalog.object(name, CallControl.unlimited()))
                    .filter(object -> isTable(object.summary()));
        } catch (SQLException failure) {
            if (SqlState.NO_SUCH_TABLE.code().equals(failure.getSQLState())) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** The names of all tables, found whatever their case. */
    Set<String> names() throws SQLException {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        catalog.objects(CallControl.unlimited()).stream()
                .filter(OrgTables::isTable)
                .map(ObjectSummary::name)
                .forEach(names::add);
        return names;
    }
}
