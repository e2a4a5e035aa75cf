package org.soqljdbc.exec.spi;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;

/** What a planner needs of the org: its facts, and scans. Safe for use by many threads. */
public interface OrgTables {

    /** Objects and fields; what is not known yet is described when asked for. */
    Catalog catalog();

    /** Zone of literals and values that have none. */
    ZoneId zone();

    /** What CURRENT_DATE and the like read. */
    Clock clock();

    /** As which columns tables have addresses and locations. */
    CompoundFields compoundFields();

    /** Whether scans may ask for less than whole objects: conditions, order, limits, groups. */
    boolean pushesDown();

    /** The most rows that one step of a plan may hold in memory; {@link Integer#MAX_VALUE} for no limit. */
    int maxLocalRows();

    /**
     * What the module keeps for the statements of one connection, such as plans.
     *
     * @param first makes it when it is first asked for
     */
    <T> T kept(Class<T> type, Supplier<T> first);

    /**
     * Asks a query.
     *
     * @param query without parameters
     * @return its rows, a column for each select item; {@code COUNT()} is one row
     */
    RowStream scan(SoqlQuery query, CallControl control) throws SQLException;
}
