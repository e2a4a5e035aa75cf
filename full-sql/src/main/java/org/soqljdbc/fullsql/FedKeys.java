package org.soqljdbc.fullsql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The distinct keys of the rows of one side of a join, as long as they are few enough to be sent to the other side. */
final class FedKeys {

    /** Characters of a key beside its own: quotes and a comma. */
    private static final int AROUND_A_KEY = 3;

    private static final int KEY_OF_NO_TEXT = 24;

    private final JoinPlan plan;
    private final boolean fromLeft;
    private final List<Set<Object>> distinct = new ArrayList<>();
    private final long[] characters;

    FedKeys(JoinPlan plan, boolean fromLeft) {
        this.plan = plan;
        this.fromLeft = fromLeft;
        this.characters = new long[plan.keys.size()];
        for (int key = 0; key < plan.keys.size(); key++) {
            distinct.add(new LinkedHashSet<>());
        }
    }

    void add(Object row) {
        for (int key = 0; key < plan.keys.size(); key++) {
            if (plan.side(!fromLeft).feeds.get(key).isEmpty()) {
                continue;
            }
            Object value = plan.side(fromLeft).value(row, JoinPlan.column(plan.keys.get(key), fromLeft));
            if (value == null && plan.keys.get(key).nullsMatch()) {
                // No list finds nulls.
                characters[key] = Integer.MAX_VALUE;
            }
            if (value != null && distinct.get(key).add(value)) {
                characters[key] += value instanceof String text ? text.length() + AROUND_A_KEY : KEY_OF_NO_TEXT;
            }
        }
    }

    /** Whether the keys of one column at least are few. */
    boolean isFew() {
        for (int key = 0; key < plan.keys.size(); key++) {
            if (isFew(key)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFew(int key) {
        return !plan.side(!fromLeft).feeds.get(key).isEmpty() && characters[key] <= ScanQueries.MOST_KEY_CHARACTERS;
    }

    /** Tells the scans of the other side which keys are wanted. */
    void feed(LocalRun run) {
        for (int key = 0; key < plan.keys.size(); key++) {
            for (KeyFeed feed : plan.side(!fromLeft).feeds.get(key)) {
                if (isFew(key) || feed.scan().mustBeFed()) {
                    run.feed(feed, List.copyOf(distinct.get(key)));
                }
            }
        }
    }
}
