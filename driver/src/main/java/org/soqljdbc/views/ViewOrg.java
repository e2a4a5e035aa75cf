package org.soqljdbc.views;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.soqljdbc.api.LimitsApi;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.tables.TableFacts;

/** What the rows of one reading of a view are made of; asks the org nothing until it has to. */
final class ViewOrg {

    private final Catalog catalog;
    private final LimitsApi limits;
    private final CompoundFields shown;
    private final CallControl control;
    private Set<String> names;

    ViewOrg(Catalog catalog, LimitsApi limits, CompoundFields shown, CallControl control) {
        this.catalog = catalog;
        this.limits = limits;
        this.shown = shown;
        this.control = control;
    }

    Catalog catalog() {
        return catalog;
    }

    CompoundFields shown() {
        return shown;
    }

    CallControl control() {
        return control;
    }

    List<ObjectSummary> tables() throws SQLException {
        return catalog.objects(control).stream().filter(TableFacts::isTable).toList();
    }

    /** The names of all tables, found whatever their case. */
    Set<String> tableNames() throws SQLException {
        if (names == null) {
            names = TableFacts.names(catalog, control);
        }
        return names;
    }

    List<LimitsApi.ApiLimit> limits() throws SQLException {
        return limits.limits(control);
    }
}
