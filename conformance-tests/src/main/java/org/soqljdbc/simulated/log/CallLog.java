package org.soqljdbc.simulated.log;

import java.util.ArrayList;
import java.util.List;

/** The calls in the order they were answered. Safe for many threads. */
public final class CallLog {

    private final List<Call> calls = new ArrayList<>();
    private long billed;

    /** Adds a call. @param cost how many calls it counts for towards the daily limit */
    public synchronized void add(Call call, int cost) {
        calls.add(call);
        billed += cost;
    }

    /** A copy of the calls so far. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Forgets the calls, not how many counted towards the daily limit. */
    public synchronized void clear() {
        calls.clear();
    }

    /** How many calls counted towards the daily limit since the org started. */
    public synchronized long billed() {
        return billed;
    }
}
