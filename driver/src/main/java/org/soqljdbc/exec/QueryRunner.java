package org.soqljdbc.exec;

import java.sql.SQLException;
import java.util.Optional;
import org.soqljdbc.api.QueryApi;
import org.soqljdbc.bind.Binder;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.catalog.Field;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.plan.Asked;
import org.soqljdbc.plan.OrgFacts;
import org.soqljdbc.plan.Plan;
import org.soqljdbc.plan.Planner;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.rows.combined.RowBound;
import org.soqljdbc.types.Column;

/** Runs the plans of queries. */
final class QueryRunner {

    private final QueryApi api;
    private final Catalog catalog;
    private final Settings settings;

    QueryRunner(QueryApi api, Catalog catalog, Settings settings) {
        this.api = api;
        this.catalog = catalog;
        this.settings = settings;
    }

    boolean queryAll() {
        return settings.get(ConnectionProperties.QUERY_ALL);
    }

    /** Plans a query; no query is sent. */
    Plan plan(Asked asked, CallControl control) throws SQLException {
        return Planner.plan(asked, new KnownFacts(catalog, control));
    }

    /** Asks for the first page and waits until it begins, so that what Salesforce refuses is refused here. */
    RowStream run(Plan plan, int fetchSize, CallControl control) throws SQLException {
        int batchSize = fetchSize > 0 ? fetchSize : settings.get(ConnectionProperties.FETCH_SIZE);
        RowBound bound = new RowBound(settings.get(ConnectionProperties.MAX_LOCAL_ROWS));
        return plan.accept(new PlannedRows(api, batchSize, bound, control));
    }

    /** What a planner may know without a query. */
    private record KnownFacts(Catalog catalog, CallControl control) implements OrgFacts {

        @Override
        public BoundQuery bind(SoqlQuery query) throws SQLException {
            return Binder.bind(SoqlText.of(query, 0), catalog, control);
        }

        @Override
        public Optional<Field> field(Column column) throws SQLException {
            return column.table().isEmpty()
                    ? Optional.empty()
                    : catalog.object(column.table(), control).field(column.name());
        }
    }
}
