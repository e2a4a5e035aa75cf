package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.soqljdbc.api.QueryApi;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.plan.Plan;
import org.soqljdbc.plan.QueryPlan;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.rows.Projection;
import org.soqljdbc.rows.RowLimit;
import org.soqljdbc.rows.RowSkip;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.combined.Concatenation;
import org.soqljdbc.rows.combined.OrderedMerge;
import org.soqljdbc.rows.combined.RowFilter;
import org.soqljdbc.rows.combined.RowSource;

/** The rows of a plan. Each method asks for the first page it needs and waits until that begins. */
final class PlannedRows implements Plan.Visitor<RowStream> {

    private final QueryApi api;
    private final int batchSize;
    private final CallControl control;

    PlannedRows(QueryApi api, int batchSize, CallControl control) {
        this.api = api;
        this.batchSize = batchSize;
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
            answer = new ListRows(plan.columns(), List.<Object[]>of(new Object[] {rows.totalSize()}));
            rows.close();
        }
        return plan.localLimit() > 0 ? new RowLimit(plan.localLimit(), answer) : answer;
    }

    @Override
    public RowStream window(Plan.Window plan) throws SQLException {
        RowStream rows = RowSkip.skip(plan.rows().accept(this), plan.skip());
        return plan.limit() > 0 ? new RowLimit(plan.limit(), rows) : rows;
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
    public RowStream narrowed(Plan.Narrowed plan) throws SQLException {
        int[] slots = new int[plan.width()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = i;
        }
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
        return new RowFilter(plan.rows().accept(this), row -> {
            for (Plan.Sifted.Excluded each : plan.excluded()) {
                if (!row.isNull(each.slot())
                        && each.keys().contains(each.values().key(row.textAt(each.slot())))) {
                    return false;
                }
            }
            return true;
        });
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
}
