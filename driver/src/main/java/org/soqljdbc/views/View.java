package org.soqljdbc.views;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.catalog.SObject;

/**
 * One view of {@code information_schema}.
 *
 * @param first makes the rows that need no describes: rows of the views themselves, or all
 * @param ofTable makes the rows of one described table; empty where no table is described
 */
record View(String name, String remarks, List<ViewColumn> columns, First first, Optional<OfTable> ofTable) {

    /** The column by which rows are chosen before anything is described. */
    static final String TABLE_NAME = "table_name";

    /** Makes rows that no describe is needed for. */
    interface First {
        void add(ViewOrg org, TableChoice chosen, ViewRows rows) throws SQLException;
    }

    /** Makes the rows of one table. @see Catalog */
    interface OfTable {
        void add(ViewOrg org, String schema, SObject table, ViewRows rows) throws SQLException;
    }

    /** One that is made of describes; the views themselves are tables too. */
    static View described(String name, String remarks, List<ViewColumn> columns, OfTable ofTable) {
        return new View(name, remarks, columns, (org, chosen, rows) -> {}, Optional.of(ofTable));
    }

    /** One that needs no describe. */
    static View listed(String name, String remarks, List<ViewColumn> columns, First first) {
        return new View(name, remarks, columns, first, Optional.empty());
    }

    /** {@code information_schema.tables}: no object of an org has a point in its name. */
    String qualifiedName() {
        return Catalog.VIEWS_SCHEMA + "." + name;
    }

    /** As an object, so that whatever reads objects reads views. @param named as it shall be called */
    SObject object(String named) {
        ObjectSummary summary =
                new ObjectSummary(named, remarks, remarks, "", false, false, true, false, false, false, false);
        return new SObject(summary, columns.stream().map(ViewColumn::field).toList(), List.of());
    }

    boolean isCalled(String other) {
        return name.equals(other.toLowerCase(Locale.ROOT));
    }
}
