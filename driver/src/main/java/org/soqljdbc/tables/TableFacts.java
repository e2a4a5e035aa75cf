package org.soqljdbc.tables;

import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.ObjectSummary;
import org.soqljdbc.http.CallControl;

/** What an object is as a table. */
public final class TableFacts {

    private TableFacts() {}

    /** Whether it is one: it can be queried, and is not on its way out. */
    public static boolean isTable(ObjectSummary object) {
        return object.queryable() && !object.deprecatedAndHidden();
    }

    /** The names of all tables, found whatever their case; at most the one call for the list of objects. */
    public static Set<String> names(Catalog catalog, CallControl control) throws SQLException {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        catalog.objects(control).stream()
                .filter(TableFacts::isTable)
                .map(ObjectSummary::name)
                .forEach(names::add);
        return names;
    }

    /** The label, and what the object is in Salesforce: {@code Invoice (custom object)}. */
    public static String remarks(ObjectSummary object) {
        return object.label() + " (" + kind(object) + ")";
    }

    /** By the suffix of the API name (Salesforce Object Reference, "API Names"). */
    public static String kind(ObjectSummary object) {
        if (object.customSetting()) {
            return "custom setting";
        }
        String name = object.name();
        int suffix = name.lastIndexOf("__");
        return switch (suffix < 0 ? "" : name.substring(suffix)) {
            case "__mdt" -> "custom metadata type";
            case "__b" -> "big object";
            case "__x" -> "external object";
            case "__kav" -> "knowledge article";
            case "__Share" -> "sharing rows";
            case "__History" -> "field history";
            case "__Feed" -> "feed";
            default -> object.custom() ? "custom object" : "standard object";
        };
    }
}
