package org.soqljdbc.metadata;

import java.sql.DatabaseMetaData;
import org.soqljdbc.catalog.Catalog;

/** The door of this package: makes the DatabaseMetaData of a connection. */
public final class OrgMetaData {

    private OrgMetaData() {}

    /**
     * Makes it; asks the org nothing until a method needs to know.
     *
     * @param catalog the org's facts, fetched with the connection's calls
     * @param opener how a stream becomes a result set
     */
    public static DatabaseMetaData of(ConnectionFacts connection, Catalog catalog, ResultSetOpener opener) {
        return new DatabaseMetaDataFace(connection, catalog, opener);
    }
}
