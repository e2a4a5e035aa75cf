package org.soqljdbc.exec.spi;

import java.sql.SQLException;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SqlText;

/** Runs any SELECT over scans of the org's objects. Found by {@link java.util.ServiceLoader}, through our own class loader. */
public interface FullSql {

    /**
     * Prepares a query; plans when it first has to.
     *
     * @param query the statement of text, or the query inside it
     * @throws SQLException 0A000 for what SQL has and this cannot run; 42xxx for what is wrong
     */
    PreparedQuery prepare(SqlText text, Query query, OrgTables org) throws SQLException;
}
