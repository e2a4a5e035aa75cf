package org.soqljdbc.metadata;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.tables.TableFacts;
import org.soqljdbc.views.InformationSchema;

/** The objects of the org that are tables: those that can be queried. */
final class OrgTables {

    private final Catalog catalog;
    private final boolean listed;
    private final ResultSetOpener connection;

    /** @param listed whether its schema is found without being named */
    OrgTables(Catalog catalog, boolean listed, ResultSetOpener connection) {
        this.catalog = catalog;
        this.listed = listed;
        this.connection = connection;
    }

    /** The schema of all these tables. */
    String schema() {
        return catalog.schema();
    }

    /** Whether the arguments mean the schema. */
    boolean isReached(TableArguments arguments) {
        return listed ? arguments.reach(schema()) : arguments.name(schema());
    }

    /** Every table that the arguments of a metadata method mean; at most the one call for the list of objects. */
    List<ObjectSummary> listed(TableArguments arguments) throws SQLException {
        if (!isReached(arguments)) {
            return List.of();
        }
        return catalog.objects(connection.control()).stream()
                .filter(TableFacts::isTable)
                .filter(object -> arguments.table().matches(object.name()))
                .toList();
    }

    /**
     * The same with columns and keys. One name costs one describe; several cost a call for each 25 not yet known.
     *
     * @return without those that refuse describe
     */
    Collection<SObject> described(TableArguments arguments) throws SQLException {
        if (!isReached(arguments)) {
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
        return catalog.objects(names, this::passedOver, connection.control()).values();
    }

    private void passedOver(String name, SQLException why) {
        connection.warn("Object " + name + " is listed and refuses describe; it is left out: " + why.getMessage());
    }

    /** A name that no object has means no rows, not an error. */
    private Optional<SObject> described(String name) throws SQLException {
        try {
            return Optional.of(catalog.object(name, connection.control()))
                    .filter(object -> TableFacts.isTable(object.summary()));
        } catch (SQLException failure) {
            if (SqlState.NO_SUCH_TABLE.code().equals(failure.getSQLState())) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** The views of information_schema that the arguments mean; no call. */
    List<SObject> views(TableArguments arguments) {
        if (!arguments.reach(Catalog.VIEWS_SCHEMA)) {
            return List.of();
        }
        return InformationSchema.tables().stream()
                .filter(view -> arguments.table().matches(view.name()))
                .toList();
    }

    /** The names of all tables, found whatever their case. */
    Set<String> names() throws SQLException {
        return TableFacts.names(catalog, connection.control());
    }
}
