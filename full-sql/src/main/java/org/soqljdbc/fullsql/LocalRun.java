package org.soqljdbc.fullsql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.schema.SchemaPlus;
import org.soqljdbc.api.ApiLimits;
import org.soqljdbc.error.SqlErrors;
import org.soqljdbc.error.SqlState;
import org.soqljdbc.exec.spi.OrgTables;
import org.soqljdbc.grammar.soql.SoqlQuery;
import org.soqljdbc.http.CallControl;
import org.soqljdbc.rows.RowStream;

/** One run of a plan: what the compiled plan asks for, and the queries it has under way. */
final class LocalRun implements DataContext {

    private final OrgTables org;
    private final CallControl control;
    private final JavaTypeFactory types;
    private final Map<String, Object> stashed;
    private final Bindings bindings;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final List<RowStream> open = new ArrayList<>();
    private final Map<KeyFeed, List<Object>> fed = new HashMap<>();
    private final Map<List<SoqlQuery>, SharedRows> shared = new HashMap<>();
    private final Map<RecursiveStep, List<Object>> steps = new HashMap<>();

    LocalRun(
            OrgTables org, CallControl control, JavaTypeFactory types, Map<String, Object> stashed, Bindings bindings) {
        this.bindings = bindings;
        this.org = org;
        this.control = control;
        this.types = types;
        this.stashed = stashed;
    }

    RowStream scan(SoqlQuery query) {
        try {
            requireNotCancelled();
            RowStream rows = org.scan(query, control);
            boolean late;
            synchronized (open) {
                late = cancelled.get();
                open.add(rows);
            }
            if (late) {
                rows.close();
            }
            return rows;
        } catch (SQLException refused) {
            throw new Carried(refused);
        }
    }

    // ---- keys and bounds -----------------------------------------------------------------------------------

    /** From now on a scan shall ask for rows with these keys only. */
    void feed(KeyFeed feed, List<Object> keys) {
        fed.put(feed, keys);
    }

    Optional<List<Object>> keys(KeyFeed feed) {
        return Optional.ofNullable(fed.get(feed));
    }

    /** What was fed so far. */
    Map<KeyFeed, List<Object>> wantedKeys() {
        return Map.copyOf(fed);
    }

    /** Forgets what was fed since. */
    void wantedKeys(Map<KeyFeed, List<Object>> before) {
        fed.clear();
        fed.putAll(before);
    }

    /** The rows of the step before of a common table that names itself. */
    List<Object> step(RecursiveStep step) {
        return steps.getOrDefault(step, List.of());
    }

    void step(RecursiveStep step, List<Object> rows) {
        steps.put(step, rows);
    }

    /** What is kept of the answer to queries that the plan asks again. */
    SharedRows shared(List<SoqlQuery> queries) {
        return shared.computeIfAbsent(queries, any -> new SharedRows(org.maxLocalRows()));
    }

    /** How many pages a query has. @param count asks for their number */
    long pagesOf(SoqlQuery count) {
        try (RowStream rows = org.scan(count, control)) {
            rows.advance();
            return (rows.longAt(0) + ApiLimits.LARGEST_BATCH - 1) / ApiLimits.LARGEST_BATCH;
        } catch (SQLException refused) {
            throw new Carried(refused);
        }
    }

    Bindings bindings() {
        return bindings;
    }

    int maxLocalRows() {
        return org.maxLocalRows();
    }

    /** @param step what holds the rows, as a message names it */
    void requireRoom(long rows, String step) {
        if (rows > org.maxLocalRows()) {
            throw new Carried(SqlErrors.of(
                    SqlState.QUERY_TOO_COMPLEX,
                    "The statement has " + step + " that holds more than the " + org.maxLocalRows()
                            + " rows that maxLocalRows allows; choose fewer rows, or raise it"));
        }
    }

    void close(RowStream rows) {
        synchronized (open) {
            open.remove(rows);
        }
        try {
            rows.close();
        } catch (SQLException refused) {
            throw new Carried(refused);
        }
    }

    /** The same for what may only throw runtime exceptions. */
    void requireGoingOn() {
        try {
            control.requireNotCancelled();
        } catch (SQLException cancelledNow) {
            throw new Carried(cancelledNow);
        }
    }

    void requireNotCancelled() throws SQLException {
        control.requireNotCancelled();
    }

    /** Ends every query that is under way. */
    void close() throws SQLException {
        List<RowStream> left;
        synchronized (open) {
            cancelled.set(true);
            left = List.copyOf(open);
            open.clear();
        }
        for (RowStream rows : left) {
            rows.close();
        }
    }

    @Override
    public SchemaPlus getRootSchema() {
        return null;
    }

    @Override
    public JavaTypeFactory getTypeFactory() {
        return types;
    }

    @Override
    public QueryProvider getQueryProvider() {
        return null;
    }

    @Override
    public Object get(String name) {
        if (name.equals(Variable.CANCEL_FLAG.camelName)) {
            return cancelled;
        }
        if (name.startsWith("?")) {
            return bindings.get(name);
        }
        if (name.equals(Variable.LOCALE.camelName)) {
            // Names of months and days are those of SQL's own language, whatever the host speaks.
            return Locale.ENGLISH;
        }
        return name.equals(Variable.TIME_ZONE.camelName) ? TimeZone.getTimeZone(org.zone()) : stashed.get(name);
    }
}
