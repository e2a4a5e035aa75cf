package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.types.Column;

/**
 * One request.
 *
 * @param soql what is sent
 * @param includeDeleted whether queryAll is asked, which sees deleted and archived rows
 * @param bound what the rows mean
 * @param localLimit rows after which the driver itself stops; 0 for no bound
 * @param prefetch whether the next page may be asked for while this one is read; never with child subqueries, whose
 *     own pages a request for the parent's next page would invalidate (SOAP API Developer Guide, queryMore)
 */
public record QueryPlan(String soql, boolean includeDeleted, BoundQuery bound, long localLimit, boolean prefetch)
        implements Plan {

    @Override
    public List<Column> columns() {
        return bound.columns().stream().map(column -> column.column()).toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) throws SQLException {
        return visitor.query(this);
    }
}
