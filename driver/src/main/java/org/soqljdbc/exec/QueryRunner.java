package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.List;
import org.soqljdbc.api.QueryApi;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.plan.QueryPlan;
import org.soqljdbc.rows.ListRows;
import org.soqljdbc.rows.RowLimit;
import org.soqljdbc.rows.RowStream;

/** Runs the plan of one query. */
final class QueryRunner {

    private final QueryApi api;
    private final Settings settings;

    QueryRunner(QueryApi api, Settings settings) {
        this.api = api;
        this.settings = settings;
    }

    boolean queryAll() {
        return settings.get(ConnectionProperties.QUERY_ALL);
    }

    /** Asks for the first page and waits until it begins, so that what Salesforce refuses is refused here. */
    RowStream run(QueryPlan plan, int fetchSize, CallControl control) throws SQLException {
        int batchSize = fetchSize > 0 ? fetchSize : settings.get(ConnectionProperties.FETCH_SIZE);
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
}
