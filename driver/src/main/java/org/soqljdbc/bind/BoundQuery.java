package org.soqljdbc.bind;

import java.util.List;
import org.soqljdbc.catalog.SObject;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.types.ParameterValue;

/**
 * A query whose every name is known.
 *
 * @param query as read
 * @param root the object after FROM
 * @param columns the answer's columns; one for {@code COUNT()}, whose value is the reply's totalSize
 * @param parameters what each {@code ?} of the whole text stands for, by index; empty for a subquery
 * @param literalsFit whether every literal, also in subqueries, has the kind its field takes: Salesforce refuses the
 *     others, SQL converts them
 * @param nullDifferences where SOQL finds rows without a value that SQL would leave out; nothing for a subquery
 */
public record BoundQuery(
        SoqlQuery query,
        SObject root,
        List<BoundColumn> columns,
        List<ParameterTarget> parameters,
        boolean literalsFit,
        NullDifferences.Found nullDifferences) {

    public BoundQuery {
        columns = List.copyOf(columns);
        parameters = List.copyOf(parameters);
    }

    /** A query of which nobody asks what SQL would make of its nulls. */
    public BoundQuery(
            SoqlQuery query,
            SObject root,
            List<BoundColumn> columns,
            List<ParameterTarget> parameters,
            boolean literalsFit) {
        this(query, root, columns, parameters, literalsFit, NullDifferences.Found.NOTHING);
    }

    /**
     * The operands, as written, whose rows without a value SOQL finds and SQL would leave out.
     *
     * @param values one for each parameter: null, compared with, is another difference
     */
    public List<String> operandsWhoseNullsDiffer(List<ParameterValue> values) {
        return nullDifferences.with(values);
    }
}
