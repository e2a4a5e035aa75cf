package org.soqljdbc.exec.write;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.soqljdbc.api.write.CompositeApi;
import org.soqljdbc.bind.write.ConstantExpressions;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.config.CompoundFields;
import org.soqljdbc.exec.write.chunk.ChunkSender;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.types.ParameterValue;
import org.soqljdbc.types.conversion.Conversions;

/**
 * What the statements of one connection that write have in common.
 *
 * @param zone of literals and values that have none
 * @param clock what CURRENT_DATE and the like read
 * @param compoundFields what {@code RETURNING *} names
 * @param conversions for the values of queried rows
 */
record WriteContext(
        Catalog catalog,
        ZoneId zone,
        Clock clock,
        CompoundFields compoundFields,
        RowQueries queries,
        Conversions conversions,
        WriteSession session,
        ChunkSender sender,
        CompositeApi composites,
        BulkWriter bulk,
        UnitOfWork unit) {

    ConstantExpressions constants(SqlText text, List<ParameterValue> parameters) {
        return new ConstantExpressions(text, zone, clock, parameters);
    }
}
