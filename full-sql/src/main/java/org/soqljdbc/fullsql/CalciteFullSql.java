package org.soqljdbc.fullsql;

import org.soqljdbc.exec.spi.FullSql;
import org.soqljdbc.exec.spi.OrgTables;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SqlText;

/** The door: found by {@link java.util.ServiceLoader}. */
public final class CalciteFullSql implements FullSql {

    /** For {@link java.util.ServiceLoader}. */
    public CalciteFullSql() {}

    @Override
    public PreparedQuery prepare(SqlText text, Query query, OrgTables org) {
        return new LocalQuery(text, query, org);
    }
}
