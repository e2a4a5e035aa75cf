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
 * @param literalsFit whether every literal, also in subqueries, has the kind its field takes: Salesforce refuses the
 *     others, SQL converts them
 */
public record BoundQuery(
        SoqlQuery query,
        SObject root,
        List<BoundColumn> columns,
        List<ParameterTarget> parameters,
        boolean literalsFit) {

    public BoundQuery {
        columns = List.copyOf(columns);
        parameters = List.copyOf(parameters);
    }
}
