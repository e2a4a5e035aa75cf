package org.soqljdbc.fullsql;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soqljdbc.grammar.sql.Query;

/** The plans of a connection's statements, the last used ones. Safe for use by many threads. */
final class PlanCache {

    private static final int MOST = 100;

    /**
     * What a plan was made for.
     *
     * @param shapes of the parameters, in order; empty for one whose value counts
     * @param values the values that count, which are part of the plan
     */
    record Key(
            Query query,
            ZoneId zone,
            boolean pushesDown,
            List<Optional<Bindings.Shape>> shapes,
            Map<Integer, Object> values) {}

    /** Which parameters of a statement are part of its plans, such as numbers of rows. */
    private final Map<Query, Set<Integer>> counting = limited();

    private final Map<Key, LocalPlan> plans = limited();

    private static <K, V> Map<K, V> limited() {
        return new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** Empty where the statement was never planned. */
    synchronized Optional<Set<Integer>> counting(Query query) {
        return Optional.ofNullable(counting.get(query));
    }

    synchronized Optional<LocalPlan> plan(Key key) {
        return Optional.ofNullable(plans.get(key));
    }

    synchronized void keep(Key key, LocalPlan plan) {
        counting.put(key.query(), Set.copyOf(key.values().keySet()));
        plans.put(key, plan);
    }
}
