package org.soqljdbc.bind;

import java.util.List;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.grammar.soql.SoqlQuery;

/**
 * A query whose every name is known.
 *
 * @param query as read
 * @param root the object after FROM
 * @param columns the answer's columns; one for {@code COUNT()}, whose value is the reply's totalSize
 * @param parameters what each {@code ?} of the whole text stands for, by index; empty for a subquery
 */
public record BoundQuery(SoqlQuery query, SObject root, List<BoundColumn> columns, List<ParameterTarget> parameters) {

    public BoundQuery {
        columns = List.copyOf(columns);
        parameters = List.copyOf(parameters);
    }
}
