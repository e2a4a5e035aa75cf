package org.soqljdbc.exec;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import org.soqljdbc.bind.Binder;
import org.soqljdbc.bind.BoundQuery;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.exec.spi.OrgTables;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.grammar.soql.SoqlText;
import org.soqljdbc.grammar.soql.SoqlWriter;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.plan.Asked;
import org.soqljdbc.rows.RowStream;
import org.soqljdbc.views.InformationSchema;

/** Gives a planner its scans, each an ordinary query. */
record ScannedTables(
        Catalog catalog,
        InformationSchema views,
        ZoneId zone,
        Clock clock,
        boolean pushesDown,
        int maxLocalRows,
        Map<Class<?>, Object> kept,
        QueryRunner runner)
        implements OrgTables {

    @Override
    public <T> T kept(Class<T> type, Supplier<T> first) {
        return type.cast(kept.computeIfAbsent(type, absent -> first.get()));
    }

    @Override
    public RowStream scan(SoqlQuery query, CallControl control) throws SQLException {
        if (InformationSchema.isAsked(query)) {
            return views.scan(query, control);
        }
        BoundQuery bound = Binder.bind(SoqlText.of(query, 0), catalog, control);
        Asked asked = new Asked(SoqlWriter.write(query), query, bound, 0, runner.queryAll(), true);
        return runner.run(runner.plan(asked, control), 0, control);
    }
}
