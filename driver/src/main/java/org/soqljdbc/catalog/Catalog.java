package org.soqljdbc.catalog;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soqljdbc.http.CallControl;

/** The org's objects, asked for when needed and then kept. Safe for use by many threads. */
public interface Catalog {

    /** The one schema that all objects are in: Salesforce has none, and SQL clients want one. */
    String SCHEMA = "salesforce";

    /** The schema of Tooling API's objects: what an org is made of, such as classes and fields. */
    String TOOLING = "tooling";

    /** The schema of the views that describe the others. */
    String VIEWS_SCHEMA = "information_schema";

    /** The schema that its objects are in. */
    default String schema() {
        return SCHEMA;
    }

    /** The objects of Tooling API, where this is the catalog of the org's own. */
    default Optional<Catalog> tooling() {
        return Optional.empty();
    }

    /** Every object the user may see, by name; one call the first time. */
    List<ObjectSummary> objects(CallControl control) throws SQLException;

    /** One object; one call the first time. @throws SQLException 42S02 naming the nearest object if there is none */
    SObject object(String name, CallControl control) throws SQLException;

    /** Takes what describe refused. */
    @FunctionalInterface
    interface Refusals {

        /** @param name as asked for */
        void refused(String name, SQLException why);
    }

    /**
     * Several objects, in one call for each 25 not yet known.
     *
     * @param refusals is told of each object that refuses describe
     * @return by name as asked; an object that refuses describe is missing
     */
    Map<String, SObject> objects(Collection<String> names, Refusals refusals, CallControl control) throws SQLException;

    /** The same where it is enough that a refused object is missing. */
    default Map<String, SObject> objects(Collection<String> names, CallControl control) throws SQLException {
        return objects(names, (name, why) -> {}, control);
    }
}
