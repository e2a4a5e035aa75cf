package org.soqljdbc.exec;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.soqljdbc.bind.sql.SqlTranslator;
import org.soqljdbc.catalog.Catalog;
import org.soqljdbc.config.ConnectionProperties;
import org.soqljdbc.config.Settings;
import org.soqljdbc.exec.spi.PreparedQuery;
import org.soqljdbc.exec.write.RowQueries;
import org.soqljdbc.grammar.sql.Query;
import org.soqljdbc.grammar.sql.SqlText;
import org.soqljdbc.views.InformationSchema;

/** The road of every SELECT of SQL, those inside a statement that writes included. */
final class SqlQueries implements RowQueries {

    private final Settings settings;
    private final Catalog catalog;
    private final InformationSchema views;
    private final QueryRunner runner;

    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

    SqlQueries(Settings settings, Catalog catalog, InformationSchema views, QueryRunner runner) {
        this.settings = settings;
        this.catalog = catalog;
        this.views = views;
        this.runner = runner;
    }

    @Override
    public PreparedQuery prepare(SqlText text, Query query) {
        ZoneId zone = settings.get(ConnectionProperties.TIME_ZONE);
        Clock clock = Clock.systemUTC();
        SqlTranslator translator = new SqlTranslator(
                text, query, catalog, zone, clock, settings.get(ConnectionProperties.COMPOUND_FIELDS));
        SqlSelect oneQuery = new SqlSelect(translator, text.parameterCount(), catalog, runner);
        int held = settings.get(ConnectionProperties.MAX_LOCAL_ROWS);
        ScannedTables org = new ScannedTables(
                catalog,
                views,
                zone,
                clock,
                settings.get(ConnectionProperties.PUSH_DOWN),
                held == 0 ? Integer.MAX_VALUE : held,
                kept,
                runner);
        return new SqlOverflow(oneQuery, text, query, org);
    }
}
