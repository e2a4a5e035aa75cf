package org.soqljdbc.exec.write;

import java.sql.SQLException;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SqlText;

/** The ordinary road of a SELECT, for the rows that a write needs. */
@FunctionalInterface
public interface RowQueries {

    /** Prepares a query; no I/O. @param text whose parameters and places the query's nodes are */
    PreparedQuery prepare(SqlText text, Query query) throws SQLException;
}
