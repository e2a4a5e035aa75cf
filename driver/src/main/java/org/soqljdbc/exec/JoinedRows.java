package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.plan.Plan;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.RowView;
import org.soqljdbc.types.Column;
import org.soqljdbc.types.RowValues;

/**
 * Rows whose fields are read in parts, so many rows at a time. The first part says which rows there are and in which
 * order. Holds the rows of one time. Not thread-safe, but for close().
 */
final class JoinedRows implements RowStream, RowView {

    private final Plan.Joined plan;
    private final Plan.Visitor<RowStream> asking;
    private final RowStream first;
    private final Deque<RowValues[]> joined = new ArrayDeque<>();
    private RowValues[] current;
    private boolean ended;

    /** Asks for the first rows of every part, so that what is refused is refused here. */
    JoinedRows(Plan.Joined plan, Plan.Visitor<RowStream> asking) throws SQLException {
        this.plan = plan;
        this.asking = asking;
        this.first = plan.first().accept(asking);
        try {
            fill();
        } catch (SQLException refused) {
            first.close();
            throw refused;
        }
    }

    private void fill() throws SQLException {
        List<RowValues> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        while (rows.size() < Plan.Joined.KEYS && !ended) {
            ended = !first.advance();
            if (!ended) {
                rows.add(first.keep());
                keys.add(first.textAt(plan.key()).toString());
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        List<Map<String, RowValues>> parts = new ArrayList<>();
        for (Plan.Joined.Part part : plan.parts()) {
            parts.add(byKey(part, keys));
        }
        for (int i = 0; i < rows.size(); i++) {
            RowValues[] row = new RowValues[parts.size() + 1];
            row[0] = rows.get(i);
            boolean whole = true;
            for (int part = 0; part < parts.size(); part++) {
                row[part + 1] = parts.get(part).get(keys.get(i));
                whole &= row[part + 1] != null;
            }
            if (whole) {
                // Else it was deleted, or taken from the user's sight, between the requests.
                joined.add(row);
            }
        }
    }

    private Map<String, RowValues> byKey(Plan.Joined.Part part, List<String> keys) throws SQLException {
        Map<String, RowValues> rows = new HashMap<>();
        try (RowStream stream = part.of(keys).accept(asking)) {
            while (stream.advance()) {
                rows.put(stream.textAt(part.key()).toString(), stream.keep());
            }
        }
        return rows;
    }

    @Override
    public List<Column> columns() {
        return plan.columns();
    }

    @Override
    public boolean advance() throws SQLException {
        while (joined.isEmpty() && !ended) {
            fill();
        }
        current = joined.poll();
        return current != null;
    }

    @Override
    public RowValues source(int ordinal) {
        return current[plan.slots().get(ordinal).part()];
    }

    @Override
    public int sourceOrdinal(int ordinal) {
        return plan.slots().get(ordinal).ordinal();
    }

    @Override
    public RowValues keep() {
        return new Kept(plan.slots(), current);
    }

    private record Kept(List<Plan.Joined.Slot> slots, RowValues[] parts) implements RowView {

        @Override
        public RowValues source(int ordinal) {
            return parts[slots.get(ordinal).part()];
        }

        @Override
        public int sourceOrdinal(int ordinal) {
            return slots.get(ordinal).ordinal();
        }
    }

    @Override
    public RowStream nestedAt(int ordinal) throws SQLException {
        throw SqlErrors.of(
                SqlState.INVALID_CAST, "Column " + columns().get(ordinal).label() + " holds no rows");
    }

    @Override
    public void close() throws SQLException {
        first.close();
    }
}
