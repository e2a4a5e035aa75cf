package org.soqljdbc.plan;

import java.sql.SQLException;
import java.util.Optional;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.types.Column;

/** What the planner asks of the floor below about queries it has made itself; their objects are known already. */
public interface OrgFacts {

    /** Finds what the names of a query mean. @param query without parameters */
    BoundQuery bind(SoqlQuery query) throws SQLException;

    /** The field a column shows; empty for a computed one. */
    Optional<Field> field(Column column) throws SQLException;
}
