package org.soqljdbc.exec;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.grammar.soql.DateLiteral;
import org.soqljdbc.grammar.soql.NumberLiteral;
import org.soqljdbc.grammar.soql.StringLiteral;
import org.soqljdbc.grammar.soql.Value;
import org.soqljdbc.plan.Plan;
import org.soqljdbc.plan.QueryPlan;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.RowView;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;
import org.soqljdbc.types.SfType;

/**
 * The groups of a query, more than one answer holds: each request begins where the answer before ended. Holds one
 * answer's groups. Not thread-safe.
 */
final class RangedGroups implements RowStream, RowView {

    /** Grouped answers hold at most this many rows (SOQL and SOSL Reference, GROUP BY). */
    private static final int MOST_GROUPS = 2_000;

    private final Plan.Ranged plan;
    private final Plan.Visitor<RowStream> asking;
    private final SfType type;
    private final Deque<RowValues> answered = new ArrayDeque<>();
    private Optional<QueryPlan> next;
    private RowValues current;

    /** Asks the first request, so that what is refused is refused here. */
    RangedGroups(Plan.Ranged plan, Plan.Visitor<RowStream> asking) throws SQLException {
        this.plan = plan;
        this.asking = asking;
        this.type = plan.columns().get(plan.slot()).type();
        this.next = Optional.of(plan.first());
        ask();
    }

    private void ask() throws SQLException {
        try (RowStream rows = next.orElseThrow().accept(asking)) {
            while (rows.advance()) {
                answered.add(rows.keep());
            }
        }
        if (answered.size() < MOST_GROUPS) {
            next = Optional.empty();
            return;
        }
        RowValues last = answered.getLast();
        if (last.isNull(plan.slot())) {
            throw tooMany();
        }
        String key = last.textAt(plan.slot()).toString();
        if (!plan.alone()) {
            // Their key may have more groups than arrived: all of them are asked for again.
            while (!answered.isEmpty() && key.contentEquals(text(answered.getLast()))) {
                answered.removeLast();
            }
            if (answered.isEmpty()) {
                throw tooMany();
            }
        }
        next = Optional.of(plan.after(literal(key)));
    }

    private CharSequence text(RowValues row) throws SQLException {
        return row.isNull(plan.slot()) ? "" : row.textAt(plan.slot());
    }

    private SQLException tooMany() {
        return SqlErrors.of(
                SqlState.QUERY_TOO_COMPLEX,
                "More than " + MOST_GROUPS + " groups share one " + plan.key() + ", and Salesforce answers no more");
    }

    private Value literal(String key) {
        return switch (type) {
            case DATE -> new DateLiteral(LocalDate.parse(key));
            case INT, LONG -> new NumberLiteral(key);
            default -> new StringLiteral(key);
        };
    }

    @Override
    public List<Column> columns() {
        return plan.columns();
    }

    @Override
    public boolean advance() throws SQLException {
        if (answered.isEmpty() && next.isPresent()) {
            ask();
        }
        current = answered.poll();
        return current != null;
    }

    @Override
    public RowValues source(int ordinal) {
        return current;
    }

    @Override
    public RowValues keep() {
        return current;
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        throw SqlErrors.of(
                SqlState.INVALID_CAST, "Column " + columns().get(ordinal).label() + " holds no rows");
    }

    @Override
    public void close() {
        answered.clear();
        next = Optional.empty();
    }
}
