package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.api.QueryApi;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.plan.Plan;
import org.soqljdbc.plan.QueryPlan;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.rows.Projection;
import org.soqljdbc.rows.RowLimit;
import org.soqljdbc.rows.RowSkip;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.combined.Concatenation;
import org.soqljdbc.rows.combined.DistinctRows;
import org.soqljdbc.rows.combined.Groups;
import org.soqljdbc.rows.combined.OrderedMerge;
import org.soqljdbc.rows.combined.RowBound;
import org.soqljdbc.rows.combined.RowFilter;
import org.soqljdbc.rows.combined.RowSource;
import org.soqljdbc.rows.combined.SortedRows;

/** The rows of a plan. Each method asks for the first page it needs and waits until that begins. */
final class PlannedRows implements Plan.Visitor<RowStream> {

    private final QueryApi api;
    private final int batchSize;
    private final RowBound bound;
    private final CallControl control;

    /** @param bound of the rows that each sort and grouping holds */
    PlannedRows(QueryApi api, int batchSize, RowBound bound, CallControl control) {
        this.api = api;
        this.batchSize = batchSize;
        this.bound = bound;
        this.control = control;
    }

    @Override
    public RowStream query(QueryPlan plan) throws SQLException {
        // Before the call: what no record can hold (a field selected twice) is refused without one.
        PagedRows rows = new PagedRows(api, control, plan.bound(), plan.prefetch());
        try {
            rows.open(api.query(plan.soql(), plan.includeDeleted(), batchSize, control));
        } catch (SQLException failed) {
            rows.close();
            throw failed;
        }
        RowStream answer = rows;
        if (plan.bound().query().isCountAll()) {
            if (rows.totalSize() < 0) {
                // As of external objects whose system does not tell.
                rows.close();
                throw SqlErrors.of(SqlState.QUERY_TOO_COMPLEX, "Salesforce did not tell how many rows there are");
            }
            answer = new ListRows(plan.columns(), List.<Object[]>of(new Object[] {rows.totalSize()}));
            rows.close();
        }
        return plan.localLimit() > 0 ? new RowLimit(plan.localLimit(), answer) : answer;
    }

    @Override
    public RowStream window(Plan.Window plan) throws SQLException {
        RowStream rows = RowSkip.skip(plan.rows().accept(this), plan.skip());
        return plan.limit().isPresent() ? new RowLimit(plan.limit().get(), rows) : rows;
    }

    @Override
    public RowStream following(Plan.Following plan) throws SQLException {
        List<RowSource> sources = new ArrayList<>();
        plan.parts().forEach(part -> sources.add(() -> part.accept(this)));
        return new Concatenation(sources);
    }

    @Override
    public RowStream merged(Plan.Merged plan) throws SQLException {
        return new OrderedMerge(all(plan.parts()), plan.order());
    }

    /** Every part's rows, asked for. */
    private List<RowStream> all(List<Plan> parts) throws SQLException {
        List<RowStream> streams = new ArrayList<>();
        try {
            for (Plan part : parts) {
                streams.add(part.accept(this));
            }
            return streams;
        } catch (SQLException failed) {
            OrderedMerge.closeAll(streams);
            throw failed;
        }
    }

    @Override
    public RowStream projected(Plan.Projected plan) throws SQLException {
        int[] slots = plan.slots().stream().mapToInt(Integer::intValue).toArray();
        return new Projection(plan.rows().accept(this), plan.columns(), slots, new ListRows(List.of(), List.of()));
    }

    @Override
    public RowStream summed(Plan.Summed plan) throws SQLException {
        long sum = 0;
        for (Plan part : plan.parts()) {
            try (RowStream rows = part.accept(this)) {
                sum += rows.advance() ? rows.longAt(0) : 0;
            }
            if (sum >= plan.most()) {
                break;
            }
        }
        return new ListRows(plan.columns(), List.<Object[]>of(new Object[] {Math.min(sum, plan.most())}));
    }

    @Override
    public RowStream sifted(Plan.Sifted plan) throws SQLException {
        return new RowFilter(plan.rows().accept(this), plan.test());
    }

    @Override
    public RowStream sorted(Plan.Sorted plan) throws SQLException {
        int width = plan.columns().size();
        List<Object[]> held = new ArrayList<>();
        try (RowStream rows = plan.rows().accept(this)) {
            while (rows.advance()) {
                bound.require(held.size() + 1, "a sort");
                Object[] row = new Object[width];
                for (int i = 0; i < width; i++) {
                    row[i] = rows.isNull(i) ? null : rows.textAt(i).toString();
                }
                held.add(row);
            }
        }
        return new ListRows(plan.columns(), SortedRows.sorted(plan.columns(), held, plan.order()));
    }

    @Override
    public RowStream counted(Plan.Counted plan) throws SQLException {
        long count = 0;
        try (RowStream rows = plan.rows().accept(this)) {
            while (count < plan.most() && rows.advance()) {
                count++;
            }
        }
        return new ListRows(plan.columns(), List.<Object[]>of(new Object[] {count}));
    }

    @Override
    public RowStream distinct(Plan.Distinct plan) throws SQLException {
        return new RowFilter(plan.rows().accept(this), new DistinctRows(plan.keys(), bound));
    }

    @Override
    public RowStream grouped(Plan.Grouped plan) throws SQLException {
        try {
            Groups groups = Groups.of(plan.rows().accept(this), plan.grouping(), bound);
            boolean sorted = plan.inOrder() && !groups.areCombined();
            List<Object[]> rows =
                    sorted ? groups.rows() : SortedRows.sorted(plan.columns(), groups.rows(), plan.order());
            return new ListRows(plan.columns(), rows);
        } catch (SQLException refused) {
            if (isTooMuch(refused) && plan.otherwise().isPresent()) {
                return plan.otherwise().get().accept(this);
            }
            throw refused;
        }
    }

    @Override
    public RowStream ranged(Plan.Ranged plan) throws SQLException {
        return new RangedGroups(plan, this);
    }

    @Override
    public RowStream joined(Plan.Joined plan) throws SQLException {
        return new JoinedRows(plan, this);
    }

    @Override
    public RowStream orElse(Plan.OrElse plan) throws SQLException {
        try {
            return plan.first().accept(this);
        } catch (SQLException refused) {
            if (isTooMuch(refused)) {
                return plan.otherwise().accept(this);
            }
            throw refused;
        }
    }

    /** More groups than one answer holds, some that cannot be put together, or what an object cannot do. */
    private boolean isTooMuch(SQLException refused) {
        return !bound.isExceeded() && SqlState.QUERY_TOO_COMPLEX.code().equals(refused.getSQLState())
                || SqlState.FEATURE_NOT_SUPPORTED.code().equals(refused.getSQLState());
    }
}
