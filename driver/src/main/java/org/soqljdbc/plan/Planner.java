package org.soqljdbc.plan;

import java.math.BigDecimal;
import java.util.Optional;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.SelectItem;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.grammar.soql.Value;

/** Makes the plan of a bound query. */
public final class Planner {

    /** Grouped answers cannot be paged and hold at most this many rows (SOQL and SOSL Reference, GROUP BY). */
    private static final long MAX_GROUPS = 2_000;

    private Planner() {}

    /**
     * The plan of one run.
     *
     * @param text the text as the user wrote it, which is what travels unless something in the query changed
     * @param query the query with literals where it had parameters
     * @param maxRows the most rows the caller wants, 0 for all
     * @param queryAll whether the connection asks to see deleted rows
     */
    public static QueryPlan plan(String text, SoqlQuery query, BoundQuery bound, long maxRows, boolean queryAll) {
        SoqlQuery toSend = query.withAllRows(false);
        boolean limitTravels = maxRows > 0 && takesLimit(query, maxRows);
        if (limitTravels) {
            toSend = toSend.withLimit(lower(query.limit(), maxRows));
        }
        boolean asWritten = toSend.equals(bound.query());
        return new QueryPlan(
                asWritten ? text : SoqlWriter.write(toSend),
                queryAll || query.allRows(),
                bound,
                limitTravels ? 0 : maxRows,
                query.select().stream().noneMatch(item -> item instanceof SelectItem.Child));
    }

    /**
     * Whether a LIMIT leaves the rows what they are. {@code COUNT()} would count no further; an aggregate without GROUP
     * BY refuses it; and a grouped answer that is too long must fail rather than be cut by a limit nobody wrote.
     */
    private static boolean takesLimit(SoqlQuery query, long maxRows) {
        if (query.isCountAll()) {
            return false;
        }
        if (query.isAggregate()) {
            return query.groupBy().isPresent() && maxRows <= MAX_GROUPS;
        }
        return true;
    }

    private static Optional<Value> lower(Optional<Value> written, long maxRows) {
        if (written.isPresent()
                && written.get() instanceof NumberLiteral limit
                && new BigDecimal(limit.digits()).compareTo(BigDecimal.valueOf(maxRows)) <= 0) {
            return written;
        }
        return Optional.of(new NumberLiteral(Long.toString(maxRows)));
    }
}
